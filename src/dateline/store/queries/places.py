"""Places: where it happened, counted."""

from dataclasses import dataclass

from sqlalchemy import func, select

from dateline.store.codec import key
from dateline.store.queries.counted import by_place
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import at_most
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


def places_of(store: Store, filters: Filters = EVERYTHING, *, named: str | None = None, limit: int = 50) -> tuple[Place, ...]:
    """The places of the claims asked for, those with the most claims first; with `named` those whose name begins so."""
    counted = by_place(filters, on_server=store.on_server).subquery()
    number = func.sum(counted.c.claims).label("claims")
    asked = select(places, number).join(counted, counted.c.place_no == places.c.no).group_by(*places.c)
    if named is not None:
        asked = asked.where(places.c.name_key.startswith(key(named), autoescape=True))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(number.desc(), places.c.no).limit(at_most(limit))).all()
    return tuple(
        Place(
            name=row.name,
            country=row.country,
            admin1=row.admin1,
            lat=row.lat,
            lon=row.lon,
            geonameid=row.geonameid,
            precision=row.precision,
            claims=int(row.claims),
        )
        for row in rows
    )
