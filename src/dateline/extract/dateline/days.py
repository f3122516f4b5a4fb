"""The day as a dateline states it, in the orders and languages of the press."""

import re
from typing import Final, NamedTuple

from dateline.extract.months import month, weekday

_WORD: Final = r"([^\W\d_]{3,12})"
_JOIN: Final = r"(?:(?: ?[-/.] ?| )(?:de |of |d')?)"
# A year of two digits is one only where the dateline goes on after it: "3 APR 90 (EFE)", not "3 April 90 people".
_YEAR: Final = r"(?:(?:,? (?:de |of |del )?|[-/])(\d{4}(?!\d)|'?\d\d(?= ?(?:[(\[,:|/.–—-]|$))))?"
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?{_JOIN}?{_WORD}\.?{_YEAR}(?![\w'])", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(
    rf"{_WORD}\.? ?(\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}|'?\d\d(?= ?[(\[])))?(?!\w|[:.]\d| ?%)", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_WEEKDAY: Final = re.compile(r"[^\W\d_]{3,14}(?:-feira)?\.?(?![^\W_])")
_NONE: Final = re.compile(r"(?:NO DATE|UNDATED|n\.d\.)(?!\w)")
_ARTICLE: Final = re.compile(r"(?:le|el|il|am|den) (?=\d)")
_GOES_ON: Final = frozenset("([/,:–—-")
_LONGEST: Final = 31
_CENTURY_TURNS: Final = 50  # two digits: news of the machine-readable age is of 1950 to 2049


class Day(NamedTuple):
    """A day as far as it is stated, and where its words end. All None where the dateline says that it has no date."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def day(line: str, at: int) -> Day | None:
    """The day stated at `at`: with or without a year, a weekday alone, or `NO DATE`; None where no day is stated."""
    if article := _ARTICLE.match(line, at):
        at = article.end()
    first = line[at : at + 1]
    if first.isdigit():
        return _digits_first(line, at)
    if not first.isalpha():
        return None
    if (found := _MONTH_FIRST.match(line, at)) and (number := month(found[1])) and 1 <= int(found[2]) <= _LONGEST:
        return Day(found.end(), _year(found[3]), number, int(found[2]))
    if none := _NONE.match(line, at):
        return Day(none.end())
    name = _WEEKDAY.match(line, at)
    number = weekday(name[0]) if name else None
    return Day(name.end(), weekday=number) if name and number is not None else None


def _digits_first(line: str, at: int) -> Day | None:
    if (found := _DAY_FIRST.match(line, at)) and (number := month(found[2])) and 1 <= int(found[1]) <= _LONGEST:
        return Day(_unstopped(line, found.end()), _year(found[3]), number, int(found[1]))
    if iso := _ISO.match(line, at):
        return _checked(iso.end(), int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := _NUMBERS.match(line, at):
        one, other, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        if numbers[2] == "." or one > 12:  # noqa: PLR2004  months in a year
            return _checked(numbers.end(), year, other, one)
        if other > 12:  # noqa: PLR2004
            return _checked(numbers.end(), year, one, other)
    return None


def _unstopped(line: str, end: int) -> int:
    """`end` without the full stop after a month where that may be the dateline's own: `Москва. 7 июля. …`, not `7 jul. (…`."""
    return end - (line[end - 1] == "." and line[end : end + 2].strip()[:1] not in _GOES_ON)


def _checked(end: int, year: int, number: int, day_: int) -> Day | None:
    return Day(end, year, number, day_) if 1 <= number <= 12 and 1 <= day_ <= _LONGEST else None  # noqa: PLR2004


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    number = int(digits.removeprefix("'"))
    if number >= 100:  # noqa: PLR2004  four digits
        return number if 1800 <= number <= 2200 else None  # noqa: PLR2004  newspapers have datelines since about 1800
    return number + (2000 if number < _CENTURY_TURNS else 1900)
