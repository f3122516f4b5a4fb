"""Rules for weeks, months and years told from the day of writing: last month, the end of the year, three weeks ago, the past two days."""

from typing import Final

from dateline.mentions.times.calendar import around, day, moved
from dateline.mentions.times.lengths import UNITS, length
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.story import PUBLICATION_UNKNOWN, UNKNOWN, Answer, Story, answer, unresolved
from dateline.mentions.times.words import STEPS

_ENDED: Final = frozenset("for end ends ended ending finish finished finishing close closed closing".split())
_CLAUSE: Final = frozenset("of when after before that he she they it".split())  # `the day that …` hangs on what follows
_SHORT: Final = 2  # tokens of `the day`
_HOURS_A_DAY: Final = 24
_VAGUE: Final = "how long is not told"


def _which_unit(hit: Hit, story: Story) -> Answer | None:
    """`last week`, `early next year`, `the end of this month`, `the current fiscal year`."""
    unit = UNITS.get(hit.word("unit"))
    if unit is None or unit == "day":
        return None
    if story.today is None:
        return story.unknown(unit)
    return story.counted(around(moved(story.today, STEPS[hit.word("which")], unit), unit))


def _the_unit(hit: Hit, story: Story) -> Answer | None:
    """`the end of the month`, `year's end`, `the whole year`: that of the day of writing."""
    unit = UNITS.get(hit.word("unit"))
    if unit is None or unit == "day":
        return None
    return story.unknown(unit) if story.today is None else story.counted(around(story.today, unit))


def _year_end(hit: Hit, story: Story) -> Answer | None:
    return _the_unit(hit, story) if hit.word("unit") == "year" else None


def _bare_unit(hit: Hit, story: Story) -> Answer | None:
    """`for the year`: this one; `the year ended …`: how long, as its end is told elsewhere."""
    if hit.following() in {"ended", "ending", "to"}:
        value = length(hit.word("unit"), "1")
        return unresolved("DURATION", value) if value else None
    return _the_unit(hit, story) if hit.previous() == "for" else None


def _the_day(hit: Hit, story: Story) -> Answer | None:
    """`late in the day`, `ended the day`, `for the day`: the day told before, else that of writing."""
    if hit.line.lower(hit.last - 1) != "day" or hit.following() in _CLAUSE:
        return None
    if hit.last - hit.first <= _SHORT and hit.previous() not in _ENDED:
        return None
    told = story.before("day")
    if told is not None:
        return story.told_again(told)
    return story.unknown("day") if story.today is None else story.counted(day(story.today))


def _ago(hit: Hit, story: Story) -> Answer | None:
    """`three weeks ago`, `in ten days' time`; PAST_REF where the number is vague."""
    ahead = hit.word("where") not in {"ago", "back"}
    unit, count = UNITS.get(hit.word("unit")), hit.number("count")
    if hit.word("unit").startswith("fortnight") and count is not None:
        unit, count = "week", 2 * count
    if count is None or unit is None:
        return unresolved("DATE", "FUTURE_REF" if ahead else "PAST_REF", _VAGUE)
    if story.today is None:
        return story.unknown(unit)
    quarter = story.quarter()
    if unit == "year" and count == 1 and not ahead and quarter is not None:
        return story.year_before(quarter)
    return story.counted(around(moved(story.today, count if ahead else -count, unit), unit))


def _long_ago(_hit: Hit, _story: Story) -> Answer:
    return unresolved("DATE", "PAST_REF", _VAGUE)


def _hours_ago(_hit: Hit, story: Story) -> Answer:
    """`three hours ago`: the day of writing, as near as can be told."""
    if story.today is None:
        return unresolved("TIME", UNKNOWN["day"], PUBLICATION_UNKNOWN)
    return answer(day(story.today), "relative", story.why, kind="TIME")


def _past_units(hit: Hit, story: Story) -> Answer | None:
    """`the past two weeks`, `the next three days`: a duration, with its days where the number is told."""
    word = hit.word("unit")
    count = hit.number("count") if hit.has("count") else (None if word.endswith("s") else 1)
    value = length(word, "X" if count is None else str(count))
    if value is None:
        return None
    unit = UNITS.get(word)
    if story.today is None or count is None or (unit is None and word != "hours"):
        return unresolved("DURATION", value, _VAGUE if count is None else PUBLICATION_UNKNOWN if story.today is None else "")
    step = -1 if STEPS.get(hit.word("which"), -1) < 0 else 1
    size = count if unit else -(-count // _HOURS_A_DAY)
    other = moved(story.today, step * size, unit or "day")
    return Answer("DURATION", value, min(other, story.today), max(other, story.today), "relative", story.why)


def _past_unit(hit: Hit, story: Story) -> Answer | None:
    """`the past year`, `the coming week` are told as dates; other stretches that have passed as how long they lasted."""
    if hit.word("unit") == "year" or STEPS[hit.word("which")] > 0:
        return _which_unit(hit, story)
    return _past_units(hit, story)


_ANY_UNITS: Final = "(?P<unit>UNIT|UNITS|QUARTERS|WEEKENDS|TINIES)"
RULES: Final[tuple[Rule, ...]] = (
    rule("last unit", "(?:EDGEOF|THE? EDGE IN?)? (?P<which>LAST|NEXT|THIS|PREVIOUS) FISCAL? (?P<unit>UNIT)", _which_unit),
    rule("the current unit", "EDGEOF? THE (?P<which>CURRENT) FISCAL? (?P<unit>UNIT)", _which_unit),
    rule("edge of the unit", "(?:EDGEOF|THE? EDGE IN) THE (?P<unit>UNIT)", _the_unit),
    rule("year's end", "THE? (?P<unit>UNIT) (?:POSS|DASH)? END", _year_end),
    rule("the whole unit", "THE FULL (?P<unit>UNIT)", _the_unit),
    rule("the unit", "THE FISCAL? (?P<unit>UNIT)", _bare_unit),
    rule("the day", "(?:EDGE IN)? THE UNIT", _the_day),
    rule("ago", "APPROX? (?P<count>NUMBER|VAGUE|FEW|AN) TRADING? (?P<unit>UNIT|UNITS) (?P<where>AGO|BACK|FROM NOW|APOS TIME)", _ago),
    rule("long ago", "UNITS AGO", _long_ago),
    rule("hours ago", "APPROX? (?:NUMBER|VAGUE|FEW|AN)? (?:TINY|TINIES) AGO", _hours_ago),
    rule(
        "past units",
        f"(?:THE|THESE|ITS)? (?P<which>LAST|NEXT|PREVIOUS|FOLLOWING) (?P<count>NUMBER|FEW|COUPLE OF) {_ANY_UNITS} (?:OR SO)?",
        _past_units,
    ),
    rule("the past unit", "(?:THE|THIS) (?P<which>LAST|NEXT) (?P<unit>UNIT) (?:OR SO)?", _past_unit),
    rule("recent units", "THE? (?:(?P<which>RECENT)|LAST|NEXT) (?P<unit>UNITS|QUARTERS)", _past_units),
)
