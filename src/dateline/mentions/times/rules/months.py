"""Rules for months, with a year or without, and for the weeks of a month."""

import datetime as dt
from typing import Final

from dateline.mentions.times.calendar import Stretch, month, week
from dateline.mentions.times.pattern import Hit, Rule, ordinal, rule, spoken_year
from dateline.mentions.times.place import nearest
from dateline.mentions.times.rules.days import full_year
from dateline.mentions.times.story import PUBLICATION_UNKNOWN, YEAR_UNKNOWN, Answer, Story, stated, unresolved
from dateline.mentions.times.words import STEPS, month_of


def _month(hit: Hit, story: Story) -> Answer | None:
    """`June`, `early June 2021`, `last June`."""
    number = month_of(hit.word("month"))
    if hit.has("year"):
        full = full_year(hit.word("year"), story)
        return stated(month(full, number)) if full else None
    if hit.has("which") and story.today is not None:
        return story.counted(_which(hit.word("which"), story.today, number))
    found = nearest(hit, story, lambda full: month(full, number), token=hit.at("month"))
    return story.year_found(found) if found else unresolved("DATE", f"XXXX-{number:02}", YEAR_UNKNOWN)


def _which(word: str, today: dt.date, number: int) -> Stretch:
    """Last, this or next June by the calendar, not by the tense."""
    step = STEPS[word]
    if step < 0:
        return month(today.year - (number >= today.month), number)
    return month(today.year + (number <= today.month), number) if step > 0 else month(today.year, number)


def _month_of_year(hit: Hit, story: Story) -> Answer | None:
    """`October of next year`."""
    number = month_of(hit.word("month"))
    if hit.line.lower(hit.last - 1) != "year":
        return None
    if story.today is None:
        return unresolved("DATE", f"XXXX-{number:02}", PUBLICATION_UNKNOWN)
    return story.counted(month(story.today.year + STEPS[hit.word("which")], number))


def _month_spoken(hit: Hit, _story: Story) -> Answer | None:
    full = spoken_year(hit.words("spoken"))
    return stated(month(full, month_of(hit.word("month")))) if full else None


def _week_of_month(hit: Hit, story: Story) -> Answer | None:
    """`the last week of March`: the week, Monday to Sunday, of the day that the words count to."""
    if hit.word("unit") != "week":
        return None
    number = month_of(hit.word("month"))
    full = full_year(hit.word("year"), story) if hit.has("year") else None
    found = month(full, number) if full else nearest(hit, story, lambda each: month(each, number), token=hit.at("month"))
    if found is None:
        return unresolved("DATE", f"XXXX-{number:02}", YEAR_UNKNOWN)
    place = ordinal(hit.word("ord")) or 1
    chosen = week(found.last if hit.word("ord") in {"last", "final"} else found.first + dt.timedelta(days=7 * (place - 1)))
    return stated(chosen) if full else story.year_found(chosen)


RULES: Final[tuple[Rule, ...]] = (
    rule(
        "month",
        "(?:EDGEOF|EDGE DASH?)? (?P<which>LAST|NEXT|THIS|PREVIOUS)? (?P<month>NAMED) (?:(?:COMMA|OF|DASH)? (?P<year>YEAR))?",
        _month,
    ),
    rule("month of this year", "(?:EDGEOF|EDGE DASH?)? (?P<month>NAMED) OF? (?P<which>LAST|THIS|NEXT) UNIT", _month_of_year),
    rule("month and spoken year", "(?P<month>MONTH) (?P<spoken>CARDINAL CARDINAL (?:DASH? CARDINAL)?)", _month_spoken),
    rule(
        "week of a month",
        "THE (?P<ord>ORD|LAST) (?P<unit>UNIT) (?:OF|IN) (?P<month>NAMED) (?:(?:COMMA|OF)? (?P<year>YEAR))?",
        _week_of_month,
    ),
)
