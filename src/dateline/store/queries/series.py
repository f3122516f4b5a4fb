"""Time series: claims counted by day, week, month or year of the event."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import numpy as np

from dateline.errors import UsageError
from dateline.store.columns.columns import Longs, Reals
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import narrowed
from dateline.store.store import Store

Step = Literal["day", "week", "month", "year"]
Split = Literal["type", "status", "quad", "country"]

_STEPS: Final[Mapping[Step, Callable[[dt.date], dt.date]]] = MappingProxyType(
    {
        "day": lambda day: day,
        "week": lambda day: day - dt.timedelta(days=day.weekday()),
        "month": lambda day: day.replace(day=1),
        "year": lambda day: day.replace(month=1, day=1),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The claims whose event began in the step that begins on `first`. `split` is the value that they share, None where not split.

    `score` is the mean on the scale of conflict and cooperation.
    """

    first: dt.date
    split: str | None
    claims: int
    score: float


def series(store: Store, filters: Filters = EVERYTHING, *, step: Step = "day", split: Split | None = None) -> tuple[Point, ...]:
    """Points in order of time, then of `split`; steps without claims have none. Weeks begin on Monday. Claims without a day do not count.

    An event of several days counts in the step in which it began, once.
    """
    if step not in _STEPS:
        raise UsageError(f"need a step out of {', '.join(_STEPS)}, got {step!r}")
    columns, wanted = narrowed(store, filters)
    claims = np.flatnonzero(wanted & (columns.claims.day > 0))
    values = list(columns.legends[split]) if split else [None]
    days, at = np.unique(columns.claims.day[claims], return_inverse=True)
    begins = [_STEPS[step](dt.date.fromordinal(day)) for day in days.tolist()]
    firsts = {first: number for number, first in enumerate(dict.fromkeys(begins))}
    group = np.array([firsts[day] for day in begins], dtype=np.int64)[at] * len(values)
    if split:
        group += getattr(columns.claims, split)[claims]
    score: Reals = np.bincount(group, weights=columns.claims.score[claims]).astype(np.float64)
    return tuple(_points(tuple(firsts), values, np.bincount(group), score))


def _points(firsts: Sequence[dt.date], values: Sequence[str | None], number: Longs, score: Reals) -> Iterator[Point]:
    """The points of the steps and values that have claims; the number of a group is that of its step, times that of its value."""
    found = ((*divmod(group, len(values)), group) for group in np.flatnonzero(number).tolist())
    for step, value, group in sorted(found, key=lambda one: (one[0], values[one[1]] or "")):
        yield Point(first=firsts[step], split=values[value], claims=int(number[group]), score=float(score[group] / number[group]))
