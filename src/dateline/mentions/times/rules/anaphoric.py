"""Rules for times that hang on a time told before: a day earlier, the same night, the following month."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateline.mentions.times.calendar import Stretch, Unit, around, day, moved
from dateline.mentions.times.lengths import UNITS
from dateline.mentions.times.parts import parted
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.story import UNKNOWN, Answer, Story, answer, unresolved
from dateline.mentions.times.words import weekday_number

_ANY: Final[tuple[Unit, ...]] = ("day", "weekend", "week", "month", "quarter", "half", "season", "year")
_KEPT: Final[frozenset[Unit]] = frozenset({"month", "quarter", "half", "season"})  # a year before a month is a month
_BACK: Final = frozenset("previous preceding prior before earlier previously ago".split())
_NOTHING: Final = "no time was told before"
_OF_EVENT: Final = frozenset("of when that".split())


def _reference(story: Story, unit: Unit) -> Stretch | None:
    """The time told before that a step of this size can hang on: fine steps need a day."""
    if unit == "day":
        return story.before("day")
    return story.before("day", "week", "weekend") if unit == "week" else story.before(*_ANY)


def _stepped(story: Story, count: int, unit: Unit) -> Answer:
    """The time `count` units after the one told before. Where none was, the value counts from writing, but no day is claimed."""
    reference = _reference(story, unit)
    if reference is None:
        value = UNKNOWN[unit] if story.today is None else around(moved(story.today, count, unit), unit).value
        return unresolved("DATE", value, _NOTHING)
    size: Unit = reference.unit if unit == "year" and reference.unit in _KEPT else unit
    return answer(around(moved(reference.first, count, unit), size), "relative", f"counted from {reference.value}, told before")


def _step(hit: Hit) -> int:
    return -1 if hit.word("way") in _BACK else 1


def _earlier(hit: Hit, story: Story) -> Answer | None:
    """`a day earlier`, `two weeks later`, `year-earlier`."""
    unit = UNITS.get(hit.word("unit"))
    if unit is None:
        return None
    count, step = (hit.number("count") if hit.has("count") else 1), _step(hit)
    if count is None:
        return unresolved("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", "how long is not told")
    quarter = story.quarter()
    if unit == "year" and count == 1 and step < 0 and quarter is not None:
        return story.year_before(quarter)
    return _stepped(story, step * count, unit)


def _vague(hit: Hit, _story: Story) -> Answer | None:
    known = UNITS.get(hit.word("unit"))
    return unresolved("DURATION", f"PX{hit.word('unit')[0].upper()}", "how long is not told") if known else None


def _same(hit: Hit, story: Story) -> Answer | None:
    """`the same day`, `that year`, `later that month`."""
    unit = UNITS.get(hit.word("unit"))
    if unit is None:
        return None
    reference = story.before("day") if unit == "day" else story.before(*_ANY)
    return unresolved("DATE", UNKNOWN[unit], _NOTHING) if reference is None else story.told_again(around(reference.first, unit))


def _same_part(hit: Hit, story: Story) -> Answer:
    reference = story.before("day")
    return parted(unresolved("DATE", UNKNOWN["day"], _NOTHING) if reference is None else story.told_again(reference), hit.word("part"))


def _following(hit: Hit, story: Story) -> Answer | None:
    """`the previous month`, `the day before`."""
    unit = UNITS.get(hit.word("unit"))
    return _stepped(story, _step(hit), unit) if unit else None


def _next_day(hit: Hit, story: Story) -> Answer | None:
    """`the next day`; `the next month` counts from writing, see `units`."""
    return _stepped(story, 1, "day") if hit.word("unit") == "day" else None


def _following_part(hit: Hit, story: Story) -> Answer:
    return parted(_stepped(story, _step(hit), "day"), hit.word("part"))


def _following_weekday(hit: Hit, story: Story) -> Answer:
    reference, wanted = story.before("day"), weekday_number(hit.word("weekday"))
    if reference is None:
        return unresolved("DATE", f"XXXX-WXX-{wanted + 1}", _NOTHING)
    step = _step(hit)
    away = step * (wanted - reference.first.weekday()) % 7 or 7
    found = day(reference.first + dt.timedelta(days=step * away))
    return answer(found, "relative", f"counted from {reference.value}, told before")


def _then(hit: Hit, story: Story) -> Answer | None:
    """`since then`, `at the time`: the time that was just told. `At the time of the coup` is told by the coup."""
    if hit.following() in _OF_EVENT:
        return None
    reference = story.close()
    found = story.told_again(reference) if reference else unresolved("DATE", "PAST_REF", _NOTHING)
    return replace(found, span=(hit.at("then"), hit.last))


_END: Final = "(?=COMMA|DOT|AND|$)"
RULES: Final[tuple[Rule, ...]] = (
    rule("earlier", "APPROX? (?P<count>NUMBER|AN) (?P<unit>UNIT|UNITS) (?P<way>EARLIER|LATER)", _earlier),
    rule("before, at an end", "APPROX? (?P<count>NUMBER|AN) (?P<unit>UNIT|UNITS) (?P<way>BEFORE) (?=COMMA|DOT|$)", _earlier),
    rule("year-earlier", "(?P<unit>UNIT) DASH (?P<way>AGO|EARLIER)", _earlier),
    rule("a few days later", "(?:VAGUE|FEW) (?P<unit>UNITS) (?=EARLIER|LATER|BEFORE|AFTER)", _vague),
    rule("same", "EDGE? (?:THE SAME|THAT SAME?) (?P<unit>UNIT|QUARTER)", _same),
    rule("same part", "EDGE? (?:THE SAME|THAT SAME?) (?P<part>PART)", _same_part),
    rule("following", "THE? (?P<way>FOLLOWING|PREVIOUS) (?P<unit>UNIT|QUARTER)", _following),
    rule("the next day", "THE NEXT (?P<unit>UNIT)", _next_day),
    rule("the day before", f"THE (?P<unit>UNIT) (?P<way>BEFORE|AFTER|PREVIOUS) {_END}", _following),
    rule("the previous night", "THE? (?P<way>FOLLOWING|PREVIOUS) (?P<part>PART)", _following_part),
    rule("the night before", f"THE (?P<part>PART) (?P<way>BEFORE|AFTER) {_END}", _following_part),
    rule("following weekday", "THE (?P<way>FOLLOWING|PREVIOUS) (?P<weekday>WEEKDAY)", _following_weekday),
    rule("the weekday before", f"THE (?P<weekday>WEEKDAY) (?P<way>BEFORE|AFTER) {_END}", _following_weekday),
    rule("then", "(?:UNTIL|SINCE|BY) (?P<then>THEN)", _then),
    rule("at the time", "AT (?P<then>THE TIME)", _then),
    rule("by that time", "(?:AT|BY|SINCE|UNTIL) (?P<then>THAT TIME)", _then),
)
