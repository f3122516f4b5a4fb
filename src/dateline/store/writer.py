"""Documents into the store: each batch whole or not at all, what is there already left alone, what is coded anew superseding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, update

from dateline.records import Document, Page
from dateline.store.batch import Batch, Nos
from dateline.store.codec import page_id
from dateline.store.inserting import insert_rows, insert_words
from dateline.store.instants import micros
from dateline.store.standing import first_numbers, in_parts, number, standing, without_page
from dateline.store.store import Store
from dateline.store.tables import articles, claims, codings, pages


class Coded(NamedTuple):
    """A document, and the page that it was made of where that is at hand."""

    document: Document
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was new; `superseded` and `unchanged` count codings."""

    articles: int = 0
    claims: int = 0
    superseded: int = 0
    unchanged: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.articles + other.articles,
            self.claims + other.claims,
            self.superseded + other.superseded,
            self.unchanged + other.unchanged,
        )


class Writer:
    """Writes what one maker coded. `maker` says what coded it: with the same, the same coding is not written twice."""

    def __init__(self, store: Store, *, maker: str) -> None:
        self._store = store
        self._maker = maker
        self._nos = Nos({}, {})  # places and actors are never removed, so a number once known stays true

    def write(self, coded: Sequence[Coded]) -> Written:
        """Keeps the documents with their pages, all in one transaction, and says what is new."""
        written = Written()
        nos = self._nos.copy()  # kept only where the transaction is
        with self._store.writing() as connection:
            for run in _runs(coded):
                written += self._run(connection, run, nos)
        self._nos = nos
        return written

    def _run(self, connection: Connection, run: Sequence[Coded], nos: Nos) -> Written:
        """Documents of different articles and different pages. What is read out of no page any more claims nothing any more."""
        documents = [one.document for one in run]
        batch = Batch(
            maker=self._maker,
            now=micros(self._store.clock()),
            first=first_numbers(connection),
            standing=standing(connection, documents, [one.page for one in run if one.page], maker=self._maker),
            nos=nos,
            find=partial(number, connection),
        )
        for one in run:
            batch.add(one.document, one.page)
        _supersede(connection, batch)
        for table, rows in batch.rows.items():
            insert_rows(connection, table, rows)
        if connection.dialect.name == "sqlite":
            insert_words(connection, batch.rows[articles])
        for no, article_no in batch.moved:
            connection.execute(update(pages).where(pages.c.no == no).values(article_no=article_no))
        written = Written(len(batch.rows[articles]), len(batch.rows[claims]), len(batch.superseded), batch.unchanged)
        pageless = [Coded(Document(article=article)) for article in without_page(connection, batch.left)]
        return written + self._run(connection, pageless, nos) if pageless else written


def _supersede(connection: Connection, batch: Batch) -> None:
    for some in in_parts(batch.superseded):
        for table, of_coding in ((codings, codings.c.no), (claims, claims.c.coding_no)):
            connection.execute(update(table).where(of_coding.in_(some), table.c.until.is_(None)).values(until=batch.now))


def _runs(coded: Sequence[Coded]) -> Iterator[list[Coded]]:
    """The documents in order, parted where an article or a page comes again: a later coding supersedes the earlier."""
    run: list[Coded] = []
    met: set[str] = set()
    for one in coded:
        marks = {*([one.document.article.id] if one.document.article else []), *([page_id(one.page)] if one.page else [])}
        if marks & met:
            yield run
            run, met = [], set()
        run.append(one)
        met |= marks
    if run:
        yield run
