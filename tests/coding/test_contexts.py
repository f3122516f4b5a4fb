"""Contexts by sentences of our own: those that a sentence tells of, and those that its words only tempt to."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.coding.code import coding
from dateline.coding.context_table import load, table
from dateline.coding.contexts import with_contexts
from dateline.coding.lexicon import lexicon
from dateline.errors import UsageError
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.ontology import plover
from dateline.records import Article, Published, Span
from dateline.run.mentions import Reader

Given = Callable[[str], list[tuple[str, ...]]]
HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return [(row["context"], row["sentence"]) for row in csv.DictReader(lines)]


@pytest.fixture(scope="module")
def given() -> Given:
    """The contexts of each claim of a text."""
    read = Reader(engine("english"), knowledge())
    day = dt.date(2021, 7, 7)

    def contexts_of(text: str) -> list[tuple[str, ...]]:
        published = Published(first=day, last=day, basis="given")
        article = Article(id="a", path="x", text=text, body=Span(start=0, end=len(text)), published=published, outlet="Harbour Post")
        sentences, mentions = read(article)
        found = coding(article, sentences, mentions, lexicon=lexicon(), ontology=plover()).claims
        return [claim.contexts for claim in with_contexts(found, article, sentences, plover())]

    return contexts_of


@pytest.mark.parametrize(("context", "sentence"), cases("contexts_given.csv"))
def test_a_sentence_gives_its_context(given: Given, context: str, sentence: str) -> None:
    assert any(context in found for found in given(sentence))


@pytest.mark.parametrize(("context", "sentence"), cases("contexts_not_given.csv"))
def test_a_word_in_another_sense_gives_none(given: Given, context: str, sentence: str) -> None:
    found = given(sentence)
    assert found
    assert not any(context in one for one in found)


def test_every_context_has_two_cases_and_words_of_its_own() -> None:
    named = [context for context, _ in cases("contexts_given.csv")]
    assert all(named.count(context) == 2 for context in plover().contexts)
    assert {phrase.context for listed in table().phrases.values() for phrase in listed} == set(plover().contexts)


def test_contexts_stand_in_the_order_of_the_ontology(given: Given) -> None:
    (found,) = given("Iran's parliament condemned the cyberattack on a nuclear site.")
    assert len(found) > 1
    assert list(found) == sorted(found, key=list(plover().contexts).index)


def test_two_strong_words_beside_the_sentence_suffice_and_one_does_not(given: Given) -> None:
    assert "asylum" in given("Italy condemned Malta. The refugees had asked for asylum.")[0]
    assert "asylum" not in given("Italy condemned Malta. The refugees were on a ship.")[0]


def test_words_of_another_paragraph_do_not_count(given: Given) -> None:
    assert "asylum" not in given("Italy condemned Malta.\nThe refugees had asked for asylum.")[0]


def test_of_a_long_paragraph_only_neighbours_count(given: Given) -> None:
    between = "It was late. " * 6
    assert "asylum" not in given(f"Italy condemned Malta. {between}The refugees had asked for asylum.")[0]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("weather,strong,rain", "line 3"),
        ("health,loud,flu", "line 3"),
        ("health,strong,", "line 3"),
        ("health,claim,ASSAULT tickle", "tickle"),
        ("health,weak,fever", "line 2 too"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, told: str) -> None:
    file = tmp_path / "contexts.csv"
    file.write_text(f"context,weight,phrases\nhealth,strong,fever | flu\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        load(file, plover())
