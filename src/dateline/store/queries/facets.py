"""What the claims asked for are like: counts by type, status, country and the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from sqlalchemy import ColumnElement, FromClause, func, select

from dateline.errors import UsageError
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import at_most
from dateline.store.store import Store
from dateline.store.tables import articles, claims, parties

Facet = Literal["type", "status", "quad", "country", "origin", "outlet", "actor", "recipient"]

_TOLD: Final = claims.join(articles, claims.c.article_no == articles.c.no)
_ACTING: Final = claims.join(parties, claims.c.no == parties.c.claim_no)
FACETS: Final[Mapping[Facet, tuple[ColumnElement[object], FromClause]]] = MappingProxyType(
    {
        "type": (claims.c.type, claims),
        "status": (claims.c.status, claims),
        "quad": (claims.c.quad, claims),
        "country": (claims.c.country, claims),
        "origin": (claims.c.origin, claims),
        "outlet": (articles.c.outlet, _TOLD),
        "actor": (parties.c.country, _ACTING),
        "recipient": (parties.c.country, _ACTING),
    }
)
"""By what can be counted; `actor` and `recipient` are their countries, and a claim with two actors of one country counts once."""


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
        rows = connection.execute(asked.group_by(column).order_by(number.desc(), column).limit(at_most(limit))).all()
    return tuple(Count(str(value), claimed) for value, claimed in rows)


def facets(store: Store, filters: Filters = EVERYTHING, *, limit: int = 20) -> Mapping[Facet, tuple[Count, ...]]:
    """All facets of the claims asked for."""
    return {name: facet(store, name, filters, limit=limit) for name in FACETS}
