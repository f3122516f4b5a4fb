"""Paragraphs, one a line, out of text whose lines may have been broken at a fixed width, as on wires and in mail."""

import re
from itertools import pairwise
from math import ceil
from typing import Final

_NARROWEST, _WIDEST = 40, 120  # characters: beyond, a line is a paragraph
_SLACK: Final = 8  # characters that a full line may fall short by: indents and double spaces are gone, hands are not exact
_LONGISH: Final = 0.6  # of the width: shorter lines end a paragraph or are no prose, and tell nothing
# Of the longish lines are full where a text is broken: in all 1,300 stories of MUC-4. Lists of links are as even now and then …
_MOSTLY: Final = 0.75
_RUN_ON: Final = 0.25  # … but of their lines hardly any begins with a small letter; more than half of those in broken prose do
_FEWEST: Final = 2  # full lines: one may be chance
_COMMON: Final = 0.95  # of the lines are no longer than the width; the rest are addresses and the like
_WIDE: Final = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
_CLOSED: Final = re.compile(r"[.!?:…。！？][\"'”’»)\]]{0,2}$")
_HYPHENATED: Final = re.compile(r"[^\W\d_]-$")


def paragraphs(text: str, *, width: int | None) -> list[str]:
    """The paragraphs of `text`, none empty: its lines, or where these were broken at a `width` (see `broken_at`), those joined again."""
    lines = [line.strip() for line in text.split("\n")]
    if width is None:
        return [line for line in lines if line]
    found: list[str] = []
    pieces: list[str] = []
    for line, following in pairwise([*lines, ""]):
        if line:
            pieces.append(line)
        if pieces and not (line and following and _goes_on(line, following, width)):
            found.append(_joined(pieces))
            pieces = []
    return found


def broken_at(text: str) -> int | None:
    """The width in characters that the lines of `text` were broken at; None where they were not."""
    lines = [line.strip() for line in text.split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[ceil(_COMMON * (len(lengths) - 1))] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return None
    breaks = [(line, following) for line, following in pairwise(lines) if following and len(line) >= _LONGISH * width]
    full = [following for line, following in breaks if _full(line, following, width)]
    if len(full) < _FEWEST or len(full) < _MOSTLY * len(breaks):
        return None
    running = sum(following[0].islower() for following in full)
    return width if running >= _RUN_ON * len(full) or not any(map(str.islower, text)) else None


def _full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room on this one."""
    word = 1 if _WIDE.match(following) else len(following.split(" ", 1)[0])
    return width - _SLACK - word <= len(line) <= width + _SLACK


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line is broken in the middle of a paragraph: it is full, or long and without an end of a sentence."""
    return _full(line, following, width) or (len(line) >= _LONGISH * width and not _CLOSED.search(line[-3:]))


def _joined(pieces: list[str]) -> str:
    parts = pieces[:1]
    for before, piece in pairwise(pieces):
        tight = _HYPHENATED.search(before[-2:]) or (_WIDE.match(before[-1]) and _WIDE.match(piece))
        parts.append(piece if tight else f" {piece}")
    return "".join(parts)
