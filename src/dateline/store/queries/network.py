"""The network: who acts on whom, how often, and how friendly."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from dateline.errors import UsageError
from dateline.store.columns.columns import Actors, Columns, Longs, Mask
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import narrowed
from dateline.store.queries.paging import largest
from dateline.store.queries.quads import Quads, by_quad_class, quads_of
from dateline.store.store import Store

Level = Literal["name", "country", "sectors"]
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
    quads: Quads


def network(
    store: Store, filters: Filters = EVERYTHING, *, level: Level = "country", limit: int = 100, offset: int = 0
) -> tuple[Edge, ...]:
    """Edges from actors to recipients in the claims asked for, the heaviest first. A claim of two actors stands on two edges.

    A claim counts once on an edge, however many of its parties are one there. Parties without what the level goes by are left out, and so
    are claims without a recipient.
    """
    if level not in get_args(Level):
        raise UsageError(f"need a level out of {', '.join(get_args(Level))}, got {level!r}")
    columns, wanted = narrowed(store, filters)
    ends, edge, claim = _edges(columns, wanted, level)
    counted = by_quad_class(edge, columns, claim, size=len(ends))
    score = np.bincount(edge, weights=columns.claims.score[claim], minlength=len(ends))
    number = counted.sum(axis=1)
    return tuple(
        Edge(
            actor=_node(columns.actors, level, int(ends[at]) // columns.actors.sizes[level]),
            recipient=_node(columns.actors, level, int(ends[at]) % columns.actors.sizes[level]),
            claims=int(number[at]),
            score=float(score[at] / number[at]),
            quads=quads_of(counted[at]),
        )
        for at in largest(number, limit=limit, offset=offset)
    )


def _edges(columns: Columns, wanted: Mask, level: Level) -> tuple[Longs, Longs, Longs]:
    """The ends of each edge as one number, group by group; and, for each claim on each edge, once, the edge's index and the claim."""
    pairs, groups, size = columns.pairs, columns.actors.groups[level], columns.actors.sizes[level]
    told = np.array([level == "name" or actor.country is not None for actor in columns.actors.who])
    asked = np.flatnonzero(wanted[pairs.claim] & told[pairs.actor] & told[pairs.recipient])
    ends = groups[pairs.actor[asked]].astype(np.int64) * size + groups[pairs.recipient[asked]]
    few = size * size <= len(ends)  # where it is quicker to count all edges that may be than to sort those that are
    met, edge = (np.arange(size * size), ends) if few else np.unique(ends, return_inverse=True)
    claim = pairs.claim[asked].astype(np.int64)
    several = ~pairs.sole[asked]
    once = np.unique(claim[several] * len(met) + edge[several])
    return met, np.concatenate((edge[~several], once % len(met))), np.concatenate((claim[~several], once // len(met)))


def _node(actors: Actors, level: Level, group: int) -> Node:
    who = actors.who[int(np.argmax(actors.groups[level] == group))]
    return Node(who.name if level == "name" else None, who.country, tuple(who.sectors.split()) if level == "sectors" else ())
