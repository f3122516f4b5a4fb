"""What neighbouring expressions say together: a time of day and its day, both ends of a stretch, all days since one."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from dateline.mentions.times.calendar import day
from dateline.mentions.times.line import Line
from dateline.mentions.times.story import Answer, Story
from dateline.mentions.times.words import CODES

_BETWEEN_CLOCK_AND_DAY: Final = frozenset({"", ",", "on", "of", "at", "in the", ", on", "on the", ", at"})
_OPENERS: Final = {"from": frozenset({"to", "through", "until", "till", "-", "–", "—"}), "between": frozenset({"and", "to", "-", "–", "—"})}
_JOINTS: Final = frozenset({"-", "–", "through"})  # `June 13 – July 2` needs no word before it
_DAYS: Final = re.compile(r"P(\d{1,4})D$")
_NEAR: Final = 12  # tokens between `after` and the day of the event that it names
_WEEK: Final = dt.timedelta(days=7)
_DAY_VALUE: Final = 10  # letters of 2021-06-13


def joined(line: Line, answers: Sequence[Answer], story: Story) -> list[Answer]:
    """The answers of one line, in order, after neighbours were put together."""
    found = _stretches(line, _clocks(line, answers), story)
    return [_open(line, _stepped(line, each, after), story) for each, after in zip_longest(found, found[1:])]


def _clocks(line: Line, answers: Sequence[Answer]) -> list[Answer]:
    """`10 p.m. on Wednesday` and `Wednesday at 10 p.m.` become one expression."""
    found: list[Answer] = []
    for each in answers:
        before = found[-1] if found else None
        if before is not None and _gap(line, before, each) in _BETWEEN_CLOCK_AND_DAY and (both := _timed(before, each)):
            found[-1] = both
        else:
            found.append(each)
    return found


def _timed(left: Answer, right: Answer) -> Answer | None:
    """The day of one with the time of day of the other; None unless they are such a pair."""
    for dated, clock in ((left, right), (right, left)):
        timed = clock.kind == "TIME" and clock.stretch is None and clock.span is not None
        if timed and clock.span and dated.span and dated.kind == "DATE" and len(dated.value) == _DAY_VALUE:
            span = (min(dated.span[0], clock.span[0]), max(dated.span[1], clock.span[1]))
            return replace(dated, kind="TIME", value=dated.value + clock.value[clock.value.index("T") :], span=span)
    return None


def _both(left: Answer, right: Answer, story: Story) -> tuple[Answer, Answer]:
    """Both ends, each over all the days; where `Monday to Friday` came out the wrong way round, a week is put between."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return left, right
    if left.first > right.last and left.first - right.last < _WEEK and left.basis == right.basis == "relative":
        if story.today is not None and left.first > story.today:
            right = _week_on(right, _WEEK)
        else:
            left = _week_on(left, -_WEEK)
    if left.first is None or right.last is None or left.first > right.last:
        return left, right
    return replace(left, last=right.last), replace(right, first=left.first)


def _week_on(given: Answer, step: dt.timedelta) -> Answer:
    if given.first is None or given.last is None or given.value != given.first.isoformat():
        return given
    found = given.first + step
    return replace(given, first=found, last=found, value=found.isoformat(), stretch=day(found))


def _gap(line: Line, left: Answer, right: Answer) -> str | None:
    if left.span is None or right.span is None or right.span[0] < left.span[1]:
        return None
    return " ".join(line.lowered[left.span[1] : right.span[0]])


def _stretches(line: Line, answers: Sequence[Answer], story: Story) -> list[Answer]:
    """`from Monday to Friday`, `between 1994 and 1997`: both ends cover all days from the first to the last."""
    found = list(answers)
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        opener = line.lower(left.span[0] - 1) if left.span else ""
        gap = _gap(line, left, right)
        if gap not in _OPENERS.get(opener, frozenset()) and gap not in _JOINTS:
            continue
        if left.stretch and right.stretch:
            found[at : at + 2] = _both(left, right, story)
    return found


def _stepped(line: Line, each: Answer, after: Answer | None) -> Answer:
    """`two days after the Aug. 7 bombing`: the day of the main clause, counted from that of the event named."""
    counted = _DAYS.match(each.value) if each.kind == "DURATION" and each.first is None and each.span else None
    if counted is None or each.span is None or after is None or after.span is None or after.stretch is None or after.stretch.unit != "day":
        return each
    way = {"after": 1, "before": -1}.get(line.lower(each.span[1]))
    if way is None or after.first is None or after.span[0] - each.span[1] > _NEAR:
        return each
    try:
        found = after.first + dt.timedelta(days=way * int(counted[1]))
    except OverflowError:
        return each
    return replace(each, first=found, last=found, basis="relative", why=f"counted from {after.value}, told after")


def _open(line: Line, each: Answer, story: Story) -> Answer:
    if each.span is None or each.last is None or story.today is None or each.last > story.today or each.kind == "DURATION":
        return each
    before = each.span[0] - 1
    if before >= 0 and line.code[before] == CODES["SINCE"]:
        return replace(each, last=story.today)
    return each
