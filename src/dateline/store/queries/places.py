"""Places: where it happened, counted."""

from dataclasses import dataclass

import numpy as np
from sqlalchemy import select

from dateline.store.codec import key
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.narrowing import chosen, narrowed
from dateline.store.queries.paging import largest
from dateline.store.store import Store
from dateline.store.tables import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place and how many claims lie there; `precision` says what its point stands for. Without a point both numbers are None."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    precision: str | None
    claims: int


def places_of(
    store: Store, filters: Filters = EVERYTHING, *, named: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[Place, ...]:
    """The places of the claims asked for, those with the most claims first; with `named` those whose name begins so."""
    columns, wanted = narrowed(store, filters)
    counted = np.bincount(columns.claims.place[wanted], minlength=len(columns.places.lat))
    counted[0] = 0
    with store.reading() as connection:
        if named is not None:
            begun = select(places.c.no).where(places.c.name_key.startswith(key(named), autoescape=True))
            counted *= chosen(connection, begun, len(counted))
        numbers = largest(counted, limit=limit, offset=offset).tolist()
        rows = {row.no: row for row in connection.execute(select(places).where(places.c.no.in_(numbers)))}
    return tuple(
        Place(
            name=rows[no].name,
            country=rows[no].country,
            admin1=rows[no].admin1,
            lat=rows[no].lat,
            lon=rows[no].lon,
            geonameid=rows[no].geonameid,
            precision=rows[no].precision,
            claims=int(counted[no]),
        )
        for no in numbers
    )
