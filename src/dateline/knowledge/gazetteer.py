"""Places by name: GeoNames' cities and areas, and the regions, waters and small places that were entered by hand.

Rows come from `tables/places.tsv.gz` (distilled by `dateline.learn.knowledge.gazetteer`), `tables/regions.csv` and
`tables/places_added.csv`; they are compiled into one look-up when they are first needed.
"""

import csv
import gzip
import io
import math
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal, cast

from dateline.knowledge.compiled import database
from dateline.knowledge.names import folded, storable

COLUMNS: Final = ("name", "kind", "country", "admin1", "lat", "lon", "radius_km", "population", "aliases", "source")
PlaceKind = Literal["country", "admin1", "admin2", "capital", "city", "site", "region", "continent", "water", "island", "mountains"]
_VERSION: Final = "7"
_SCHEMA: Final = """
create table places (id integer primary key, geonameid integer, name text, kind text, country text, admin1 text, admin2 text,
                     lat real, lon real, population integer, radius real);
create table names (key text, place integer, form text, own integer);
"""
_BY_NAME: Final = """
select form, own, geonameid, name, kind, country, admin1, admin2, lat, lon, population, radius
from names join places on places.id = names.place where key = ?
"""
_NEAR: Final = """
select geonameid, name, kind, country, admin1, admin2, lat, lon, population, radius from places
where lat between ? and ? and lon between ? and ? and kind in ('city', 'capital')
"""
_SPOT: Final = 0.25  # degrees
_SAME: Final = """
select places.id from names join places on places.id = names.place where key = ? and country = ? and kind in ('city', 'capital')
and lat between ? and ? and lon between ? and ? order by population desc limit 1
"""
_REACH: Final = 0.6  # degrees
_AREA_NEAR: Final = """
select admin1 from places where lat between ? and ? and lon between ? and ? and country = ? and admin1 != '' and geonameid is not null
and kind in ('city', 'capital') order by (lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) limit 1
"""
_RADII: Final = {"country": 400.0, "admin1": 100.0, "admin2": 30.0, "capital": 15.0, "city": 5.0}  # km, where a row has none
_AREA: Final = re.compile(
    r"^(?:(?:the )?(?:city|province|state|republic|governorate|region|autonomous republic) of )"
    r"|[ -](?:province|oblast'?|governorate|region|district|department|prefecture|county|parish|borough|municipality|voivodeship|krai"
    r"|wilaya|emirate|division|canton|regency|raion|state|muhafazah|city)$"
)
_SHORTENED: Final = {
    **{f"{side}ern": side for side in ("north", "south", "east", "west")},  # North Darfur is Northern Darfur
    "saint": "st",
    "sainte": "ste",
    "mount": "mt",
    "fort": "ft",
    "&": "and",
}
# Arabic's article is written in many ways and often left out; `El` is Spanish's as well, and dropped only where Arabic is spoken.
_ARTICLES: Final = frozenset(("the", "al", "ad", "an", "ar", "as", "ash", "at", "az", "ath"))
_EL: Final = frozenset("EGY SDN SSD LBY DZA TUN MAR MRT SOM SYR LBN ESH TCD".split())
_NO_LETTER: Final = re.compile(r"[.,'`()]")
_CODE: Final = 4  # letters: a name as short and in capitals is an abbreviation, and found only as it is written


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place of the table. `country` is alpha-3, "" for what lies in several or none; `admin1` and `admin2` are names, or "".

    `population` is 0 where unknown, `radius_km` a rough size. `own` is False where it was found by another than its main name.
    """

    geonameid: int | None
    name: str
    kind: PlaceKind
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    population: int
    radius_km: float
    own: bool = True

    @property
    def settled(self) -> bool:
        """Whether it is a city, town or village."""
        return self.kind in ("city", "capital")


class Gazetteer:
    """Looks places up by name; `gazetteer()` gives the one of the package."""

    def __init__(self, connection: sqlite3.Connection, *, own: Iterable[Mapping[str, str]] = ()) -> None:
        """`connection` is to the compiled tables; `own` are rows of a user's, by column, which come before them."""
        self._connection = connection
        self._own = _in_memory(rows) if (rows := list(own)) else None
        self._found = lru_cache(maxsize=50_000)(self._look_up)
        self._abbreviations = lru_cache(maxsize=50_000)(self._is_abbreviation)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """The places called `name`, most people first; case, accents, hyphens and full stops aside.

        Abbreviations (`US`, `Ala.`) are found only as the table writes them, as `us` and `ind` are words.
        """
        return self._found(name)

    def abbreviates(self, name: str) -> bool:
        """Whether the table has the abbreviation `name`, as it is written."""
        return self._abbreviations(name)

    def _is_abbreviation(self, name: str) -> bool:
        rows = self._connection.execute("select form from names where key = ?", (key(name),)) if _written(name) else ()
        return any(form == name for (form,) in rows)

    def nearest(self, lat: float, lon: float) -> Place | None:
        """The city, town or village nearest to a point; None where there is none within three degrees."""
        for reach in (0.3, 3.0):
            box = (lat - reach, lat + reach, lon - reach, lon + reach)
            if rows := self._connection.execute(_NEAR, box).fetchall():
                narrow = math.cos(math.radians(lat))
                return min(
                    (_place(row, own=True) for row in rows), key=lambda place: math.hypot(place.lat - lat, (place.lon - lon) * narrow)
                )
        return None

    def _look_up(self, name: str) -> tuple[Place, ...]:
        return (*(_called(self._own, name) if self._own else ()), *_called(self._connection, name))


