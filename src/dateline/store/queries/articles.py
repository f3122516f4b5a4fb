"""Articles: page by page, and one with all that was coded from it and the page that it came from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from dateline.errors import UsageError
from dateline.records import Claim, Document, from_json
from dateline.records import Page as SourcePage
from dateline.store.codec import article_of, document_of, page_of
from dateline.store.instants import moment
from dateline.store.queries.conditions import conditions, holding, known, whole
from dateline.store.queries.filters import EVERYTHING, Filters
from dateline.store.queries.kept_pages import read_from
from dateline.store.queries.paging import Page, at_most
from dateline.store.standing import in_parts
from dateline.store.store import Store
from dateline.store.tables import articles, claims, codings, pages, records


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in a list, with the number of its claims that were asked for. Days are ISO 8601."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_first: str | None
    published_last: str | None
    language: str | None
    added: dt.datetime
    claims: int


def articles_page(store: Store, filters: Filters = EVERYTHING, *, limit: int = 50, after: str | None = None) -> Page[Listed]:
    """Articles with claims that are asked for (with no filter all articles), the last added first; `after` is the cursor before."""
    counted = select(func.count(claims.c.no)).where(claims.c.article_no == articles.c.no, conditions(filters, on_server=store.on_server))
    number = counted.scalar_subquery()
    asked = select(articles, number.label("claims")).where(known(filters))
    if filters != Filters(known_on=filters.known_on):
        asked = asked.where(articles.c.no.in_(select(claims.c.article_no).where(conditions(filters, on_server=store.on_server))))
    if after is not None:
        asked = asked.where(articles.c.no < _behind(after))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(articles.c.no.desc()).limit(at_most(limit) + 1)).all()
    listed = tuple(
        Listed(
            id=row.id,
            title=row.title,
            outlet=row.outlet,
            url=row.url,
            published_first=row.published_first,
            published_last=row.published_last,
            language=row.language,
            added=moment(row.added),
            claims=row.claims,
        )
        for row in rows[:limit]
    )
    return Page(listed, str(rows[limit - 1].no) if len(rows) > limit else None)


def _behind(cursor: str) -> int:
    number = whole(cursor)
    if number is None:
        raise UsageError(f"need a cursor that an answer gave, got {cursor!r}")
    return number


def article(store: Store, id: str, *, known_on: dt.date | None = None) -> Document | None:
    """The document of an article, with all its claims as they held then; None where the store has, or had, no such article."""
    filters = Filters(known_on=known_on)
    with store.reading() as connection:
        found = _documents(connection, and_(articles.c.id == id, known(filters)), holding(filters), filters)
        return next(found, None)


def documents(store: Store, filters: Filters = EVERYTHING) -> Iterator[Document]:
    """Every article with claims that are asked for, in the order in which they were added, with those claims alone."""
    wanted = conditions(filters, on_server=store.on_server)
    everything = filters == Filters(known_on=filters.known_on)
    asked = select(articles.c.no).where(known(filters)) if everything else select(claims.c.article_no).where(wanted).distinct()
    with store.reading() as connection:
        for some in in_parts(sorted(connection.execute(asked).scalars())):
            yield from _documents(connection, articles.c.no.in_(some), wanted, filters)


def _documents(connection: Connection, which: ColumnElement[bool], wanted: ColumnElement[bool], filters: Filters) -> Iterator[Document]:
    held = select(articles.c.no, articles.c.text, articles.c.record, codings.c.no.label("coding"), codings.c.record.label("rest"))
    joined = articles.outerjoin(codings, and_(codings.c.article_no == articles.c.no, holding(filters, codings)))
    rows = connection.execute(held.select_from(joined).where(which).order_by(articles.c.no)).all()
    told: dict[int, list[Claim]] = {}
    numbers = [row.no for row in rows]
    recorded = select(claims.c.article_no, records.c.record).join(records, records.c.claim_no == claims.c.no)
    found = recorded.where(claims.c.article_no.in_(numbers), wanted).order_by(claims.c.no)
    for article_no, record in connection.execute(found):
        told.setdefault(article_no, []).append(from_json(record, Claim))
    for row in rows:
        one = article_of(row.record, row.text)
        if row.rest is None:
            yield Document(article=one)
        else:
            yield document_of(row.rest, one, tuple(told.get(row.no, ())))


def source_pages(store: Store, id: str, *, known_on: dt.date | None = None) -> tuple[SourcePage, ...]:
    """The pages that the article with this id was read out of, bytes and all; the first added first."""
    asked = select(pages.c.record, pages.c.content).where(pages.c.no.in_(read_from(id, known_on=known_on)))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(pages.c.no)).all()
    return tuple(page_of(row.record, row.content) for row in rows)
