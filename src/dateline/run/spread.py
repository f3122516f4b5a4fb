"""Inputs → coded documents, each with the place that it came from: in this process, or spread over several."""

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import BinaryIO, Final, NamedTuple

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Document, Dropped, Page
from dateline.run.pool import in_processes
from dateline.run.recipe import Recipe, Work

_FEW: Final = 8  # pages that are coded before as many processes have loaded their models
_GRACE: Final = 3.0  # times the limit on one stage, after which a page is taken to hang: extraction and coding each have one


class At(NamedTuple):
    """Where a document came from: the number of its input, and of the page in it, both from 0."""

    source: int
    page: int


Placed = tuple[At, Page | Dropped]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is to be read: files (or "-"), and what was passed over when they were looked for."""

    found: Sequence[str | Dropped]
    limits: ReadLimits
    kind: str | None = None
    stdin: BinaryIO | None = None

    def pages(self, begun: Mapping[int, int] | None = None) -> Iterator[Placed]:
        """Every page in order. `begun` gives by source how many of its pages are not wanted again; a negative number: none of them is."""
        skip = begun or {}
        for number, source in enumerate(self.found):
            if (first := skip.get(number, 0)) < 0:
                continue
            held = iter([source]) if isinstance(source, Dropped) else pages(source, kind=self.kind, limits=self.limits, stdin=self.stdin)
            for at, page in islice(enumerate(held), first, None):
                yield At(number, at), page


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(placed: Iterator[Placed], recipe: Recipe, *, today: dt.date, processes: int | None) -> Iterator[tuple[At, Document]]:
    """The coded document of each page, in order and the same whatever the number of `processes`; None: as many as there are cores.

    With several, a page that ends its process is dropped as `crashed`; with one it takes the run with it. A few pages alone are coded in
    this process, unless the number is given.
    """
    begun = list(islice(placed, _FEW))
    many = cores() if processes is None else processes
    work = partial(loaded, recipe, today)
    if many == 1 or (processes is None and len(begun) < _FEW):
        return _here(chain(begun, placed), work)
    seconds = recipe.limits.seconds * _GRACE
    return in_processes(chain(begun, placed), work, processes=many, lost=lost, seconds=seconds)


def loaded(recipe: Recipe, today: dt.date) -> Work:
    """The work of one process, with its models."""
    return recipe.models().on(today)


def lost(page: Page | Dropped, reason: str, detail: str) -> Document:
    """What is told of a page that took its process with it."""
    return Document(article=None, dropped=(Dropped(path=page.path, stage="run", reason=reason, detail=detail),))


def _here(placed: Iterator[Placed], make: Callable[[], Work]) -> Iterator[tuple[At, Document]]:
    work: Work | None = None
    for at, page in placed:
        work = work or make()
        yield at, work(page)
