from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.gazetteer import Place, gazetteer
from dateline.language import Engine, engine
from dateline.mentions.places import Hints, places
from dateline.records import Article, Dateline, PlaceMention, Published, Span

Found = Callable[..., dict[str, PlaceMention]]


@pytest.fixture(scope="module")
def english() -> Engine:
    return engine("english")


def mentions(
    english: Engine, text: str, *, home: Place | None = None, outlet: str | None = None, line: Dateline | None = None
) -> tuple[PlaceMention, ...]:
    article = Article(id="a", path="a.txt", text=text, body=Span(start=0, end=len(text)), published=Published(), dateline=line)
    return places(article, english(text), gazetteer(), hints=Hints(outlet=outlet, home=home))


@pytest.fixture(scope="module")
def found(english: Engine) -> Found:
    """The mentions of a text by their words; the last of a word counts."""
    return lambda text, **options: {text[one.start : one.end]: one for one in mentions(english, text, **options)}


def test_a_town_and_its_state_are_two_places_and_the_first_lies_in_the_second(found: Found) -> None:
    held = found("The gunman fled to Paris, Texas, on Monday.")
    assert held["Paris"].where.admin1 == "Texas"
    assert held["Paris"].where.basis == "in Texas, named with it"
    assert held["Texas"].where.precision == "admin1"


def test_an_abbreviated_state_keeps_its_full_stop(found: Found) -> None:
    held = found("Police in Springfield, Mass., arrested two men.")
    assert held["Springfield"].where.admin1 == "Massachusetts"
    assert held["Mass."].where.country == "USA"


def test_an_adjective_in_front_tells_the_country(found: Found) -> None:
    held = found("A bomb went off in the Lebanese city of Tripoli.")
    assert held["Tripoli"].where.country == "LBN"


def test_places_nearby_tell_which_namesake_is_meant(found: Found) -> None:
    assert found("Protests spread to Tripoli and Sidon. Beirut stayed calm.")["Tripoli"].where.country == "LBN"
    assert found("Militias fought in Tripoli and Misrata. Benghazi stayed calm.")["Tripoli"].where.country == "LBY"


def test_georgia_is_the_state_or_the_country_by_what_else_is_named(found: Found) -> None:
    assert (
        found("Georgia accused Russia of moving a fence near Gori. Police closed a road to Tbilisi.")["Georgia"].where.precision
        == "country"
    )
    assert found("Crowds blocked roads in Atlanta and Savannah, in Georgia.")["Georgia"].where.admin1 == "Georgia"


def test_a_region_and_a_city_of_one_name_are_kept_apart(found: Found, english: Engine) -> None:
    text = "Donetsk was quiet. Shells fell on towns in the Donetsk region, officials said."
    city, region = mentions(english, text)[:2]
    assert (city.where.precision, region.where.precision) == ("city", "admin1")


def test_a_row_of_names_shares_its_noun(found: Found) -> None:
    held = found("Drones hit the Belgorod and Kursk regions in Russia.")
    assert {held["Belgorod"].where.precision, held["Kursk"].where.precision} == {"admin1"}


def test_two_names_that_make_one_are_one(found: Found) -> None:
    assert found("Police in Jammu and Kashmir arrested two men.")["Jammu and Kashmir"].where.precision == "admin1"


def test_one_name_with_two_areas_is_two_places(english: Engine) -> None:
    text = "Crowds marched in Birmingham, Alabama, and in Birmingham, England."
    cities = [one.where.country for one in mentions(english, text) if one.where.text == "Birmingham"]
    assert cities == ["USA", "GBR"]


def test_a_city_is_meant_where_an_area_has_its_name(found: Found) -> None:
    assert found("Rebels shelled Aleppo on Friday.")["Aleppo"].where.precision == "city"


def test_a_village_that_no_table_has_is_put_where_it_lies(found: Found) -> None:
    where = found("Soldiers burned the village of Hpakamawlay in Kachin State.")["Hpakamawlay"].where
    assert (where.country, where.admin1, where.precision) == ("MMR", "Kachin State", "admin1")
    assert "not in the gazetteer" in where.basis


