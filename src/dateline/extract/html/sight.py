"""What stands around the headline in plain sight: the section above it, writers and day below it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.html.blocks import Block
from dateline.extract.html.concepts import BIT
from dateline.extract.html.day import day
from dateline.extract.html.people import by, credited, named, person
from dateline.extract.html.section import sectional

_ABOVE: Final = 2  # blocks: a day or a share button may stand between the section and the headline
_MENU: Final = 3  # links one after the other: labels come one or two together
_BELOW: Final = 10  # blocks: standfirst, writer, day, share bar, picture
_PROSE: Final = 120  # characters from which on a block is the story's own
_CREDIT: Final = 100  # characters of a line of writers
_DAY: Final = 60  # characters of a line that tells the day
_HEADLINES: Final = ("h1", "h2", "h3", "h4")
_BORDER: Final = re.compile(r"\s+[|•·–—/]\s+|\s*[|•·]\s*")
_LOOSE: Final = re.compile(r"[\W_]+")
_UPDATED: Final = re.compile(
    r"\W*(?:last |zuletzt |dernière |última )?(?:up-?dat|modif|actuali[sz]|aktuali[sz]|atualiz|mise? à jour|aggiornat|bijgewerkt|güncel"
    r"|oppdater|uppdater|opdater|diperbarui|обновл|оновл|更新|수정)",
    re.IGNORECASE,
)
_MARKED: Final = BIT["headline"] | BIT["meta"] | BIT["lead"]
_ELSEWHERE: Final = BIT["comment"] | BIT["related"] | BIT["advert"] | BIT["newsletter"]
_SIGNS: Final = 20  # quotation marks, dashes and spaces by which one spelling of a headline may be longer than another
_MOST_PIECES: Final = 8  # of one line
_NEAR: Final = 2  # pieces between a bare name and the day beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """None and () where the surroundings of the headline do not tell."""

    section: str | None = None
    byline: tuple[str, ...] = ()
    published: dt.date | None = None


def sight(found: Sequence[Block], *, headline: str | None, outlets: Sequence[str]) -> Sight:
    """What the blocks around the one that is the headline tell. `outlets` are names of the site, which are neither section nor writer."""
    at = _headline(found, headline)
    if at is None:
        return Sight()
    names = frozenset(map(_loose, (*outlets, headline or "")))
    below = list(_below(found, at))
    return Sight(section=_section(found, at, names), byline=_byline(below, names), published=_day(below))


def _headline(found: Sequence[Block], headline: str | None) -> int | None:
    """The first heading that says the headline, else the first block that does."""
    wanted = _loose(headline or "")
    if not headline or not wanted:
        return None
    shortest, longest = len(wanted), 2 * len(headline) + _SIGNS
    first = None
    for place, block in enumerate(found):
        if shortest <= len(block.text) <= longest and _loose(block.text) == wanted:
            if block.tag in _HEADLINES:
                return place
            first = place if first is None else first
    return first


def _below(found: Sequence[Block], at: int) -> Iterator[Block]:
    """The blocks between the headline and the story's first paragraph that are not of another article, a picture or a form."""
    for block in found[at + 1 : at + 1 + _BELOW]:
        if len(block.text) >= _PROSE and block.linked * 2 < len(block.text):
            return
        if not (block.own | block.near) & _ELSEWHERE and not (block.own & BIT["caption"] and not block.own & BIT["author"]):
            yield block


def _section(found: Sequence[Block], at: int, names: frozenset[str]) -> str | None:
    """The label right above the headline: a link, in bold, or in an element named as one, and no entry of a menu."""
    headline = found[at]
    for place in range(at - 1, max(at - 1 - _ABOVE, -1), -1):
        block = found[place]
        if not _together(block, headline) or block.hidden:
            continue
        listed = sum(_entry(other, block) for other in found[max(place - _MENU, 0) : at] if other is not block) >= _MENU - 1
        marked = block.linked >= len(block.text) or block.strong >= len(block.text) or (block.own | block.near) & _MARKED
        if marked and not listed and _loose(block.text) not in names and sectional(block.text):
            return block.text
    return None


def _entry(other: Block, block: Block) -> bool:
    """Whether `other` is an entry of the list that `block` stands in."""
    return other.container == block.container and other.linked >= len(other.text) and other.tag not in _HEADLINES


def _together(block: Block, headline: Block) -> bool:
    """Whether the two stand in one element, or one in an element beside the other."""
    return bool({headline.container, headline.outer} & {block.container, block.outer})


def _byline(below: Sequence[Block], names: frozenset[str]) -> tuple[str, ...]:
    """The writers of the first line that opens with "by" or the like, else those of bare names right beside the day."""
    for block in below:
        if len(block.text) <= _CREDIT and by(block.text) and (writers := _people(_pieces(block.text)[0], names)):
            return writers
    pieces = [piece for block in below if len(block.text) <= _CREDIT for piece in _pieces(block.text)]
    days = [place for place, piece in enumerate(pieces) if len(piece) <= _DAY and day(piece)]
    for place in days[:1]:
        for near in (*range(place - 1, max(place - 1 - _NEAR, -1), -1), *range(place + 1, min(place + 1 + _NEAR, len(pieces)))):
            if named(pieces[near]) and (writers := _people(pieces[near], names)):
                return writers
    return ()


def _people(text: str, names: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in credited(text) if person(name) and _loose(name) not in names)


def _day(below: Sequence[Block]) -> dt.date | None:
    pieces = (piece for block in below for piece in _pieces(block.text) if len(piece) <= _DAY and not _UPDATED.match(piece))
    return next((stated for piece in pieces if (stated := day(piece))), None)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BORDER.split(text, maxsplit=_MOST_PIECES) if piece] or [text]


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()
