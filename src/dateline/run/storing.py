"""Inputs → the store: what it has already is not coded again, and what is coded is kept in small transactions."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from dateline.records import Document, Page
from dateline.run.recipe import Recipe
from dateline.run.spread import At, Placed, Sources, spread
from dateline.store.standing import seen
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer, Written

# What a kill may cost, and how long another writer waits. Readers never wait.
_SECONDS: Final = 2.0
_DOCUMENTS: Final = 1000
_BYTES: Final = 16_000_000


@dataclass(slots=True)
class Reached:
    """How far a run has come: the number of the input that is coded, and how many pages were passed over as the store has them."""

    source: int = 0
    known: int = 0


def maker_of(recipe: Recipe, *, today: dt.date | None) -> str:
    """Who codes: the version, and a digest of all that decides how a page is coded."""
    return f"dateline {version('dateline')} {recipe.digest()}{f' {today}' if today else ''}"


def coded_pages(
    sources: Sources, recipe: Recipe, store: Store, *, maker: str, today: dt.date, processes: int | None, reached: Reached
) -> Iterator[Coded]:
    """The pages that the store has not yet from this maker, coded, each with its bytes."""
    in_hand: dict[At, Page] = {}

    def fresh() -> Iterator[Placed]:
        for at, page in sources.pages():
            if isinstance(page, Page):
                if seen(store, page, maker=maker):
                    reached.known += 1
                    continue
                in_hand[at] = page
            yield at, page

    for at, document in spread(fresh(), recipe, today=today, processes=processes):
        reached.source = at.source
        yield Coded(document, in_hand.pop(at, None))


def keep(coded: Iterable[Coded], writer: Writer, *, told: Callable[[Document], None]) -> Written:
    """Writes all, in order; `told` hears of each document as soon as it is safe."""
    written = Written()
    for batch in _batches(coded):
        written += writer.write(batch)
        for one in batch:
            told(one.document)
    return written


def _batches(coded: Iterable[Coded]) -> Iterator[list[Coded]]:
    """Some documents at a time: what came in a second or two, and never more than memory and a short transaction allow."""
    batch: list[Coded] = []
    held, began = 0, time.monotonic()
    for one in coded:
        batch.append(one)
        held += len(one.page.content) if one.page else 0
        if len(batch) >= _DOCUMENTS or held >= _BYTES or time.monotonic() - began >= _SECONDS:
            yield batch
            batch, held, began = [], 0, time.monotonic()
    if batch:
        yield batch
