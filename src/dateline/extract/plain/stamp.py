"""The day in a line that says when a story was published."""

import datetime as dt
import re
from typing import Final

from dateline.extract.dateline.days import day

_MAY_BEGIN: Final = re.compile(r"(?<!\w)\w")


def stamped(line: str) -> dt.date | None:
    """The earliest day with a year that `line` states without doubt about which number is the month; None where it states none."""
    return min((found for begin in _MAY_BEGIN.finditer(line) if (found := _date(line, begin.start()))), default=None)


def _date(line: str, at: int) -> dt.date | None:
    stated = day(line, at)
    if not (stated and stated.year and stated.month and stated.day):
        return None
    try:
        return dt.date(stated.year, stated.month, stated.day)
    except ValueError:
        return None
