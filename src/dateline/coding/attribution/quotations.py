"""Where quotation marks open and close in a text."""

import re
from typing import Final

from dateline.records import Span

_PARAGRAPH: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_MARK: Final = re.compile(r"[“”„«»\"]|''|``")
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
            if carries and number == 0:
                continue  # opens again what is open
            if opened < 0:
                opened = -1 if sign in _CLOSERS else mark.start()
            elif sign not in _OPENERS:
                found.append(Span(start=opened, end=mark.end()))
                opened = -1
        ended = paragraph.end()
    return (*found, Span(start=opened, end=ended)) if opened >= 0 else tuple(found)
