"""Rules for times of day: at 5 p.m., 0500 GMT, noon."""

import re
from typing import Final

from dateline.mentions.times.calendar import day
from dateline.mentions.times.parts import PARTS
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.story import UNKNOWN, Answer, Story
from dateline.mentions.times.words import NUMBERS

_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?::\d\d)?$")
_NOON: Final = 12
_MIDNIGHT: Final = 24
_WORLD: Final = frozenset({"gmt", "utc"})
_LIGHT: Final = frozenset("dawn dusk daybreak sunrise sunset nightfall".split())
_BEFORE_LIGHT: Final = frozenset("at before after until from by since pre -".split())


def _clock(hit: Hit, story: Story) -> Answer | None:
    """A time of day; its day is the last that the story told in this sentence or before, never that of publication."""
    words = hit.words("clock")
    value = PARTS.get(words[0]) or _time(words)
    if value is None or (words[0] in _LIGHT and hit.previous() not in _BEFORE_LIGHT):
        return None
    if not _WORLD.isdisjoint(hit.line.lowered[hit.first : hit.last]):
        value += "Z"
    told = story.before("day")
    if told is not None:
        return Answer("TIME", told.value + value, told.first, told.last, "relative", f"day taken from {told.value}, told before")
    written = day(story.today).value if story.today else UNKNOWN["day"]
    return Answer("TIME", written + value, None, None, "unknown", "no day was told before")


def _time(words: list[str]) -> str | None:
    """`T17:00` for `5 p.m.`, `T05:00` for `0500`; None where there is no such hour."""
    found = _HOUR.match(words[0])
    hour = int(found[1]) if found else NUMBERS.get(words[0])
    half = words[1][0] if len(words) > 1 and words[1][:1] in {"a", "p"} else ""
    if hour is None or hour > (_NOON if half else _MIDNIGHT):
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"T{hour:02}:{found[2] if found and found[2] else '00'}"


RULES: Final[tuple[Rule, ...]] = (rule("clock", "(?:EDGE DASH?)? (?P<clock>CLOCKTIME) ZONED", _clock),)
