"""What clings to a story's ends is taken off, and what it says is kept."""

import datetime as dt

import pytest

from dateline.extract.html.blocks import Block, blocks
from dateline.extract.html.edges import signature, trimmed
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


@pytest.mark.parametrize("line", ["— Ann Poe, our correspondent", "Text: Ann Poe", "Ann Poe, in Batken", "(By Ann Poe)"])
def test_a_signed_story_tells_its_writer_and_ends_before_the_signature(line: str) -> None:
    story = trimmed(found(end=f"<p>{line}</p>"), byline=())
    assert (story.byline, story.paragraphs) == (("Ann Poe",), STORY)


def test_a_signature_that_was_not_kept_is_read() -> None:
    blocks_ = found(end="<p>Text: Ann Poe</p>")
    assert trimmed(blocks_[:-1], byline=(), after=blocks_[-1:]).byline == ("Ann Poe",)


@pytest.mark.parametrize(
    "line", ["The tender closes in six days.", "He was in Batken.", "Talks go on, in Batken", "Ann Poe", "By Monday", "— Yes, he said"]
)
def test_a_last_sentence_is_no_signature(line: str) -> None:
    assert signature(line) == ()
    assert trimmed(found(end=f"<p>{line}</p>"), byline=()).paragraphs == (*STORY, line)


def test_small_print_at_either_end_comes_off() -> None:
    top, end = "<p><small>Drawing: the quay by night.</small></p>", "<p><font size=1>The Post is printed at the old mill.</font></p>"
    assert trimmed(found(top, end), byline=()).paragraphs == STORY


def test_a_story_that_is_set_small_stays_whole() -> None:
    text = "".join(f"<p><small>{text}</small></p>" for text in STORY)
    assert trimmed(blocks(parse(text, limits=ExtractLimits())), byline=()).paragraphs == STORY


def test_requests_inside_the_story_come_off() -> None:
    end = "<div class='promo'><p>We live by you. <a href='/j'>Become a member today</a></p></div>" + f"<p>{STORY[1]}</p>"
    assert trimmed(found(end=end), byline=()).paragraphs == (*STORY, STORY[1])
