"""A person in an office for a time, as the sources tell it and as a row of the tables of actors; days at the precision that is known."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

COLUMNS: Final = ("name", "aliases", "kind", "country", "sectors", "office", "first", "last", "wikidata", "ucdp", "source")


@dataclass(frozen=True, kw_only=True)
class Holder:
    """One spell. `first` and `last` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, inclusive; no `last` means still, unless `seen` is given.

    `seen` is the day until which a source knows someone in office without telling how it went on.
    """

    name: str
    country: str
    office: str
    sectors: str
    source: str
    aliases: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    seen: str = ""
    wikidata: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


def earlier(one: str, other: str) -> str:
    """The earlier of two days, the more precise where one holds the other; unknown only where both are."""
    if not one or not other:
        return one or other
    width = min(len(one), len(other))
    return min(one, other) if one[:width] != other[:width] else max(one, other, key=len)


def before(one: str, other: str) -> bool:
    """Whether all of `one` is over before `other` begins."""
    width = min(len(one), len(other))
    return one[:width] < other[:width]


def written(rows: Iterable[Holder], to: IO[str]) -> None:
    """The rows as a table, in order."""
    table = csv.writer(to, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in rows:
        source = f"{row.source}; end not known" if row.seen and not row.last else row.source
        last = row.last or row.seen
        aliases = "|".join(row.aliases)
        table.writerow([row.name, aliases, "person", row.country, row.sectors, row.office, row.first, last, row.wikidata, "", source])


def read(files: Sequence[Path]) -> Iterator[Holder]:
    """The persons of tables of actors."""
    for file in files:
        with file.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                if row["kind"] == "person":
                    yield Holder(
                        name=row["name"],
                        aliases=tuple(row["aliases"].split("|")) if row["aliases"] else (),
                        country=row["country"],
                        office=row["office"],
                        sectors=row["sectors"],
                        first=row["first"],
                        last=row["last"],
                        wikidata=row["wikidata"],
                        source=row["source"],
                    )
