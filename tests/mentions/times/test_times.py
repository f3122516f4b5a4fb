import csv
import datetime as dt
from pathlib import Path

import pytest
from tests.mentions.times.conftest import Teller

from dateline.language import Engine, Phrases
from dateline.mentions.times import clock_phrases, times
from dateline.records import Article, Dateline, Published, Span

CASES = list(csv.DictReader((Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="")))


def iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("case", CASES, ids=[f"{case['expression']}: {case['sentence'][:40]}" for case in CASES])
def test_an_expression_gets_its_value_and_its_days(case: dict[str, str], told: Teller) -> None:
    found = {mention.when.text: mention for mention in told(case["sentence"], case["published"])}
    assert case["expression"] in found, list(found)
    mention = found[case["expression"]]
    days = (iso(mention.when.first), iso(mention.when.last))
    assert (mention.kind, mention.value, *days, mention.when.basis) == tuple(
        case[key] for key in ("kind", "value", "first", "last", "basis")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rebels may march on the town.",
        "Theresa May met April Smith.",
        "They hold three-quarters of the land and 2000 hostages.",
        "A 44-year-old man was among 1,990 prisoners.",
        "Soldiers fall back in the second line.",
        "The Sunday Times wrote of Bloody Sunday.",
        "He reads This Week and watches Sixty Minutes.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str, told: Teller) -> None:
    assert [mention.when.text for mention in told(text, "2021-07-07")] == []


def test_spans_are_those_of_text_and_words(told: Teller, english: Engine) -> None:
    text = "Troops left.\n\nOn Monday, July 5, rebels took the town and, at 3pm, its bridge."
    sentences = english(text)
    for mention in told(text, "2021-07-07"):
        words = sentences[mention.sentence].words
        assert text[mention.start : mention.end] == mention.when.text
        assert words[mention.first].start <= mention.start
        assert mention.end <= words[mention.last - 1].end


def test_the_days_count_from_the_dateline_where_it_has_one(told: Teller) -> None:
    text = "Harbour City, Jul 6 (Northwire).- Rebels shelled the port on Tuesday."
    opening = Dateline(text=text[:32], start=0, end=32, place="Harbour City", date=dt.date(2021, 7, 6), month=7, day=6)
    first, second = told(text, "2021-07-07", dateline=opening)
    assert (first.when.basis, first.value) == ("dateline", "2021-07-06")
    assert (second.value, second.why) == ("2021-07-06", "counted from dateline")


def test_a_dateline_is_no_day_that_an_event_can_hang_on(told: Teller) -> None:
    text = "Harbour City, Jul 6 (Northwire).- Rebels shelled the port, a day after troops took the bridge."
    opening = Dateline(text=text[:32], start=0, end=32, place="Harbour City", date=dt.date(2021, 7, 6), month=7, day=6)
    after = told(text, "2021-07-06", dateline=opening)[-1]
    assert (after.when.text, after.when.first) == ("a day", None)


def test_bounds_of_publication_become_bounds_of_what_hangs_on_it(told: Teller) -> None:
    yesterday, fixed = told("It was shelled yesterday, and on May 3, 2019.", "2021-07-06", "2021-07-08")
    assert (yesterday.when.first, yesterday.when.last) == (dt.date(2021, 7, 5), dt.date(2021, 7, 7))
    assert yesterday.value == "2021-07-0X"
    assert (fixed.when.first, fixed.when.last) == (dt.date(2019, 5, 3), dt.date(2019, 5, 3))


def test_both_ends_of_a_stretch_cover_all_of_its_days(told: Teller) -> None:
    monday, friday = told("Schools will be closed from Monday to Friday.", "2021-07-07")
    assert (monday.value, friday.value) == ("2021-07-12", "2021-07-16")
    assert {(mention.when.first, mention.when.last) for mention in (monday, friday)} == {(dt.date(2021, 7, 12), dt.date(2021, 7, 16))}


def test_days_that_the_calendar_does_not_hold_are_no_dates(told: Teller) -> None:
    for text in (
        "It was shelled on February 30, 2021.",
        "He lived 99999 years ago and 9000 years later.",
        "See 45/45/2021 and 2021-13-40.",
    ):
        for mention in told(text, "2021-07-07"):
            assert mention.when.first is None or mention.when.last is not None


def test_all_times_of_a_long_story_are_found(english: Engine) -> None:
    text = "Rebels who had fled the port on Monday night shelled the town for three hours, the army said. Nobody was hurt.\n\n" * 50
    sentences = english(text)
    day = dt.date(2021, 7, 7)
    body = Span(start=0, end=len(text))
    article = Article(id="a", path="a", text=text, body=body, published=Published(first=day, last=day, basis="given"))
    assert len(times(article, sentences)) == 100


def test_a_headline_in_the_present_tense_tells_of_the_nearest_such_day(english: Engine) -> None:
    text = "Rebels shell port on Tuesday\n\nNobody was hurt, the army said."
    day = dt.date(2021, 7, 7)
    published = Published(first=day, last=day, basis="given")
    article = Article(id="a", path="a", text=text, body=Span(start=30, end=len(text)), published=published)
    (tuesday,) = times(article, english(text))
    assert tuesday.value == "2021-07-06"


def test_a_time_of_day_and_its_day_stay_in_one_sentence(english: Engine) -> None:
    text = "A judge was shot at 10 p.m. Tuesday, police said."
    day = dt.date(2021, 7, 7)
    published = Published(first=day, last=day, basis="given")
    article = Article(id="a", path="a", text=text, body=Span(start=0, end=len(text)), published=published)
    (shot,) = times(article, english(text, unbroken=Phrases(clock_phrases())))
    assert (shot.when.text, shot.value) == ("10 p.m. Tuesday", "2021-07-06T22:00")
