"""The look-up of actors, and the tables that it is made of."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from dateline.knowledge.actors import COLUMNS, actors, rows, tables
from dateline.knowledge.own import OwnRow, problems

ROW = dict.fromkeys(COLUMNS, "")


def test_names_are_found_in_any_case_with_or_without_article() -> None:
    found = actors()
    assert found.named("islamic state") == found.named("the Islamic State") != ()


def test_people_are_found_in_other_transliterations_and_by_surname() -> None:
    found = actors()
    assert {row.name for row in found.spelled("Sergei Shoĭgu")} == {row.name for row in found.named("Sergey Shoygu")}
    assert "Sergey Shoygu" in {row.name for row in found.surnamed("Shoigu")}


def test_holders_of_an_office_come_with_their_spells() -> None:
    day = dt.date(2021, 7, 7)
    assert {row.name for row in actors().holders("defence minister", "RUS") if row.on(day)} == {"Sergey Shoygu"}


def test_own_rows_come_first() -> None:
    own = {**ROW, "name": "Islamic State", "kind": "group", "country": "IRQ", "sectors": "REB", "source": "mine"}
    found = actors([own]).named("Islamic State")
    assert found[0].own
    assert found[0].country == "IRQ"
    assert len(found) > 1
    assert not any(row.own for row in actors().named("Islamic State"))


@pytest.mark.parametrize("path", tables(), ids=lambda path: path.stem)
def test_the_shipped_tables_hold_what_a_users_must(path: Path) -> None:
    found = [OwnRow("actors", f"{path} {number}", row) for number, row in enumerate(rows(path), start=2)]
    assert list(problems(found)) == []


def test_no_person_holds_one_office_of_one_country_twice_on_a_day() -> None:
    seen: Counter[tuple[str, ...]] = Counter()
    for path in (path for path in tables() if "distilled" not in path.stem):  # those add other spellings to rows by hand
        seen.update(tuple(row[name] for name in ("name", "country", "office", "first")) for row in rows(path) if row["kind"] == "person")
    assert [key for key, count in seen.items() if count > 1] == []


def test_acronyms_are_found_as_they_are_written() -> None:
    found = actors()
    assert found.named("WHO") == found.named("the WHO") != ()
    assert found.named("NATO") == found.named("Nato") != ()
    assert not any(row.name == "World Health Organization" for row in (*found.named("who"), *found.named("Who")))
