"""Plain scraped text → Draft: the story's lines kept, its headline, section, writers and stamp found."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.errors import BadInput, LimitExceeded
from dateline.extract.dateline.byline import people
from dateline.extract.dateline.grammar import head
from dateline.extract.draft import Draft
from dateline.extract.limits import ExtractLimits
from dateline.extract.plain.features import Matrix, closed, sentences, size
from dateline.extract.plain.model import HEADLINE, ROLES, LineModel, roles, shipped
from dateline.extract.plain.paragraphs import broken_at, paragraphs
from dateline.extract.plain.phrases import speaks_of_page
from dateline.extract.plain.smoothing import Kept, smoothed
from dateline.extract.plain.stamp import stamped

_SECTION, _BYLINE, _STAMP = (ROLES.index(role) for role in ("section", "byline", "stamp"))
_LIKELY, _PERHAPS = 0.3, 0.1  # least chances of being the headline, for a line that would be story otherwise, and for another
_CLEAN: Final = 0.8  # of the characters of sent text are story: then the rest are signatures and cues (MUC-4), not a page's furniture
_TRIED: Final = 3  # of the likeliest
_LEAST_STORY: Final = 2  # lines: with less, the headline may be all there is
_INTO: Final = 2  # story lines that may stand above the headline: kicker and standfirst
_ABOVE: Final = 6  # lines above the headline in which a section label is looked for
_LABEL: Final = 40  # characters of a section label
_LABEL_WORDS: Final = 4
_NEAR: Final = 12  # lines around the headline and the story's edges where writers are named
_SIGNED: Final = 3  # lines after the story where they are
_CREDIT: Final = 100  # characters of a byline
_SHORTEST, _LONGEST = 12, 200  # characters of a headline; labels are shorter, prose is longer
_SOURCE: Final = re.compile(r"(?:(?:By|BY|Source|Por|Fuente|Fonte|Par|Von|Quelle)(?:: ?| )|[-–—] ?|\()?([^\W\d_][^\d:|()]{1,40}?)\)?")
_NAME_WORDS: Final = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class _Read:
    """The lines of a text, the chances of their roles, which are kept, and where the headline stands, if anywhere."""

    lines: list[str]
    chances: Matrix
    kept: Kept
    headline: int | None

    @property
    def first(self) -> int:
        return int(np.argmax(self.kept))

    @property
    def last(self) -> int:
        return len(self.kept) - 1 - int(np.argmax(self.kept[::-1]))


def story(text: str, *, limits: ExtractLimits) -> Draft:
    """The story in scraped `text`, decoded and normalised: its paragraphs, and the headline, section and writers where it has them.

    Lines broken at a fixed width are joined first. A text of one line is a body. Raises BadInput("no-text") where nothing reads like a
    story, LimitExceeded where a line is too long or lines are too many.
    """
    text = _within(text, limits)
    width = broken_at(text)
    lines = paragraphs(text, width=width)
    if not any(letter.isalpha() for line in lines for letter in line):
        raise BadInput("no-text", "no letters")
    if len(lines) == 1:
        return Draft(paragraphs=tuple(lines))
    chances = roles(lines, model=shipped())
    read = _read(lines, chances, sent=width is not None)
    if not read.kept.any():
        raise BadInput("no-text", f"none of {len(lines):,} lines reads like a story")
    return _draft(read)


def prose(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, which is known to be a story and nothing else."""
    return tuple(paragraphs(text, width=broken_at(text)))


def kept(lines: list[str], *, model: LineModel) -> tuple[Kept, int | None]:
    """Which of the non-empty `lines` are the story's, by `model`, and which is the headline."""
    read = _read(lines, roles(lines, model=model))
    return read.kept, read.headline


def _within(text: str, limits: ExtractLimits) -> str:
    count = text.count("\n") + 1
    if count > limits.lines:
        raise LimitExceeded("too-many-lines", f"{count:,} lines, at most {limits.lines:,} are read")
    longest = max(map(len, text.split("\n")))
    if longest > limits.line_characters:
        raise LimitExceeded("too-long", f"a line of {longest:,} characters, at most {limits.line_characters:,} are read")
    return text


