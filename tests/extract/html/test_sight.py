"""What stands around the headline tells section, writers and day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.html.blocks import blocks
from dateline.extract.html.sight import Sight, sight
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

HEADLINE = "Ferry sails again after a week of storms"
STORY = (
    "<p>The ferry to the outer islands ran again on Friday, the harbour master told reporters on the quay, and it was full to the rail.</p>"
)


def seen(above: str = "", below: str = "", *, after: str = "") -> Sight:
    root = parse(f"<body>{above}<h1>{HEADLINE}</h1>{below}{STORY}{after}</body>", limits=ExtractLimits())
    return sight(blocks(root), headline=HEADLINE, outlets=("Delta Post",))


@pytest.mark.parametrize(
    "above",
    [
        "<p class='sec'><a href='/islands'>Islands</a></p>",
        "<div class='kicker'>Islands</div>",
        "<b>Islands</b><br>",
        "<p><a href='/islands'>Islands</a></p><p>5 March 2024</p>",
    ],
)
def test_a_label_right_above_the_headline_is_the_section(above: str) -> None:
    assert seen(above).section == "Islands"


@pytest.mark.parametrize(
    "above",
    [
        "<p>Islands</p>",
        "<p><a href='/'>Home</a></p>",
        "<p><a href='/'>Delta Post</a></p>",
        "<p><a href='/x'>Subscribe</a></p>",
        "<p><a href='/x'>Ferries kept in port for a third day by storms</a></p>",
        "<ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li><li><a href='/c'>Islands</a></li></ul>",
        "<div class='kicker' hidden>Islands</div>",
    ],
)
def test_running_text_menus_and_the_outlets_name_are_no_section(above: str) -> None:
    assert seen(above).section is None


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<p>By Ann Poe, Post correspondent</p>", ("Ann Poe",)),
        ("<p>Por Eva Ruiz | Redacción</p>", ("Eva Ruiz",)),
        ("<div>Ann Poe, Bo Lund · 05.03.2024, 11:15 · 830 views</div>", ("Ann Poe", "Bo Lund")),
        ("<p>Ann Poe</p><time>5 March 2024</time>", ("Ann Poe",)),
        ("<font size=2>By Ann Poe<br>Tuesday, March 5, 2024</font>", ("Ann Poe",)),
        ("<div>Иван Петров | 05.03.2024</div>", ("Иван Петров",)),
    ],
)
def test_writers_are_read_from_the_line_that_names_them(below: str, expected: tuple[str, ...]) -> None:
    assert seen(below=below).byline == expected


@pytest.mark.parametrize(
    "below",
    [
        "<p>By Staff and Agency</p>",
        "<p>New York · March 5, 2024</p>",
        "<p>Delta Post · March 5, 2024</p>",
        "<p>Foreign Desk</p><p>5 March 2024</p>",
        "<p>Storms Keep Boats in Port</p>",
        "<div class='related-box'><p>By Ann Poe</p></div>",
        "<figcaption>By Ann Poe</figcaption>",
    ],
)
def test_desks_places_and_captions_are_no_writers(below: str) -> None:
    assert seen(below=below).byline == ()


@pytest.mark.parametrize(
    "below",
    [
        "<p>Tuesday, March 5, 2024</p>",
        "<p>Publicado el 5 de marzo de 2024</p>",
        "<p>5. März 2024, 10:30 Uhr</p>",
        "<p>05.03.2024 12:30</p>",
        "<p>Updated: March 6, 2024 | Published: March 5, 2024</p>",
    ],
)
def test_the_day_below_the_headline_is_that_of_publication(below: str) -> None:
    assert seen(below=below).published == dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("below", "after"),
    [
        ("<p>03/05/2024</p>", ""),
        ("<p>Updated March 6, 2024</p>", ""),
        ("<div class='related'><p>6 March 2024</p></div>", ""),
        ("", "<p>6 March 2024</p>"),
    ],
)
def test_ambiguous_later_and_others_days_are_none(below: str, after: str) -> None:
    assert seen(below=below, after=after).published is None


def test_without_the_headline_nothing_is_told() -> None:
    root = parse(f"<p><a href='/a'>Islands</a></p><p>By Ann Poe</p>{STORY}", limits=ExtractLimits())
    assert sight(blocks(root), headline=HEADLINE, outlets=()) == Sight()


@given(st.lists(st.sampled_from(["By ", "Ann Poe", " · ", "5 March 2024", "<br>", "<p>", "<b>", "Islands", "©", "/"]), max_size=30))
def test_any_surroundings_are_read_without_failing(pieces: list[str]) -> None:
    told = seen("".join(pieces), "".join(pieces))
    assert told.published in (None, dt.date(2024, 3, 5))
