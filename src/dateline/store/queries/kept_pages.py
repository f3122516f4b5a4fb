"""Pages as they are kept: what is known about each, and the bytes of one."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select, select

from dateline.records import Page, from_json
from dateline.store.codec import page_of
from dateline.store.instants import known_by
from dateline.store.store import Store
from dateline.store.tables import articles, pages, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page without its bytes, of which there are `size`."""

    id: str
    url: str | None
    path: str
    form: str
    fetched: dt.datetime | None
    size: int


def read_from(article: str, *, known_on: dt.date | None) -> Select[tuple[int]]:
    """The numbers of the pages that the article with this id was read out of."""
    asked = select(readings.c.page_no).join(articles, readings.c.article_no == articles.c.no).where(articles.c.id == article)
    return asked if known_on is None else asked.where(readings.c.since <= known_by(known_on))


def kept_pages(store: Store, article: str, *, known_on: dt.date | None = None) -> tuple[KeptPage, ...]:
    """The pages that the article with this id was read out of, the first added first."""
    asked = select(pages.c.id, pages.c.size, pages.c.record).where(pages.c.no.in_(read_from(article, known_on=known_on)))
    with store.reading() as connection:
        rows = connection.execute(asked.order_by(pages.c.no)).all()
    return tuple(_kept(row.id, row.size, from_json(row.record, Page)) for row in rows)


def _kept(id: str, size: int, page: Page) -> KeptPage:
    return KeptPage(id=id, url=page.url, path=page.path, form=page.form, fetched=page.fetched, size=size)


def kept_page(store: Store, id: str, *, known_on: dt.date | None = None) -> Page | None:
    """The page with this id in the store, with its bytes; None where there is, or was, none."""
    asked = select(pages.c.record, pages.c.content).where(pages.c.id == id)
    if known_on is not None:
        asked = asked.where(pages.c.added <= known_by(known_on))
    with store.reading() as connection:
        row = connection.execute(asked).first()
    return page_of(row.record, row.content) if row is not None else None
