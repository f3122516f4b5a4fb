"""The shipped facts are sound rows, and the story's words find them."""

import csv
import re
from importlib.resources import files

import pytest

from dateline.knowledge.anchors import anchors

KINDS = {"coup", "name"}


def test_every_row_has_a_kind_dates_in_order_and_a_source() -> None:
    rows = list(csv.DictReader((files("dateline.knowledge") / "tables/anchors.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 100
    for row in rows:
        assert row["kind"] in KINDS, row
        assert row["source"], row
        assert not row["last"] or row["first"] <= row["last"], row
        assert (row["kind"] == "coup") == (not row["name"]), row
        assert row["kind"] != "name" or all(re.search("[A-Z]", name) for name in row["name"].split("/")), row


def test_middle_initial_and_possessive_do_not_hide_a_holder() -> None:
    found = anchors().bounds("President Donald J. Trump’s envoy left.", start=0)
    assert any("Donald Trump" in bound.why for bound in found)


def test_deputy_and_former_office_are_other_offices() -> None:
    for words in ("Vice President Joe Biden", "former US Secretary of State John Kerry", "Deputy Prime Minister Rishi Sunak"):
        assert not [bound for bound in anchors().bounds(f"The talks with {words} ended.", start=0) if " was " in bound.why], words


def test_full_stops_of_initials_do_not_hide_that_an_office_is_over() -> None:
    text = "The attack on former U.S. Secretary of State George Shultz failed."
    assert not [bound for bound in anchors().bounds(text, start=0) if " was " in bound.why]


def test_holders_come_from_the_tables_of_actors_in_any_transliteration() -> None:
    (bound,) = [bound for bound in anchors().bounds("Defense Minister Sergei Shoigu said so.", start=0) if " was " in bound.why]
    assert "defence minister of Russia 2012-11-06" in bound.why


def test_guinea_is_not_guinea_bissau() -> None:
    assert not anchors().bounds("The Sept. 5 coup in Guinea-Bissau failed.", start=0)
    assert anchors().bounds("The Sept. 5 coup in Guinea failed.", start=0)


def test_words_that_are_nearly_titles_name_no_holder() -> None:
    for words in ("Kresident", "Superpresident", "Presidents"):
        assert not [bound for bound in anchors().bounds(f"{words} Donald Trump left.", start=0) if " was " in bound.why], words


@pytest.mark.parametrize("story", ["Fighters of al-Qaeda left.", "(Al-Qaeda) and al-Shabaab left."])
def test_name_that_begins_with_a_small_letter_is_found(story: str) -> None:
    assert any("nothing was called al-" in bound.why for bound in anchors().bounds(story, start=0))
