"""Rules for feasts and named days whose date can be worked out. Those that hang on the moon's sighting (Ramadan, Eid) are left alone."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from dateline.mentions.times.calendar import Stretch, day, valid
from dateline.mentions.times.pattern import Hit, Rule, rule
from dateline.mentions.times.place import nearest
from dateline.mentions.times.story import YEAR_UNKNOWN, Answer, Story, stated, unresolved
from dateline.mentions.times.words import STEPS


def easter(full: int) -> dt.date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    century, place = divmod(full, 100)
    golden = full % 19
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (place // 4) - shift - place % 4) % 7
    correction = (golden + 11 * shift + 22 * week) // 451
    month, rest = divmod(shift + week - 7 * correction + 114, 31)
    return dt.date(full, month, rest + 1)


def _nth(full: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(full, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _election_day(full: int) -> dt.date | None:
    """The Tuesday after the first Monday of November, in the even years of the United States."""
    return _nth(full, 11, 0, 1) + dt.timedelta(days=1) if full % 2 == 0 else None


_FEASTS: Final[dict[str, Callable[[int], dt.date | None]]] = {
    "christmas": lambda full: valid(full, 12, 25),
    "christmas day": lambda full: valid(full, 12, 25),
    "christmas eve": lambda full: valid(full, 12, 24),
    "new year's day": lambda full: valid(full, 1, 1),
    "new year's eve": lambda full: valid(full, 12, 31),
    "easter": easter,
    "easter sunday": easter,
    "easter monday": lambda full: easter(full) + dt.timedelta(days=1),
    "good friday": lambda full: easter(full) - dt.timedelta(days=2),
    "thanksgiving": lambda full: _nth(full, 11, 3, 4),
    "thanksgiving day": lambda full: _nth(full, 11, 3, 4),
    "may day": lambda full: valid(full, 5, 1),
    "halloween": lambda full: valid(full, 10, 31),
    "valentine's day": lambda full: valid(full, 2, 14),
    "election day": _election_day,
}


def _feast(hit: Hit, story: Story) -> Answer | None:
    """A feast with a day that can be worked out; the year stated or by the tense."""
    make = _FEASTS.get(" ".join(hit.words("name")).replace("’", "'").replace(" ' s", "'s"))
    if make is None or hit.line.forms[hit.at("name")][0].islower():
        return None

    def dated(full: int) -> Stretch | None:
        found = make(full)
        return day(found) if found else None

    if hit.has("year"):
        found = dated(int(hit.word("year")))
        return stated(found) if found else None
    near = nearest(hit, story, dated, token=hit.at("name"))
    if near is None or story.today is None:
        return unresolved("DATE", "XXXX-XX-XX", YEAR_UNKNOWN)
    if STEPS.get(hit.word("which"), 0) < 0 and near.first >= story.today:
        near = dated(near.first.year - 1) or near
    return story.year_found(near)


_OF_YEAR: Final = "(?:COMMA? (?P<year>YEAR))?"
RULES: Final[tuple[Rule, ...]] = (
    rule("feast", f"(?P<which>LAST|THIS|NEXT)? (?P<name>CHRISTMAS (?:UNIT|EVE|WEEKDAY)?) {_OF_YEAR}", _feast, capital=True),
    rule("new year", f"(?P<name>(?:NEW UNIT|VALENTINE) POSS (?:UNIT|EVE)) {_OF_YEAR}", _feast, capital=True),
    rule("election day", f"(?P<name>ELECTION UNIT) {_OF_YEAR}", _feast, capital=True),
    rule("may day", f"(?P<name>MONTH UNIT) {_OF_YEAR}", _feast, capital=True),
    rule("named weekday", f"(?P<name>GOOD WEEKDAY) {_OF_YEAR}", _feast),
)
