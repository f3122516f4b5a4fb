"""Filters → which of all claims, by their columns. Lists ask the database the same by `conditions`; tests hold the two together."""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np
from sqlalchemy import Connection, Select, select

from dateline.store.codec import key
from dateline.store.columns.columns import NEVER, ClaimColumns, Columns, Mask, PlaceColumns
from dateline.store.instants import known_by
from dateline.store.queries.conditions import articles_found, named
from dateline.store.queries.filters import Box, Days, Filters
from dateline.store.queries.parties import anyone
from dateline.store.store import Store
from dateline.store.tables import actors, places


def narrowed(store: Store, filters: Filters) -> tuple[Columns, Mask]:
    """The columns of the store, and for each claim whether it is asked for."""
    columns = store.columns()
    wanted = _held(columns.claims, filters.known_on)
    for condition in _of_claims(columns, filters):
        wanted &= condition
    with store.reading() as connection:
        for condition in _looked_up(columns, filters, connection, on_server=store.on_server):
            wanted &= condition
    return columns, wanted


def chosen(connection: Connection, found: Select[tuple[int]], size: int) -> Mask:
    """By number: whether it is found; what was added since the columns were read is not in them yet."""
    numbers = np.array(connection.execute(found).scalars().all(), dtype=np.int64)
    chosen = np.zeros(size, dtype=bool)
    chosen[numbers[numbers < size]] = True
    return chosen


def _held(claims: ClaimColumns, known_on: dt.date | None) -> Mask:
    if known_on is None:
        held: Mask = claims.until == NEVER
        return held
    at = known_by(known_on)
    return np.logical_and(claims.since <= at, claims.until > at)


def _of_claims(columns: Columns, filters: Filters) -> Iterator[Mask]:
    """What the columns alone tell."""
    claims, legends = columns.claims, columns.legends
    for wanted, numbers, name in (
        (filters.types, claims.type, "type"),
        (filters.statuses, claims.status, "status"),
        (filters.countries, claims.country, "country"),
        (tuple(map(str, filters.quads)), claims.quad, "quad"),
        (tuple(map(key, filters.origins)), claims.origin_key, "origin_key"),
    ):
        if wanted:
            yield legends[name].mask(frozenset(wanted).__contains__)[numbers]
    if filters.outlets:
        outlets = {key(outlet) for outlet in filters.outlets}
        yield legends["outlet"].mask(lambda outlet: key(outlet) in outlets)[claims.outlet]
    if filters.modes:
        yield legends["modes"].mask(lambda told: any(f" {mode} " in told for mode in filters.modes))[claims.modes]
    if filters.confidence is not None:
        yield claims.confidence >= filters.confidence
    if filters.days is not None:
        yield _meeting(filters.days, claims)
    if filters.box is not None:
        yield _within(filters.box, columns.places)[claims.place]
    if filters.precisions:
        precise = legends["precision"].mask(frozenset(filters.precisions).__contains__)
        yield precise[columns.places.precision][claims.place]


def _meeting(days: Days, claims: ClaimColumns) -> Mask:
    """That an event may have happened on one of the days."""
    first = days.first.toordinal() if days.first else 1
    last = days.last.toordinal() if days.last else dt.date.max.toordinal()
    return (claims.last >= first) & (claims.day <= last) & (claims.day > 0)


def _within(box: Box, known: PlaceColumns) -> Mask:
    """By place."""
    east, west = known.lon <= box.east, known.lon >= box.west
    across = east | west if box.west > box.east else east & west
    within: Mask = across & (known.lat >= box.south) & (known.lat <= box.north)
    return within


def _looked_up(columns: Columns, filters: Filters, connection: Connection, *, on_server: bool) -> Iterator[Mask]:
    """What names and words mean, which the database looks up."""
    claims = columns.claims
    if filters.places:
        yield chosen(connection, select(places.c.no).where(named(filters.places)), len(columns.places.lat))[claims.place]
    for found in articles_found(filters, on_server=on_server):
        yield chosen(connection, found, int(claims.article.max()) + 1)[claims.article]
    for given, roles in ((filters.actors, (False,)), (filters.recipients, (True,)), (filters.parties, (False, True))):
        if given:
            yield _acting(columns, chosen(connection, select(actors.c.no).where(anyone(given)), len(columns.actors.who)), roles)


def _acting(columns: Columns, who: Mask, roles: Iterable[bool]) -> Mask:
    """By claim: whether one of these actors is a party of it in one of the roles (True: as a recipient)."""
    told = columns.parties
    meant = who[told.actor] & np.isin(told.recipient, list(roles))
    acting = np.zeros(len(columns.claims.article), dtype=bool)
    acting[told.claim[meant]] = True
    return acting
