"""Documents → their articles with what each mentions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from dateline.errors import LimitExceeded
from dateline.extract.limits import ExtractLimits
from dateline.knowledge.library import Knowledge
from dateline.language import Engine
from dateline.language.phrases import Phrases
from dateline.mentions.read import mentions
from dateline.mentions.times import clock_phrases
from dateline.records import Article, Document, Dropped, Mentioned, Mentions, Sentence
from dateline.run.clock import within

Reader = Callable[[str], Sequence[Sentence]]


def mentioned(documents: Iterable[Document], *, engine: Engine, knowledge: Knowledge, limits: ExtractLimits) -> Iterator[Mentioned]:
    """One record for each document, in order; an article in another language than the engine's, or too slow to read, says so."""
    read = partial(engine, unbroken=Phrases(clock_phrases()))
    for document in documents:
        if document.article is None:
            yield Mentioned(article=None, dropped=document.dropped)
            continue
        found = _of_article(document.article, read, knowledge, limits)
        dropped = (*document.dropped, found) if isinstance(found, Dropped) else document.dropped
        yield Mentioned(article=document.article, mentions=None if isinstance(found, Dropped) else found, dropped=dropped)


def _of_article(article: Article, read: Reader, knowledge: Knowledge, limits: ExtractLimits) -> Mentions | Dropped:
    if article.language not in {None, "en"}:
        return Dropped(path=article.path, stage="language", reason="other-language", detail=article.language or "")
    try:
        with within(limits.seconds):
            return mentions(article, read(article.text), knowledge)
    except LimitExceeded as error:
        return Dropped(path=article.path, stage="mentions", reason=error.reason, detail=error.detail)
    except (MemoryError, RecursionError) as error:
        return Dropped(path=article.path, stage="mentions", reason="too-complex", detail=type(error).__name__)
