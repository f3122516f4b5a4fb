import contextlib
import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadInput, LimitExceeded
from dateline.extract.draft import Draft
from dateline.extract.limits import ExtractLimits
from dateline.extract.normalise import normalise
from dateline.extract.plain import story

LIMITS = ExtractLimits()
OPENING = (
    "Delegates of both sides met again on Sunday in the lakeside town of Nampa, a month after the last round of talks broke up "
    "over the fate of prisoners, the mediators said."
)
MIDDLE = "“We have come to listen,” said Tessa Okoro, who leads the government's delegation. She would not say for how long."
END = "A ceasefire has held since January, though each side accuses the other of breaking it near the bridge at Old Nampa."


def read(text: str) -> Draft:
    return story(normalise(text), limits=LIMITS)


def test_a_scraped_page_gives_section_headline_writers_day_and_story() -> None:
    draft = read(
        "World\nShare\nTweet\n\nPeace talks resume in Nampa after a month\n\nBy Ann Poe and Bo Lund\n\nMarch 3, 2024 10:15 am\n\n"
        f"{OPENING}\n\nAdvertisement\n\n{MIDDLE}\n\n{END}\n\n"
        "Related Articles\n\nHow to boil an egg\n\nTen gardens to see before summer ends\n\nBack to top\n\n"
        "© 2024 Lakeside Press. All rights reserved."
    )
    assert draft == Draft(
        paragraphs=(OPENING, MIDDLE, END),
        title="Peace talks resume in Nampa after a month",
        section="World",
        byline=("Ann Poe", "Bo Lund"),
        published=dt.date(2024, 3, 3),
    )


def test_an_agency_that_signs_is_no_person() -> None:
    draft = read(f"Africa\n\nPeace talks resume in Nampa\n\nBy Halyard\n\n{OPENING}\n\n{MIDDLE}\n\n{END}")
    assert (draft.byline, draft.agency) == ((), "Halyard")


def test_a_page_in_another_language() -> None:
    draft = read(
        "Internacional\n\nDetenidos catorce manifestantes en Potosí\n\nPor Ana Quispe\n\nPotosí, 3 may (Altiplano).- La policía detuvo el "
        "martes a catorce personas durante una marcha contra el alza de los combustibles, informó el comandante departamental.\n\n"
        "Los detenidos serán presentados ante un juez, añadió.\n\n"
        "Noticias relacionadas\n\nBolivia sube el precio del diésel\n\nVolver arriba"
    )
    assert (draft.section, draft.title, draft.byline) == ("Internacional", "Detenidos catorce manifestantes en Potosí", ("Ana Quispe",))
    assert [part[:6] for part in draft.paragraphs] == ["Potosí", "Los de"]


def test_cookie_and_paywall_notes_go() -> None:
    notes = "We use cookies to give you the best experience on our site. Accept all\n\nSubscribe now to read the full story."
    assert read(f"Peace talks resume in Nampa\n\n{OPENING}\n\n{MIDDLE}\n\n{END}\n\n{notes}").paragraphs == (OPENING, MIDDLE, END)


@pytest.mark.parametrize("parts", [(OPENING,), (OPENING, END), (OPENING, MIDDLE, END), (MIDDLE, OPENING, END, OPENING + " " + END)])
def test_a_text_that_is_all_story_comes_out_whole(parts: tuple[str, ...]) -> None:
    assert read("\n\n".join(parts)) == Draft(paragraphs=parts)
    assert read("\n".join(parts)) == Draft(paragraphs=parts)


def test_one_line_is_a_body() -> None:
    assert read("Rebels took Kinu.") == Draft(paragraphs=("Rebels took Kinu.",))


def test_a_headline_written_as_a_sentence_shows_by_the_dateline_below() -> None:
    headline = "Food convoy for 30,000 people held up by gunmen near the river crossing in Nampa"
    draft = read(f"{headline}\n\nNAMPA, May 4 (Halyard) - {OPENING}\n\n{END}")
    assert draft.title == headline
    assert draft.paragraphs[0].startswith("NAMPA, May 4")


def test_the_dateline_paragraph_is_never_the_headline() -> None:
    assert read("NAMPA, 4 May (Halyard) -- [Communique] [Text]\n\n" + f"{OPENING}\n\n{END}").title is None


@pytest.mark.parametrize("text", ["Home\nNews\nSport\nContact us\nSign in", "***\n---\n12", "", "\n\n\n"])
def test_nothing_like_a_story_is_no_text(text: str) -> None:
    with pytest.raises(BadInput) as error:
        story(text, limits=LIMITS)
    assert error.value.reason == "no-text"


def test_limits_are_kept() -> None:
    with pytest.raises(LimitExceeded):
        story("a" * 2_000_000, limits=LIMITS)
    with pytest.raises(LimitExceeded):
        story("a\n" * 300_000, limits=LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 39_000,
        ("Nampa. " * 20_000 + "\n") * 14,
        "a\n" * 40_000,
        "\n" * 40_000 + "Rebels took Kinu.",
        "(" * 150_000 + "\n" + "a" * 150_000,
        "\x00\x01\x02 Rebels took Kinu.\n" * 9_000,
        "1.1.1.1 Jan " * 12_000 + "\nBy " + "A. " * 40_000,
    ],
    ids=["one line", "long lines", "short lines", "empty lines", "brackets", "controls", "near dates"],
)
def test_hostile_text_ends_soon(text: str) -> None:
    start = time.process_time()
    with contextlib.suppress(BadInput):
        story(text, limits=LIMITS)
    assert time.process_time() - start < 10  # seconds; some two are usual, quadratic time would be minutes


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=12))
def test_every_paragraph_stands_in_the_text_in_order(lines: list[str]) -> None:
    text = normalise("\n\n".join(lines))
    try:
        draft = story(text, limits=LIMITS)
    except BadInput:
        return
    flat, at = "".join(text.split()), 0
    for part in draft.paragraphs:
        at = flat.index("".join(part.split()), at)


def test_the_seed_page(shared: Path) -> None:
    page = shared / "cases" / "seed" / "page.txt"
    draft = read(page.read_text(encoding="utf-8"))
    lines = [line for line in page.read_text(encoding="utf-8").split("\n") if line]
    assert (draft.section, draft.title) == (lines[0], lines[1])
    assert list(draft.paragraphs) == [normalise(line) for line in lines[2:-2]]


def test_wire_stories_come_out_whole_and_without_a_title(shared: Path) -> None:
    for file in sorted((shared / "cases" / "wire").glob("d*.txt")):
        text = normalise(file.read_text(encoding="utf-8"))
        assert read(text) == Draft(paragraphs=tuple(text.split("\n\n"))), file.name


def test_old_wire_copy_comes_out_whole(shared: Path) -> None:
    file = next((shared / "gold" / "muc4" / "dev").glob("dev-muc3-0001-0100"))
    stories = re.split(r"^DEV-MUC3-\d{4}.*$", file.read_text(encoding="latin-1"), flags=re.MULTILINE)[1:]
    whole = sum("".join(read(text).paragraphs).replace(" ", "") == "".join(text.split()) for text in stories)
    assert whole >= 0.98 * len(stories)
