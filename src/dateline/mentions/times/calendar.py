"""Stretches of the calendar with their TIMEX3 values, and arithmetic on days."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]

_SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # of the north, where most of the press means them
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Inclusive days that the calendar has a name for; `value` is that of TIMEX3."""

    value: str
    first: dt.date
    last: dt.date
    unit: Unit


def day(date: dt.date) -> Stretch:
    """One day."""
    return Stretch(date.isoformat(), date, date, "day")


def week(date: dt.date) -> Stretch:
    """The week, Monday to Sunday, that holds a day."""
    year, number, weekday = date.isocalendar()
    monday = date - dt.timedelta(days=weekday - 1)
    return Stretch(f"{year}-W{number:02}", monday, monday + dt.timedelta(days=6), "week")


def weekend(date: dt.date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    whole = week(date)
    return Stretch(f"{whole.value}-WE", whole.first + dt.timedelta(days=5), whole.last, "weekend")


def month(year: int, number: int) -> Stretch:
    """A month, 1 to 12."""
    return _months(f"{year:04}-{number:02}", year, number, 1, "month")


def quarter(year: int, number: int) -> Stretch:
    """A quarter of the calendar year, 1 to 4."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3, "quarter")


def half(year: int, number: int) -> Stretch:
    """A half of the calendar year, 1 or 2."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6, "half")


def season(year: int, code: str) -> Stretch:
    """A season by its code; a winter is named for the year in which it begins."""
    return _months(f"{year:04}-{code}", year, _SEASON_STARTS[code], 3, "season")


def year(number: int) -> Stretch:
    """A calendar year."""
    return Stretch(f"{number:04}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def decade(first: int) -> Stretch:
    """The ten years that begin with `first`."""
    return Stretch(f"{first // 10:03}", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def century(number: int) -> Stretch:
    """A century by its ordinal number: the 20th is 1901 to 2000."""
    return Stretch(f"{number - 1:02}", dt.date(100 * number - 99, 1, 1), dt.date(100 * number, 12, 31), "century")


def around(date: dt.date, unit: Unit) -> Stretch:
    """The stretch of this size that holds a day."""
    return _AROUND[unit](date)


def moved(date: dt.date, count: int, unit: Unit) -> dt.date:
    """The day `count` units on (or back); the last of the month where that has no such day. OverflowError where the calendar ends."""
    if unit in _DAYS:
        return date + dt.timedelta(days=count * _DAYS[unit])
    target, before = divmod(date.year * 12 + date.month - 1 + count * _MONTHS[unit], 12)
    number = before + 1
    if not dt.MINYEAR <= target <= dt.MAXYEAR:
        raise OverflowError(f"need a year from {dt.MINYEAR} to {dt.MAXYEAR}, got {target}")
    return dt.date(target, number, min(date.day, monthrange(target, number)[1]))


def shifted(stretch: Stretch, count: int, unit: Unit) -> Stretch:
    """The stretch of the same size that lies `count` units on."""
    return around(moved(stretch.first, count, unit), stretch.unit)


def valid(year_: int, month_: int, day_: int) -> dt.date | None:
    """The day, or None where there is none such."""
    try:
        return dt.date(year_, month_, day_)
    except ValueError:
        return None


def _season_around(date: dt.date) -> Stretch:
    code = next((code for code, first in reversed(_SEASON_STARTS.items()) if date.month >= first), "WI")
    return season(date.year - (date.month < _SEASON_STARTS["SP"]), code)


def _months(value: str, year_: int, first: int, count: int, unit: Unit) -> Stretch:
    start = dt.date(year_, first, 1)
    return Stretch(value, start, moved(start, count, "month") - dt.timedelta(days=1), unit)


_AROUND: Final[dict[Unit, Callable[[dt.date], Stretch]]] = {
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": lambda date: month(date.year, date.month),
    "quarter": lambda date: quarter(date.year, (date.month + 2) // 3),
    "half": lambda date: half(date.year, (date.month + 5) // 6),
    "season": _season_around,
    "year": lambda date: year(date.year),
    "decade": lambda date: decade(date.year // 10 * 10),
    "century": lambda date: century((date.year + 99) // 100),
}
