"""The grammar of a dateline: what may stand at the beginning of a line, in which order, and what it takes to be believed."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.extract.dateline import words
from dateline.extract.dateline.days import Day, day
from dateline.extract.dateline.east import eastern

_LONGEST: Final = 400  # code points of a line that are looked at; the longest dateline of the FBIS files has some 120
_RECENT: Final = 16  # lines remembered: the search for a headline asks about those that the opening asks about again
_MARKS: Final = re.compile(
    r"(?:[(\[](?:updated?|lead|recast|correct(?:s|ed|ion)|adds?|rewrites?|writethru|urgent|text)\b[^()\[\]]{0,40}[)\]]"
    r"|update \d{1,2}\s?[-–:]|[•*>«\"“])\s{0,3}",
    re.IGNORECASE,
)
# Closed by either kind: monitors mistype them. A short form may stand inside: (INTERPRESS AGENCY [IPS]).
_BRACKETED: Final = re.compile(r" ?(?:\(([^()\n]{1,80})|\[([^\[\]\n]{1,80}))[)\]]")
_SLASHED: Final = re.compile(r" ?/([^/\n]{2,30})/(?!\w)")
_BETWEEN: Final = re.compile(r" ?[,.]? ?")
_TERMINATOR: Final = re.compile(r" ?[.,]? ?[-–—―‒]{1,3}(?=\W|[^\W\d_]|$)| ?:(?=\s|$)| ?\|(?=\s)| ?\.(?=\s|$)")
_NOTE: Final = re.compile(r" ?\[([^\[\]\n]{1,250})\]")
_TEXT_NOTES: Final = frozenset({"TEXT", "EXCERPT", "EXCERPTS", "CONTINUED", "SUMMARY", "PASSAGE OMITTED"})
_AGENCY_AFTER: Final = re.compile(r" ?([^\W\d_][^\W_]*(?:[ .-][^\W\d_][^\W_]*){0,3}?)(?:\. | [-–—]+ )(?=[^\W\d_a-zа-я]|[\"“«])")
_PRESS: Final = frozenset("новости news press agency novosti wire tass тасс унн interfax интерфакс".split())  # noqa: SIM905
_BEGINNING: Final = re.compile(r"\s{1,2}(?=[^\W_]|[\"“'‘«(\[])|$")


@dataclass(frozen=True, slots=True)
class Head:
    """What a line begins with; offsets are code points of the line. `weak`: no day stands there, so that more must speak for it."""

    start: int
    end: int
    places: tuple[str, ...] = ()
    agency: str | None = None
    day: Day | None = None
    weak: bool = True
    writers: tuple[str, ...] = ()


def head(line: str) -> Head | None:
    """The dateline that `line` begins with; None where it begins with prose, a label or a byline."""
    return _head(line[:_LONGEST])


@lru_cache(maxsize=_RECENT)
def _head(line: str) -> Head | None:
    if east := eastern(line):
        stated = Day(east.end, month=east.month, day=east.day) if east.month else None
        writers = (east.writer,) if east.writer else ()
        return Head(east.start, east.end, (east.place,), east.agency, stated, weak=stated is None, writers=writers)
    at = 0
    while mark := _MARKS.match(line, at):
        at = mark.end()
    if line.startswith(("(", "["), at):
        return _agency_first(line, at)
    if outlet := words.domain(line, at):
        return _outlet_first(line, at, outlet)
    return _place_first(line, at) or _day_first(line, at)


def _agency_first(line: str, at: int) -> Head | None:
    """`(AGENCY) - text` or `(AGENCY) - PLACE, 3 MAR - text`."""
    named = _BRACKETED.match(line, at)
    dash = _TERMINATOR.match(line, named.end()) if named else None
    if not named or not dash or not _agency(_inside(named)) or line[dash.start() : dash.end()].strip() == ".":
        return None
    end = dash.end()
    after = _place_first(line, end + (line[end : end + 1] == " "))
    if after and not after.agency and (after.day or after.places[0].isupper()):
        return replace(after, start=at, agency=_inside(named), weak=False)
    return Head(at, end, agency=_inside(named))


def _outlet_first(line: str, at: int, outlet: re.Match[str]) -> Head | None:
    """`OUTLET.COM, Jakarta - text`."""
    comma = _BETWEEN.match(line, outlet.end())
    after = _place_first(line, comma.end() if comma else outlet.end())
    return replace(after, start=at, agency=after.agency or outlet[0]) if after else None


def _day_first(line: str, at: int) -> Head | None:
    """`July 7 (AGENCY) - text` or `Jul 7, 2021, BEIRUT - text`; a day and a dash alone begin a line of a chronology."""
    stated = day(line, at)
    if not stated or not stated.month:
        return None
    named = _BRACKETED.match(line, stated.end)
    dash = _TERMINATOR.match(line, named.end()) if named else None
    if named and dash and _agency(_inside(named)) and _inside(named)[0].isupper():
        return Head(at, dash.end(), agency=_inside(named), day=stated, weak=False)
    comma = _BETWEEN.match(line, stated.end)
    after = _place_first(line, comma.end()) if comma and comma.end() > stated.end else None
    return replace(after, start=at, day=stated, weak=False) if after and not after.day and after.places[0] else None


def _place_first(line: str, at: int) -> Head | None:
    found = words.places(line, at)
    if not found:
        return None
    parts = _Parts(line=line, at=found.end)
    while parts.step():
        pass
    close = _closing(parts)
    if not close or not _believed(parts, found.names, close):
        return None
    names = _where(found.names, parts.regions)
    stated, end = _day_after(line, close) if parts.day is None else (parts.day, close.end)
    return Head(at, _notes(line, end), names, close.agency, stated, weak=stated is None)


def _day_after(line: str, close: "_Close") -> tuple[Day | None, int]:
    """The day between this dash and another, as in `CAIRO - 24 July 2022: text`, and where the dateline ends then."""
    at = close.end + (line[close.end : close.end + 1] == " ")
    stated = day(line, at) if close.sign == "-" else None
    dash = _TERMINATOR.match(line, stated.end) if stated and stated.month else None
    return (stated, dash.end()) if dash else (None, close.end)


@dataclass(slots=True)
class _Parts:
    """What has been read after the place; `step` reads one part more."""

    line: str
    at: int
    regions: tuple[str, ...] = ()
    agency: str | None = None
    day: Day | None = None
    left: int = 8  # parts at most

    def step(self) -> bool:
        """Whether another part stood at `at`, which is now read."""
        between = _BETWEEN.match(self.line, self.at)
        at = between.end() if between else self.at
        self.left -= 1
        if self.left < 0:
            return False
        if self.day is None and at > self.at and (found := day(self.line, at)) and (self._parted(at) or self._agency_at(found.end)):
            self.day, self.at = found, found.end
            return True
        if self.day and self.day.month is None and at > self.at and (dated := day(self.line, at)) and dated.month:
            self.day, self.at = dated._replace(weekday=self.day.weekday), dated.end
            return True
        return self._bracket(self.at) or self._bracket(at) or self._slashes(at) or self._region(at)

    def _parted(self, at: int) -> bool:
        """Whether a comma, full stop or bracket parts `at` from the place: `Beirut May 3` is prose, `BEIRUT May 3` may be none."""
        return self.line[self.at : at] != " " or self.line[self.at - 1] in ")]" or self.line[: self.at].isupper()

    def _agency_at(self, at: int) -> bool:
        """Whether an agency and a dash at `at` make a day of what only a space parts from the place: `Praha 7. července (AGENCY) -`."""
        found = _BRACKETED.match(self.line, at)
        return bool(found and _TERMINATOR.match(self.line, found.end()))

    def _bracket(self, at: int) -> bool:
        found = _BRACKETED.match(self.line, at)
        if not found or self.agency:
            return False
        before = self.at
        inside, self.at = _inside(found), found.end()
        if self.day is None and (stated := day(inside, 0)) and stated.end == len(inside):
            self.day = stated
        elif self.day is None and self._day_follows():
            self.regions += (inside,)
        elif _agency(inside):
            self.agency = inside
        else:
            self.at = before
            return False
        return True

    def _day_follows(self) -> bool:
        between = _BETWEEN.match(self.line, self.at)
        return bool(between and "," in between[0] and day(self.line, between.end()))

    def _slashes(self, at: int) -> bool:
        found = _SLASHED.match(self.line, self.at) or _SLASHED.match(self.line, at)
        if not found or self.agency:
            return False
        self.agency, self.at = found[1].strip(), found.end()
        return True

    def _region(self, at: int) -> bool:
        """`, Ukraine` between the place and its day or agency."""
        if self.day or self.agency or len(self.regions) > 1 or "," not in self.line[self.at : at]:
            return False
        found = words.run(self.line, at)
        if not found:
            return False
        self.regions += found.names
        self.at = found.end
        return True


@dataclass(frozen=True, slots=True)
class _Close:
    """How a dateline ends: `sign` is `-`, `:`, `.`, the end of the line `$`, or nothing."""

    sign: str
    end: int
    agency: str | None


def _closing(parts: _Parts) -> _Close | None:
    line, at = parts.line, parts.at
    found = _TERMINATOR.match(line, at)
    if not found:
        if not _BEGINNING.match(line, at):
            return None
        return _Close("$" if at >= len(line) else "", at, parts.agency)
    sign, end = found[0].strip(), found.end()
    kind = "-" if sign[-1] in "-–—―‒|" else sign[-1]
    glued = not found[0].startswith(" ") and line[end : end + 1].isalnum()
    if kind == "-" and glued and not parts.agency and len(sign) == 1:
        return None  # the hyphen of a compound
    if parts.day and not parts.agency and (after := _AGENCY_AFTER.match(line, end)) and _press(after[1]):
        return _Close("-", after.end() - 1, after[1])
    return _Close("-" if end >= len(line) and kind == "-" else kind, end, parts.agency)


def _press(name: str) -> bool:
    """Whether `name`, after the day and a dash or full stop, is an agency's and no sentence: `INTERFAX.RU`, `РИА Новости`."""
    parts = re.split("[ .]", name)
    return (len(parts) <= 2 and parts[0].isupper() and len(parts[0]) > 2) or parts[-1].lower() in _PRESS  # noqa: PLR2004


