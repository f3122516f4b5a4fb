"""The health of a store: is it whole, is everything that follows from the rows in step with them, and how large is it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlalchemy import Connection, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from dateline.errors import BadRecord
from dateline.store.codec import page_id, page_of
from dateline.store.store import Store
from dateline.store.tables import METADATA, actors, articles, claims, codings, pages, parties, places, records
from dateline.store.versions import HEAD, version

_PAGES: Final = 200  # that are held at once
_SHOWN: Final = 5  # faults of one kind that are named
_SERVER_SIZE: Final = "SELECT pg_database_size(current_database())"
_FILE_SIZE: Final = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"


class Finding(NamedTuple):
    """What was looked at, what was found, and whether that is well."""

    what: str
    found: str
    well: bool = True


def findings(store: Store) -> Iterator[Finding]:
    """Everything that is looked at, in order; the whole file is read. What is so damaged that it cannot be looked at is the last."""
    with store.reading() as connection:
        try:
            yield from _found(connection, on_server=store.on_server)
        except DBAPIError as error:
            yield Finding("reading on", f"{error.orig}", well=False)


def _found(connection: Connection, *, on_server: bool) -> Iterator[Finding]:
    held = version(connection)
    yield Finding("version of the tables", f"{held}", held == HEAD)
    yield from _whole(connection) if not on_server else ()
    yield from _orphans(connection)
    yield from _codings(connection)
    yield _evidence(connection)
    yield from _in_step(connection) if not on_server else ()
    yield from _sizes(connection, on_server=on_server)


def _whole(connection: Connection) -> Iterator[Finding]:
    faults = connection.execute(text(f"PRAGMA integrity_check({_SHOWN})")).scalars().all()
    yield Finding("integrity of the file", "; ".join(faults), faults == ["ok"])
    loose = connection.execute(text("PRAGMA foreign_key_check")).all()
    yield Finding("rows that point to nothing", str(len(loose)), not loose)


def _orphans(connection: Connection) -> Iterator[Finding]:
    """What no database forbids, and what would make an answer wrong, or none be had."""
    for child, column, parent in (
        (codings, "article_no", articles),
        (claims, "coding_no", codings),
        (records, "claim_no", claims),
        (parties, "claim_no", claims),
        (parties, "actor_no", actors),
    ):
        joined = child.outerjoin(parent, child.c[column] == parent.c.no)
        number = connection.execute(select(func.count()).select_from(joined).where(parent.c.no.is_(None))).scalar_one()
        yield Finding(f"{child.name} without {parent.name}", str(number), not number)
    for table in (claims, places, actors):
        number, last = connection.execute(select(func.count(), func.coalesce(func.max(table.c.no), 0)).select_from(table)).one()
        yield Finding(f"numbers of {table.name} that are left out", str(last - number), last == number)


def _codings(connection: Connection) -> Iterator[Finding]:
    """Each article has one coding that holds, and claims hold as long as theirs."""
    bare = (
        select(func.count()).select_from(articles.outerjoin(codings, codings.c.article_no == articles.c.no)).where(codings.c.no.is_(None))
    )
    number = connection.execute(bare).scalar_one()
    yield Finding("articles never coded", str(number), not number)
    astray = claims.join(codings, claims.c.coding_no == codings.c.no)
    apart = func.coalesce(claims.c.until, -1) != func.coalesce(codings.c.until, -1)
    number = connection.execute(select(func.count()).select_from(astray).where(apart)).scalar_one()
    yield Finding("claims that hold longer or shorter than their coding", str(number), not number)
    several = select(codings.c.article_no).where(codings.c.until.is_(None)).group_by(codings.c.article_no).having(func.count() > 1)
    number = connection.execute(select(func.count()).select_from(several.subquery())).scalar_one()
    yield Finding("articles with several codings that hold", str(number), not number)


def _evidence(connection: Connection) -> Finding:
    """A page's id is a digest of its bytes, and so tells whether they are as they were read."""
    asked = select(pages.c.id, pages.c.record, pages.c.content)
    rows = connection.execute(asked, execution_options={"yield_per": _PAGES})
    damaged = sum(not _as_read(row.id, row.record, row.content) for row in rows)
    return Finding("pages whose bytes are not as they were read", str(damaged), not damaged)


def _as_read(id: str, record: bytes, content: bytes) -> bool:
    try:
        return page_id(page_of(record, content)) == id
    except BadRecord:
        return False


def _in_step(connection: Connection) -> Iterator[Finding]:
    """SQLite's indexes of words and of points against the rows."""
    words = select(func.count()).select_from(text("articles_text_docsize"))
    found, wanted = connection.execute(words).scalar_one(), connection.execute(select(func.count()).select_from(articles)).scalar_one()
    yield Finding("articles in the full text", f"{found:,} of {wanted:,}", found == wanted)
    pointed = select(func.count()).select_from(places).where(places.c.lat.is_not(None))
    found = connection.execute(select(func.count()).select_from(text("places_box"))).scalar_one()
    wanted = connection.execute(pointed).scalar_one()
    yield Finding("places in the tree of points", f"{found:,} of {wanted:,}", found == wanted)
    faults = connection.execute(text("SELECT rtreecheck('places_box')")).scalar_one()
    yield Finding("tree of points", faults, faults == "ok")


def _sizes(connection: Connection, *, on_server: bool) -> Iterator[Finding]:
    for table in METADATA.sorted_tables:
        yield Finding(f"rows of {table.name}", f"{_rows(connection, table):,}")
    held = connection.execute(select(func.count()).select_from(claims).where(claims.c.until.is_(None))).scalar_one()
    yield Finding("claims that hold", f"{held:,}")
    raw, kept = connection.execute(select(func.sum(pages.c.size), func.sum(func.length(pages.c.content)))).one()
    yield Finding("pages", f"{int(raw or 0):,} bytes, kept in {int(kept or 0):,}")
    size = connection.execute(text(_SERVER_SIZE if on_server else _FILE_SIZE)).scalar_one()
    yield Finding("whole store", f"{int(size):,} bytes")


def _rows(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
