import datetime as dt
from collections.abc import Callable

import pytest

from dateline.coding.code import claims
from dateline.coding.lexicon import lexicon
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.ontology import plover
from dateline.records import Article, Claim, Published, Span
from dateline.run.mentions import Reader

Code = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def code() -> Code:
    """Codes a text that was published on Wednesday 7 July 2021."""
    read = Reader(engine("english"), knowledge())
    day = dt.date(2021, 7, 7)

    def coded(text: str) -> tuple[Claim, ...]:
        published = Published(first=day, last=day, basis="given")
        article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=published, outlet="Harbour Post")
        sentences, mentions = read(article)
        return claims(article, sentences, mentions, lexicon=lexicon(), ontology=plover())

    return coded
