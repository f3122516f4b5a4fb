"""What clings to a story's first and last lines: bylines, days, link lists, addresses to write to."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.html.appeals import appeal
from dateline.extract.html.blocks import Block
from dateline.extract.html.concepts import BIT
from dateline.extract.html.day import day
from dateline.extract.html.people import by, credited, named, personal

_FIRST: Final = 6  # blocks before the story proper: menu, headline, standfirst, writer, day, place
_LAST: Final = 3  # blocks after it
_SIGNATURE: Final = 2  # blocks below it that may be signed
_PROSE: Final = 120  # characters from which on a block is the story's own
_LINKED: Final = 0.6  # share of a block's characters inside links: menus and lists of articles
_BRIEF: Final = 40  # characters of a line that is a day and nothing else
_CREDIT: Final = 100  # characters of a byline
_ELSEWHERE: Final = BIT["comment"] | BIT["related"] | BIT["caption"]
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story without what clung to it, and what that said: writers and day of the lines above it."""

    paragraphs: tuple[str, ...]
    byline: tuple[str, ...]
    published: dt.date | None


def trimmed(kept: Sequence[Block], *, byline: Sequence[str], after: Sequence[Block] = ()) -> Story:
    """The blocks' texts from the first to the last that are the story's own. `byline` is what the page's data names.

    `after` are the blocks that follow on the page: the first of them may be signed.
    """
    kept = [block for block in kept if not appeal(block)]
    fine = 2 * sum(block.small for block in kept) < sum(len(block.text) for block in kept)  # else small is how the page sets everything
    opening = next((place for place, block in enumerate(kept[:_FIRST]) if len(block.text) >= _PROSE), min(len(kept), _FIRST))
    closing = max(len(kept) - _LAST, opening)
    top = _top([block for block in kept[:opening] if not (fine and _fine_print(block))], byline)
    end = [block for block in kept[closing:] if not (_menu(block) or _MAIL.search(block.text) or (fine and _fine_print(block)))]
    signed = signature(end[-1].text) if end else ()
    paragraphs = (
        *top.paragraphs,
        *(block.text for block in kept[opening:closing]),
        *(block.text for block in end[: -1 if signed else None]),
    )
    return Story(paragraphs=paragraphs, byline=top.byline or signed or _signed_below(kept, after), published=top.published)


def _top(above: Sequence[Block], byline: Sequence[str]) -> Story:
    """What of the blocks `above` the story proper is its own, and what the others say."""
    paragraphs: list[str] = []
    writers: tuple[str, ...] = ()
    shown: dt.date | None = None
    for block in above:
        text = block.text
        heading = block.tag[0] == "h" and block.tag[1:].isdigit()
        if by(text) and len(text) <= _CREDIT and (names := tuple(filter(personal, credited(text)))):
            writers = writers or names
        elif len(text) <= _BRIEF and text[-1].isdigit() and (stated := day(text)):
            shown = shown or stated
        elif not (_menu(block) or (not heading and _names(text, byline))):
            paragraphs.append(text)
    return Story(paragraphs=tuple(paragraphs), byline=writers, published=shown)


def _signed_below(kept: Sequence[Block], after: Sequence[Block]) -> tuple[str, ...]:
    """The writers that one of the first blocks `after` the story names, where it stands in the element that holds the story's end."""
    near = [block for block in after[:_SIGNATURE] if kept and block.container == kept[-1].container and not block.own & _ELSEWHERE]
    return next(filter(None, (signature(block.text) for block in near)), ())


def signature(text: str) -> tuple[str, ...]:
    """The writers that a story's last line names: `— Ann Poe, our correspondent`, `Text: Ann Poe`, `Ann Poe, in Batken`; () for prose."""
    found = _SIGNED.fullmatch(text) if len(text) <= _CREDIT else None
    if not found or not named(found["names"]):
        return ()
    return credited(found["names"]) if found["lead"] or (found["role"] and not text.endswith(".")) else ()


_SIGNED: Final = re.compile(
    r"\W{0,3}?(?P<lead>[—–-]\s?|(?i:(?:reported |written )?by|text|texte|texto|report|words|автор|текст|von|por|par)(?:\s?:)?\s)?"
    r"(?P<names>[^\W\d_][^.!?:;\d\"“”]{3,70}?)"
    r"(?P<role>,? (?:in|from|en|à|aus|из|dari|w|da) [^\W\d_a-z][\w -]{1,30}"
    r"|, (?:our |the |nuestr[oa] |unser(?:e|er)? |наш )?[^\W\d_A-Z][\w ]{4,40})?"
    r"[\s.)]{0,3}"
)


def _fine_print(block: Block) -> bool:
    return block.small >= len(block.text)


def _menu(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _names(text: str, byline: Sequence[str]) -> bool:
    """Whether `text` is the writers' names and hardly more: an "and", a "with"."""
    rest = text.casefold()
    for name in byline:
        rest = rest.replace(name.casefold(), "")
    return len(rest) < len(text) and sum(map(str.isalpha, rest)) <= len("reported by")
