"""What the store holds already of documents that are to be written."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import Connection, Table, exists, func, select

from dateline.records import Article, Document, Page
from dateline.store.batch import Coding, Held, Standing
from dateline.store.codec import article_of, page_id
from dateline.store.rows import drop_id
from dateline.store.store import Store
from dateline.store.tables import actors, articles, claims, codings, drops, pages, places

Value = TypeVar("Value")
_ASKED: Final = 500  # values in one question: databases bound how many


def seen(store: Store, page: Page, *, maker: str) -> bool:
    """Whether the store holds what `maker` made of this page: a coding that holds now, or the reason why there is none."""
    coded = exists().where(codings.c.article_no == pages.c.article_no, codings.c.until.is_(None), codings.c.maker == maker)
    dropped = exists().where(drops.c.page_no == pages.c.no, drops.c.maker == maker)
    with store.reading() as connection:
        return connection.execute(select(pages.c.no).where(pages.c.id == page_id(page), coded | dropped)).first() is not None


def standing(connection: Connection, documents: Sequence[Document], made_of: Iterable[Page], *, maker: str) -> Standing:
    """What is there of these documents and their pages."""
    there: dict[str, Held] = {}
    held: dict[int, Coding] = {}
    for some in in_parts([document.article.id for document in documents if document.article]):
        found = select(articles.c.id, articles.c.no, articles.c.outlet, codings.c.no, codings.c.maker, codings.c.content).select_from(
            articles.outerjoin(codings, (codings.c.article_no == articles.c.no) & codings.c.until.is_(None))
        )
        for id, article_no, outlet, coding_no, by, content in connection.execute(found.where(articles.c.id.in_(some))):
            there[id] = Held(article_no, outlet)
            if coding_no is not None:
                held[article_no] = Coding(coding_no, by, content)
    dropped = [drop_id(drop, maker=maker) for document in documents for drop in document.dropped]
    return Standing(there, held, _pages(connection, made_of), frozenset(_drops(connection, dropped)))


def _pages(connection: Connection, made_of: Iterable[Page]) -> dict[str, tuple[int, int | None]]:
    columns = (pages.c.id, pages.c.no, pages.c.article_no)
    parts = in_parts([page_id(page) for page in made_of])
    return {
        id: (no, article_no) for some in parts for id, no, article_no in connection.execute(select(*columns).where(pages.c.id.in_(some)))
    }


def _drops(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    for some in in_parts(ids):
        yield from connection.execute(select(drops.c.id).where(drops.c.id.in_(some))).scalars()


def without_page(connection: Connection, numbers: Collection[int]) -> Iterator[Article]:
    """Of these articles those that are read out of no page now."""
    for some in in_parts(sorted(numbers)):
        made = select(pages.c.article_no).where(pages.c.article_no.in_(some))
        rows = connection.execute(select(articles.c.record, articles.c.text).where(articles.c.no.in_(some), articles.c.no.not_in(made)))
        yield from (article_of(row.record, row.text) for row in rows)


def number(connection: Connection, table: Table, key: str) -> int | None:
    """The number of a place or an actor; None where it is new."""
    return connection.execute(select(table.c.no).where(table.c.key == key)).scalar()


def first_numbers(connection: Connection) -> dict[Table, int]:
    """The next free number of each table. The writer is alone, so they stay free."""
    numbered = (articles, pages, drops, codings, places, actors, claims)
    return {table: (connection.execute(select(func.max(table.c.no))).scalar() or 0) + 1 for table in numbered}


def in_parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values, as many at a time as can be asked for at once."""
    return (values[start : start + _ASKED] for start in range(0, len(values), _ASKED))
