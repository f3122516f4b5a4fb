"""Rules for times that point without naming a date: now, recently, in the future."""

from typing import Final

from dateline.mentions.times.pattern import Handler, Hit, Rule, rule
from dateline.mentions.times.story import Answer, Story, unresolved

_OF_EVENT: Final = frozenset("of when that".split())
_HANGING: Final = frozenset("- after before as thereafter afterwards afterward".split())


def _says(value: str) -> Handler:
    def found(_hit: Hit, _story: Story) -> Answer:
        return unresolved("DATE", value)

    return found


def _current(hit: Hit, _story: Story) -> Answer | None:
    """The adjective, not the noun of rivers and wires nor `present at the meeting`."""
    told = hit.line.lower(hit.first) == "current" and hit.line.word(hit.first).upos == "ADJ"
    return unresolved("DATE", "PRESENT_REF") if told else None


def _moment(hit: Hit, _story: Story) -> Answer | None:
    """`at the moment`; the moment that something happened is told by what happened."""
    return unresolved("DATE", "PRESENT_REF") if hit.previous() == "at" and hit.following() not in _OF_EVENT else None


def _soon(hit: Hit, _story: Story) -> Answer | None:
    """Not `as soon as` nor `soon after`, which hang on an event."""
    hangs = hit.previous() == "as" or hit.following() in _HANGING
    return None if hangs else unresolved("DATE", "FUTURE_REF")


def _past(hit: Hit, _story: Story) -> Answer | None:
    """`the past` alone: not `the past president`, not `past the gate`."""
    told = hit.line.lower(hit.last - 1) == "past" and hit.line.word(hit.last - 1).upos == "NOUN"
    return unresolved("DATE", "PAST_REF") if told else None


RULES: Final[tuple[Rule, ...]] = (
    rule("now", "RIGHT? NOW", _says("PRESENT_REF")),
    rule("at the moment", "(?:THE|THIS) CURRENT? MOMENT", _moment),
    rule("the time being", "THE TIME BEING", _says("PRESENT_REF")),
    rule("these days", "THESE UNITS", _says("PRESENT_REF")),
    rule("current", "CURRENT", _current),
    rule("recently", "MORE? RECENTLY", _says("PAST_REF")),
    rule("recent", "RECENT", _says("PAST_REF")),
    rule("the past", "THE RECENT? LAST (?!CARDINAL|UNIT|NUMERAL)", _past),
    rule("soon", "SOON", _soon),
    rule("the future", "THE NEAR? FUTURE", _says("FUTURE_REF")),
    rule("a later date", "AN LATER DATE", _says("FUTURE_REF")),
)
