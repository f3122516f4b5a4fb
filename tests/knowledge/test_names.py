"""Spellings of one name meet; other names stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.names import folded, transcribed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Shoygu", "Sergei Shoigu"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Mohammed Khatami", "Mohamed Katami"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Moon Jae-in", "Moon Jae In"),
    ],
)
def test_usual_spellings_of_a_name_are_one(one: str, other: str) -> None:
    assert transcribed(one) == transcribed(other)


def test_other_names_stay_apart() -> None:
    assert transcribed("Ann Poe") != transcribed("Jan Poe")


def test_folded_drops_case_and_accents() -> None:
    assert folded("Bogotá") == folded("BOGOTA") == "bogota"
    assert folded("DİYARBAKIR") == folded("diyarbakır")


@given(st.text())
def test_any_name_can_be_transcribed_again_without_change(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert transcribed(name) == transcribed(name.upper().lower()) or not name.isascii()
