"""Work on one article, bounded: in another language than the engine's, too slow or too complex, it becomes a reasoned drop."""

from collections.abc import Callable
from typing import TypeVar

from dateline.errors import LimitExceeded
from dateline.records import Article, Dropped
from dateline.records.dropped import Stage
from dateline.run.clock import within

T = TypeVar("T")


def guarded(article: Article, work: Callable[[Article], T], *, stage: Stage, seconds: float) -> T | Dropped:
    """What `work` makes of the article, or why it was dropped."""
    if article.language not in {None, "en"}:
        return Dropped(path=article.path, stage="language", reason="other-language", detail=article.language or "")
    try:
        with within(seconds):
            return work(article)
    except LimitExceeded as error:
        return Dropped(path=article.path, stage=stage, reason=error.reason, detail=error.detail)
    except (MemoryError, RecursionError) as error:
        return Dropped(path=article.path, stage=stage, reason="too-complex", detail=type(error).__name__)
