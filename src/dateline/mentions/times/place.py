"""Where on the calendar a weekday, or a month or day without a year, lies."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from dateline.mentions.times.calendar import Stretch, Unit, day
from dateline.mentions.times.pattern import Hit
from dateline.mentions.times.story import Story
from dateline.mentions.times.tense import Direction, direction, governor

_CLOSE: Final = 60  # days: a date this near is meant against the tense, where the other reading lies most of a year away
_FAR: Final = 270
_REACH: Final = 4  # years to either side: 29 February is never further
_LEANING: Final = 3  # times further away than the other reading: as far as a mere leaning of the verb counts
_UNTIL: Final = frozenset("until till".split())
# What was done so that it holds until a day still to come.
_PUT_OFF: Final = frozenset("give extend delay postpone adjourn suspend ban bar close shut impose have hold remain order".split())
_HALF_WEEK: Final = 3
_AHEAD: Final = frozenset("until till by".split())


def heading(hit: Hit, token: int) -> Direction:
    """Which way the time at a token lies, by its preposition and else by its verb."""
    before = hit.line.lower(token - 1)
    if before == "since" or (before == "from" and hit.line.lower(token - 2) in {"up", "down", "unchanged"}):
        return -2
    if hit.line.lower(token - 2) == "ahead" and before == "of":
        return 2
    sentence, top = hit.line.sentence, _top(hit, token)
    found = direction(sentence, top)
    if before in _UNTIL and found < 0:
        verb = governor(sentence, top)
        return 1 if verb is not None and verb.lemma in _PUT_OFF else found
    return 1 if before in _AHEAD and found == 0 else found


def _top(hit: Hit, token: int) -> int:
    """The word of the expression that the rest of it hangs on, starting from that of a token."""
    first, last = hit.line.word_index(hit.first), hit.line.word_index(hit.last - 1)
    at = hit.line.word_index(token)
    for _ in range(first, last + 1):
        head = hit.line.sentence.words[at].head
        if head is None or head == at or not first <= head <= last:
            break
        at = head
    return at


def nearest(hit: Hit, story: Story, make: Callable[[int], Stretch | None], *, token: int) -> Stretch | None:
    """What `make` gives for the right year: that which holds the day of publication, else by the tense, else the nearest.

    None where the day of publication is unknown or no year near it has such a day.
    """
    today = story.today
    if today is None:
        return None
    reach = range(max(today.year - _REACH, dt.MINYEAR), min(today.year + _REACH, dt.MAXYEAR - 1) + 1)
    options = [stretch for stretch in map(make, reach) if stretch is not None]
    past = [stretch for stretch in options if stretch.last < today]
    ahead = [stretch for stretch in options if stretch.first > today]
    if inside := [stretch for stretch in options if stretch.first <= today <= stretch.last]:
        return inside[0]
    if not past or not ahead:
        return None
    back, on = (today - past[-1].last).days, (ahead[0].first - today).days
    return past[-1] if _goes_back(heading(hit, token), back, on, past[-1].unit) else ahead[0]


def _goes_back(way: Direction, back: int, on: int, unit: Unit) -> bool:
    """Whether the reading `back` days ago is meant, not the one `on` days ahead."""
    near, far = min(back, on), max(back, on)
    if way == 0 or (abs(way) == 1 and far > _LEANING * near):
        return back <= on
    agrees = (way < 0) == (back <= on)
    if not agrees and unit in {"day", "quarter"} and near <= _CLOSE and far >= (_FAR if unit == "day" else 0):
        return back <= on
    return way < 0


def weekday(hit: Hit, story: Story, number: int, *, token: int) -> Stretch | None:
    """The day of that weekday, 0 for Monday: in the past tense the latest up to publication, for what is to come the next from it on."""
    if story.today is None:
        return None
    back = (story.today.weekday() - number) % 7
    way = heading(hit, token) if back else 0
    if story.headline and abs(way) == 1:  # headlines tell the past in the present tense
        way = 1 if back > _HALF_WEEK else -1
    if way > 0:
        back -= 7
    return day(story.today - dt.timedelta(days=back))
