"""Who is meant: titles, nationalities, bodies, groups, and the basis that says so."""

import datetime as dt

import pytest
from tests.mentions.actors.conftest import Teller

from dateline.knowledge.library import knowledge
from dateline.language import Engine
from dateline.mentions.actors.find import actors
from dateline.records import Article, Published, Span
from dateline.records.reading import readings


def test_a_name_with_title_and_nationality(tell: Teller) -> None:
    party = tell("Russian Foreign Minister Sergei Lavrov flew to Jakarta on Tuesday.")["Russian Foreign Minister Sergei Lavrov"].party
    assert (party.name, party.country, party.sectors[0], party.office) == ("Sergey Lavrov", "RUS", "GOV", "foreign minister")


@pytest.mark.parametrize("spelling", ["Shoygu", "Shoigu", "Shoĭgu"])
@pytest.mark.parametrize("given", ["Sergey", "Sergei"])
def test_an_office_is_the_one_held_on_the_day(tell: Teller, given: str, spelling: str) -> None:
    name = f"{given} {spelling}"
    text = f"{name} spoke to reporters in Moscow."
    before, after = tell(text, "2021-07-07")[name].party, tell(text, "2025-03-01")[name].party
    assert (before.country, before.office) == ("RUS", "defence minister")
    assert after.country == "RUS"
    assert after.office != "defence minister"


def test_a_former_holder_is_of_the_elite_and_holds_no_office(tell: Teller) -> None:
    party = tell("Former French President François Hollande criticised the plan.")["Former French President François Hollande"].party
    assert (party.country, party.sectors, party.office) == ("FRA", ("ELI",), None)


def test_an_unknown_person_takes_country_and_sector_from_the_apposition(tell: Teller) -> None:
    told = tell("The deputy commander of the Kenyan navy, Colonel Wanjiru Odhiambo-Brook, boarded the ship.")
    party = told["Colonel Wanjiru Odhiambo-Brook"].party
    assert (party.country, party.sectors) == ("KEN", ("MIL",))
    assert "Kenyan" in party.basis
    assert told.same("Colonel Wanjiru Odhiambo-Brook", "The deputy commander of the Kenyan navy")


def test_titles_in_a_row_and_a_name_behind_them_are_one_person(tell: Teller) -> None:
    told = tell("The Burmese military chief and head of the junta Aung Hlaing flew to Moscow.")
    party = told["Aung Hlaing"].party
    assert (party.name, party.country) == ("Min Aung Hlaing", "MMR")
    assert told.same("The Burmese military chief", "Aung Hlaing")
    assert not told.same("the junta", "Aung Hlaing")


def test_parties_that_are_coordinated_are_one_each(tell: Teller) -> None:
    told = tell("Britain, Japan and Saudi Arabia signed the text.")
    assert [mention.party.country for mention in told.mentions] == ["GBR", "JPN", "SAU"]


def test_a_noun_shared_by_nationalities_stands_for_each(tell: Teller) -> None:
    told = tell("French, German and Polish ministers signed the text.")
    assert [mention.party.country for mention in told.mentions] == ["FRA", "DEU", "POL"]


def test_a_role_shared_by_countries_stands_for_each(tell: Teller) -> None:
    told = tell("The presidents of Estonia and Latvia signed the text.")
    assert {mention.party.country for mention in told.mentions if mention.form == "nominal"} == {"EST", "LVA"}


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("The Kremlin", "RUS"),
        ("Foggy Bottom", "USA"),
        ("Naypyidaw", "MMR"),
        ("Ankara", "TUR"),
        ("Downing Street", "GBR"),
        ("Pyongyang", "PRK"),
    ],
)
def test_a_seat_of_government_stands_for_it(tell: Teller, words: str, country: str) -> None:
    party = tell(f"{words} rejected the offer on Monday.")[words].party
    assert (party.country, party.sectors[0]) == (country, "GOV")


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Eight Turkish soldiers crossed the river.", "Eight Turkish soldiers", "TUR", "MIL"),
        ("Rebel leaders from Darfur signed the truce.", "Rebel leaders", "SDN", "REB"),
        ("The police in Karachi held two men.", "The police", "PAK", "COP"),
        ("Peru's interior ministry denied it.", "interior ministry", "PER", "GOV"),
        ("The minister of defence of Chad resigned.", "The minister of defence of Chad", "TCD", "GOV"),
        ("Afghan refugees marched to the border.", "Afghan refugees", "AFG", "REF"),
        ("Two Kenyan journalists were held.", "Two Kenyan journalists", "KEN", "JRN"),
    ],
)
def test_groups_and_bodies_take_country_and_sector_from_their_words(tell: Teller, text: str, words: str, country: str, sector: str) -> None:
    party = tell(text)[words].party
    assert (party.country, party.sectors[0]) == (country, sector)


def test_unidentified_armed_men_have_no_country(tell: Teller) -> None:
    party = tell("Unidentified gunmen killed eight villagers in northern Nigeria.")["Unidentified gunmen"].party
    assert (party.country, party.sectors) == (None, ("UAF",))


def test_what_a_nationality_modifies_need_not_act(tell: Teller) -> None:
    mention = tell("Russian airstrikes hit the town.")["Russian"]
    assert (mention.form, mention.party.country) == ("modifier", "RUS")


def test_a_country_told_by_nothing_but_the_story_says_so(tell: Teller) -> None:
    told = tell("Protesters marched through Nairobi on Friday. Police fired rubber bullets.")
    assert told["Police"].party.country == "KEN"
    assert "context" in told["Police"].party.basis


