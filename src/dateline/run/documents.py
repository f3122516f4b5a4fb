"""Paths → documents: every page read, each made an article or dropped with a reason, in the order of the input."""

import datetime as dt
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from typing import BinaryIO, Final

from dateline.config import Settings
from dateline.errors import LimitExceeded
from dateline.extract.article import article
from dateline.extract.limits import ExtractLimits
from dateline.read import inputs, pages
from dateline.records import Document, Dropped, Page
from dateline.run.clock import within

_AHEAD: Final = 4  # batches in flight for each worker: enough to keep it busy, few enough to bound memory

Batch = list[Page | Dropped]


def documents(
    paths: Sequence[str], *, settings: Settings, today: dt.date, kind: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document]:
    """One document for each page of `paths` and for each thing dropped on the way, lazily; the order is that of the input.

    Raises NoSuchInput before the first document where a path leads nowhere.
    """
    sources = list(inputs(paths, limits=settings.read))
    found = chain.from_iterable(
        [source] if isinstance(source, Dropped) else pages(source, kind=kind, limits=settings.read, stdin=stdin) for source in sources
    )
    if settings.run.workers == 0:
        return (document(page, limits=settings.extract, today=today) for page in found)
    return _pooled(found, settings=settings, today=today)


def document(page: Page | Dropped, *, limits: ExtractLimits, today: dt.date) -> Document:
    """What becomes of one page."""
    if isinstance(page, Dropped):
        return Document(article=None, dropped=(page,))
    try:
        with within(limits.seconds):
            outcome = article(page, limits=limits, today=today)
    except LimitExceeded as error:
        outcome = Dropped(path=page.path, stage="extract", reason=error.reason, detail=error.detail)
    except (MemoryError, RecursionError) as error:
        outcome = Dropped(path=page.path, stage="extract", reason="too-complex", detail=type(error).__name__)
    if isinstance(outcome, Dropped):
        return Document(article=None, dropped=(outcome,))
    return Document(article=outcome)


def _pooled(found: Iterator[Page | Dropped], *, settings: Settings, today: dt.date) -> Iterator[Document]:
    """As `document` over `found`, in `settings.run.workers` processes. A worker that dies stops the run: that is a broken program."""
    workers = settings.run.workers
    with ProcessPoolExecutor(max_workers=workers) as pool:
        flying: deque[Future[list[Document]]] = deque()
        for batch in _batches(found, size=settings.run.batch_bytes):
            flying.append(pool.submit(_coded, batch, settings.extract, today))
            if len(flying) >= workers * _AHEAD:
                yield from flying.popleft().result()
        while flying:
            yield from flying.popleft().result()


def _coded(batch: Batch, limits: ExtractLimits, today: dt.date) -> list[Document]:
    return [document(page, limits=limits, today=today) for page in batch]


def _batches(found: Iterator[Page | Dropped], *, size: int) -> Iterator[Batch]:
    """Runs of pages of some `size` bytes each."""
    batch: Batch = []
    held = 0
    for page in found:
        batch.append(page)
        held += len(page.content) if isinstance(page, Page) else 0
        if held >= size:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
