"""The table of who was who on which day: its shape, its halves, and that the sources still give it."""

import csv
import datetime as dt
import re
from pathlib import Path

from dateline.learn.knowledge.actors_by_day import rows, split_of

TABLE = Path(__file__).parent / "actors_by_day.csv"


def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_names_alone_decide_the_half() -> None:
    assert {row["name"]: row["split"] for row in table()} == {row["name"]: split_of(row["name"]) for row in table()}
    assert [row["split"] for row in table()].count("dev") == 150
    assert [row["split"] for row in table()].count("test") == 150


def test_rows_are_whole() -> None:
    for row in table():
        assert row["name"] == row["name"].strip()
        assert " " not in row["name"] or not row["name"].isupper()
        assert dt.date(1990, 1, 1) <= dt.date.fromisoformat(row["day"]) <= dt.date(2026, 8, 22)
        assert re.fullmatch("[A-Z]{3}", row["country"])
        assert row["sectors"] in {"GOV", "LEG", "ELI", "REB", "JRN", "SPY", "MIL", "JUD"}
        assert row["office"] == row["office"].lower()
        assert not (row["sectors"] == "ELI" and row["office"])


def test_sources_still_give_the_table(shared: Path) -> None:
    drawn = {(row.name, row.day.isoformat(), row.country, row.sector, row.office, row.source) for row in rows(shared / "knowledge")}
    kept = {(row["name"], row["day"], row["country"], row["sectors"], row["office"], row["source"]) for row in table()}
    assert drawn == kept
