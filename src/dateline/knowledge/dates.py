"""Dates as the cells of the tables give them: `2014`, `2014-05` or `2014-05-31`, inclusive; an empty cell is open."""

import calendar
import datetime as dt
import re
from typing import Final

_CELL: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def span(cell: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that `cell` covers, both None where it is empty. ValueError where it is no date."""
    if not cell:
        return None, None
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError(f"need YYYY, YYYY-MM or YYYY-MM-DD, got {cell!r}")
    year, month, day = found.groups()
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"need a day of the calendar, got {cell!r}: {error}") from error
    if day:
        return first, first
    end = int(month or 12)
    return first, dt.date(first.year, end, calendar.monthrange(first.year, end)[1])


def first_day(cell: str) -> dt.date | None:
    """The first day that `cell` covers: 2014-05-01 for `2014-05`."""
    return span(cell)[0]


def last_day(cell: str) -> dt.date | None:
    """The last day that `cell` covers: 2014-05-31 for `2014-05`."""
    return span(cell)[1]


def covers(day: dt.date, *, first: dt.date | None, last: dt.date | None) -> bool:
    """Whether `day` is within [`first`, `last`], either of which may be open."""
    return (first is None or first <= day) and (last is None or day <= last)
