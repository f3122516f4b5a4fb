import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.units import SHAPES, shape, units


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They don't", ["They", "do", "n", "'", "t"]),
        ("can’t stop...", ["ca", "n", "’", "t", "stop", "..."]),
        ("5pm, U.S.-backed", ["5", "pm", ",", "U", ".", "S", ".", "-", "backed"]),
        ("see https://desk.example/a?b=1.", ["see", "https://desk.example/a?b=1", "."]),
        ("ask desk@wire.example now", ["ask", "desk@wire.example", "now"]),
        ("Zażółć naïve", ["Zażółć", "naïve"]),
        ("cafe\N{COMBINING ACUTE ACCENT} x", ["cafe\N{COMBINING ACUTE ACCENT}", "x"]),
    ],
)
def test_units_end_wherever_a_word_may(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in units(text, {})] == wanted


def test_words_that_are_several_are_split() -> None:
    assert [("gonna cannot"[a:b]) for a, b in units("gonna cannot", {"gonna": (3,), "cannot": (3,)})] == ["gon", "na", "can", "not"]


@given(st.text())
def test_units_leave_out_white_space_alone(text: str) -> None:
    found = units(text, {})
    assert all(end > start for start, end in found)
    assert all(found[i][1] <= found[i + 1][0] for i in range(len(found) - 1))
    covered = {place for start, end in found for place in range(start, end)}
    assert all(not sign.isalnum() for place, sign in enumerate(text) if place not in covered)


@given(st.text(min_size=1))
def test_every_word_has_a_shape(word: str) -> None:
    assert 1 <= shape(word) < SHAPES


def test_shapes_tell_cases_apart() -> None:
    words = ["troops", "Troops", "NATO", "U", "iPhone", "O'Neill", "1999", "F16", ",", "McCain"]
    assert len({shape(word) for word in words}) == len(words)
