"""Rules for days told from the day of writing: yesterday, tonight, Tuesday, last Friday night, the weekend."""

import datetime as dt
from dataclasses import replace
from typing import Final

from dateline.mentions.times.calendar import Stretch, around, day, week
from dateline.mentions.times.parts import parted
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.place import heading, weekday
from dateline.mentions.times.story import PUBLICATION_UNKNOWN, Answer, Story, unresolved
from dateline.mentions.times.words import STEPS, weekday_number

# `Bloody Sunday` names an event; its day is not that of the week.
_NAMED_DAYS: Final = frozenset("black bloody super cyber palm ash maundy holy blue".split())
_OFFSETS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
_FRIDAY: Final = 4


def _relative_day(hit: Hit, story: Story) -> Answer:
    """`today`, `yesterday evening`, `the day after tomorrow`."""
    part = hit.word("part")
    if story.today is None:
        return parted(story.unknown("day"), part)
    offset = _OFFSETS[hit.word("day")] + {"before": -1, "after": 1}.get(hit.word("beyond"), 0)
    return parted(story.counted(day(story.today + dt.timedelta(days=offset))), part)


def _this_part(hit: Hit, story: Story) -> Answer:
    """`this morning`, `tonight`, `last night`; `overnight` alone may be of the day before."""
    part = hit.word("part")
    if story.today is None:
        return parted(story.unknown("day"), part)
    back = dt.timedelta(days=1 if STEPS.get(hit.word("which"), 0) < 0 else 0)
    found = parted(story.counted(day(story.today - back)), part)
    return replace(found, first=story.today - dt.timedelta(days=1)) if part == "overnight" else found


def _weekday(hit: Hit, story: Story) -> Answer | None:
    """`Tuesday`, `last Tuesday`, `Tuesday night`, `the night of Tuesday`."""
    number, at = weekday_number(hit.word("weekday")), hit.at("weekday")
    if hit.line.lower(at - 1) in _NAMED_DAYS and hit.line.forms[at - 1].istitle():
        return None
    part = hit.word("part")
    if story.today is None:
        return parted(unresolved("DATE", f"XXXX-WXX-{number + 1}", PUBLICATION_UNKNOWN), part)
    step = STEPS.get(hit.lastword("which"), 0)
    found = _stepped(story.today, step, number) if step else weekday(hit, story, number, token=at)
    return parted(story.counted(found), part) if found else None


def _stepped(today: dt.date, step: int, number: int) -> Stretch:
    """Last or next Tuesday: the latest before the day of writing, the first after it."""
    if step < 0:
        return day(today - dt.timedelta(days=(today.weekday() - number) % 7 or 7))
    return day(today + dt.timedelta(days=(number - today.weekday()) % 7 or 7))


def _weekday_of_week(hit: Hit, story: Story) -> Answer | None:
    """`Tuesday of last week`, `Friday night this week`."""
    number, part = weekday_number(hit.word("weekday")), hit.word("part")
    if hit.line.lower(hit.last - 1) != "week":
        return None
    if story.today is None:
        return parted(unresolved("DATE", f"XXXX-WXX-{number + 1}", PUBLICATION_UNKNOWN), part)
    monday = week(story.today).first + dt.timedelta(days=7 * STEPS[hit.word("week")])
    return parted(story.counted(day(monday + dt.timedelta(days=number))), part)


def _weekend(hit: Hit, story: Story) -> Answer:
    """`the weekend`, `last weekend`: without a word for it, the last one up to publication unless the verb looks ahead."""
    if story.today is None:
        return story.unknown("weekend")
    inside = story.today.weekday() > _FRIDAY
    step = STEPS.get(hit.lastword("which"))
    if step is None or step == 0:
        step = 0 if inside or heading(hit, hit.at("weekend")) > 0 else -1
    elif step > 0:
        step = 1 if inside else 0  # on a weekday, the next weekend is that of the same week
    return story.counted(around(story.today + dt.timedelta(days=7 * step), "weekend"))


RULES: Final[tuple[Rule, ...]] = (
    rule("relative day", "(?:THE UNIT (?P<beyond>BEFORE|AFTER)|EDGE)? (?P<day>RELDAY) (?:AT? (?P<part>DAYPART))?", _relative_day),
    rule("part of a relative day", "(?:EDGE DASH?)? (?P<part>DAYPART) (?P<day>RELDAY)", _relative_day),
    rule("this part", "EDGE? (?P<which>THIS|LAST) (?P<part>PART)", _this_part),
    rule("tonight", "EDGE? (?P<part>TONIGHT)", _this_part),
    rule(
        "weekday",
        "(?:THE? EDGE (?:ON|TINIES OF)?)? (?P<which>THIS? LAST|THIS? NEXT|THIS)? (?P<weekday>WEEKDAYNAME) (?:AT? (?P<part>DAYPART))?",
        _weekday,
    ),
    rule("the night of a weekday", "(?:THE? EDGE DASH?)? THE? (?P<part>DAYPART) (?:OF|ON)? (?P<weekday>WEEKDAY)", _weekday),
    rule("overnight on a weekday", "(?P<part>TONIGHT) ON? (?P<weekday>WEEKDAY)", _weekday),
    rule("weekday of a week", "(?P<weekday>WEEKDAY) (?P<part>PART)? OF? (?P<week>LAST|NEXT|THIS) UNIT", _weekday_of_week),
    rule("weekend", "(?P<which>(?:THIS|THE)? (?:LAST|NEXT)|THIS|THE) (?P<weekend>WEEKEND)", _weekend),
)