def _inside(bracketed: re.Match[str]) -> str:
    return (bracketed[1] or bracketed[2]).strip() or "?"


def _agency(inside: str) -> bool:
    """Whether what stands in brackets can be an agency: words, not a number, an age or a sentence."""
    if not inside[0].isalpha() or len(inside) > 60 or inside.count(" ") > 7:  # noqa: PLR2004
        return False
    if inside.islower() and len(inside) > 4:  # noqa: PLR2004  "dpa" writes itself small; "pictured" is no agency
        return False
    return not any(sign in inside for sign in ';!?"“') and not inside.lower().startswith(
        ("updated", "photo", "see ", "read ", "file ", "text")
    )


def _believed(parts: _Parts, names: tuple[str, ...], close: _Close) -> bool:
    """Whether these parts make a dateline; each form needs the more around it the less it says."""
    capitals = all(name.isupper() for name in names)
    standing = capitals or words.known(names[0])
    stated = parts.day
    if stated and stated.weekday is not None and not stated.month:
        return close.sign == "-" or (close.sign == ":" and standing)
    if stated and (close.agency or words.nowhere(names[0])):
        return True
    if stated:
        return close.sign in {"-", ":", "$"} or (close.sign == "." and capitals) or (close.sign == "" and _noted(parts))
    if close.agency:
        short = _short_of(close.agency, names[0])
        prose = parts.line[close.end :].lstrip()[:1].islower()
        sign = close.sign == "-" or (close.sign == "." and words.known(names[0]))
        return (sign and not short and (standing or not prose)) or (close.sign == ":" and words.known(names[0]))
    return (words.known(names[0]) and close.sign in {"-", ":"}) or (capitals and bool(parts.regions) and close.sign == "-")


def _noted(parts: _Parts) -> bool:
    return bool(_NOTE.match(parts.line, parts.at))


def _short_of(inside: str, name: str) -> bool:
    """Whether `inside` only shortens `name`, as in `European Union (EU) - `."""
    initials = "".join(word[0] for word in re.split("[ -]", name) if word)
    return inside.replace(".", "").upper() in {initials.upper(), name.upper()[: len(inside)]}


def _where(names: tuple[str, ...], regions: tuple[str, ...]) -> tuple[str, ...]:
    """The places as written in running text; where the dateline says "no city", the country beside it."""
    if words.nowhere(names[0]):
        names = regions[:1]
    return tuple(words.spelled(name) for name in names)


def _notes(line: str, end: int) -> int:
    """Where the notes in brackets end that a monitoring service puts between dateline and story, `[REPORT] [TEXT]`; else `end`."""
    at = last = end
    for _ in range(6):
        note = _NOTE.match(line, at)
        if not note:
            break
        at = note.end()
        if note[1].strip().upper() in _TEXT_NOTES:
            last = at
    return last
