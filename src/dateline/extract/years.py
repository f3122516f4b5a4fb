"""The year that a dateline leaves out, worked out from what bounds it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.extract.clues import Told
from dateline.knowledge.anchors import Bound
from dateline.records import Published

_EARLIEST: Final = 1800  # newspapers have datelines since about then
# Days between a weekday that a lead ties to an act ("said on Wednesday") and the dateline's day: 0 or 1 in all of the 19 stories with a
# dateline that have one (MUC 7, violence corpus and TempEval 6, wire cases 6). Stories without a dateline run later in 8 to 15 %.
_TOLD_WITHIN: Final = 1
_ARCHIVED_WITHIN: Final = dt.timedelta(days=31)  # crawls of news fetch a story within days; a month is lenient
_TURN: Final = dt.timedelta(days=1)  # the world's days differ by one


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """All that bears on the year: `bounds` are facts, `told` the weekdays of the lead, `weekday` the dateline's own."""

    bounds: Sequence[Bound]
    told: Sequence[Told]
    weekday: int | None
    fetched: dt.date | None
    today: dt.date


@dataclass(frozen=True, slots=True)
class _Remaining:
    """The days that the dateline may mean, and how they were found."""

    days: tuple[dt.date, ...]
    why: tuple[str, ...]

    def keep(self, days: Sequence[dt.date], why: str) -> "_Remaining":
        """Only `days`, unless none would be left: then the clue does not fit, which is noted."""
        if not days:
            return replace(self, why=(*self.why, f"{why}: fits no year, left aside"))
        return _Remaining(tuple(days), (*self.why, why))


def worked_out(month: int, day: int, evidence: Evidence) -> Published:
    """The day of publication for a dateline of `day` and `month` without a year: one day, or several.

    Unknown where nothing bounds it from below.
    """
    stated = f"the dateline says {dt.date(2000, month, 1):%B} {day} without a year"
    last = min(evidence.today, evidence.fetched or evidence.today) + _TURN
    left = _Remaining(_days(month, day, last), (stated, f"not after {last - _TURN}, when the page was read or archived"))
    if evidence.weekday is not None:
        named = [one for one in left.days if one.weekday() == evidence.weekday]
        left = left.keep(named, f"the dateline names the weekday, {_name(evidence.weekday)}")
    bounded = _bounded(left, evidence.bounds)
    if bounded is None:
        return _archived(left, evidence) or Published(why=(*left.why, "nothing in the story or about it bounds the year from below"))
    left = _by_told(bounded, evidence.told)
    if len(left.days) > 1 and (near := _archived(left, evidence)):
        return near
    return _published(left)


@lru_cache(maxsize=400)  # the days of a year: a run has one `last`, or as many as its archives have days
def _days(month: int, day: int, last: dt.date) -> tuple[dt.date, ...]:
    days = []
    for year in range(_EARLIEST, last.year + 1):
        try:
            days.append(dt.date(year, month, day))
        except ValueError:  # 29 February in most years
            continue
    return tuple(one for one in days if one <= last)


def _bounded(left: _Remaining, bounds: Sequence[Bound]) -> _Remaining | None:
    """Only the days that all `bounds` allow; None where there is no bound.

    The closest are told first, and those that add nothing are not told.
    """
    if not bounds:
        return None
    for bound in sorted(bounds, key=lambda bound: sum(map(bound.allows, left.days))):
        allowed = [one for one in left.days if bound.allows(one)]
        if len(allowed) < len(left.days):
            left = left.keep(allowed, bound.why)
    return left


def _by_told(left: _Remaining, told: Sequence[Told]) -> _Remaining:
    """Only the days on which, or on whose eve, the lead's latest weekday falls."""
    if not told or not left.days:
        return left
    fits = [one for one in left.days if min((one.weekday() - clue.weekday) % 7 for clue in told) <= _TOLD_WITHIN]
    words = "; ".join(f"“{clue.words}”" for clue in told)
    days = ", ".join(f"{one:%A} {one}" for one in fits[:4])
    return left.keep(fits, f"the lead tells of the same day or the day before: {words}, which leaves {days}")


def _archived(left: _Remaining, evidence: Evidence) -> Published | None:
    """The last of the days that remain, where the page was archived within a month after it."""
    fetched = evidence.fetched
    if not fetched or not left.days:
        return None
    near = [one for one in _by_told(left, evidence.told).days if -_TURN <= fetched - one <= _ARCHIVED_WITHIN]
    if not near:
        return None
    return _published(
        left.keep(near[-1:], f"the page was archived on {fetched}, {max((fetched - near[-1]).days, 0)} days after {near[-1]}")
    )


def _published(left: _Remaining) -> Published:
    years = tuple(one.year for one in left.days)
    return Published(first=left.days[0], last=left.days[-1], basis="weekday", years=years, why=left.why)


def _name(weekday: int) -> str:
    return f"{dt.date(2024, 1, 1 + weekday):%A}"
