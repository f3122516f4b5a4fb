"""The network: who acts on whom, how often, and how friendly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from sqlalchemy import ColumnElement, FromClause, case, func, literal, select

from dateline.errors import UsageError
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import at_most
from dateline.store.store import Store
from dateline.store.tables import claims, parties

Level = Literal["name", "country", "sectors"]

_QUADS: Final = (1, 2, 3, 4)
_LEVELS: Final[Mapping[Level, Sequence[str]]] = MappingProxyType(
    {"name": ("name_key", "country"), "country": ("country",), "sectors": ("country", "sectors")}
)
"""What makes two parties one node: the name with the country, the country, or the country with the sectors (`RUS MIL`)."""


@dataclass(frozen=True, slots=True)
class Node:
    """One end of an edge: a name, a country, or both; `sectors` at that level alone."""

    name: str | None
    country: str | None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What one party is said to have done to another. `score` is the mean, `quads` counts claims by quad class 1 to 4."""

    actor: Node
    recipient: Node
    claims: int
    score: float
    quads: tuple[int, int, int, int]


def network(store: Store, filters: Filters = EVERYTHING, *, level: Level = "country", limit: int = 100) -> tuple[Edge, ...]:
    """Edges from actors to recipients in the claims asked for, the heaviest first. A claim of two actors stands on two edges.

    Parties without what the level goes by are left out, and so are claims without a recipient.
    """
    if level not in _LEVELS:
        raise UsageError(f"need a level out of {', '.join(_LEVELS)}, got {level!r}")
    actor, recipient = parties.alias("actor"), parties.alias("recipient")
    keys = [side.c[column] for side in (actor, recipient) for column in _LEVELS[level]]
    number = func.count()
    asked = (
        select(
            *_node(actor, level),
            *_node(recipient, level),
            number,
            func.avg(claims.c.score),
            *(func.sum(case((claims.c.quad == quad, 1), else_=0)) for quad in _QUADS),
        )
        .select_from(claims.join(actor, actor.c.claim_no == claims.c.no).join(recipient, recipient.c.claim_no == claims.c.no))
        .where(conditions(filters, on_server=store.on_server), actor.c.role == "actor", recipient.c.role == "recipient")
        .where(*(keys[index].is_not(None) for index in (0, len(_LEVELS[level]))))
        .group_by(*keys)
        .order_by(number.desc(), *keys)
    )
    with store.reading() as connection:
        rows = connection.execute(asked.limit(at_most(limit))).all()
    return tuple(_edge(row) for row in rows)


def _node(side: FromClause, level: Level) -> Sequence[ColumnElement[object]]:
    name: ColumnElement[object] = func.max(side.c.name) if level == "name" else literal(None)
    sectors: ColumnElement[object] = func.max(side.c.sectors) if level == "sectors" else literal(None)
    return name, func.max(side.c.country), sectors


def _edge(row: Sequence[object]) -> Edge:
    names = [None if value is None else str(value) for value in row[:6]]
    ends = [Node(names[at], names[at + 1], tuple((names[at + 2] or "").split())) for at in (0, 3)]
    number, score, one, two, three, four = (float(str(value)) for value in row[6:12])
    return Edge(actor=ends[0], recipient=ends[1], claims=int(number), score=score, quads=(int(one), int(two), int(three), int(four)))
