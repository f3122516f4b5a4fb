"""Filters → conditions on the rows of claims."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, or_, select, true

from dateline.store.codec import key
from dateline.store.instants import known_by
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.parties import acting, among
from dateline.store.queries.trees import places_box
from dateline.store.queries.words import found_in
from dateline.store.tables import articles, claims, places

Condition = ColumnElement[bool]

_DIGITS: Final = 18  # of a number of 64 bits
_EDGE: Final = 1e-4  # degrees: an R*Tree keeps single-precision numbers, so what it finds is looked at once more


def holding(filters: Filters, table: FromClause = claims) -> Condition:
    """That a row with `since` and `until` was held at the time in question."""
    if filters.known_on is None:
        return table.c.until.is_(None)
    at = known_by(filters.known_on)
    return and_(table.c.since <= at, or_(table.c.until.is_(None), table.c.until > at))


def known(filters: Filters) -> Condition:
    """That an article was in the store at the time in question."""
    return articles.c.added <= known_by(filters.known_on) if filters.known_on is not None else true()


def conditions(filters: Filters, *, on_server: bool) -> Condition:
    """That a claim is one of those asked for."""
    return and_(
        holding(filters), *_of_claims(filters), *_of_articles(filters, on_server=on_server), *_of_places(filters, on_server=on_server)
    )


def _of_claims(filters: Filters) -> Iterator[Condition]:
    for column, wanted in ((claims.c.type, filters.types), (claims.c.status, filters.statuses), (claims.c.quad, filters.quads)):
        if wanted:
            yield column.in_(wanted)
    if filters.modes:
        yield or_(*(among(claims.c.modes, mode) for mode in filters.modes))
    if filters.countries:
        yield claims.c.country.in_(filters.countries)
    if filters.origins:
        yield claims.c.origin_key.in_([key(name) for name in filters.origins])
    if filters.confidence is not None:
        yield claims.c.confidence >= filters.confidence
    if filters.days is not None:
        yield from _meeting(filters.days)
    for roles, named in ((("actor",), filters.actors), (("recipient",), filters.recipients), (("actor", "recipient"), filters.parties)):
        if named:
            yield acting(named, roles=roles)


def _meeting(days: Days) -> Iterator[Condition]:
    """That an event may have happened on one of the days."""
    yield claims.c.day != ""
    if days.first is not None:
        yield claims.c.last >= days.first.isoformat()
    if days.last is not None:
        yield claims.c.day <= days.last.isoformat()


def _of_articles(filters: Filters, *, on_server: bool) -> Iterator[Condition]:
    if filters.outlets:
        yield claims.c.article_no.in_(select(articles.c.no).where(articles.c.outlet_key.in_([key(name) for name in filters.outlets])))
    for found in articles_found(filters, on_server=on_server):
        yield claims.c.article_no.in_(found)


def articles_found(filters: Filters, *, on_server: bool) -> Iterator[Select[tuple[int]]]:
    """The numbers of the articles that each filter leaves which looks into articles."""
    told = select(articles.c.no)
    if filters.articles:
        yield told.where(articles.c.id.in_(filters.articles))
    if filters.published is not None:
        yield told.where(published(filters.published))
    if filters.text is not None:
        yield found_in(filters.text, on_server=on_server)


def published(days: Days) -> Condition:
    """That an article may have been published on one of the days."""
    first = articles.c.published_last >= days.first.isoformat() if days.first else true()
    last = articles.c.published_first <= days.last.isoformat() if days.last else true()
    return and_(articles.c.published_first.is_not(None), first, last)


def _of_places(filters: Filters, *, on_server: bool) -> Iterator[Condition]:
    wanted: list[Condition] = []
    if filters.places:
        wanted.append(named(filters.places))
    if filters.precisions:
        wanted.append(places.c.precision.in_(filters.precisions))
    if filters.box is not None:
        wanted.append(_within(filters.box, on_server=on_server))
    if wanted:
        yield claims.c.place_no.in_(select(places.c.no).where(*wanted))


def named(names: Sequence[str]) -> Condition:
    """That a place has one of these names or GeoNames numbers."""
    numbers = [number for name in names if (number := whole(name)) is not None]
    return or_(places.c.name_key.in_([key(name) for name in names]), places.c.geonameid.in_(numbers))


def whole(text: str) -> int | None:
    """The whole number that these digits are; None where they are none, or one larger than a database holds."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def _within(box: Box, *, on_server: bool) -> Condition:
    if box.west > box.east:
        parts = (Box(box.west, box.south, 180.0, box.north), Box(-180.0, box.south, box.east, box.north))
        return or_(false(), *(_within(part, on_server=on_server) for part in parts))
    exact = and_(places.c.lat.between(box.south, box.north), places.c.lon.between(box.west, box.east))
    return exact if on_server else and_(places.c.no.in_(_in_tree(box)), exact)


def _in_tree(box: Box) -> Select[tuple[int]]:
    return select(places_box.c.no).where(
        places_box.c.west >= box.west - _EDGE,
        places_box.c.east <= box.east + _EDGE,
        places_box.c.south >= box.south - _EDGE,
        places_box.c.north <= box.north + _EDGE,
    )
