"""Rules for dates that name a day: ISO, numbers with strokes, day and month, several days of a month."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateline.mentions.times.calendar import Stretch, day, valid
from dateline.mentions.times.parts import parted
from dateline.mentions.times.pattern import Hit, Rule, ordinal, rule
from dateline.mentions.times.place import nearest
from dateline.mentions.times.story import YEAR_UNKNOWN, Answer, Story, answer, stated, unresolved
from dateline.mentions.times.words import month_of, weekday_number
from dateline.records.claim import WhenBasis

_YEAR_DIGITS: Final = 4
_PIECES: Final = 3  # of 23/06/2021
_BASE_YEAR: Final = 2000  # two digits are read as near this year where the day of publication is unknown
_SEPTEMBER_11: Final = dt.date(2001, 9, 11)
_BEFORE_DATE: Final = frozenset("on by until since".split())
_ATTACKS: Final = frozenset("attack attacks terror terrorist terrorists hijacking hijackings hijackers".split())


def full_year(word: str, story: Story) -> int | None:
    """The year of `2021`, `'21` or `21`: of two digits, the one nearest publication."""
    digits = word.strip("'’")
    if not digits.isdecimal():
        return None
    if len(digits) == _YEAR_DIGITS:
        return int(digits)
    base = story.today.year if story.today else _BASE_YEAR
    return min((hundred + int(digits) for hundred in (1900, 2000)), key=lambda full: abs(full - base))


def _iso(hit: Hit, _story: Story) -> Answer | None:
    try:
        return stated(day(dt.date.fromisoformat(hit.word("iso"))))
    except ValueError:
        return None


def _numeric(hit: Hit, story: Story) -> Answer | None:
    """`23/06/2021`, `6/23/21`, `23.06.2021`: day first or month first, whichever exists, else whichever is nearer publication."""
    pieces = "".join(hit.words("numeric")).replace(".", "/").split("/")
    full = full_year(pieces[-1], story)
    if full is None or not hit.tight():
        return None
    left, right = int(pieces[0]), int(pieces[1])
    days = sorted({found for found in (valid(full, left, right), valid(full, right, left)) if found is not None})
    if len(days) <= 1:
        return stated(day(days[0])) if days else None
    if story.today is None:
        return unresolved("DATE", f"{full:04}-XX-XX", "day or month first")
    today = story.today
    return answer(day(min(days, key=lambda found: abs((found - today).days))), "stated", "day or month first: the nearer to publication")


def _dotted(hit: Hit, story: Story) -> Answer | None:
    pieces = hit.word("numeric").split(".")
    whole = len(pieces) == _PIECES and all(piece.isdecimal() for piece in pieces) and len(pieces[-1]) in {2, _YEAR_DIGITS}
    return _numeric(hit, story) if whole else None


def _day_month(hit: Hit, story: Story) -> Answer | None:
    """`Jun. 13, 2021`, `13 June`, `Friday, Oct. 23`, `the night of Feb. 1`: without a year, that of the tense."""
    number, date = month_of(hit.word("month")), ordinal(hit.word("day"))
    if date is None:
        return None
    found = _whole(hit, story, number, date) if hit.has("year") else _yearless(hit, story, number, date)
    return parted(found, hit.word("part")) if found else None


def _whole(hit: Hit, story: Story, number: int, date: int) -> Answer | None:
    full = full_year(hit.word("year"), story)
    found = _day(full, number, date) if full else None
    return stated(found) if found else None


def _yearless(hit: Hit, story: Story, number: int, date: int) -> Answer:
    named = (number, date) == (_SEPTEMBER_11.month, _SEPTEMBER_11.day) and hit.following() in _ATTACKS
    if named and (story.today is None or story.today > _SEPTEMBER_11):
        return answer(day(_SEPTEMBER_11), "stated", "the attacks of 2001")
    found = nearest(hit, story, lambda full: _day(full, number, date), token=hit.at("month"))
    if found is not None and hit.has("weekday"):
        found = _agreeing(found, weekday_number(hit.word("weekday")))
    return story.year_found(found) if found else unresolved("DATE", f"XXXX-{number:02}-{date:02}", YEAR_UNKNOWN)


def _agreeing(found: Stretch, weekday: int) -> Stretch:
    """The day itself where it is that weekday, else the same date of the year before or after if that is."""
    years = (found.first.year + step for step in (0, -1, 1))
    options = (_day(full, found.first.month, found.first.day) for full in years)
    return next((each for each in options if each is not None and each.first.weekday() == weekday), found)


def _date_alone(hit: Hit, story: Story) -> Answer | None:
    """`on the 15th`: of the month told last, else of the month of writing."""
    date = ordinal(hit.word("day"))
    told = story.before("day", "month")
    base = told.first if told else story.today
    if date is None or hit.previous() not in _BEFORE_DATE:
        return None
    found = _day(base.year, base.month, date) if base else None
    if found is None:
        return unresolved("DATE", f"XXXX-XX-{date:02}", YEAR_UNKNOWN)
    return answer(found, "relative", f"month of {told.value}, told before" if told else story.why)


def _nine_eleven(hit: Hit, _story: Story) -> Answer | None:
    """`9/11` is one day; other fractions and dates without a year are left alone."""
    if (hit.word("month"), hit.word("day")) != ("9", "11"):
        return None
    return answer(day(_SEPTEMBER_11), "stated", "the attacks of 2001")


def _day(full: int, number: int, date: int) -> Stretch | None:
    found = valid(full, number, date)
    return day(found) if found else None


def _days(hit: Hit, story: Story) -> Answer | tuple[Answer, ...] | None:
    """`Jun. 13-19`: one expression with a dash, two with a word between."""
    number = month_of(hit.word("month"))
    left, right = ordinal(hit.word("day")), ordinal(hit.word("other"))
    if left is None or right is None or left >= right:
        return None
    if hit.has("year"):
        full = full_year(hit.word("year"), story)
    else:
        near = nearest(hit, story, lambda each: _day(each, number, left), token=hit.at("month"))
        if near is None:
            return unresolved("DATE", f"XXXX-{number:02}-{left:02}/XXXX-{number:02}-{right:02}", YEAR_UNKNOWN)
        full = near.first.year
    first, last = (valid(full, number, each) if full else None for each in (left, right))
    return _both(hit, story, first, last) if first and last else None


def _both(hit: Hit, story: Story, first: dt.date, last: dt.date) -> Answer | tuple[Answer, ...]:
    basis: WhenBasis = "stated" if hit.has("year") else "relative"
    why = "stated" if hit.has("year") else story.year_why
    if hit.has("dash"):
        return replace(answer(day(first), basis, why), value=f"{first}/{last}", last=last)
    joint = hit.at("joint")
    left = replace(answer(day(first), basis, why), span=(hit.first, joint))
    right = replace(answer(day(last), basis, why), span=(joint + 1, hit.last))
    if hit.word("joint") in {"and", "or"}:
        return left, right
    return replace(left, last=last), replace(right, first=first)


_JOINT: Final = "(?P<joint>(?P<dash>DASH)|TO|AND|OR|THROUGH|UNTIL)"
_TWO: Final = f"(?P<day>NTHDAY) {_JOINT} (?P<other>NTHDAY)"
_OF_YEAR: Final = "(?:COMMA? (?P<year>YEAR))?"
_ON: Final = "(?P<weekday>WEEKDAYNAME)"
_PART_OF: Final = "(?:THE? (?P<part>PART) OF)?"
RULES: Final[tuple[Rule, ...]] = (
    rule("iso", "(?P<iso>ISO)", _iso),
    rule("numeric", "(?P<numeric>DAYNUM SLASH DAYNUM SLASH (?:YEAR|DAYNUM|NUMERAL))", _numeric),
    rule("dotted", "(?P<numeric>NUMERAL)", _dotted),
    rule("9/11", "(?P<month>DAYNUM) SLASH (?P<day>DAYNUM)", _nine_eleven),
    rule(
        "month day",
        f"(?:LAST|NEXT|THIS)? {_PART_OF} (?:{_ON} COMMA? THE?)? (?P<month>NAMED) THE? (?P<day>NTHDAY) {_OF_YEAR}",
        _day_month,
    ),
    rule(
        "day month",
        f"{_PART_OF} (?:{_ON} COMMA?)? THE? (?P<day>NTHDAY) OF? DASH? (?P<month>NAMED) (?:(?:COMMA|DASH|OF)? (?P<year>YEAR))?",
        _day_month,
    ),
    rule("date alone", "THE (?P<day>NTH) (?=COMMA|DOT|$)", _date_alone),
    rule("days of a month", f"(?P<month>NAMED) {_TWO} {_OF_YEAR}", _days),
    rule("days before a month", f"{_TWO} OF? (?P<month>NAMED) {_OF_YEAR}", _days),
)
