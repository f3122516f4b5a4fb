"""Claims: page by page, and one with its article and all that it was before."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import RowMapping, func, select

from dateline.records import Article, Claim, from_json
from dateline.store.codec import article_of
from dateline.store.instants import known_by, moment
from dateline.store.queries.conditions import conditions
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.paging import MOST, Order, Page, at_most, beyond, cursor_of, sorting
from dateline.store.store import Store
from dateline.store.tables import articles, claims, codings, records

_COLUMNS: Final = (
    claims.c.no,
    claims.c.day,
    claims.c.confidence,
    records.c.record,
    claims.c.since,
    claims.c.until,
    codings.c.maker,
    articles.c.id.label("article_id"),
    articles.c.title,
    articles.c.outlet,
    articles.c.url,
    articles.c.published_first,
    articles.c.published_last,
)
_JOINED: Final = (
    claims.join(records, records.c.claim_no == claims.c.no)
    .join(codings, claims.c.coding_no == codings.c.no)
    .join(articles, claims.c.article_no == articles.c.no)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Which article a claim is from; the days of publication are ISO 8601."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_first: str | None
    published_last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as the store holds it: who coded it, and from when until when it held; `until` is None while it does."""

    claim: Claim
    article: Cited
    maker: str
    since: dt.datetime
    until: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A claim with its article, and all codings of it under the same id that were known, the newest first."""

    told: Told
    article: Article
    history: tuple[Told, ...]


def claims_page(
    store: Store, filters: Filters = EVERYTHING, *, order: Order = "newest", limit: int = 50, after: str | None = None
) -> Page[Told]:
    """The claims asked for, `limit` at a time; `after` is the cursor of the page before."""
    asked = select(claims.c.no).where(conditions(filters, on_server=store.on_server))
    if after is not None:
        asked = asked.where(beyond(order, after))
    with store.reading() as connection:  # first which, from indexes and narrow rows, then what they say
        numbers = connection.execute(asked.order_by(*sorting(order)).limit(at_most(limit) + 1)).scalars().all()
        told = select(*_COLUMNS).select_from(_JOINED).where(claims.c.no.in_(numbers))
        rows = connection.execute(told.order_by(*sorting(order))).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    following = cursor_of(order, day=last["day"], confidence=last["confidence"], no=last["no"]) if last is not None else None
    return Page(tuple(_told(row) for row in rows[:limit]), following)


def every_claim(store: Store, filters: Filters = EVERYTHING, *, order: Order = "added") -> Iterator[Told]:
    """All claims asked for, in order, as many as there are."""
    after: str | None = None
    while True:
        page = claims_page(store, filters, order=order, limit=MOST, after=after)
        yield from page.items
        if page.following is None:
            return
        after = page.following


def count_claims(store: Store, filters: Filters = EVERYTHING) -> int:
    """How many claims are asked for."""
    with store.reading() as connection:
        return connection.execute(select(func.count(claims.c.no)).where(conditions(filters, on_server=store.on_server))).scalar_one()


def claim(store: Store, id: str, *, known_on: dt.date | None = None) -> Whole | None:
    """The claim with this id and its article; None where there was none. One that holds no longer is given as it was last.

    As known on a day it is None where it did not hold then, and its history is that up to then.
    """
    asked = select(*_COLUMNS, articles.c.text, articles.c.record.label("article_record")).select_from(_JOINED).where(claims.c.id == id)
    if known_on is not None:
        asked = asked.where(claims.c.since <= known_by(known_on))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(claims.c.no.desc())).mappings().all()
    if not rows or (known_on is not None and not (rows[0]["until"] is None or rows[0]["until"] > known_by(known_on))):
        return None
    history = tuple(_told(row) for row in rows)
    return Whole(told=history[0], article=article_of(rows[0]["article_record"], rows[0]["text"]), history=history)


def _told(row: RowMapping) -> Told:
    cited = Cited(
        id=row["article_id"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        published_first=row["published_first"],
        published_last=row["published_last"],
    )
    until = moment(row["until"]) if row["until"] is not None else None
    return Told(claim=from_json(row["record"], Claim), article=cited, maker=row["maker"], since=moment(row["since"]), until=until)
