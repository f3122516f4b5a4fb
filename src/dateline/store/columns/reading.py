"""Rows of the tables → columns; and columns of some time ago → those of now, by what was added since."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from types import MappingProxyType
from typing import Final

import numpy as np
from sqlalchemy import Column, Connection, func, select

from dateline.errors import BadRecord
from dateline.store.columns.columns import (
    NEVER,
    Actor,
    Actors,
    ClaimColumns,
    Columns,
    Legend,
    Level,
    Longs,
    Mask,
    Numbers,
    PairColumns,
    PartyColumns,
    PlaceColumns,
    joined,
)
from dateline.store.tables import actors, claims, codings, parties, places

Rows = Sequence[tuple[object, ...]]
Legends = Mapping[str, Legend]

_BY_PARTS: Final = {"yield_per": 50_000}  # rows that are held as values of Python
_LEGENDS: Final = ("type", "modes", "status", "quad", "country", "outlet", "origin", "origin_key", "name", "precision")
_CLAIM: Final = (
    *(claims.c.no, claims.c.article_no, claims.c.type, claims.c.modes, claims.c.status, claims.c.quad, claims.c.score, claims.c.confidence),
    *(claims.c.day, claims.c.last, claims.c.place_no, claims.c.country, claims.c.outlet, claims.c.origin, claims.c.origin_key),
    *(claims.c.since, claims.c.until),
)
_PLACE: Final = (places.c.no, places.c.lat, places.c.lon, places.c.x, places.c.y, places.c.name, places.c.precision)
_ACTOR: Final = (actors.c.no, actors.c.name, actors.c.name_key, actors.c.country, actors.c.sectors, actors.c.wikidata)
_NO_CLAIM: Final = (0, 0, None, None, None, None, 0.0, 0.0, "", "", 0, None, None, None, None, NEVER, 0)
_NO_PLACE: Final = (0, None, None, None, None, None, None)
_LEVELS: Final[Mapping[Level, Callable[[Actor], object]]] = MappingProxyType(
    {
        "whole": itemgetter(1, 2, 3),
        "name": itemgetter(1, 2),
        "country": itemgetter(2),
        "sectors": itemgetter(2, 3),
    }
)
_NONE: Final = np.zeros(0, dtype=np.int64)
_NOBODY: Final = Actor("", "", None, "", None)


class _Days(dict[str, int]):
    """ISO 8601 → ordinals, 0 for none; each day is read once."""

    def __missing__(self, day: str) -> int:
        self[day] = number = dt.date.fromisoformat(day).toordinal() if day else 0
        return number


def nothing() -> Columns:
    """The columns of an empty store: what stands for none."""
    legends = {name: Legend() for name in _LEGENDS}
    parties = _parties([])
    return Columns(
        coding=0,
        claims=_claims([_NO_CLAIM], legends, _Days()),
        parties=parties,
        pairs=_pairs(parties),
        places=_places([_NO_PLACE], legends),
        actors=_actors((_NOBODY,)),
        legends=legends,
    )


def caught_up(held: Columns, connection: Connection) -> Columns:
    """The columns of now; the same where the store has learned nothing since. BadRecord where rows are not numbered without gaps."""
    coding = connection.execute(select(func.max(codings.c.no))).scalar() or 0
    if coding <= held.coding:
        return held
    legends = {name: Legend(legend) for name, legend in held.legends.items()}
    known, days = len(held.claims.article), _Days()
    more = _parties(_rows_of_parties(connection, known))
    return Columns(
        coding=coding,
        claims=joined([_superseded(held, connection), *(_claims(rows, legends, days) for rows in _rows(connection, _CLAIM, known))]),
        parties=joined([held.parties, more]),
        pairs=joined([held.pairs, _pairs(more)]),
        places=joined([held.places, *(_places(rows, legends) for rows in _rows(connection, _PLACE, len(held.places.lat)))]),
        actors=_more_actors(held.actors, connection),
        legends=legends,
    )


def _rows(connection: Connection, columns: Sequence[Column[object]], first: int) -> Iterator[Rows]:
    """The rows from that number on, some at a time; their number comes first."""
    number, due = columns[0], first
    found = connection.execute(select(*columns).where(number >= first).order_by(number), execution_options=_BY_PARTS)
    for some in found.partitions():
        if (some[0][0], some[-1][0]) != (due, due + len(some) - 1):
            raise BadRecord(f"need rows of {number.table} numbered from {due:,} on, found {some[0][0]:,} to {some[-1][0]:,}")
        due += len(some)
        yield some


def _rows_of_parties(connection: Connection, first: int) -> Iterator[Rows]:
    """The parties of the claims from that number on."""
    told = select(parties.c.claim_no, parties.c.role == "recipient", parties.c.actor_no).where(parties.c.claim_no >= first)
    ordered = told.order_by(parties.c.claim_no, parties.c.role, parties.c.at)
    yield from connection.execute(ordered, execution_options=_BY_PARTS).partitions()


def _superseded(held: Columns, connection: Connection) -> ClaimColumns:
    """The claims that were held, with the end of those that another coding of their article superseded since."""
    anew = select(codings.c.article_no).where(codings.c.no > held.coding)
    asked = select(claims.c.no, claims.c.until).where(claims.c.article_no.in_(anew), claims.c.no < len(held.claims.article))
    ends = connection.execute(asked.where(claims.c.until.is_not(None))).all()
    if not ends:
        return held.claims
    until = held.claims.until.copy()
    until[[no for no, _ in ends]] = [end for _, end in ends]
    return replace(held.claims, until=until)


def _claims(rows: Rows, legends: Legends, days: _Days) -> ClaimColumns:
    _, article, type, modes, status, quad, score, confidence, day, last, place, country, outlet, *rest = zip(*rows, strict=True)
    origin, origin_key, since, until = rest
    return ClaimColumns(
        article=_numbers(article),
        type=_named(type, legends["type"]),
        modes=_named(modes, legends["modes"]),
        status=_named(status, legends["status"]),
        quad=_named([None if one is None else str(one) for one in quad], legends["quad"]),
        score=np.array(score, dtype=np.float64),
        confidence=np.array(confidence, dtype=np.float64),
        day=_numbers([days[one] for one in day]),
        last=_numbers([days[one] for one in last]),
        place=_numbers([one or 0 for one in place]),
        country=_named(country, legends["country"]),
        outlet=_named(outlet, legends["outlet"]),
        origin=_named(origin, legends["origin"]),
        origin_key=_named(origin_key, legends["origin_key"]),
        since=np.array(since, dtype=np.int64),
        until=np.array([NEVER if one is None else one for one in until], dtype=np.int64),
    )


def _places(rows: Rows, legends: Legends) -> PlaceColumns:
    _, lat, lon, x, y, name, precision = zip(*rows, strict=True)
    return PlaceColumns(
        lat=np.array(lat, dtype=np.float64),  # None → NaN
        lon=np.array(lon, dtype=np.float64),
        x=_longs(x),
        y=_longs(y),
        name=_named(name, legends["name"]),
        precision=_named(precision, legends["precision"]),
    )


def _parties(parts: Iterable[Rows]) -> PartyColumns:
    columns = [[np.array(column) for column in zip(*rows, strict=True)] for rows in parts]
    claim, recipient, actor = (np.concatenate([_NONE, *column]) for column in zip(*columns, strict=True)) if columns else (_NONE,) * 3
    sole = _sole(claim.astype(np.int64) * 2 + recipient)
    return PartyColumns(claim.astype(np.int32), recipient.astype(bool), actor.astype(np.int32), sole)


def _sole(numbers: Longs | Numbers) -> Mask:
    """Whether no neighbour is the same."""
    again = numbers[1:] == numbers[:-1]
    sole: Mask = ~(np.concatenate(([False], again)) | np.concatenate((again, [False])))[: len(numbers)]
    return sole


def _more_actors(held: Actors, connection: Connection) -> Actors:
    """Actors are few beside claims, so they are grouped anew where there are more."""
    more = [Actor._make(row[1:]) for rows in _rows(connection, _ACTOR, len(held.who)) for row in rows]
    return _actors((*held.who, *more)) if more else held


def _actors(who: tuple[Actor, ...]) -> Actors:
    groups: dict[Level, Numbers] = {}
    sizes: dict[Level, int] = {}
    for level, told in _LEVELS.items():
        met: dict[object, int] = {}
        groups[level] = _numbers([met.setdefault(told(actor), len(met)) for actor in who])
        sizes[level] = len(met)
    return Actors(who, groups, sizes)


def _pairs(told: PartyColumns) -> PairColumns:
    """Each actor with each recipient of the same claim. The parties come by claim, the actors of each before its recipients."""
    acting, receiving = np.flatnonzero(~told.recipient), np.flatnonzero(told.recipient)
    begins = np.searchsorted(told.claim[receiving], told.claim[acting], side="left")
    ends = np.searchsorted(told.claim[receiving], told.claim[acting], side="right")
    number = ends - begins
    first = np.repeat(acting, number)
    within = np.arange(len(first)) - np.repeat(np.cumsum(number) - number, number)
    second = receiving[np.repeat(begins, number) + within]
    claim = told.claim[first]
    return PairColumns(claim, told.actor[first], told.actor[second], _sole(claim))


def _numbers(values: Sequence[object]) -> Numbers:
    return np.array(values, dtype=np.int32)


def _longs(values: Sequence[object]) -> Longs:
    return np.array([0 if one is None else one for one in values], dtype=np.int64)


def _named(values: Sequence[object], legend: Legend) -> Numbers:
    return np.array([legend[one] for one in values], dtype=np.int32)  # type: ignore[index]