def _called(connection: sqlite3.Connection, name: str) -> tuple[Place, ...]:
    """The places of one look-up that are called `name`, most people first."""
    rows = connection.execute(_BY_NAME, (key(name),)).fetchall()
    exact = [row for row in rows if row[0] == name] if _written(name) else []
    kept = exact if any(_written(row[0]) for row in exact) else [row for row in rows if not _written(row[0])]
    found = {row[2:]: bool(row[1]) for row in sorted(kept, key=lambda row: cast(int, row[1]))}
    places = [_place(row, own=own) for row, own in found.items()]
    return tuple(sorted(places, key=lambda place: (-place.population, place.name, place.lat)))


def _place(row: tuple[object, ...], *, own: bool) -> Place:
    geonameid, name, kind, country, admin1, admin2, lat, lon, population, radius = row
    return Place(
        geonameid=cast("int | None", geonameid),
        name=cast(str, name),
        kind=cast(PlaceKind, kind),
        country=cast(str, country),
        admin1=cast(str, admin1),
        admin2=cast(str, admin2),
        lat=cast(float, lat),
        lon=cast(float, lon),
        population=cast(int, population),
        radius_km=cast(float, radius),
        own=own,
    )


@lru_cache(maxsize=50_000)
def key(name: str) -> str:
    """What names are compared by: `St. John's` and `Saint Johns` are one, and so are `Deir ez-Zor` and `Deir Ez Zor`."""
    words = _NO_LETTER.sub("", folded(storable(name)).replace("-", " ").replace("–", " ").replace("/", " ")).split()
    if len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return " ".join(_SHORTENED.get(word, word) for word in words) if len(words) > 1 else "".join(words)


def _written(form: str) -> bool:
    """Whether a name is an abbreviation, which counts only as it is written."""
    return form.endswith(".") or (len(form) <= _CODE and form.isupper())


def gazetteer(own: Iterable[Mapping[str, str]] = ()) -> Gazetteer:
    """The gazetteer of the package, compiled into the user's cache on first use (some seconds), with a user's `own` places on top."""
    return Gazetteer(_connection(), own=own) if own else _shipped()


@cache
def _shipped() -> Gazetteer:
    return Gazetteer(_connection())


@cache
def _connection() -> sqlite3.Connection:
    tables = Path(str(files("dateline.knowledge"))) / "tables"
    sources = (tables / "places.tsv.gz", tables / "regions.csv", tables / "places_added.csv")
    return database("gazetteer", sources=sources, version=_VERSION, build=lambda connection: build(connection, *sources))


