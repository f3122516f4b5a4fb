"""Where quotation marks open and close in a text."""

import re
from typing import Final

from dateline.records import Span

_PARAGRAPH: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_MARK: Final = re.compile(r"[“”„«»\"]|''|``")
_TURN: Final = re.compile(r"[A-Z][A-Z.’' \-]+:\s")
_OPENERS: Final = frozenset({"“", "„", "«", "``"})
_CLOSERS: Final = frozenset({"”", "»"})


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations, marks included, in the order of the text.

    One that is left open at the end of a paragraph carries on where the next paragraph opens with a mark, as printers do it; otherwise it
    ends with the paragraph.
    """
    found: list[Span] = []
    opened, ended = -1, 0
    for paragraph in _PARAGRAPH.finditer(text):
        carries = opened >= 0 and bool(_MARK.match(paragraph.group().lstrip()))
        if opened >= 0 and not carries:
            found.append(Span(start=opened, end=ended))
            opened = -1
        for number, mark in enumerate(_MARK.finditer(text, paragraph.start(), paragraph.end())):
            sign = mark.group()
            if (carries and number == 0) or _TURN.match(text, mark.end()):
                continue  # opens again what is open, or stands before the name of who speaks in a transcript
            if opened < 0:
                opened = mark.start() if sign not in _CLOSERS or _faces_a_word(text, mark) else -1
            elif sign not in _OPENERS:
                found.append(Span(start=opened, end=mark.end()))
                opened = -1
        ended = paragraph.end()
    return (*found, Span(start=opened, end=ended)) if opened >= 0 else tuple(found)


def _faces_a_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands before a word and behind a space, as one that opens does, whichever way it is drawn."""
    return text[mark.end() : mark.end() + 1].isalnum() and not text[max(mark.start() - 1, 0) : mark.start()].strip()
