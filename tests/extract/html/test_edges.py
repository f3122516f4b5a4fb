"""What clings to a story's ends is taken off, and what it says is kept."""

import datetime as dt

import pytest

from dateline.extract.html.blocks import Block, blocks
from dateline.extract.html.edges import trimmed
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

LONG = "The ferry to the outer islands ran again on Friday after a week of storms, the harbour master told reporters on the quay."
STORY = (LONG, f"{LONG} It was full.", f"{LONG} It was late.", f"{LONG} It came back.")


def found(top: str = "", end: str = "") -> list[Block]:
    middle = "".join(f"<p>{text}</p>" for text in STORY)
    return blocks(parse(f"{top}{middle}{end}", limits=ExtractLimits()))


@pytest.mark.parametrize(
    ("top", "end"),
    [
        ("<p>By Ann Poe and Bo Lund</p>", ""),
        ("<p>Ann Poe and Bo Lund</p><p>5 March 2024</p>", ""),
        ("<p><a href='/'>home</a> . <a href='/b'>about</a></p>", ""),
        ("", "<p>Know more? Write to desk@delta.example or call us.</p>"),
        ("", "<p><a href='/x'>Read more about the storms of the spring</a></p>"),
    ],
)
def test_credits_days_menus_and_addresses_come_off(top: str, end: str) -> None:
    assert trimmed(found(top, end), byline=("Ann Poe", "Bo Lund")).paragraphs == STORY


def test_a_line_of_writers_and_one_of_the_day_are_read() -> None:
    story = trimmed(found("<p>by Ann Poe</p><p>Tuesday 5 March 2024</p>"), byline=())
    assert story.byline == ("Ann Poe",)
    assert story.published == dt.date(2024, 3, 5)


@pytest.mark.parametrize("line", ["Storms kept the boats in port", "By nightfall the port was full of people", "In March 2024"])
def test_a_standfirst_stays(line: str) -> None:
    assert trimmed(found(f"<p>{line}</p>"), byline=("Ann Poe",)).paragraphs == (line, *STORY)


def test_what_stands_inside_the_story_stays() -> None:
    inside = "<p>By Ann Poe</p><p>Write to desk@delta.example.</p>"
    assert "By Ann Poe" in trimmed(found(end=inside + "".join(f"<p>{text}</p>" for text in STORY)), byline=("Ann Poe",)).paragraphs
