"""How far a store has come: what changes whenever it learns something, and what it holds in all."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from dateline.store.instants import moment
from dateline.store.store import Store
from dateline.store.tables import articles, claims, codings, pages


@dataclass(frozen=True, slots=True)
class Reached:
    """The last number of each table that only grows: two equal ones give equal answers to every question. Cheap to ask for."""

    articles: int
    pages: int
    codings: int
    changed: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a store holds now. Days are those of events, ISO 8601; `makers` are those whose word holds."""

    articles: int
    claims: int
    first_day: str | None
    last_day: str | None
    makers: tuple[str, ...]


def reached(store: Store) -> Reached:
    """How far the store has come."""
    with store.reading() as connection:
        nos = [connection.execute(select(func.max(table.c.no))).scalar() or 0 for table in (articles, pages, codings)]
        since = connection.execute(select(codings.c.since).where(codings.c.no == nos[2])).scalar()
    return Reached(nos[0], nos[1], nos[2], moment(since) if since is not None else None)


def holdings(store: Store) -> Holdings:
    """What the store holds in all."""
    now = claims.c.until.is_(None)
    with store.reading() as connection:
        makers = connection.execute(select(codings.c.maker).where(codings.c.until.is_(None)).distinct().order_by(codings.c.maker))
        return Holdings(
            articles=connection.execute(select(func.count()).select_from(articles)).scalar_one(),
            claims=connection.execute(select(func.count(claims.c.no)).where(now)).scalar_one(),
            first_day=connection.execute(select(func.min(claims.c.day)).where(now, claims.c.day != "")).scalar(),
            last_day=connection.execute(select(func.max(claims.c.day)).where(now, claims.c.day != "")).scalar(),
            makers=tuple(makers.scalars()),
        )
