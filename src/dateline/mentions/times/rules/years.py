"""Rules for years, decades and centuries."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateline.mentions.times.calendar import century, decade, year
from dateline.mentions.times.pattern import Hit, Rule, ordinal, rule, spoken_year
from dateline.mentions.times.rules.days import full_year
from dateline.mentions.times.story import Answer, Story, stated
from dateline.mentions.times.words import TENS

_BASE_YEAR: Final = 2000  # stands in for the year of publication where that is unknown
_REACH: Final = 60  # years from publication within which a bare number of four digits is taken for a year
_LONG_REACH: Final = 150  # the same after a preposition of time
_AHEAD: Final = 50
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_LAST_CENTURY: Final = 30
_BEFORE_YEAR: Final = frozenset(
    "in since of by until from before after during between to through early late mid for the and or , ( - – — / till around about "
    "fiscal year election circa than".split()
)
_BEFORE_OLD_YEAR: Final = frozenset("in since year ( from until between before after circa early late".split())
_BEFORE_SHORT_YEAR: Final = frozenset("in since of from until late early".split())
_MEASURES: Final = frozenset(
    "% percent per km kilometers kilometres miles m meters metres feet people troops men tons tonnes kg ft".split()
)
_COUNTED: Final = frozenset("at $ £ € # no number flight room model article resolution section highway route boeing".split())
_OWNERS: Final = frozenset("his her their my your its".split())


def _year(hit: Hit, story: Story) -> Answer | None:
    """A number of four digits that stands where years stand."""
    full = int(hit.word("year"))
    away = full - (story.today.year if story.today else _BASE_YEAR)
    before = hit.previous()
    if before in _COUNTED or hit.following() in _MEASURES:
        return None
    if _counts(hit) and before not in {"in", "since", "the"}:
        return None
    if not -_LONG_REACH <= away <= _AHEAD and before not in _BEFORE_OLD_YEAR:
        return None
    return stated(year(full)) if before in _BEFORE_YEAR or -_REACH <= away <= _AHEAD else None


def _counts(hit: Hit) -> bool:
    """Whether the number counts a plural noun: `1,900 people` without its comma."""
    words = hit.line.sentence.words
    word = hit.line.word(hit.at("year"))
    return word.relation == "nummod" and word.head is not None and "Number=Plur" in words[word.head].features


def _spoken(hit: Hit, _story: Story) -> Answer | None:
    full = spoken_year(hit.words("year"))
    return stated(year(full)) if full else None


def _pair(hit: Hit, _story: Story) -> Answer | None:
    """`1890–91`: told as the first of both, with the days of both."""
    first, end = int(hit.word("year")), hit.word("end")
    if not hit.tight() or end != f"{(first + 1) % _HUNDRED:02}":
        return None
    return replace(stated(year(first)), last=dt.date(first + 1, 12, 31))


def _short(hit: Hit, story: Story) -> Answer | None:
    """`since '82`."""
    if not hit.tight() or hit.previous() not in _BEFORE_SHORT_YEAR or len(hit.word("year")) != len("82"):
        return None
    full = full_year(hit.word("year"), story)
    return stated(year(full)) if full else None


def _decade(hit: Hit, story: Story) -> Answer | None:
    """`the 1990s`, `the '90s`, `the nineties`; an age (`in his 90s`) is no time, and `the 1900s` may be a century."""
    text = hit.word("decade")
    if hit.previous() in _OWNERS or hit.line.lower(hit.at("decade") - 1) in _OWNERS:
        return None
    digits = text.strip("'’").rstrip("s").rstrip("'’")
    first = TENS.get(text) or (int(digits) if digits.isdecimal() else None)
    if first is None:
        return None
    if first < _HUNDRED:
        base = story.today.year if story.today else _BASE_YEAR
        first = max(full for full in (1900 + first, 2000 + first) if full <= max(base, 1990))
    if first < _THOUSAND or (first % _HUNDRED == 0 and first != _BASE_YEAR):
        return None
    return stated(decade(first))


def _century(hit: Hit, _story: Story) -> Answer | None:
    found = ordinal(hit.word("ord"))
    said = hit.line.lower(hit.last - 1) == "century"
    return stated(century(found)) if said and found and 1 < found <= _LAST_CENTURY else None


RULES: Final[tuple[Rule, ...]] = (
    rule("year", "(?:EDGEOF|EDGE DASH?)? (?:THE? FISCAL|THE? UNIT)? (?P<year>YEAR)", _year),
    rule("years", "(?P<year>YEAR) DASH (?P<end>DAYNUM|NUMERAL)", _pair),
    rule("short year", "APOS (?P<year>DAYNUM|NUMERAL)", _short),
    rule("spoken year", "(?P<year>CARDINAL CARDINAL (?:DASH? CARDINAL)?|CARDINAL HUNDRED AND? CARDINAL?)", _spoken),
    rule("decade", "THE? (?:EDGE DASH?)? (?P<decade>DECADE|TENS)", _decade),
    rule("century", "THE? (?:EDGE DASH?)? (?P<ord>ORD) DASH? UNIT", _century, capital=True),
)
