"""Claims counted by place: from the tally where it can tell, else from the claims."""

import datetime as dt
from typing import Final

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, func, literal_column, select, true, union_all

from dateline.store.queries.conditions import conditions, place_condition
from dateline.store.queries.filters import Filters
from dateline.store.tables import LONG, claims, places, tallies

_YES: Final[ColumnElement[int]] = literal_column("1")  # as it stands in the index over such claims: a parameter would miss it
_QUADS: Final = 1000  # more than any scheme has quad classes


def by_place(filters: Filters, *, on_server: bool) -> Select[int, int, int]:
    """Rows of `place_no`, `quad` and `claims`, to be joined with places: claims without one are in a row without a number."""
    if _tallied(filters):
        return _from_tallies(filters, on_server=on_server)
    counted = _counted(filters, on_server=on_server).subquery()
    return select((counted.c.key // _QUADS).label("place_no"), (counted.c.key % _QUADS).label("quad"), counted.c.claims)


def _counted(filters: Filters, *, on_server: bool) -> Select[int, int] | CompoundSelect[int, int]:
    """Rows of a key and a count. Place and quad class in one number are grouped twice as fast as in two columns."""
    wanted = conditions(filters, on_server=on_server)
    key = claims.c.place_no * _QUADS + claims.c.quad
    counted = select(key.label("key"), func.count().label("claims")).group_by(key)
    if filters.days is None or filters.days.first is None:
        return counted.where(wanted)
    early = (filters.days.first - dt.timedelta(days=LONG)).isoformat()
    return union_all(counted.where(wanted, claims.c.long == 0, claims.c.day >= early), counted.where(wanted, claims.c.long == _YES))


def _tallied(filters: Filters) -> bool:
    """Whether nothing is asked that the tally does not know."""
    known = Filters(
        types=filters.types,
        statuses=filters.statuses,
        quads=filters.quads,
        countries=filters.countries,
        places=filters.places,
        precisions=filters.precisions,
        box=filters.box,
    )
    return filters == known


def _from_tallies(filters: Filters, *, on_server: bool) -> Select[int, int, int]:
    given = ((tallies.c.type, filters.types), (tallies.c.status, filters.statuses), (tallies.c.quad, filters.quads))
    wanted = [column.in_(values) for column, values in given if values]
    lying = place_condition(filters, on_server=on_server)
    if filters.countries:
        in_them = places.c.country.in_(filters.countries)
        lying = in_them if lying is None else and_(lying, in_them)
    if lying is not None:
        wanted.append(tallies.c.place_no.in_(select(places.c.no).where(lying)))
    return select(tallies.c.place_no, tallies.c.quad, tallies.c.claims).where(and_(true(), *wanted))
