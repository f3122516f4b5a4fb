import csv
import gzip
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer, Place, build, gazetteer, key
from dateline.knowledge.outlet_homes import outlet_homes

TABLES = Path(str(files("dateline.knowledge"))) / "tables"


@pytest.fixture(scope="module")
def held() -> Gazetteer:
    return gazetteer()


def first(places: tuple[Place, ...], kind: str) -> Place:
    return next(place for place in places if place.kind == kind)


def test_a_city_has_its_point_country_and_area(held: Gazetteer) -> None:
    city = first(held.candidates("Kharkiv"), "city")
    assert (city.country, city.admin1, city.geonameid) == ("UKR", "Kharkiv", 706483)
    assert city.lat == pytest.approx(50.0, abs=0.1)
    assert city.lon == pytest.approx(36.2, abs=0.1)


def test_accents_hyphens_articles_and_saints_make_no_difference(held: Gazetteer) -> None:
    assert held.candidates("SAINT LOUIS") == held.candidates("St. Louis") != ()
    assert key("Deir Ez Zor") == key("Deir ez-Zor")
    assert {place.name for place in held.candidates("Qamishli")} == {place.name for place in held.candidates("al-Qamishli")}


def test_an_abbreviation_is_found_only_as_it_is_written(held: Gazetteer) -> None:
    assert [place.country for place in held.candidates("US")] == ["USA"]
    assert all(place.country != "USA" for place in held.candidates("us"))
    assert first(held.candidates("Ala."), "admin1").name == "Alabama"
    assert all(place.name != "Alabama" for place in held.candidates("Ala"))
    assert held.abbreviates("Mass.")
    assert not held.abbreviates("Mass")


def test_namesakes_come_with_the_most_people_first(held: Gazetteer) -> None:
    people = [place.population for place in held.candidates("Springfield")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 10


def test_an_unknown_name_has_no_candidates(held: Gazetteer) -> None:
    assert held.candidates("Nowhereville-on-Nothing") == ()
    assert held.candidates("") == ()


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Sahel", "region", ""),
        ("Donbas", "region", "UKR"),
        ("South China Sea", "water", ""),
        ("the Middle East", "region", ""),
        ("Zaporizhzhia plant", "site", "UKR"),
        ("Rafah crossing", "site", "PSE"),
        ("Africa", "continent", ""),
        ("Rapides Parish", "admin2", "USA"),
        ("North Darfur", "admin1", "SDN"),
    ],
)
def test_what_is_no_city_is_known_as_well(held: Gazetteer, name: str, kind: str, country: str) -> None:
    assert first(held.candidates(name), kind).country == country


def test_a_place_by_hand_gets_the_area_around_it(held: Gazetteer) -> None:
    assert first(held.candidates("Przewodow"), "city").admin1 == "Lublin"


def test_the_nearest_town_is_found_and_none_in_mid_ocean(held: Gazetteer) -> None:
    nearest = held.nearest(50.45, 30.52)
    assert nearest is not None
    assert nearest.country == "UKR"
    assert held.nearest(-45.0, -130.0) is None


def test_every_country_has_a_row_with_a_point() -> None:
    with gzip.open(TABLES / "places.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] == "country"]
    assert len({row["country"] for row in rows}) == len(rows) > 240
    assert all(-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180 for row in rows)


@pytest.mark.parametrize("table", ["regions.csv", "places_added.csv"])
def test_rows_by_hand_are_whole(table: str) -> None:
    with (TABLES / table).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        assert all(row[column] for column in ("name", "kind", "source")), row
        assert not row["lat"] or (-90 <= float(row["lat"]) <= 90 and -180 <= float(row["lon"]) <= 180), row
        assert row["name"] not in row["aliases"].split("|"), row
    names = [(row["name"], row["kind"], row.get("country"), row.get("admin1")) for row in rows]
    assert len(names) == len(set(names))


def test_rows_by_hand_without_a_point_belong_to_a_place_that_has_one() -> None:
    connection = sqlite3.connect(":memory:")
    build(connection, TABLES / "places.tsv.gz", TABLES / "regions.csv", TABLES / "places_added.csv")
    assert connection.execute("select name, country from places where lat = 0 and lon = 0").fetchall() == []


def test_homes_of_outlets_are_places_of_the_gazetteer(held: Gazetteer) -> None:
    for domain, home in outlet_homes().items():
        towns = [place for place in held.candidates(home.place) if place.settled and place.country == home.country]
        assert any(not home.admin1 or place.admin1 == home.admin1 for place in towns), domain
