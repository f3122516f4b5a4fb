"""Other forms of a vocabulary's words meet in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.spellings import forms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("defence", "defense"),
        ("organisation", "organizations"),
        ("gunman", "gunmen"),
        ("spokesman", "spokeswoman"),
        ("ministry", "ministries"),
        ("boss", "bosses"),
        ("affairs", "affair"),
        ("general", "gen."),
        ("person", "people"),
    ],
)
def test_plurals_spellings_and_abbreviations_of_a_word_are_one(word: str, other: str) -> None:
    known = forms([word])
    assert known.get(word, word) == known.get(other, other)


def test_forms_of_other_words_stay_apart() -> None:
    known = forms(["police", "policy", "general", "governor"])
    assert len({known.get(word, word) for word in ("police", "policy", "general", "governor")}) == 4


@given(st.lists(st.text(alphabet="abmnesy", min_size=1, max_size=8)))
def test_what_a_form_stands_for_stands_for_itself(words: list[str]) -> None:
    known = forms(words)
    for word in words:
        plain = known.get(word, word)
        assert known.get(plain, plain) == plain
