"""The opening of a story: its dateline, and the byline beside it, wherever in the first lines they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.dateline.byline import people
from dateline.extract.dateline.grammar import Head, head

_LINES: Final = 5  # a dateline stands in the first; kicker, byline, standfirst and a caption may come before it
_WITHIN: Final = 2500  # code points of the story that are looked at
_SHORT: Final = 200  # code points: longer lines before a weak dateline are prose, and the story has begun
_STANDFIRST: Final = 500  # … before one with a day
_LINE: Final = re.compile(r"[^\n]+")
_AFTER: Final = re.compile(r"\s{0,3}(By [^\n]{3,80}?)(?= ?[-–—|\n]|$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What the beginning of a story says of place, day, agency and writers; `start` and `end` are code points of the whole text.

    `places` are spelled as in running text (`SAN SALVADOR` is San Salvador), the agency as it stands. `weekday` counts from Monday, 0.
    A dateline may state any part of a day, or none.
    """

    start: int
    end: int
    place: str | None = None
    places: tuple[str, ...] = ()
    agency: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    byline: tuple[str, ...] = ()


def opening(text: str, *, start: int, end: int) -> Opening | None:
    """The dateline of the story `text[start:end]`; None where it has none, be there a byline or not.

    Time is bounded: five lines are looked at, each from its beginning.
    """
    writers: tuple[str, ...] = ()
    before = 0  # the longest line of the story so far
    for at, line in _first_lines(text, start, end):
        names = people(line)
        writers = writers or names
        found = head(line) if not names else None
        if found and before <= (_SHORT if found.weak else _STANDFIRST):
            return _opening(found, at=at, writers=writers or found.writers or _writers_after(line, found.end))
        before = max(before, len(line)) if not names else before
        if before > _STANDFIRST:
            break
    return None


def _first_lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The first lines that hold anything, without the blanks at their edges, and where each begins in `text`."""
    lines = 0
    for found in _LINE.finditer(text, start, min(end, start + _WITHIN)):
        line = found[0].strip()
        if line:
            yield found.start() + found[0].index(line), line
            lines += 1
        if lines == _LINES:
            return


def _writers_after(line: str, end: int) -> tuple[str, ...]:
    found = _AFTER.match(line, end)
    return people(found[1]) if found else ()


def _opening(found: Head, *, at: int, writers: tuple[str, ...]) -> Opening:
    stated = found.day
    return Opening(
        start=at + found.start,
        end=at + found.end,
        place=found.places[0] if found.places else None,
        places=found.places,
        agency=found.agency,
        year=stated.year if stated else None,
        month=stated.month if stated else None,
        day=stated.day if stated else None,
        weekday=stated.weekday if stated else None,
        byline=writers,
    )
