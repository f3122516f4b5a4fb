import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.plain import prose
from dateline.extract.plain.paragraphs import broken_at

DOCKERS = (
    "NAMPA, 4 May (Lakeside Press) -- Dock workers fought with police at the port of Nampa on Friday after the company "
    "brought in replacements, witnesses said, and at least six people were taken to hospital."
)
COMPANY = "The company did not comment. A spokesman for the police said that fourteen men had been arrested and would be charged."


@pytest.mark.parametrize("width", [60, 76, 100])
@pytest.mark.parametrize("cased", [str, str.upper])
def test_lines_broken_at_a_width_are_joined(width: int, cased: type[str]) -> None:
    story = (cased(DOCKERS), cased(COMPANY), cased(DOCKERS))
    text = "\n\n".join(textwrap.fill(part, width, break_on_hyphens=False) for part in story)
    assert prose(text) == story


def test_paragraphs_parted_by_a_short_line_alone_stay_apart() -> None:
    parts = (DOCKERS, COMPANY, DOCKERS, COMPANY)
    text = "\n".join(textwrap.fill(part, 80, break_on_hyphens=False) for part in parts)
    assert prose(text) == parts


def test_lists_of_links_are_not_broken_prose() -> None:
    links = (
        "Rice exports rise for a third month",
        "Bridge at Old Nampa closed until May",
        "Ten gardens to see before summer end",
        "Silk week opens with a small quarrel",
    )
    assert broken_at("\n".join(links)) is None
    assert prose("\n".join(links)) == links


def test_long_lines_are_paragraphs() -> None:
    assert prose(f"{DOCKERS}\n{COMPANY}\n\n{DOCKERS}") == (DOCKERS, COMPANY, DOCKERS)


def test_a_word_cut_at_its_hyphen_is_joined_without_a_space() -> None:
    lines = [
        "The army said that it had taken two anti-",
        "tank guns from the rebels, who had left the",
        "hill before dawn and were seen to the east.",
    ]
    assert "anti-tank guns" in prose("\n".join(lines))[0]


@given(st.text(alphabet=st.sampled_from("ab .-\n語A"), max_size=400))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(prose(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from((DOCKERS, COMPANY)), min_size=1, max_size=4))
def test_joining_is_done_once(parts: list[str]) -> None:
    assert prose("\n\n".join(prose("\n\n".join(parts)))) == tuple(parts)
