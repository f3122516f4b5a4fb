"""The tables of office-holders of Africa, the Middle East and the Americas hold to their format and to what everyone can look up."""

import csv
import itertools
import re
from collections import defaultdict
from pathlib import Path

import pytest

import dateline.knowledge
from dateline.learn.knowledge.holders_rows import COLUMNS

ACTORS = Path(dateline.knowledge.__file__).parent / "tables/actors"
BY_HAND = ("holders_africa", "holders_middle_east", "holders_americas")
TABLES = (*BY_HAND, "holders_distilled")
SECTORS = set(
    "GOV MIL COP JUD LEG SPY PTY OPP PRM REB UAF UNK CVL BUS LAB EDU MED JRN REL REF CRM ELI AGR SOC PRE".split()  # noqa: SIM905
)
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
ONE_AT_A_TIME = {"president", "prime minister", "king", "emir", "foreign minister", "defence minister", "interior minister", "army chief"}
# Two governments at once: after the vote of 2010 in Ivory Coast, and in Libya since 2011.
TWO_GOVERNMENTS = {"CIV", "LBY"}


def rows(table: str) -> list[dict[str, str]]:
    with (ACTORS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def over_before(one: str, other: str) -> bool:
    width = min(len(one), len(other))
    return one[:width] < other[:width]


def holders(table: str, *, country: str, office: str, day: str) -> list[str]:
    return [
        row["name"]
        for row in rows(table)
        if (row["country"], row["office"]) == (country, office)
        and not over_before(day, row["first"])
        and not (row["last"] and over_before(row["last"], day))
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_keeps_to_the_format(table: str) -> None:
    for row in rows(table):
        assert tuple(row) == COLUMNS, row
        assert row["name"], row
        assert row["kind"] == "person", row
        assert re.fullmatch("[A-Z]{3}", row["country"]), row
        assert set(row["sectors"].split()) <= SECTORS, row
        assert row["source"], row
        assert re.fullmatch(r"(Q\d+)?", row["wikidata"]), row


@pytest.mark.parametrize("table", TABLES)
def test_days_are_days_in_order(table: str) -> None:
    for row in rows(table):
        assert not row["first"] or DAY.fullmatch(row["first"]), row
        assert not row["last"] or DAY.fullmatch(row["last"]), row
        assert not (row["first"] and row["last"] and over_before(row["last"], row["first"])), row


@pytest.mark.parametrize("table", TABLES)
def test_no_spell_stands_twice(table: str) -> None:
    spells = [(row["name"], row["country"], row["office"], row["sectors"], row["first"]) for row in rows(table)]
    assert len(spells) == len(set(spells))


@pytest.mark.parametrize("table", BY_HAND)
def test_rows_kept_by_hand_have_an_office_and_a_first_day(table: str) -> None:
    assert all(row["office"] and row["first"] and row["sectors"] for row in rows(table))


@pytest.mark.parametrize("table", BY_HAND)
def test_an_office_for_one_is_held_by_one_at_a_time(table: str) -> None:
    held: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows(table):
        if row["office"] in ONE_AT_A_TIME and row["country"] not in TWO_GOVERNMENTS:
            held[row["country"], row["office"]].append(row)
    for spells in held.values():
        for one, other in itertools.pairwise(sorted(spells, key=lambda row: row["first"])):
            assert one["last"], (one, other)
            assert not over_before(other["first"], one["last"]) or one["last"][:4] == other["first"][:4], (one, other)


def test_lists_of_2014_do_not_run_on_to_today() -> None:
    of_2014 = [
        row for row in rows("holders_distilled") if row["source"].startswith("PETRARCH, 2014") and "public record" not in row["source"]
    ]
    assert of_2014
    assert all(row["last"] and row["last"] < "2015" for row in of_2014)


@pytest.mark.parametrize(
    ("table", "country", "office", "day", "name"),
    [
        ("holders_middle_east", "EGY", "president", "2013-01-15", "Mohamed Morsi"),
        ("holders_middle_east", "EGY", "president", "2013-10-01", "Adly Mansour"),
        ("holders_middle_east", "ISR", "prime minister", "2022-03-01", "Naftali Bennett"),
        ("holders_middle_east", "YEM", "president", "2015-04-01", "Abd-Rabbu Mansour Hadi"),
        ("holders_middle_east", "TUR", "foreign minister", "2024-05-01", "Hakan Fidan"),
        ("holders_africa", "ETH", "prime minister", "2020-11-04", "Abiy Ahmed"),
        ("holders_africa", "BFA", "president", "2022-05-01", "Paul-Henri Damiba"),
        ("holders_africa", "NGA", "president", "2014-04-15", "Goodluck Jonathan"),
        ("holders_americas", "USA", "secretary of state", "2003-02-05", "Colin Powell"),
        ("holders_americas", "USA", "president", "2019-10-27", "Donald Trump"),
        ("holders_americas", "COL", "president", "2016-09-26", "Juan Manuel Santos"),
        ("holders_americas", "VEN", "foreign minister", "2018-02-01", "Jorge Arreaza"),
    ],
)
def test_who_held_the_office_on_the_day(table: str, country: str, office: str, day: str, name: str) -> None:
    assert holders(table, country=country, office=office, day=day) == [name]
