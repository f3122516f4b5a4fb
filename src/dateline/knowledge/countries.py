"""States, territories, breakaway entities and former states, and all the names that they, their people and their seats of power go by."""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal, cast

from dateline.knowledge.dates import covers, first_day, last_day
from dateline.knowledge.names import folded

CountryKind = Literal["state", "territory", "breakaway", "former"]
NameForm = Literal["name", "official", "short", "part", "adjective", "demonym", "seat", "former"]

KINDS: Final[tuple[CountryKind, ...]] = ("state", "territory", "breakaway", "former")
FORMS: Final[tuple[NameForm, ...]] = ("name", "official", "short", "part", "adjective", "demonym", "seat", "former")
NAME_COLUMNS: Final = ("id", "form", "name", "sectors", "first", "last", "source")
# Distilled by `dateline.learn.knowledge.countries`; entered by hand.
_COUNTRIES: Final = ("countries.csv", "countries_added.csv")
_GOVERNMENT: Final = ("GOV",)
_NAMES: Final = ("country_names.csv", "country_names_added.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """Anything that is, was, or acts as a country.

    `id` is ISO 3166 alpha-3 where there is one. `code` is what actors from there are coded as: the claiming state for a breakaway entity,
    the successor for a former state. `first` and `last` bound its being independent, as far as the table knows.
    """

    id: str
    name: str
    kind: CountryKind
    code: str
    iso2: str = ""
    fips: str = ""
    numeric: str = ""
    capital: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    wikidata: str = ""
    geonameid: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """A name of the country `id`, or of its people, of a part of it, of a place or building that stands for its government.

    `sectors` are those of whoever acts under the name, the primary first; people (adjective, demonym) have none. `first` and `last` bound
    the use of the name for the country, so for a seat the time when those who govern sat there. `own` says that a user told it.
    """

    id: str
    form: NameForm
    name: str
    sectors: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    own: bool = False


class Countries:
    """Countries by id, and by every name. Of several bearers of a name, the one that is meant more often comes first."""

    def __init__(self, rows: Iterable[Country], names: Iterable[CountryName]) -> None:
        self._rows: Mapping[str, Country] = {row.id: row for row in rows}
        self._by_iso2: Mapping[str, Country] = {row.iso2: row for row in self._rows.values() if row.iso2}
        self._names = tuple(names)
        by_name: dict[str, list[CountryName]] = {}
        for name in self._names:
            by_name.setdefault(folded(name.name).removeprefix("the "), []).append(name)
        self._by_name: Mapping[str, list[CountryName]] = {
            name: self._likelier_first(rows) if len(rows) > 1 else rows for name, rows in by_name.items()
        }

    def __iter__(self) -> Iterator[Country]:
        return iter(self._rows.values())

    def _likelier_first(self, rows: list[CountryName]) -> list[CountryName]:
        """Users' own, states before what was or broke away, then as the tables have them; one bearer's forms in the order of `FORMS`."""
        bearers = list(dict.fromkeys(row.id for row in rows))
        if len(bearers) > 1:
            bearers.sort(key=lambda id: KINDS.index(self._rows[id].kind))
        return sorted(rows, key=lambda row: (not row.own, bearers.index(row.id), FORMS.index(row.form)))

    def country(self, id: str) -> Country:
        """The country with this id. KeyError where there is none."""
        return self._rows[id]

    def by_iso2(self, iso2: str) -> Country | None:
        """The country with the ISO 3166 alpha-2 code `iso2`."""
        return self._by_iso2.get(iso2)

    def names(self, id: str, *forms: NameForm) -> tuple[CountryName, ...]:
        """The names of a country, all or those of the `forms`."""
        return tuple(name for name in self._names if name.id == id and (not forms or name.form in forms))

    def named(self, name: str, *, day: dt.date | None = None) -> tuple[CountryName, ...]:
        """What `name` may stand for; with a `day`, without what was not called so on it. Former names count on every day.

        Case, accents and an article in front make no difference; other words do. Names all in capitals are found in capitals only: `US`
        is a country, `us` is not. That `turkey` and `male` are no names is for the caller to know.
        """
        key = folded(name)
        bare = key.removeprefix("the ")
        found = self._by_name.get(key) or self._by_name.get(bare) or ()
        lowered = not name[len(key) - len(bare) :].isupper()
        return tuple(row for row in found if not (lowered and row.name.isupper()) and _in_use(row, day))

    def code(self, name: str, *, day: dt.date | None = None) -> str | None:
        """What actors that go by `name` are coded as; None where no country is called so, or several that are coded differently."""
        codes = {self._rows[row.id].code for row in self.named(name, day=day)}
        return codes.pop() if len(codes) == 1 else None

    def seat_of(self, name: str, *, day: dt.date | None = None) -> CountryName | None:
        """The seat of power called `name`, the likeliest where there are several."""
        return next((row for row in self.named(name, day=day) if row.form == "seat"), None)


def _in_use(row: CountryName, day: dt.date | None) -> bool:
    return day is None or row.form == "former" or covers(day, first=row.first, last=row.last)


def countries(own: Iterable[Mapping[str, str]] = ()) -> Countries:
    """The countries that are shipped, a user's `own` rows of names in front."""
    if not own:
        return _shipped()
    names = [replace(_name([row[column] for column in NAME_COLUMNS]), own=True) for row in own]
    return Countries(_shipped(), [*names, *(_name(row) for row in _rows(_NAMES))])


@cache
def _shipped() -> Countries:
    return Countries((_country(row) for row in _rows(_COUNTRIES)), (_name(row) for row in _rows(_NAMES)))


def _rows(tables: Iterable[str]) -> Iterator[list[str]]:
    """The rows of the tables, without their header lines."""
    for table in tables:
        text = (files("dateline.knowledge") / "tables" / table).read_text(encoding="utf-8")
        yield from csv.reader(text.splitlines()[1:])


def _country(row: list[str]) -> Country:
    id_, name, kind, code, iso2, fips, numeric, capital, first, last, wikidata, geonameid, source = row
    return Country(
        id=id_,
        name=name,
        kind=cast("CountryKind", kind),
        code=code,
        iso2=iso2,
        fips=fips,
        numeric=numeric,
        capital=capital,
        first=first_day(first),
        last=last_day(last),
        wikidata=wikidata,
        geonameid=int(geonameid) if geonameid else None,
        source=source,
    )


def _name(row: list[str]) -> CountryName:
    id_, form, name, sectors, first, last, _ = row
    people = form in {"adjective", "demonym"}
    return CountryName(
        id=id_,
        form=cast("NameForm", form),
        name=name,
        sectors=() if people else tuple(sectors.split()) if sectors else _GOVERNMENT,
        first=first_day(first) if first else None,  # most are open: the look-up loads in two thirds of the time
        last=last_day(last) if last else None,
    )
