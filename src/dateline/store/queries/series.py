"""Time series: claims counted by day, week, month or year of the event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from sqlalchemy import func, literal, select

from dateline.errors import UsageError
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.store import Store
from dateline.store.tables import claims

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
    by = claims.c[split] if split is not None else literal("")
    asked = select(claims.c.day, by.label("split"), func.count().label("number"), func.sum(claims.c.score).label("score"))
    asked = asked.where(conditions(filters, on_server=store.on_server), claims.c.day != "").group_by(claims.c.day, *([by] if split else []))
    held: defaultdict[tuple[dt.date, str], list[float]] = defaultdict(lambda: [0, 0.0])
    with store.reading() as connection:
        for day, value, number, score in connection.execute(asked):
            point = held[_STEPS[step](dt.date.fromisoformat(day)), "" if value is None else str(value)]
            point[0] += number
            point[1] += score
    return tuple(
        Point(first=first, split=value or None, claims=int(number), score=score / number)
        for (first, value), (number, score) in sorted(held.items())
    )
