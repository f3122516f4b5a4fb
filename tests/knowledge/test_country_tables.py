"""The tables of countries are whole, their codes valid, and what bears one name in several countries is known and listed."""

import csv
import datetime as dt
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.knowledge.countries import FORMS, KINDS, Countries, Country, CountryName, countries
from dateline.knowledge.dates import covers, span
from dateline.knowledge.names import folded
from dateline.learn.knowledge.countries import COUNTRY_HEADER, NAME_HEADER, adjectives, country_rows, name_rows, nouns

TABLES = files("dateline.knowledge") / "tables"
COUNTRY_TABLES = ("countries.csv", "countries_added.csv")
NAME_TABLES = ("country_names.csv", "country_names_added.csv")
SECTORS = frozenset(  # PLOVER's
    "GOV MIL COP JUD LEG SPY PTY OPP PRM REB UAF UNK CVL BUS LAB EDU MED JRN REL REF CRM ELI AGR SOC PRE".split()  # noqa: SIM905
)

# Names that countries with different codes share; whoever looks one up must decide by what stands beside it.
CLASHES = {
    "channel islander": {"GGY", "JEY"},
    "channel islanders": {"GGY", "JEY"},
    "congo": {"COD", "COG"},
    "congolese": {"COD", "COG"},
    "dominican": {"DMA", "DOM"},
    "dominicans": {"DMA", "DOM"},
    "kashmir": {"IND", "PAK"},
    "korea": {"KOR", "PRK"},
    "korean": {"KOR", "PRK"},
    "koreans": {"KOR", "PRK"},
    "papuan": {"IDN", "PNG"},
    "virgin islander": {"VGB", "VIR"},
    "virgin islanders": {"VGB", "VIR"},
    "willemstad": {"CUW", "NLD"},
}


def rows(*tables: str) -> list[dict[str, str]]:
    return [row for table in tables for row in csv.DictReader((TABLES / table).read_text(encoding="utf-8").splitlines())]


def states() -> list[Country]:
    return [country for country in countries() if country.kind == "state"]


@pytest.mark.parametrize(
    ("table", "header"),
    [("countries.csv", COUNTRY_HEADER), ("countries_added.csv", COUNTRY_HEADER), *((table, NAME_HEADER) for table in NAME_TABLES)],
)
def test_tables_have_the_columns_that_are_agreed_and_name_a_source_in_each_row(table: str, header: list[str]) -> None:
    found = rows(table)
    assert list(found[0]) == header
    assert all(row["source"] for row in found)
    assert all(cell == cell.strip() for row in found for cell in row.values())


def test_ids_and_codes_are_valid_and_unique() -> None:
    found = rows(*COUNTRY_TABLES)
    assert {row["kind"] for row in found} == set(KINDS)
    standing = {row["id"] for row in found if row["kind"] in {"state", "territory"}}
    for column in ("id", "iso2", "fips", "numeric", "wikidata", "geonameid"):
        counts = Counter(row[column] for row in found if row[column])
        assert not [value for value, count in counts.items() if count > 1 and not (column == "numeric" and value == "891")], column
    for row in found:
        assert row["id"].isascii()
        assert row["id"].isupper()
        assert len(row["id"]) in range(2, 6)
        assert row["code"] == row["id"] if row["id"] in standing else row["code"] in standing, row["id"]


def test_there_are_the_states_of_the_united_nations_and_four_more() -> None:
    beside = {"PSE", "VAT", "TWN", "XKX"}
    assert beside < {state.id for state in states()}
    assert len(states()) == 193 + len(beside)


def test_every_state_has_a_name_an_adjective_its_people_and_a_seat() -> None:
    for state in states():
        forms = {name.form for name in countries().names(state.id)}
        needed = {"name", "adjective", "seat"} | ({"demonym"} if state.id != "VAT" else set())
        assert needed <= forms, f"{state.id} lacks {needed - forms}"
        assert state.capital
        seats = {folded(name.name) for name in countries().names(state.id, "seat")}
        assert folded(state.capital) in seats, state.id


def test_names_belong_to_countries_and_have_known_forms_and_sectors() -> None:
    ids = {country.id for country in countries()}
    for row in rows(*NAME_TABLES):
        assert row["id"] in ids
        assert row["form"] in FORMS
        assert set(row["sectors"].split()) <= SECTORS, row
        assert not (row["sectors"] and row["form"] in {"adjective", "demonym"}), row


def test_names_stand_once_in_each_form_and_in_order() -> None:
    found = rows(*NAME_TABLES)
    counts = Counter((row["id"], row["form"], folded(row["name"])) for row in found)
    assert not [key for key, count in counts.items() if count > 1]
    for table in NAME_TABLES:
        keys = [(row["id"], FORMS.index(row["form"])) for row in rows(table)]
        assert all(one <= other for one, other in pairwise(keys)), table


def test_dates_are_dates_and_begin_before_they_end() -> None:
    for row in (*rows(*COUNTRY_TABLES), *rows(*NAME_TABLES)):
        first, last = span(row["first"])[0], span(row["last"])[1]
        assert first is None or last is None or first <= last, row
    assert all(country.last for country in countries() if country.kind == "former")