def _read(lines: list[str], chances: Matrix, *, sent: bool = False) -> _Read:
    """The lines with their roles decided; `sent`: the text came over a wire or by mail, with no page around it."""
    keep = smoothed(chances)
    headline = _headline(lines, chances, keep)
    if sent and _share(lines, keep) >= _CLEAN:
        keep[headline or 0 :] = True
    if headline is not None:
        keep &= np.array([line != lines[headline] for line in lines])
    return _Read(lines=lines, chances=chances, kept=keep, headline=headline)


def _share(lines: list[str], keep: Kept) -> float:
    """Of all characters, those in the lines kept."""
    sizes = np.array([len(line) for line in lines])
    return float(sizes[keep].sum() / sizes.sum())


def _headline(lines: list[str], chances: Matrix, keep: Kept) -> int | None:
    """The likeliest headline above the story or just inside it; None where none is likely, as in wire copy and torn-out text."""
    inside = np.flatnonzero(keep)
    if len(inside) < _LEAST_STORY:
        return None
    before = int(inside[min(_INTO, len(inside) - 1)])
    above = chances[:before, HEADLINE] / np.where(keep[:before], _LIKELY, _PERHAPS)
    for at in np.argsort(-above, kind="stable")[:_TRIED]:
        if above[at] >= 1 and _headlike(lines[at]):
            return int(at)
    first, *others = (lines[at] for at in inside)
    return int(inside[0]) if _headlike(first) and not sentences(first) and _tells(others) else None


def _tells(lines: list[str]) -> bool:
    """Whether the lines below one without an end of a sentence make it a headline: a dateline under it, or whole sentences throughout."""
    under = head(lines[0])
    return (under is not None and not under.weak) or all(map(closed, lines))


def _headlike(line: str) -> bool:
    return _SHORTEST <= size(line) <= _LONGEST and line[0] not in "[(" and head(line) is None and not people(line)


def _draft(read: _Read) -> Draft:
    writers, agency = _writers(read)
    return Draft(
        title=read.lines[read.headline] if read.headline is not None else None,
        section=_section(read),
        byline=writers,
        agency=agency,
        published=_published(read),
        paragraphs=tuple(line for line, keeps in zip(read.lines, read.kept, strict=True) if keeps),
    )


def _section(read: _Read) -> str | None:
    """The label above the headline, or above the story where it has none: the nearest that is no word of the page's own."""
    top = read.first if read.headline is None else min(read.headline, read.first)
    for at in range(top - 1, max(top - _ABOVE, 0) - 1, -1):
        line = read.lines[at]
        likely = read.chances[at].argmax() == _SECTION
        if _labels(line) and (likely or read.headline is not None) and not speaks_of_page(line):
            return line
        if len(line) > _LABEL:
            return None
    return None


def _labels(line: str) -> bool:
    return len(line) <= _LABEL and len(line.split()) <= _LABEL_WORDS and line[0].isupper() and line[-1].isalpha()


def _writers(read: _Read) -> tuple[tuple[str, ...], str | None]:
    """The people that lines near the story's edges name as its writers, or else the agency that they credit."""
    top = read.first if read.headline is None else min(read.headline, read.first)
    edges = [
        *range(max(top - _SIGNED, 0), min(read.first + _NEAR, read.last)),
        *range(read.last, min(read.last + _SIGNED + 1, len(read.lines))),
    ]
    agency = None
    for at in edges:
        line = read.lines[at]
        if read.kept[at] or at == read.headline or len(line) > _CREDIT:
            continue
        names, source = _credited(line, signed=bool(read.chances[at].argmax() == _BYLINE))
        if names:
            return names, agency
        agency = agency or source
    return (), agency


def _credited(line: str, *, signed: bool) -> tuple[tuple[str, ...], str | None]:
    """The people, or the one source, that a line names; a name alone is believed only where the model sees a byline."""
    if names := people(line):
        return names, None
    found = _SOURCE.fullmatch(line)
    if not found or not (signed or line[0] in "-–—") or speaks_of_page(found[1]):
        return (), None
    if names := people(f"By {found[1]}"):
        return names, None
    words = found[1].split()
    return (), found[1] if len(words) <= _NAME_WORDS and words[0][0].isupper() else None


def _published(read: _Read) -> dt.date | None:
    """The day stamped between headline and story or beside them; the earliest, for a later one is of a change."""
    top = read.headline if read.headline is not None else read.first
    near = range(top, min(read.first + _NEAR, read.last))
    days = [day for at in near if read.chances[at].argmax() == _STAMP and (day := stamped(read.lines[at]))]
    return min(days, default=None)
