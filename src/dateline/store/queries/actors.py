"""Actors: who acts and who is acted upon, counted."""

from dataclasses import dataclass

import numpy as np

from dateline.store.codec import key
from dateline.store.columns.columns import Actors, Longs
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import narrowed
from dateline.store.queries.paging import largest
from dateline.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as it is named and coded, and in how many claims it is an actor or a recipient."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    wikidata: str | None
    acted: int
    received: int


def actors(store: Store, filters: Filters = EVERYTHING, *, named: str | None = None, limit: int = 50, offset: int = 0) -> tuple[Actor, ...]:
    """The parties of the claims asked for, the most frequent first; with `named` those whose name has it, whatever the case.

    One person under two offices is told twice, as the claims have it.
    """
    columns, wanted = narrowed(store, filters)
    told, group, size = columns.parties, columns.actors.groups["whole"], columns.actors.sizes["whole"]
    asked = wanted[told.claim]
    acted, received = (np.bincount(group[told.actor[asked & (told.recipient == role)]], minlength=size) for role in (False, True))
    both = acted + received
    if named is not None:
        within = key(named)
        both[group[[within not in actor.name_key for actor in columns.actors.who]]] = 0
    return tuple(_actor(columns.actors, int(one), acted, received) for one in largest(both, limit=limit, offset=offset))


def _actor(actors: Actors, group: int, acted: Longs, received: Longs) -> Actor:
    who = [actors.who[no] for no in np.flatnonzero(actors.groups["whole"] == group)]
    return Actor(
        name=who[0].name,
        country=who[0].country,
        sectors=tuple(who[0].sectors.split()),
        wikidata=next((one.wikidata for one in who if one.wikidata), None),
        acted=int(acted[group]),
        received=int(received[group]),
    )