def test_breakaway_entities_act_as_such() -> None:
    for country in countries():
        for name in countries().names(country.id):
            if name.sectors:
                assert ("PRE" in name.sectors) == (country.kind == "breakaway"), name


def test_names_that_countries_share_are_the_ones_listed() -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for row in rows(*NAME_TABLES):
        codes[folded(row["name"])].add(countries().country(row["id"]).code)
    assert {name: shared for name, shared in codes.items() if len(shared) > 1} == CLASHES


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the Kremlin", "RUS"),
        ("Türkiye", "TUR"),
        ("TURKEY", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("U.S.", "USA"),
        ("the States", "USA"),
        ("Scottish", "GBR"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Soviet", "RUS"),
        ("East Germans", "DEU"),
        ("Zaire", "COD"),
        ("Burmese", "MMR"),
        ("Somaliland", "SOM"),
        ("Sahrawi", "MAR"),
        ("Turkish Cypriots", "CYP"),
        ("Kosovars", "XKX"),
        ("Hong Kong", "HKG"),
        ("Taipei", "TWN"),
        ("Congo-Brazzaville", "COG"),
        ("Erbil", "IRQ"),
    ],
)
def test_usual_names_have_their_codes(name: str, code: str) -> None:
    assert countries().code(name) == code


def test_a_shared_name_has_no_code_and_its_likelier_bearer_first() -> None:
    assert countries().code("Congolese") is None
    assert [countries().named(name)[0].id for name in ("Congo", "Dominican", "Korea")] == ["COD", "DOM", "KOR"]
    assert [(row.id, row.form) for row in countries().named("Congo")[:3]] == [("COD", "short"), ("COD", "adjective"), ("COG", "short")]


def test_short_names_in_capitals_are_no_pronouns() -> None:
    assert [countries().code(name) for name in ("US", "the US", "The U.S.", "THE US")] == ["USA"] * 4
    assert countries().named("us") == ()
    assert countries().named("car") == ()


def test_a_seat_counts_on_the_days_on_which_they_sat_there() -> None:
    then, now = dt.date(1999, 5, 1), dt.date(2021, 7, 7)
    assert countries().code("Rangoon", day=then) == countries().code("Naypyidaw", day=now) == "MMR"
    assert countries().named("Rangoon", day=now) == countries().named("Naypyidaw", day=then) == ()
    seat = countries().seat_of("Astana", day=now)
    assert seat is not None
    assert seat.sectors == ("GOV",)


def test_former_names_count_on_every_day() -> None:
    assert countries().code("Upper Volta", day=dt.date(2024, 1, 1)) == "BFA"


def test_metonyms_say_who_sits_there() -> None:
    pentagon, lubyanka = countries().seat_of("the Pentagon"), countries().seat_of("Lubyanka")
    assert pentagon is not None
    assert lubyanka is not None
    assert (pentagon.id, pentagon.sectors) == ("USA", ("GOV", "MIL"))
    assert (lubyanka.id, lubyanka.sectors) == ("RUS", ("SPY",))


def test_states_come_before_what_was_or_broke_away() -> None:
    kinds = [countries().country(row.id).kind for row in countries().named("Belgrade")]
    assert kinds == ["state", "former", "former"]


def test_a_country_is_found_by_its_codes() -> None:
    assert countries().country("MMR").name == "Myanmar"
    found = countries().by_iso2("EH")
    assert found is not None
    assert (found.id, found.code, found.kind) == ("ESH", "MAR", "breakaway")
    assert countries().by_iso2("ZZ") is None
    with pytest.raises(KeyError):
        countries().country("ZZZ")


def test_the_last_days_of_former_states_are_covered() -> None:
    union = countries().country("SUN")
    assert covers(dt.date(1991, 12, 1), first=union.first, last=union.last)
    assert not covers(dt.date(1992, 1, 1), first=union.first, last=union.last)


def test_countries_of_ones_own_can_be_looked_up() -> None:
    own = Countries(
        [Country(id="UTO", name="Utopia", kind="state", code="UTO")], [CountryName(id="UTO", form="name", name="Utopia", sectors=("GOV",))]
    )
    assert own.code("the UTOPIA") == "UTO"
    assert [country.id for country in own] == ["UTO"]


def test_nouns_and_adjectives_of_the_factbook_are_read() -> None:
    assert list(nouns("Croat(s), Croatian(s)")) == ["Croat", "Croats", "Croatian", "Croatians"]
    assert list(nouns("Irishman(men), Irishwoman(women), Irish (collective plural)")) == [
        "Irishman",
        "Irishmen",
        "Irishwoman",
        "Irishwomen",
        "Irish",
    ]
    assert list(nouns("none")) == []
    assert list(adjectives("Saudi or Saudi Arabian")) == ["Saudi", "Saudi Arabian"]
    assert list(adjectives("Taiwan (or Taiwanese)")) == ["Taiwan", "Taiwanese"]


def test_distilling_again_gives_the_tables_that_are_shipped(shared: Path) -> None:
    knowledge = shared / "knowledge"
    if not knowledge.is_dir():
        pytest.skip(f"no sources of facts at {knowledge}")
    assert [list(row.values()) for row in rows("countries.csv")] == country_rows(knowledge)
    assert [list(row.values()) for row in rows("country_names.csv")] == [list(row) for row in name_rows(knowledge)]
