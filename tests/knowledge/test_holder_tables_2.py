"""The office-holder tables of Europe, the former USSR, Asia, Oceania and international bodies hold together and place people rightly."""

import csv
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

import dateline.knowledge

ACTORS = Path(dateline.knowledge.__file__).parent / "tables" / "actors"
TABLES = ("europe", "eurasia", "asia", "oceania", "international")
COLUMNS = ["name", "aliases", "kind", "country", "sectors", "office", "first", "last", "wikidata", "ucdp", "source"]
SECTORS = {
    "GOV",
    "MIL",
    "COP",
    "JUD",
    "LEG",
    "SPY",
    "PTY",
    "OPP",
    "PRM",
    "REB",
    "UAF",
    "UNK",
    "CVL",
    "BUS",
    "LAB",
    "EDU",
    "MED",
    "JRN",
    "REL",
    "REF",
    "CRM",
    "ELI",
    "AGR",
    "SOC",
    "PRE",
    "IGO",
}
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
# Offices that one person holds at a time, in every country.
SINGLE = {
    "president",
    "prime minister",
    "chancellor",
    "king",
    "queen",
    "foreign minister",
    "defence minister",
    "interior minister",
    "finance minister",
    "army chief",
    "chief of the general staff",
    "commander of the armed forces",
    "secretary of the Security Council",
    "UN secretary-general",
    "NATO secretary-general",
    "IAEA director general",
    "European Commission president",
    "EU foreign policy chief",
    "pope",
}

Row = dict[str, str]


def rows(table: str) -> list[Row]:
    with (ACTORS / f"holders_{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def everyone() -> list[Row]:
    return [row for table in TABLES for row in rows(table)]


def begins(day: str) -> str:
    return day + "-00-00"[len(day) - 4 :] if day else "0000-00-00"


def ends(day: str) -> str:
    return day + "-99-99"[len(day) - 4 :] if day else "9999-99-99"


def held(everyone: list[Row], name: str, day: str) -> set[tuple[str, str]]:
    """Country and office of each spell of the person, under any spelling of the name, that runs on the day."""
    return {
        (row["country"], row["office"])
        for row in everyone
        if name in (row["name"], *row["aliases"].split("|")) and begins(row["first"]) <= day <= ends(row["last"])
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_well_formed(table: str) -> None:
    for row in rows(table):
        assert list(row) == COLUMNS
        assert (row["kind"], row["source"]) == ("person", "public record"), row
        assert row["name"], row
        assert row["office"], row
        assert re.fullmatch(r"[A-Z]{3}", row["country"]), row
        assert row["sectors"], row
        assert set(row["sectors"].split()) <= SECTORS, row
        assert all(DAY.fullmatch(row[end]) for end in ("first", "last") if row[end]), row
        assert not row["wikidata"] or re.fullmatch(r"Q\d+", row["wikidata"]), row


def test_no_spell_ends_before_it_begins(everyone: list[Row]) -> None:
    assert [row for row in everyone if row["first"] and begins(row["first"]) > ends(row["last"])] == []


def test_no_spell_is_told_twice(everyone: list[Row]) -> None:
    keys = [(row["country"], row["name"], row["office"], row["first"]) for row in everyone]
    assert [key for key in set(keys) if keys.count(key) > 1] == []


def test_aliases_differ_from_the_name_and_from_each_other(everyone: list[Row]) -> None:
    for row in everyone:
        spellings = [row["name"], *filter(None, row["aliases"].split("|"))]
        assert len(spellings) == len(set(spellings)), row
        assert not any(spelling != spelling.strip() for spelling in spellings), row


def test_offices_are_in_british_english_and_one_wording() -> None:
    american = re.compile(r"\bdefense\b|\badvisor\b|spokes(woman|person)|chairwoman|\b(Foreign|Prime|Defence) Minister|\bPresident\b")
    assert [row["office"] for table in TABLES for row in rows(table) if american.search(row["office"])] == []


def test_offices_of_one_holder_have_one_at_a_time(everyone: list[Row]) -> None:
    spells: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in everyone:
        if row["office"] in SINGLE and row["first"]:
            spells[row["country"], row["office"]].append(row)
    overlaps = []
    for chain in spells.values():
        chain.sort(key=lambda row: begins(row["first"]))
        for before, after in pairwise(chain):
            # Both may hold the office on the day, or in the month or year, of the handover.
            width = min(len(before["last"]), len(after["first"]))
            if not before["last"] or before["last"][:width] > after["first"][:width]:
                overlaps.append((before["name"], before["last"], after["name"], after["first"]))
    assert overlaps == []


@pytest.mark.parametrize(
    ("name", "day", "country", "office"),
    [
        ("Sergey Shoygu", "2021-07-06", "RUS", "defence minister"),
        ("Sergei Shoigu", "2012-11-06", "RUS", "defence minister"),
        ("Sergei Shoigu", "2025-01-15", "RUS", "secretary of the Security Council"),
        ("Sergei Shoigu", "2008-08-08", "RUS", "emergency situations minister"),
        ("Andrey Belousov", "2024-06-01", "RUS", "defence minister"),
        ("Sergei Lavrov", "2021-07-06", "RUS", "foreign minister"),
        ("Vladimir Lvovich Kasatonov", "2021-06-15", "RUS", "deputy navy chief"),
        ("Maria Zakharova", "2022-03-01", "RUS", "spokesman of the foreign ministry"),
        ("Min Aung Hlaing", "2021-06-20", "MMR", "commander of the armed forces"),
        ("Min Aung Hlaing", "2021-06-20", "MMR", "chairman of the State Administration Council"),
        ("Daw Aung San Suu Kyi", "2017-01-01", "MMR", "state counsellor"),
        ("Aung San Suu Kyi", "2007-09-24", "MMR", "opposition leader"),
        ("Retno Marsudi", "2021-07-06", "IDN", "foreign minister"),
        ("Volodymyr Zelensky", "2022-02-24", "UKR", "president"),
        ("Alyaksandr Lukashenka", "2020-08-09", "BLR", "president"),
        ("Denis Pushilin", "2021-01-01", "UKR", "leader of the Donetsk People's Republic"),
        ("Velupillai Prabhakaran", "2008-01-01", "LKA", "leader of the Tamil Tigers"),
        ("Zhao Lijian", "2021-04-01", "CHN", "spokesman of the foreign ministry"),
        ("António Guterres", "2021-07-06", "UNO", "UN secretary-general"),
        ("Antonio Guterres", "2010-01-01", "UNO", "UN high commissioner for refugees"),
        ("Jens Stoltenberg", "2011-07-22", "NOR", "prime minister"),
        ("Jens Stoltenberg", "2022-02-24", "IGO", "NATO secretary-general"),
        ("Zabihullah Mujahid", "2015-01-01", "AFG", "Taliban spokesman"),
    ],
)
def test_people_hold_the_office_of_the_day(everyone: list[Row], name: str, day: str, country: str, office: str) -> None:
    assert (country, office) in held(everyone, name, day)


def test_an_office_that_is_over_is_not_held(everyone: list[Row]) -> None:
    assert ("RUS", "defence minister") not in held(everyone, "Sergey Shoygu", "2025-01-15")
    assert ("MMR", "state counsellor") not in held(everyone, "Aung San Suu Kyi", "2021-07-06")


def test_the_taliban_rule_only_while_they_rule(everyone: list[Row]) -> None:
    spells = [row for row in everyone if row["name"] == "Zabihullah Mujahid"]
    assert {row["sectors"]: row["last"] for row in spells} == {"REB": "2021-08-14", "GOV": ""}
