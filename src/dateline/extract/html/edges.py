"""What clings to a story's first and last lines: bylines, days, link lists, addresses to write to."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.html.blocks import Block
from dateline.extract.html.day import day
from dateline.extract.html.people import by, credited, personal

_FIRST: Final = 4  # blocks before the story proper: standfirst, writer, day, place
_LAST: Final = 3  # blocks after it
_PROSE: Final = 120  # characters from which on a block is the story's own
_LINKED: Final = 0.6  # share of a block's characters inside links: menus and lists of articles
_BRIEF: Final = 40  # characters of a line that is a day and nothing else
_CREDIT: Final = 100  # characters of a byline
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story without what clung to it, and what that said: writers and day of the lines above it."""

    paragraphs: tuple[str, ...]
    byline: tuple[str, ...]
    published: dt.date | None


def trimmed(kept: Sequence[Block], *, byline: Sequence[str]) -> Story:
    """The blocks' texts from the first to the last that are the story's own. `byline` is what the page's data names."""
    opening = next((place for place, block in enumerate(kept[:_FIRST]) if len(block.text) >= _PROSE), min(len(kept), _FIRST))
    closing = max(len(kept) - _LAST, opening)
    paragraphs: list[str] = []
    writers: tuple[str, ...] = ()
    shown: dt.date | None = None
    for block in kept[:opening]:
        text = block.text
        heading = block.tag[0] == "h" and block.tag[1:].isdigit()
        if by(text) and len(text) <= _CREDIT and (named := tuple(filter(personal, credited(text)))):
            writers = writers or named
        elif len(text) <= _BRIEF and text[-1].isdigit() and (stated := day(text)):
            shown = shown or stated
        elif not (_menu(block) or (not heading and _names(text, byline))):
            paragraphs.append(text)
    paragraphs += [block.text for block in kept[opening:closing]]
    paragraphs += [block.text for block in kept[closing:] if not (_menu(block) or _MAIL.search(block.text))]
    return Story(paragraphs=tuple(paragraphs), byline=writers, published=shown)


def _menu(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _names(text: str, byline: Sequence[str]) -> bool:
    """Whether `text` is the writers' names and hardly more: an "and", a "with"."""
    rest = text.casefold()
    for name in byline:
        rest = rest.replace(name.casefold(), "")
    return len(rest) < len(text) and sum(map(str.isalpha, rest)) <= len("reported by")
