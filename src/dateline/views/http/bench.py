"""What codes one request's text or file, in a process of its own, so that a page that takes it down costs nothing else."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import Final

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Document, Dropped, Page
from dateline.records.base import Record
from dateline.run.recipe import Recipe, Work
from dateline.store.writer import Coded

PAGES: Final = 20  # of one file
_FILE: Final = "-"
_HIGHEST: Final = 50_000_000  # bytes that a file of a request may unzip to


class Order(Record, frozen=True, kw_only=True):
    """A request: one page, or the bytes of a file. `today` is the latest day of publication that is possible."""

    today: dt.date
    page: Page | None = None
    file: bytes = b""
    kind: str | None = None
    name: str = ""


Outcome = tuple[Coded, ...]


def bench(recipe: Recipe, limits: ReadLimits) -> Callable[[Order], Outcome]:
    """The work of the process, with its models."""
    models = recipe.models()
    bounded = ReadLimits(
        page_bytes=min(limits.page_bytes, _HIGHEST),
        file_bytes=min(limits.file_bytes, _HIGHEST),
        unzip_ratio=limits.unzip_ratio,
        pages_per_file=PAGES,
        folder_depth=1,
    )

    def work(order: Order) -> Outcome:
        return tuple(_coded(_pages(order, bounded), models.on(order.today), until=time.monotonic() + recipe.limits.seconds))

    return work


def _pages(order: Order, limits: ReadLimits) -> Iterator[Page | Dropped]:
    if order.page is not None:
        return iter([order.page])
    return islice(pages(_FILE, kind=order.kind, limits=limits, stdin=BytesIO(order.file), name=order.name), PAGES + 1)


def _coded(found: Iterator[Page | Dropped], work: Work, *, until: float) -> Iterator[Coded]:
    for page in found:
        if time.monotonic() > until:
            slow = Dropped(path=page.path, stage="run", reason="too-slow", detail="the pages before it took all the time of the request")
            yield Coded(Document(article=None, dropped=(slow,)))
            return
        yield Coded(work(page), page if isinstance(page, Page) else None)