def _in_memory(own: Iterable[Mapping[str, str]]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.executescript(_SCHEMA)
    for told in own:
        _insert(connection, _row(told))
    connection.execute("create index by_key on names (key)")
    return connection


@dataclass(frozen=True, slots=True)
class _Row:
    place: tuple[int | None, str, str, str, str, str, float, float, int, float]
    names: tuple[str, ...]


def build(connection: sqlite3.Connection, places: Path, regions: Path, added: Path) -> None:
    """Fills an empty database with the tables' rows; an added row of a country or an area without a point adds names to it."""
    connection.executescript(_SCHEMA)
    numbers: dict[tuple[str, str, str], int] = {}
    for row in _distilled(places):
        number = _insert(connection, row)
        if row.place[2] in ("country", "admin1"):
            numbers.setdefault((row.place[2], row.place[3], row.place[1] if row.place[2] == "admin1" else ""), number)
    connection.execute("create index by_key on names (key)")
    for row, told in (*_by_hand(regions), *_by_hand(added)):
        kind, area = told["kind"], told.get("admin1", "")
        number = numbers.get((kind, told["country"], area if kind == "admin1" else ""), 0)
        number = number or (_same_town(connection, row) if kind == "city" else 0)
        if number:
            _amend(connection, number, row, told)
        else:
            _insert(connection, row)
    connection.execute("create index by_point on places (lat, lon)")
    _fill_areas(connection)


def _same_town(connection: sqlite3.Connection, row: _Row) -> int:
    """The number of the town of a distilled row that an added one spells otherwise: same country, one name in common.

    No more than 25 km off, where the added row has a point; else the one with the most people.
    """
    country, lat, lon = row.place[3], row.place[6], row.place[7]
    spot = _SPOT if lat or lon else 180.0
    for name in (row.place[1], *row.names):
        found = connection.execute(_SAME, (key(name), country, lat - spot, lat + spot, lon - spot, lon + spot)).fetchone()
        if found:
            return int(found[0])
    return 0


def _amend(connection: sqlite3.Connection, number: int, row: _Row, told: Mapping[str, str]) -> None:
    """Adds an added row's names to a country or an area that is there; a first-level area takes its main name as well."""
    _name(connection, number, (row.place[1],), own=True)
    _name(connection, number, row.names)
    if told["lat"] and told["kind"] != "city":
        connection.execute("update places set lat = ?, lon = ? where id = ?", (*row.place[6:8], number))
    if told["kind"] == "city":
        connection.execute("update places set name = ? where id = ?", (row.place[1], number))
    if told["kind"] == "admin1" and row.place[1] != told["admin1"]:
        connection.execute("update places set name = ? where id = ?", (row.place[1], number))
        connection.execute("update places set admin1 = ? where country = ? and admin1 = ?", (row.place[1], told["country"], told["admin1"]))


def _fill_areas(connection: sqlite3.Connection) -> None:
    """Gives the small places that were entered by hand the first-level area of the nearest city of their country."""
    lacking = connection.execute(
        "select id, country, lat, lon from places where kind in ('city', 'site') and admin1 = '' and country != ''"
    )
    for number, country, lat, lon in lacking.fetchall():
        box = (lat - _REACH, lat + _REACH, lon - _REACH, lon + _REACH, country, lat, lat, lon, lon)
        if found := connection.execute(_AREA_NEAR, box).fetchone():
            connection.execute("update places set admin1 = ? where id = ?", (found[0], number))


def _insert(connection: sqlite3.Connection, row: _Row) -> int:
    cursor = connection.execute("insert into places values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row.place)
    number = cast(int, cursor.lastrowid)
    _name(connection, number, (row.place[1],), own=True)
    _name(connection, number, row.names)
    return number


def _name(connection: sqlite3.Connection, number: int, names: tuple[str, ...], *, own: bool = False) -> None:
    rows = {(key(name), name if _written(name) else ""): (key(name), number, name, own) for name in names}
    connection.executemany("insert into names values (?, ?, ?, ?)", rows.values())


def _distilled(file: Path) -> Iterator[_Row]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        for told in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            kind, name = told["kind"], told["name"]
            names = tuple(filter(None, told["names"].split("|")))
            bare = tuple(_AREA.sub("", folded(form)) for form in (name, *names)) if kind in ("admin1", "admin2") else ()
            radius = _RADII[kind]
            place = (int(told["geonameid"]), name, kind, told["country"], told["admin1"], told["admin2"])
            if told["country"] in _EL:
                bare += tuple(form[3:] for form in (name, *names) if form.startswith("El "))
            yield _Row((*place, float(told["lat"]), float(told["lon"]), int(told["population"]), radius), (*names, *filter(None, bare)))


def _by_hand(file: Path) -> Iterator[tuple[_Row, dict[str, str]]]:
    with io.StringIO(file.read_text(encoding="utf-8"), newline="") as lines:
        for told in csv.DictReader(lines):
            countries = (told.get("countries") or told.get("country") or "").split()
            told["country"] = countries[0] if len(countries) == 1 else ""
            yield _row(told), told


def _row(told: Mapping[str, str]) -> _Row:
    """A row that was entered by hand, from its cells."""
    place = (None, told["name"], told["kind"], told["country"], told.get("admin1") or "", "")
    point = float(told["lat"] or 0), float(told["lon"] or 0), int(told.get("population") or 0), float(told["radius_km"] or 5)
    return _Row((*place, *point), tuple(filter(None, (told["aliases"] or "").split("|"))))
