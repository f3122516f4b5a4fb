"""What the claims asked for are like: counts by type, status, country and the rest."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np

from dateline.errors import UsageError
from dateline.store.columns.columns import Columns, Longs, Mask, Numbers
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import narrowed
from dateline.store.queries.paging import at_most
from dateline.store.store import Store

Facet = Literal[
    "type", "mode", "status", "quad", "country", "place", "day", "origin", "outlet", "actor", "recipient", "confidence"
]  # fmt: skip
"""By what can be counted; `actor` and `recipient` are their countries, and a claim with two actors of one country counts once.

A claim of two modes counts for both; `day` is the first of the event, `confidence` the lower end of a tenth."""

FACETS: Final[Sequence[Facet]] = get_args(Facet)
_TENTHS: Final = np.arange(1, 10) / 10


@dataclass(frozen=True, slots=True)
class Count:
    """A value and the number of claims that have it."""

    value: str
    claims: int


def facet(store: Store, name: Facet, filters: Filters = EVERYTHING, *, limit: int = 20) -> tuple[Count, ...]:
    """The values of one facet among the claims asked for, the most frequent first; claims without a value are not counted."""
    if name not in FACETS:
        raise UsageError(f"need a facet out of {', '.join(FACETS)}, got {name!r}")
    return _counts(*narrowed(store, filters), name)[: at_most(limit)]


def facets(store: Store, filters: Filters = EVERYTHING, *, limit: int = 20) -> Mapping[Facet, tuple[Count, ...]]:
    """All facets of the claims asked for."""
    columns, wanted = narrowed(store, filters)
    return {name: _counts(columns, wanted, name)[: at_most(limit)] for name in FACETS}


def _counts(columns: Columns, wanted: Mask, name: Facet) -> tuple[Count, ...]:
    """All values with claims."""
    claims, legends = columns.claims, columns.legends
    if name in {"actor", "recipient"}:
        return _told(*_countries(columns, wanted, recipient=name == "recipient"))
    if name == "place":
        return _told(list(legends["name"]), columns.places.name[claims.place[wanted & (claims.place > 0)]])
    if name == "day":
        days, numbers = np.unique(claims.day[wanted & (claims.day > 0)], return_inverse=True)
        return _told([dt.date.fromordinal(day).isoformat() for day in days.tolist()], numbers)
    if name == "confidence":
        return _told([f"0.{tenth}" for tenth in range(10)], np.searchsorted(_TENTHS, claims.confidence[wanted], side="right"))
    if name == "mode":
        return _apart(_told(list(legends["modes"]), claims.modes[wanted]))
    return _told(list(legends[name]), getattr(claims, name)[wanted])


def _countries(columns: Columns, wanted: Mask, *, recipient: bool) -> tuple[Sequence[str | None], Longs]:
    """The countries of the actors or the recipients, each once for each claim."""
    told, group = columns.parties, columns.actors.groups["country"]
    country = group[told.actor].astype(np.int64)
    asked = wanted[told.claim] & (told.recipient == recipient)
    size = columns.actors.sizes["country"]
    alone, several = asked & told.sole, asked & ~told.sole
    once = np.unique(told.claim[several].astype(np.int64) * size + country[several]) % size
    names: list[str | None] = [None] * size
    for actor, number in zip(columns.actors.who, group.tolist(), strict=True):
        names[number] = actor.country
    return names, np.concatenate((country[alone], once))


def _told(values: Sequence[str | None], numbers: Numbers | Longs) -> tuple[Count, ...]:
    """The values that the numbers stand for, the most frequent first, then in order; no value is not told."""
    counted = np.bincount(numbers, minlength=len(values))
    found = ((value, int(counted[number])) for number in np.flatnonzero(counted).tolist() if (value := values[number]) is not None)
    return tuple(Count(*one) for one in sorted(found, key=lambda one: (-one[1], one[0])))


def _apart(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Counts of several modes at once as counts of each."""
    held = Counter[str]()
    for count in counts:
        held.update(dict.fromkeys(count.value.split(), count.claims))
    return tuple(Count(mode, number) for mode, number in sorted(held.items(), key=lambda one: (-one[1], one[0])))