def test_a_place_of_which_nothing_is_known_gets_no_point(found: Found) -> None:
    where = found("They met in the village of Qwertystan.")["Qwertystan"].where
    assert (where.lat, where.country, where.precision) == (None, None, None)


@pytest.mark.parametrize(
    "text", ["Seoul said it would respond.", "Seoul condemned the launch.", "The launch was condemned by Seoul's foreign ministry."]
)
def test_a_capital_that_acts_is_a_metonym(found: Found, text: str) -> None:
    assert found(text)["Seoul"].role == "metonym"


def test_a_capital_where_something_happens_is_a_place(found: Found) -> None:
    assert found("Thousands marched in Seoul on Sunday.")["Seoul"].role == "place"


def test_a_country_that_acts_is_a_metonym_and_still_resolved(found: Found) -> None:
    held = found("Pakistan shot down two jets over Kashmir.")
    assert (held["Pakistan"].role, held["Pakistan"].where.country) == ("metonym", "PAK")
    assert held["Kashmir"].role == "place"


def test_adjectives_and_peoples_are_no_places(found: Found) -> None:
    held = found("Russian and Ukrainian troops fought near Bakhmut, and Arab diplomats met in Cairo.")
    assert set(held) == {"Bakhmut", "Cairo"}


def test_surnames_are_no_places(found: Found) -> None:
    assert set(found("Carl Lindenau and Mary Houston spoke in Geneva. Houston said talks went well.")) == {"Geneva"}


def test_a_place_within_the_name_of_a_body_is_a_metonym(found: Found) -> None:
    held = found("The Chicago Police Department said a man was shot.")
    assert held["Chicago"].role == "metonym"


def test_what_is_attacked_is_a_place_though_it_looks_like_a_person(found: Found) -> None:
    held = found("Turkish drones struck Ain Issa and Tel Tamer in northern Syria.")
    assert held["Ain Issa"].where.country == "SYR"


def test_the_runner_up_is_told(found: Found) -> None:
    other = found("The minister flew to Paris.")["Paris"].other
    assert other is not None
    assert other.name is not None


def test_the_town_of_the_outlet_tells_which_namesake_is_meant(found: Found) -> None:
    text = "A man from Paris was arrested on Sunday."
    home = next(place for place in gazetteer().candidates("Paris") if place.admin1 == "Texas")
    assert found(text)["Paris"].where.country == "FRA"
    assert found(text, home=home)["Paris"].where.admin1 == "Texas"


def test_the_country_of_the_outlet_counts_but_little(found: Found) -> None:
    assert found("The minister flew to London.", outlet="CAN")["London"].where.country == "GBR"


def test_an_agency_in_the_dateline_is_no_place(english: Engine) -> None:
    text = "Warsaw, Nov 16 (Vistula News) - A missile hit a farm near Przewodow."
    line = Dateline(text="Warsaw, Nov 16 (Vistula News) -", start=0, end=31, place="Warsaw", places=("Warsaw",), agency="Vistula News")
    assert [text[one.start : one.end] for one in mentions(english, text, line=line)] == ["Warsaw", "Przewodow"]


def test_sentences_that_were_not_analysed_have_no_places(english: Engine) -> None:
    text = "Rebels entered Goma. The army left Bukavu."
    article = Article(id="a", path="a.txt", text=text, body=Span(start=0, end=len(text)), published=Published())
    read = english(text, wanted=lambda sentence: "Goma" in sentence)
    assert [text[one.start : one.end] for one in places(article, read, gazetteer(), hints=Hints())] == ["Goma"]


WORDS = st.sampled_from(
    [
        "in",
        "at",
        "near",
        "Paris",
        "Homs",
        "Texas",
        ",",
        ".",
        "(",
        ")",
        "the",
        "of",
        "city",
        "said",
        "Georgia",
        "Mr.",
        "12",
        "Ala.",
        "U.S.",
        "al",
        "-",
        "’s",
        "É",
        "US$",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    read = engine("english")
    for one in mentions(read, text):
        assert last <= one.start < one.end <= len(text)
        assert one.where.text == text[one.start : one.end]
        assert one.first < one.last
        last = one.end
