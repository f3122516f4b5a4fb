"""Claims counted by place: from the tally where it can tell, else from the claims."""

from sqlalchemy import Select, and_, func, select, true

from dateline.store.queries.conditions import conditions, place_condition
from dateline.store.queries.filters import Filters
from dateline.store.tables import claims, places, tallies


def by_place(filters: Filters, *, on_server: bool) -> Select[tuple[int, int, int]]:
    """Rows of `place_no`, `quad` and `claims`; claims without a place are not counted."""
    if _tallied(filters):
        return _from_tallies(filters, on_server=on_server)
    wanted = conditions(filters, on_server=on_server)
    counted = select(claims.c.place_no, claims.c.quad, func.count().label("claims"))
    return counted.where(wanted, claims.c.place_no.is_not(None)).group_by(claims.c.place_no, claims.c.quad)


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


def _from_tallies(filters: Filters, *, on_server: bool) -> Select[tuple[int, int, int]]:
    given = ((tallies.c.type, filters.types), (tallies.c.status, filters.statuses), (tallies.c.quad, filters.quads))
    wanted = [column.in_(values) for column, values in given if values]
    lying = place_condition(filters, on_server=on_server)
    if filters.countries:
        in_them = places.c.country.in_(filters.countries)
        lying = in_them if lying is None else and_(lying, in_them)
    if lying is not None:
        wanted.append(tallies.c.place_no.in_(select(places.c.no).where(lying)))
    return select(tallies.c.place_no, tallies.c.quad, tallies.c.claims).where(and_(true(), *wanted))
