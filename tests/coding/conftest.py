import datetime as dt
from collections.abc import Callable

import pytest

from dateline.coding.code import Coding, coding
from dateline.coding.judge import judge
from dateline.coding.lexicon import lexicon
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.ontology import plover
from dateline.records import Article, Claim, Published, Span
from dateline.run.mentions import Reader

Code = Callable[[str], tuple[Claim, ...]]
CodeAll = Callable[..., Coding]


@pytest.fixture(scope="session")
def code_all() -> CodeAll:
    """Codes all that a text tells, published on Wednesday 7 July 2021; with `model=False` by the rules alone."""
    read = Reader(engine("english"), knowledge())
    day = dt.date(2021, 7, 7)

    def coded(text: str, *, model: bool = True) -> Coding:
        published = Published(first=day, last=day, basis="given")
        article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=published, outlet="Harbour Post")
        sentences, mentions, vectors = read.with_vectors(article)
        asked = judge() if model else None
        return coding(article, sentences, mentions, lexicon=lexicon(), ontology=plover(), judge=asked, vectors=vectors)

    return coded


@pytest.fixture(scope="session")
def code(code_all: CodeAll) -> Code:
    """The claims of a text."""
    return lambda text: code_all(text).claims


@pytest.fixture(scope="session")
def ruled(code_all: CodeAll) -> Code:
    """The claims of a text by the rules alone."""
    return lambda text: code_all(text, model=False).claims
