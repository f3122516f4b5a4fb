"""The tables of organisations, groups, services, firms and parties: their form, and that the names of the news are found in them."""

import csv
import datetime as dt
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.knowledge.actors import COLUMNS, KINDS, Known, actors, bare, rows, tables
from dateline.knowledge.countries import countries
from dateline.knowledge.dates import first_day, last_day

NON_STATE = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
SECTORS = set(re.findall("[A-Z]+", "GOV MIL COP JUD LEG SPY PTY OPP PRM REB UAF UNK CVL BUS LAB EDU MED JRN REL REF CRM ELI AGR SOC PRE"))
NAMES = (
    "armed_groups",
    "armed_groups_distilled",
    "bodies",
    "bodies_distilled",
    "companies",
    "international",
    "ngos",
    "parties",
    "parties_distilled",
    "security_services",
    "security_services_distilled",
)
TABLES = {path.stem: path for path in tables() if path.stem in NAMES}
MEMBERS = ("members.csv", "members_added.csv")


def on(name: str, day: str = "2025-06-01") -> list[Known]:
    """The rows that go by `name` on `day`, without persons."""
    return [row for row in actors().named(name) if row.kind != "person" and row.on(dt.date.fromisoformat(day))]


def test_every_table_of_organisations_ships() -> None:
    assert sorted(TABLES) == sorted(NAMES)


@pytest.mark.parametrize("table", NAMES)
def test_rows_have_known_codes_and_dates_in_order(table: str) -> None:
    states = {country.id for country in countries() if country.kind in {"state", "territory"}}
    for row in rows(TABLES[table]):
        assert tuple(row) == COLUMNS
        assert row["name"] == row["name"].strip() != ""
        assert row["kind"] in KINDS - {"person"}
        assert not row["country"] or row["country"] in states | NON_STATE, row["name"]
        assert set(row["sectors"].split()) <= SECTORS, row["name"]
        assert row["source"]
        first, last = first_day(row["first"]), last_day(row["last"])
        assert first is None or last is None or first <= last, row["name"]


@pytest.mark.parametrize("table", NAMES)
def test_spells_of_one_name_do_not_overlap_in_one_country(table: str) -> None:
    spells: dict[tuple[str, str], list[tuple[dt.date, dt.date]]] = {}
    for row in rows(TABLES[table]):
        spell = first_day(row["first"]) or dt.date.min, last_day(row["last"]) or dt.date.max
        spells.setdefault((row["country"], bare(row["name"])), []).append(spell)
    for key, found in spells.items():
        found.sort()
        assert all(earlier[1] < later[0] for earlier, later in pairwise(found)), key


@pytest.mark.parametrize("table", MEMBERS)
def test_members_are_of_organisations_that_the_tables_know(table: str) -> None:
    with (TABLES["ngos"].parent.parent / table).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            assert actors().named(row["organisation"]), row["organisation"]
            assert countries().country(row["country"])
            first, last = first_day(row["first"]), last_day(row["last"])
            assert first is None or last is None or first <= last


def test_a_body_has_its_members_from_one_table_only() -> None:
    folder = TABLES["ngos"].parent.parent
    distilled, added = ({row["organisation"] for row in _lines(folder / table)} for table in MEMBERS)
    assert not distilled & added


def test_members_are_known_by_date() -> None:
    added = list(_lines(TABLES["ngos"].parent.parent / "members_added.csv"))
    last = {(row["organisation"], row["country"]): row["last"] for row in added}
    assert last["European Union", "GBR"] == "2020-01-31"
    assert last["Economic Community of West African States", "MLI"] == "2025-01-28"
    assert Counter(row["organisation"] for row in added if not row["last"])["NATO"] == 32


def _lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("the UN Security Council", "UNO", None),
        ("UNHCR", "UNO", None),
        ("the EU", "EUR", None),
        ("ASEAN", "IGO", None),
        ("the International Criminal Court", "IGO", "JUD"),
        ("Hizballah", "LBN", "REB"),
        ("Hezbollah", "LBN", "REB"),
        ("Daesh", "IMG", "REB"),
        ("the M23 rebels", "COD", "REB"),
        ("al-Shabaab", "SOM", "REB"),
        ("CJNG", "MEX", "CRM"),
        ("Arakan Army", "MMR", "REB"),
        ("the Revolutionary Guards", "IRN", "MIL"),
        ("FSB", "RUS", "SPY"),
        ("Israel Defense Forces", "ISR", "MIL"),
        ("Carabineros", "CHL", "COP"),
        ("Rosoboronexport", "RUS", "GOV"),
        ("Doctors Without Borders", "NGO", "MED"),
        ("the Knesset", "ISR", "LEG"),
        ("State Department", "USA", "GOV"),
        ("Palestinian Authority", "PSE", "GOV"),
        ("Likud", "ISR", "PTY"),
        ("ZANU-PF", "ZWE", "PTY"),
        ("Nepali Army", "NPL", "MIL"),
        ("Tanzanian parliament", "TZA", "LEG"),
    ],
)
def test_names_as_the_press_writes_them_are_found(name: str, country: str, sector: str | None) -> None:
    found = [row for row in on(name) if row.country == country]
    assert found
    assert found[0].sectors[:1] == ((sector,) if sector else ())


@pytest.mark.parametrize(
    ("name", "day", "sector"),
    [
        ("Taliban", "2021-08-14", "REB"),
        ("Taliban", "2021-08-15", "GOV"),
        ("Rapid Support Forces", "2022-01-01", "PRM"),
        ("Rapid Support Forces", "2023-04-15", "REB"),
        ("FMLN", "1989-11-11", "REB"),
        ("FMLN", "1995-01-01", "PTY"),
        ("State Administration Council", "2022-06-01", "GOV"),
    ],
)
def test_what_a_group_is_goes_by_the_day(name: str, day: str, sector: str) -> None:
    assert [row.sectors[0] for row in on(name, day)][:1] == [sector]


def test_a_junta_that_is_gone_is_not_found_on_a_later_day() -> None:
    assert on("State Administration Council", "2025-07-30")
    assert not on("State Administration Council", "2026-01-01")


def test_groups_carry_the_ids_of_the_conflict_data() -> None:
    assert {row.ucdp for row in actors().named("Boko Haram")} == {"1051"}
