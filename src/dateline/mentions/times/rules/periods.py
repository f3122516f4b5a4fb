"""Rules for quarters, halves and seasons."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from dateline.mentions.times.calendar import Stretch, Unit, around, half, moved, quarter, season, year
from dateline.mentions.times.pattern import Hit, Rule, ordinal, rule
from dateline.mentions.times.place import nearest
from dateline.mentions.times.story import PUBLICATION_UNKNOWN, UNKNOWN, YEAR_UNKNOWN, Answer, Story, stated, unresolved
from dateline.mentions.times.words import SEASON_CODES, STEPS

_QUARTERS: Final = 4
_HALVES: Final = 2
_MARCH: Final = 3
_YEARS_AROUND: Final = 2
_TOLD: Final = frozenset(("", "latest", "the", "that"))  # words before `quarter` that mean the one told before
_BEFORE_BARE: Final = frozenset("in since by during until for".split())
_BEFORE_THE: Final = _BEFORE_BARE | {"over", "into", "of"}


def _year_told(hit: Hit, story: Story) -> int | None:
    """The year that goes with a quarter or a season: stated, or this, last or next year."""
    if hit.has("year"):
        return int(hit.word("year"))
    if story.today is None or not (hit.has("which") or hit.has("back")):
        return None
    return story.today.year + (-1 if hit.has("back") else STEPS.get(hit.word("which"), 0))


def _numbered(hit: Hit, story: Story, make: Callable[[int, int], Stretch], most: int) -> Answer | None:
    found = most if hit.word("ord") == "final" else ordinal(hit.word("ord"))
    if found is None or not 1 <= found <= most:
        return None
    told = _year_told(hit, story)
    if told is not None:
        return stated(make(told, found)) if hit.has("year") else story.counted(make(told, found))
    near = nearest(hit, story, lambda full: make(full, found), token=hit.at("ord"))
    letter = "Q" if most == _QUARTERS else "H"
    return story.year_found(near) if near else unresolved("DATE", f"XXXX-{letter}{found}", YEAR_UNKNOWN)


def _quarter(hit: Hit, story: Story) -> Answer | None:
    """`the third quarter`, `the first quarter of 1990`, `next year's first quarter`."""
    return _numbered(hit, story, quarter, _QUARTERS)


def _half(hit: Hit, story: Story) -> Answer | None:
    """`the first half of 2021`; a half of anything else is no time."""
    if not any(hit.has(each) for each in ("year", "which", "back")) and hit.following() == "of":
        return None
    return _numbered(hit, story, half, _HALVES)


def _lettered(hit: Hit, story: Story) -> Answer | None:
    """`Q1 2021`, `H2 2021`."""
    if not hit.line.joined(hit.at("ord")) or not hit.line.forms[hit.first].isupper():
        return None
    if hit.word("letter") == "q":
        return _quarter(hit, story)
    return _half(hit, story) if hit.has("year") else None


def _which_quarter(hit: Hit, story: Story) -> Answer:
    """`this quarter`, `the latest quarter`: by the day of writing, or that which the story told."""
    told = story.quarter() if hit.word("way") in _TOLD else None
    if told is not None:
        return story.told_again(told)
    if story.today is None:
        return unresolved("DATE", UNKNOWN["quarter"], PUBLICATION_UNKNOWN)
    return story.counted(around(moved(story.today, STEPS.get(hit.word("way"), -1), "quarter"), "quarter"))


def _year_ago_period(hit: Hit, story: Story) -> Answer | None:
    """`the year-ago quarter`, `the 1988 period`, `the corresponding period last year`."""
    told = story.quarter()
    if told is None:
        full = _year_told(hit, story)
        return story.counted(year(full)) if full else None
    if hit.has("year"):
        return stated(around(dt.date(int(hit.word("year")), told.first.month, 1), told.unit))
    return story.year_before(told)


def _same_period(hit: Hit, story: Story) -> Answer | None:
    """`the same month last year`, `the corresponding period a year earlier`."""
    sized: dict[str, Unit] = {"month": "month", "week": "week"}
    unit = sized.get(hit.word("unit"))
    if hit.word("unit") in {"period", "quarter"}:
        return _year_ago_period(hit, story)
    told = story.before("month") if unit == "month" else story.before("week", "day")
    if told is None or unit is None:
        full = _year_told(hit, story)
        return story.counted(year(full)) if full else None
    return story.year_before(around(told.first, unit))


def _season(hit: Hit, story: Story) -> Answer | None:
    """`this summer`, `last fall`, `the winter of 2014`, `in spring`."""
    word = hit.word("season")
    code = SEASON_CODES[word]
    if hit.line.word(hit.at("season")).upos in {"VERB", "AUX"}:
        return None
    if hit.has("year"):
        return stated(season(int(hit.word("year")), code))
    if not hit.has("way") and hit.previous() not in _BEFORE_BARE:
        return None
    if hit.word("way") == "the" and (hit.following() == "of" or hit.previous() not in _BEFORE_THE):
        return None
    return _placed(hit, story, code)


def _placed(hit: Hit, story: Story, code: str) -> Answer:
    if story.today is None:
        return unresolved("DATE", f"XXXX-{code}", YEAR_UNKNOWN)
    today, step = story.today, STEPS.get(hit.word("way"))
    if step is None:
        near = nearest(hit, story, lambda full: season(full, code), token=hit.at("season"))
        return story.year_found(near) if near else unresolved("DATE", f"XXXX-{code}", YEAR_UNKNOWN)
    if step == 0:  # the winter of January began the year before
        return story.counted(season(today.year - (code == "WI" and today.month < _MARCH), code))
    options = [season(full, code) for full in range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)]
    past, ahead = [each for each in options if each.last < today], [each for each in options if each.first > today]
    return story.counted(past[-1] if step < 0 else ahead[0])


_OF_YEAR: Final = "(?:OF? (?:(?P<year>YEAR)|(?P<which>LAST|THIS|NEXT) UNIT))?"
_A_YEAR: Final = "(?:(?P<year>YEAR)|(?P<which>LAST|THIS|NEXT) UNIT POSS|(?P<back>UNIT DASH? (?:AGO|EARLIER)))"
_YEAR_BACK: Final = "(?:(?:OF|IN)? THE? (?:(?P<year>YEAR)|(?P<which>LAST|PREVIOUS|THIS) UNIT)|AN UNIT (?P<back>AGO|EARLIER|BEFORE))"
RULES: Final[tuple[Rule, ...]] = (
    rule("quarter of a year", f"EDGEOF? (?:THE|THIS)? EDGE? FISCAL? DASH? (?P<ord>ORD) FISCAL? QUARTER {_OF_YEAR}", _quarter),
    rule("third-quarter", "FISCAL? DASH? (?P<ord>ORD) DASH QUARTER", _quarter),
    rule("a year's quarter", f"THE? {_A_YEAR} FISCAL? (?P<ord>ORD) DASH? QUARTER", _quarter),
    rule("half of a year", f"(?:THE|ITS|THIS)? (?P<ord>ORD) DASH? HALF {_OF_YEAR}", _half),
    rule("a year's half", f"THE? {_A_YEAR} (?P<ord>ORD) DASH? HALF", _half),
    rule("Q1", "(?P<letter>Q|H) (?P<ord>DAYNUM) (?:OF? (?P<year>YEAR))?", _lettered),
    rule(
        "the quarter",
        "(?:EDGEOF|EDGE)? (?:THE|ITS)? (?P<way>LAST|THIS|NEXT|LATEST|CURRENT|THE|THAT|PREVIOUS) FISCAL? QUARTER",
        _which_quarter,
    ),
    rule("the latest period", "(?:THE|ITS) (?P<way>LATEST) PERIOD", _which_quarter),
    rule("a year's period", f"THE? {_A_YEAR} (?:PERIOD|QUARTER)", _year_ago_period),
    rule("the same period", f"THE? SAME (?P<unit>PERIOD|UNIT|QUARTER) {_YEAR_BACK}", _same_period),
    rule(
        "the season",
        "(?:EDGEOF|EDGE|THE EDGE DASH?)? (?:(?P<way>THE|LAST|THIS|NEXT|CURRENT) EDGE?)? (?P<season>SEASON) "
        "(?:(?:OF|COMMA)? (?P<year>YEAR))?",
        _season,
    ),
)
