from collections.abc import Callable

import pytest

from dateline.coding.attribution import Attribution, attributions
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.mentions.read import mentions
from dateline.records import Article, Published, Span

Find = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def find() -> Find:
    """Finds the attributions of a text."""
    read, known = engine("english"), knowledge()

    def found(text: str) -> tuple[Attribution, ...]:
        article = Article(id="a", path="x", text=text, body=Span(start=0, end=max(len(text), 1)), published=Published())
        sentences = read(text)
        return attributions(article, sentences, mentions(article, sentences, known))

    return found
