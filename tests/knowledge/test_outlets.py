"""Outlets are found by name and by address, and not where a word is only spelled like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.countries import countries
from dateline.knowledge.outlets import Outlet, Outlets, outlets


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("reuters", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("Tass", "TASS"),
        ("Interfax news agency", "Interfax"),
        ("the Irrawaddy", "The Irrawaddy"),
        ("Le Figaro", "Le Figaro"),
        ("LIBÉRATION", "Liberation"),
    ],
)
def test_an_outlet_is_found_by_its_names_without_regard_to_case_accents_and_sort(name: str, found: str) -> None:
    outlet = outlets().named(name)
    assert outlet is not None
    assert outlet.name == found


@pytest.mark.parametrize("name", ["trend", "mash", "Times", "ap", "spa", "nation", "the", "", "agency"])
def test_words_that_are_names_besides_are_no_outlets(name: str) -> None:
    assert outlets().named(name) is None


@pytest.mark.parametrize("name", ["Trend", "Mash", "The Times", "AP", "SPA", "The Insider"])
def test_names_that_are_words_are_found_as_they_are_written(name: str) -> None:
    assert outlets().named(name) is not None


def test_of_two_outlets_of_one_name_the_country_tells() -> None:
    for country in ("PAK", "PHL"):
        found = outlets().named("PTV", country=country)
        assert found is not None
        assert found.country == country


def test_a_name_that_several_have_is_found_alone_only_for_the_one_that_is_listed_by_it() -> None:
    rows = [Outlet(name="Dawn Post (Utopia)", kind="paper", country="UTO", state="no")]
    assert Outlets(rows).named("Dawn Post") is None
    assert Outlets(rows).named("Dawn Post", country="UTO") == rows[0]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://edition.cnn.com/2024/01/01/x.html", "CNN"),
        ("www.bbc.co.uk", "BBC"),
        ("https://t.me/s/Rybar/123", "Rybar"),
        ("https://www.irrawaddy.com/news/a.html", "The Irrawaddy"),
    ],
)
def test_an_outlet_is_found_by_its_address(address: str, found: str) -> None:
    outlet = outlets().at(address)
    assert outlet is not None
    assert outlet.name == found


@pytest.mark.parametrize("address", ["", "http://[broken", "https://youtube.com/x", "https://t.me/", "notcnn.com", "com"])
def test_other_addresses_belong_to_no_outlet(address: str) -> None:
    assert outlets().at(address) is None


@given(st.text(max_size=40))
def test_any_name_and_address_can_be_looked_up(text: str) -> None:
    outlets().named(text)
    outlets().at(text)


def test_each_row_has_a_country_and_a_way_to_be_found() -> None:
    known = {row.code for row in countries()} | {row.id for row in countries()} | {"UNO", "EUR", "IMG", "NGO"}
    for row in outlets():
        assert row.country in known, row
        assert row.kind in {"agency", "paper", "broadcaster", "site", "magazine", "channel"}, row
        assert row.state in {"yes", "no", "unknown"}, row
        assert row.source, row
        bare = row.name.partition(" (")[0]
        assert outlets().named(bare, country=row.country) is not None, row


def test_state_media_say_how_they_are_tied() -> None:
    assert [row.name for row in outlets() if row.state == "yes" and not row.control] == []