def test_a_dateline_names_no_actor(english: Engine) -> None:
    from dateline.records import Dateline

    text = "Bangkok, Jul 7 (Halyard).- Soldiers from Laos crossed the river."
    line = Dateline(text=text[:26], start=0, end=26, place="Bangkok", agency="Halyard")
    article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=Published(), dateline=line)
    found = actors(article, list(readings(text, english(text))), knowledge())
    assert all(mention.start >= line.end for mention in found)


def test_an_article_without_a_day_is_read_all_the_same(tell: Teller) -> None:
    party = tell("Russian Foreign Minister Sergei Lavrov spoke.", day=None)["Russian Foreign Minister Sergei Lavrov"].party
    assert (party.country, party.sectors[0]) == ("RUS", "GOV")


def test_text_without_words_has_no_actors(english: Engine) -> None:
    article = Article(
        id="a",
        path="x",
        text="…",
        body=Span(start=0, end=1),
        published=Published(first=dt.date(2021, 1, 1), last=dt.date(2021, 1, 1), basis="given"),
    )
    assert actors(article, list(readings("…", english("…"))), knowledge()) == ()


def test_a_surname_alone_is_the_holder_of_a_high_office_in_the_story(tell: Teller) -> None:
    told = tell("Ukrainian soldiers shot down the plane. Zelensky visited them.")
    assert told["Zelensky"].party.office == "president"
    assert tell("Zelensky scored twice in Lima.")["Zelensky"].party.office is None


def test_those_who_leave_a_country_are_not_from_it(tell: Teller) -> None:
    assert tell("The United States completed the withdrawal of troops from Iraq.")["troops"].party.country == "USA"


def test_a_name_with_a_possessive_is_one(tell: Teller) -> None:
    party = tell("Members of the Lord's Resistance Army burned a village.")["the Lord's Resistance Army"].party
    assert (party.country, party.sectors) == ("UGA", ("REB",))


def test_a_name_that_a_table_has_is_one_wherever_the_tagger_cuts_it(tell: Teller) -> None:
    told = tell("The Security Council is to meet. The Economic Community of West African States condemned the coup.")
    assert (told["The Security Council"].party.name, told["The Security Council"].party.country) == ("UN Security Council", "UNO")
    assert told["The Economic Community of West African States"].party.country == "IGO"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("US-backed Syrian rebels took the town.", "US-backed Syrian rebels", "SYR"),
        ("The Saudi-led coalition bombed the port.", "The Saudi-led coalition", "SAU"),
        ("Russian-led Central African soldiers left.", "Russian-led Central African soldiers", "CAF"),
        ("The Trump administration cut the aid to Russia.", "The Trump administration", "USA"),
        ("Latin American diplomats met in Russia.", "Latin American diplomats", None),
    ],
)
def test_what_a_phrase_says_of_its_country(tell: Teller, text: str, words: str, country: str | None) -> None:
    found = tell(text, "2018-07-07")
    assert [mention.party.country for mention in found.all(words)] == [country]


def test_a_breakaway_entity_is_not_the_state_that_claims_it(tell: Teller) -> None:
    told = tell("Georgia accused Abkhazia of firing. The two sides had met in May.")
    assert not told.same("Georgia", "Abkhazia")
    assert (told["Abkhazia"].party.country, told["Abkhazia"].party.sectors) == ("GEO", ("PRE",))
    assert len(told["The two sides"].members) == 2


def test_a_surname_with_its_country_is_the_holder(tell: Teller) -> None:
    told = tell("Germany's Merkel spoke in Rome.")
    assert (told["Merkel"].party.country, told["Merkel"].party.name) == ("DEU", "Angela Merkel")


def test_an_office_to_come_is_not_held_yet(tell: Teller) -> None:
    party = tell("Emmanuel Macron studied in Nanterre.", "2005-03-01")["Emmanuel Macron"].party
    assert (party.country, party.office) == ("FRA", None)


def test_nobody_is_named_for_any_or_the_next_holder(tell: Teller) -> None:
    told = tell("The next French president will visit Kenya. Any US president would.")
    assert told["The next French president"].party.name is None
    assert told["Any US president"].party.name is None


def test_an_interval_of_years_gives_no_office(english: Engine) -> None:
    text = "Sergei Shoigu spoke in Moscow."
    published = Published(first=dt.date(2015, 7, 7), last=dt.date(2025, 7, 7), basis="weekday", years=(2015, 2025))
    article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=published)
    (shoigu, *_) = actors(article, list(readings(text, english(text))), knowledge())
    assert (shoigu.party.country, shoigu.party.office) == ("RUS", None)


def test_where_talks_are_held_does_not_act(tell: Teller) -> None:
    told = tell("Hamas and Fatah held talks in Doha.")
    assert {mention.party.text for mention in told.mentions} == {"Hamas", "Fatah"}


def test_an_office_that_is_a_body_is_no_person(tell: Teller) -> None:
    told = tell("The sheriff's office arrested a man in Peru.")
    assert [mention.party.text for mention in told.mentions if mention.party.sectors == ("COP",)] == ["The sheriff's office"]


def test_officers_are_of_the_service_that_the_story_tells_of(tell: Teller) -> None:
    assert tell("Kenyan police fired tear gas. Two officers were hurt.")["Two officers"].party.sectors == ("COP",)
    assert tell("Kenyan troops fled. Two officers were hurt.")["Two officers"].party.sectors == ("MIL",)


def test_the_basis_names_the_title(tell: Teller) -> None:
    assert "title: colonel" in tell("Colonel Ann Brook spoke in Kenya.")["Colonel Ann Brook"].party.basis


def test_letters_that_cannot_be_transcribed_are_nobodys_name(tell: Teller) -> None:
    for mention in tell("Иван Иванов spoke in Moscow.", "2015-01-01").mentions:
        assert mention.party.office is None
