"""When and where a claim says that it happened: the time and the place of the trigger's own clause before those of its sentence."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.coding.cast import Cast, Role
from dateline.coding.clauses import Clauses
from dateline.records import Article, Mentions, PlaceMention, TimeMention, When, Where

_LONG_AGO: Final = dt.timedelta(days=31)


def when(clauses: Clauses, cast: Cast, word: int, others: Iterable[int]) -> When | None:
    """The days of the event at `word`: of the time that hangs nearest to it; `others` are triggers whose own times are not its."""
    times = [time for time in cast.times(clauses.reading.index) if time.when.first is not None and time.when.basis != "dateline"]
    near = _nearest(clauses, word, [(time.first, time.last, time) for time in times], set(others))
    return near.when if isinstance(near, TimeMention) else None


def historical(found: When | None, article: Article) -> bool:
    """Whether the days lie more than 31 days before publication."""
    published = article.published.last
    return found is not None and found.last is not None and published is not None and published - found.last > _LONG_AGO


def where(clauses: Clauses, cast: Cast, word: int, others: Iterable[int], *, likely: frozenset[str] = frozenset()) -> Where | None:
    """The place of the event at `word`: of the place that hangs nearest to it.

    Where countries are `likely`, a place that does not hang below the event itself must lie in one of them: in
    `Spain condemned the murder of the priests` Spain is not where they died.
    """
    below = clauses.below(word)
    places = [
        place
        for place in cast.places(clauses.reading.index)
        if place.role == "place" and (not likely or place.first in below or place.where.country in likely)
    ]
    near = _nearest(clauses, word, [(place.first, place.last, place) for place in places], set(others))
    return near.where if isinstance(near, PlaceMention) else None


def home(article: Article, mentions: Mentions) -> str | None:
    """The country of the dateline."""
    line = article.dateline
    held = (place.where.country for place in mentions.places if line is not None and line.start <= place.start < line.end)
    return next(filter(None, held), None)


def visited(recipients: Sequence[Role]) -> Where | None:
    """The country that is visited, where no place is told."""
    party = next((role.party for role in recipients if role.party.country and "GOV" in role.party.sectors), None)
    if party is None:
        return None
    return Where(text=party.text, basis="the recipient's country", name=party.name, country=party.country, precision="country")


Held = tuple[int, int, TimeMention | PlaceMention]


def _nearest(clauses: Clauses, word: int, held: Sequence[Held], others: set[int]) -> TimeMention | PlaceMention | None:
    """The mention that hangs below `word`, else below what governs it, each nearest first; one that hangs below another trigger is its."""
    line = [word, *clauses.above(word)]
    for root in line:
        below = clauses.below(root)
        taken = {at for other in others if other in below and other not in line for at in clauses.below(other)}
        free = [one for one in held if one[0] not in taken and any(at in below for at in range(one[0], one[1]))]
        if free:
            return min(free, key=lambda one: (abs(one[0] - word), one[0]))[2]
        if clauses.reading.relations[root] == "acl:relcl":
            return None
    return None
