"""What the claims asked for are like: counts by type, status, country and the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from sqlalchemy import ColumnElement, FromClause, func, literal_column, select

from dateline.errors import UsageError
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import at_most
from dateline.store.store import Store
from dateline.store.tables import articles, claims, parties, places

Facet = Literal[
    "type", "mode", "status", "quad", "country", "place", "day", "origin", "outlet", "actor", "recipient", "confidence"
]  # fmt: skip

_TOLD: Final = claims.join(articles, claims.c.article_no == articles.c.no)
_LYING: Final = claims.join(places, claims.c.place_no == places.c.no)
_DAY: Final[ColumnElement[object]] = literal_column("NULLIF(claims.day, '')")  # no parameters: PostgreSQL has to see that it groups by it
_TENTHS: Final = " ".join(f"WHEN claims.confidence >= 0.{tenth} THEN '0.{tenth}'" for tenth in range(9, 0, -1))
_CONFIDENCE: Final[ColumnElement[object]] = literal_column(f"CASE {_TENTHS} ELSE '0.0' END")
_ACTING: Final = claims.join(parties, claims.c.no == parties.c.claim_no)
FACETS: Final[Mapping[Facet, tuple[ColumnElement[object], FromClause]]] = MappingProxyType(
    {
        "type": (claims.c.type, claims),
        "mode": (claims.c.modes, claims),
        "status": (claims.c.status, claims),
        "quad": (claims.c.quad, claims),
        "country": (claims.c.country, claims),
        "place": (places.c.name, _LYING),
        "day": (_DAY, claims),
        "origin": (claims.c.origin, claims),
        "outlet": (articles.c.outlet, _TOLD),
        "actor": (parties.c.country, _ACTING),
        "recipient": (parties.c.country, _ACTING),
        "confidence": (_CONFIDENCE, claims),
    }
)
"""By what can be counted; `actor` and `recipient` are their countries, and a claim with two actors of one country counts once.

A claim of two modes counts for both; `day` is the first of the event, `confidence` the lower end of a tenth."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value and the number of claims that have it."""

    value: str
    claims: int


def facet(store: Store, name: Facet, filters: Filters = EVERYTHING, *, limit: int = 20) -> tuple[Count, ...]:
    """The values of one facet among the claims asked for, the most frequent first; claims without a value are not counted."""
    if name not in FACETS:
        raise UsageError(f"need a facet out of {', '.join(FACETS)}, got {name!r}")
    column, source = FACETS[name]
    number = func.count(claims.c.no.distinct()) if source is _ACTING else func.count()
    asked = select(column, number).select_from(source).where(conditions(filters, on_server=store.on_server), column.is_not(None))
    if source is _ACTING:
        asked = asked.where(parties.c.role == name)
    with store.reading() as connection:
        asked = asked.group_by(column).order_by(number.desc(), column)
        rows = connection.execute(asked if name == "mode" else asked.limit(at_most(limit))).all()
    counts = (Count(str(value), claimed) for value, claimed in rows)
    return _apart(counts)[: at_most(limit)] if name == "mode" else tuple(counts)


def _apart(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Counts of several modes at once as counts of each."""
    held = Counter[str]()
    for count in counts:
        held.update(dict.fromkeys(count.value.split(), count.claims))
    return tuple(Count(mode, number) for mode, number in sorted(held.items(), key=lambda one: (-one[1], one[0])))


def facets(store: Store, filters: Filters = EVERYTHING, *, limit: int = 20) -> Mapping[Facet, tuple[Count, ...]]:
    """All facets of the claims asked for."""
    return {name: facet(store, name, filters, limit=limit) for name in FACETS}
