"""Counts of people: the table of sentences, where the mentions stand, and numbers by themselves."""

import csv
from functools import cache
from pathlib import Path

import pytest

from dateline.language import engine
from dateline.language.engine import Engine
from dateline.mentions.quantities import quantities
from dateline.mentions.quantities.numbers import numbers
from dateline.records import Article, Published, QuantityMention, Span

CASES = Path(__file__).parent / "cases.csv"
FLOOR = 0.95  # of the sentences wholly right; at first sight 76 of the 80 written before the code and 63 of the first 81 after it were


@cache
def english() -> Engine:
    return engine("english")


def read(text: str) -> list[tuple[QuantityMention, str]]:
    """The mentions of a text, each with the word for those counted."""
    sentences = english()(text)
    article = Article(id="a", path="a.txt", text=text, body=Span(start=0, end=len(text)), published=Published())
    heads = [(mention, sentences[mention.sentence].words[mention.head]) for mention in quantities(article, sentences)]
    return [(mention, text[head.start : head.end].rstrip(".")) for mention, head in heads]


def shown(mention: QuantityMention, head: str) -> str:
    low, high = mention.amount.low, mention.amount.high
    amount = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{mention.kind} {amount} {head}"


def test_sentences_give_the_counts_that_people_read_in_them() -> None:
    with CASES.open(encoding="utf-8") as lines:
        cases = list(csv.DictReader(lines))
    wrong = []
    for case in cases:
        got = "; ".join(sorted(shown(mention, head) for mention, head in read(case["text"])))
        if got != case["expected"]:
            wrong.append(f"{case['text']}\n  expected {case['expected']}\n  got      {got}")
    assert len(cases) >= 150
    assert 1 - len(wrong) / len(cases) >= FLOOR, "\n".join(wrong)


def test_spans_cover_the_number_and_those_counted() -> None:
    text = "At least 20 Kalmarian soldiers were killed, and the bomb wounded its driver and two guards."
    mentions = [mention for mention, _ in read(text)]
    assert [text[mention.start : mention.end] for mention in mentions] == ["At least 20 Kalmarian soldiers", "its driver and two guards"]


def test_words_and_spans_agree_across_sentences() -> None:
    text = "The raid failed. Rebels killed 11 villagers. Later, dozens fled their homes."
    sentences = english()(text)
    article = Article(id="a", path="a.txt", text=text, body=Span(start=0, end=len(text)), published=Published())
    mentions = quantities(article, sentences)
    assert [mention.sentence for mention in mentions] == [1, 2]
    for mention in mentions:
        words = sentences[mention.sentence].words
        assert (mention.start, mention.end) == (words[mention.first].start, words[mention.last - 1].end)
        assert mention.first <= mention.head < mention.last


def test_unanalysed_sentences_give_no_counts() -> None:
    text = "Rebels killed 11 villagers."
    sentences = english()(text, wanted=lambda _: False)
    article = Article(id="a", path="a.txt", text=text, body=Span(start=0, end=len(text)), published=Published())
    assert quantities(article, sentences) == ()


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("twenty - five men", 25, 25),
        ("one hundred and twenty men", 120, 120),
        ("two thousand three hundred men", 2300, 2300),
        ("1.2 million people", 1_200_000, 1_200_000),
        ("half a million people", 500_000, 500_000),
        ("two to three million people", 2_000_000, 3_000_000),
        ("tens of thousands", 20_000, 99_999),
        ("several hundred", 300, 999),
        ("a couple of dozen", 24, 24),
        ("at least 20", 20, None),
        ("more than 200", 201, None),
        ("no more than 30", None, 30),
        ("up to 50", None, 50),
        ("fewer than 50", None, 49),
        ("nearly 400", 400, 400),
        ("between 20 and 30", 20, 30),
        ("20 or more", 20, None),
        ("no one", 0, 0),
    ],
)
def test_number_phrases_have_ranges(phrase: str, low: int | None, high: int | None) -> None:
    (number,) = numbers(phrase.split())
    assert (number.low, number.high) == (low, high)


def test_hyphens_make_numbers_modifiers() -> None:
    (number,) = numbers(["a", "12", "-", "year", "-", "old", "boy"])
    assert number.modifier
