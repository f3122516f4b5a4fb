"""Which states belonged to which organisation, alliance or group of states on a day."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.knowledge.dates import covers, first_day, last_day

_TABLES: Final = ("members.csv", "members_added.csv")  # distilled, which have no days; entered by hand


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's belonging to an organisation, inclusive days; None where open or unknown."""

    organisation: str
    country: str
    first: dt.date | None
    last: dt.date | None


class Members:
    """Memberships by organisation, under the name that the tables of actors have for it, and by country."""

    def __init__(self, rows: Iterable[Membership]) -> None:
        self._by_organisation: dict[str, list[Membership]] = {}
        self._by_country: dict[str, list[Membership]] = {}
        for row in rows:
            self._by_organisation.setdefault(row.organisation, []).append(row)
            self._by_country.setdefault(row.country, []).append(row)

    @property
    def organisations(self) -> frozenset[str]:
        """All that have members."""
        return frozenset(self._by_organisation)

    def of(self, organisation: str, *, day: dt.date) -> frozenset[str]:
        """The codes of the states that belonged to `organisation` on `day`; where no day of accession is known, they count throughout."""
        return frozenset(row.country for row in self._by_organisation.get(organisation, ()) if covers(day, first=row.first, last=row.last))

    def with_(self, country: str, *, day: dt.date) -> frozenset[str]:
        """The organisations that `country` belonged to on `day`."""
        return frozenset(row.organisation for row in self._by_country.get(country, ()) if covers(day, first=row.first, last=row.last))


@cache
def members() -> Members:
    """The memberships that are shipped."""
    return Members(_rows())


def _rows() -> Iterator[Membership]:
    for table in _TABLES:
        text = (files("dateline.knowledge") / "tables" / table).read_text(encoding="utf-8")
        yield from (_membership(row) for row in csv.DictReader(text.splitlines()))


def _membership(row: Mapping[str, str]) -> Membership:
    return Membership(row["organisation"], row["country"], first_day(row["first"]), last_day(row["last"]))
