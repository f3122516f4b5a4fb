"""Copy in capitals, written again as running text: same length, names and acronyms kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import Engine
from dateline.language.capitals import in_capitals, recased, spellings

STORY = (
    "LIMA, 3 MAY 90 (EFE) -- THE REBELS OF THE ORION LIBERATION FRONT [OLF] ATTACKED A U.S. CONVOY NEAR BOGOTA ON SUNDAY. "
    "I SAW THREE MEN, COLONEL JORGE RAMIREZ SAID."
)


@pytest.fixture
def written(english: Engine) -> str:
    return recased(STORY, english(STORY), spellings())


def test_a_text_is_in_capitals_when_hardly_a_letter_is_small() -> None:
    assert in_capitals(STORY)
    assert not in_capitals(STORY.capitalize())
    assert not in_capitals("12.30 – 14")


def test_common_words_become_small(written: str) -> None:
    assert " attacked a U.S. convoy near Bogota on Sunday. I saw three men" in written


def test_months_and_acronyms_keep_their_shape(written: str) -> None:
    assert written.startswith("Lima, 3 May 90 (EFE) -- the rebels")
    assert "[OLF]" in written


def test_a_title_before_a_name_is_written_like_it(written: str) -> None:
    assert "Colonel Jorge Ramirez said" in written


@given(st.text(alphabet=st.characters(categories=["Lu", "Nd", "Zs", "Po"]), max_size=60))
def test_the_length_stays(english: Engine, text: str) -> None:
    written = recased(text, english(text), spellings())
    assert len(written) == len(text)
    assert written.casefold() == text.casefold()
