"""The work of `dateline add`, told as it goes."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from dateline.records import Document
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources
from dateline.run.storing import Reached, coded_pages, keep, maker_of
from dateline.run.tally import Tally
from dateline.store.store import Store
from dateline.store.writer import Coded, Writer, Written
from dateline.views.coded_records import held, is_coded
from dateline.views.progress import progress

Told = Callable[[Document], None]


@dataclass(slots=True)
class Adding:
    """One run into a store. `lines_by` says what coded JSON lines; pages are coded by `recipe`. What it did is counted."""

    store: Store
    recipe: Recipe
    today: dt.date | None
    processes: int | None
    lines_by: str
    tally: Tally = field(default_factory=Tally)
    written: Written = field(default_factory=Written)
    reached: Reached = field(default_factory=Reached)

    def __str__(self) -> str:
        said = f"{self.written.claims:,} claims from {self.tally}; {self.written.articles:,} articles are new"
        parts = ((self.written.superseded, "were coded anew"), (self.written.unchanged + self.reached.known, "were there already"))
        return ", ".join([said, *(f"{number:,} {what}" for number, what in parts if number)])

    def add(self, sources: Sources, *, last_day: dt.date) -> None:
        """Keeps what all sources hold: records as they are, pages coded."""
        done = 0
        with progress(len(sources.found), shown=True) as shown:

            def told(document: Document) -> None:
                self.tally.add(document)
                shown(done + self.reached.source, self.tally.articles, self.tally.claims)

            for coded, some in groupby(sources.found, key=lambda source: is_coded(source, sources)):
                part = replace(sources, found=list(some))
                if coded:
                    self._keep(_lines(part), maker=self.lines_by, told=told)
                else:
                    self._keep(self._coded(part, last_day), maker=self._maker(), told=told)
                done, self.reached.source = done + len(part.found), 0
        if self.written.articles:
            self.store.settle()

    def _maker(self) -> str:
        return maker_of(self.recipe, today=self.today)

    def _coded(self, sources: Sources, last_day: dt.date) -> Iterator[Coded]:
        return coded_pages(
            sources, self.recipe, self.store, maker=self._maker(), today=last_day, processes=self.processes, reached=self.reached
        )

    def _keep(self, coded: Iterator[Coded], *, maker: str, told: Told) -> None:
        self.written += keep(coded, Writer(self.store, maker=maker), told=told)


def _lines(sources: Sources) -> Iterator[Coded]:
    return (Coded(document) for source in sources.found for document in held(str(source), sources))
