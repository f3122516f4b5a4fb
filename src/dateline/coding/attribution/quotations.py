"""Where quotation marks open and close in a text."""

import re
from typing import Final

from dateline.records import Span

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_MARK: Final = re.compile(r"[“”„«»\"‘’]|''|``|(?<!\S)'(?=\w)|(?<=[,.?!…])'(?!\w)")
_TURN: Final = re.compile(r"[A-Z][A-Z.’' \-]+:\s")
_OPENERS: Final = frozenset({"“", "„", "«", "``", "‘"})
_CLOSERS: Final = frozenset({"”", "»", "’"})
_SINGLE: Final = frozenset({"‘", "’", "'"})


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations, marks included, in the order of the text; one within another is part of it.

    One that is left open at the end of a paragraph carries on where the next paragraph opens with a mark, as printers do it; otherwise it
    ends with the paragraph, and in single marks, which are apostrophes as well, it was none.
    """
    found: list[Span] = []
    opened, single, ended = -1, False, 0
    for paragraph in _PARAGRAPH.finditer(text):
        carries = opened >= 0 and bool(_MARK.match(paragraph.group().lstrip()))
        if opened >= 0 and not carries:
            found += [] if single else [Span(start=opened, end=ended)]
            opened = -1
        for number, mark in enumerate(_MARK.finditer(text, paragraph.start(), paragraph.end())):
            if (carries and number == 0) or _TURN.match(text, mark.end()):
                continue  # opens again what is open, or stands before the name of who speaks in a transcript
            if opened < 0 and _opens(text, mark):
                opened, single = mark.start(), mark.group() in _SINGLE
            elif opened >= 0 and single == (mark.group() in _SINGLE) and _closes(text, mark):
                found.append(Span(start=opened, end=mark.end()))
                opened = -1
        ended = paragraph.end()
    return (*found, Span(start=opened, end=ended)) if opened >= 0 and not single else tuple(found)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens: by its shape, or standing before a word and behind a space, whichever way it is drawn."""
    faces = text[mark.end() : mark.end() + 1].isalnum() and not text[max(mark.start() - 1, 0) : mark.start()].strip()
    if mark.group() in _SINGLE:
        return faces and mark.group() != "’"
    behind = text[mark.end() : mark.end() + 1].strip()
    return faces or (mark.group() not in _CLOSERS and bool(behind))


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark closes: by its shape; a single one is an apostrophe within a word and, mostly, behind an `s`."""
    if mark.group() in _SINGLE:
        return mark.group() not in _OPENERS and not text[mark.end() : mark.end() + 1].isalnum() and text[mark.start() - 1] != "s"
    return mark.group() not in _OPENERS
