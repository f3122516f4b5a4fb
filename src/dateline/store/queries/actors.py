"""Actors: who acts and who is acted upon, counted."""

from dataclasses import dataclass

from sqlalchemy import case, func, select

from dateline.store.codec import key
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import at_most
from dateline.store.store import Store
from dateline.store.tables import claims, parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as it is named and coded, and in how many claims it is an actor or a recipient."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    wikidata: str | None
    acted: int
    received: int


def actors(store: Store, filters: Filters = EVERYTHING, *, named: str | None = None, limit: int = 50) -> tuple[Actor, ...]:
    """The parties of the claims asked for, the most frequent first; with `named` those whose name has it, whatever the case.

    One person under two offices is told twice, as the claims have it.
    """
    acted = func.sum(case((parties.c.role == "actor", 1), else_=0)).label("acted")
    columns = (func.max(parties.c.name).label("name"), parties.c.country, parties.c.sectors, func.max(parties.c.wikidata).label("wikidata"))
    asked = select(*columns, acted, func.count().label("both")).group_by(parties.c.name_key, parties.c.country, parties.c.sectors)
    asked = asked.select_from(parties.join(claims, parties.c.claim_no == claims.c.no))
    asked = asked.where(conditions(filters, on_server=store.on_server))
    if named is not None:
        asked = asked.where(parties.c.name_key.contains(key(named), autoescape=True))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(func.count().desc(), parties.c.name_key).limit(at_most(limit))).all()
    return tuple(
        Actor(
            name=row.name,
            country=row.country,
            sectors=tuple(row.sectors.split()),
            wikidata=row.wikidata,
            acted=row.acted,
            received=row.both - row.acted,
        )
        for row in rows
    )
