import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import Phrases
from dateline.language.english import EnglishEngine

NO_SENTENCE = lambda _: False  # noqa: E731 - segmentation alone


def sentences(engine: EnglishEngine, text: str, unbroken: Phrases | None = None) -> list[str]:
    return [text[s.start : s.end] for s in engine(text, wanted=NO_SENTENCE, unbroken=unbroken)]


def words(engine: EnglishEngine, text: str) -> list[str]:
    return [text[word.start : word.end] for sentence in engine(text, wanted=NO_SENTENCE) for word in sentence.words]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation was in the country between Jun. 13-19 and met Gen. Aye Win.",
        "U.S.-backed forces entered Port Sorrow on Monday, the Harbour Courier said.",
        "Lt. Col. Hassan Idris and Maj. Gen. Tin Oo were detained at 5 a.m. local time.",
        "BANGKOK, Jul 7 (XYZ).- A military delegation secretly visited the port in June.",
        "Envoys of eleven states (e.g. Kenya and Qatar) signed the accord, the U.N. said.",
        "“We will not retreat,” the commander said after the vote.",
    ],
)
def test_one_sentence_stays_one(english: EnglishEngine, text: str) -> None:
    assert sentences(english, text) == [text]


def test_a_quotation_of_several_sentences_is_split(english: EnglishEngine) -> None:
    text = "“The army has entered the city. Nobody was hurt,” the mayor said. Shelling went on until dawn."
    assert len(sentences(english, text)) == 3


def test_line_breaks_end_sentences(english: EnglishEngine) -> None:
    text = "Troops Enter Northern Town\n\nTroops entered a town in the north on Monday"
    assert sentences(english, text) == text.split("\n\n")


def test_names_that_are_passed_in_are_not_broken(english: EnglishEngine) -> None:
    text = "He told Ahead! Then News that the bridge was down."
    assert len(sentences(english, text, Phrases(["Ahead! Then News"]))) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("Russia’s U.S.-made arms", ["Russia", "’s", "U.S.", "-", "made", "arms"]),
        ("It cost $3.5 million (1,000 a day).", ["It", "cost", "$", "3.5", "million", "(", "1,000", "a", "day", ")", "."]),
        ("They cannot stay.", ["They", "can", "not", "stay", "."]),
    ],
)
def test_words_are_those_of_universal_dependencies(english: EnglishEngine, text: str, wanted: list[str]) -> None:
    assert words(english, text) == wanted


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=200, deadline=None)
def test_sentences_cover_the_text_in_order(english: EnglishEngine, text: str) -> None:
    found = english(text, wanted=NO_SENTENCE)
    places = [place for sentence in found for word in sentence.words for place in (word.start, word.end)]
    assert places == sorted(places)
    assert all(0 <= word.start < word.end <= len(text) for sentence in found for word in sentence.words)
    assert all(sentence.start == sentence.words[0].start and sentence.end == sentence.words[-1].end for sentence in found)
    covered = {place for sentence in found for word in sentence.words for place in range(word.start, word.end)}
    assert not any(sign.isalnum() for place, sign in enumerate(text) if place not in covered)


def test_endless_lists_are_cut_into_sentences_that_can_be_read(english: EnglishEngine) -> None:
    text = "rice, " * 3000
    found = english(text, wanted=NO_SENTENCE)
    assert max(len(sentence.words) for sentence in found) <= 1000
    assert sum(len(sentence.words) for sentence in found) == 6000
