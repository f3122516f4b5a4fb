"""A store, opened: an SQLite file, or a PostgreSQL database."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, Protocol, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from dateline.errors import UsageError
from dateline.store.columns.columns import Columns
from dateline.store.columns.keeper import Keeper
from dateline.store.versions import is_current, migrate

Clock = Callable[[], dt.datetime]

_SERVERS: Final = ("postgresql", "postgres")
_WRITES: Final = "dateline_writes"
_LOCK: Final = 0x6461_7465  # of PostgreSQL's advisory locks: one writer at a time, as on SQLite
_PRAGMAS: Final = (
    "busy_timeout = 60000",  # milliseconds that a writer waits for another
    "synchronous = NORMAL",  # with WAL: nothing half-written, ever; a power cut may cost the last seconds
    "wal_autocheckpoint = 65536",  # pages: what many small transactions touch again and again is copied back once
    "foreign_keys = ON",
    "cache_size = -262144",
    "mmap_size = 1073741824",
    "temp_store = MEMORY",
)
_BESIDE: Final = "PRAGMA journal_mode = WAL"  # many readers beside one writer; the file keeps it
_LEARNS: Final = ("PRAGMA analysis_limit = 1000", "ANALYZE")  # so many rows of each index


class _Cursor(Protocol):
    def execute(self, statement: str, /) -> object: ...
    def close(self) -> None: ...


class _Driver(Protocol):
    """What we ask of sqlite3's connection."""

    isolation_level: Literal["DEFERRED", "EXCLUSIVE", "IMMEDIATE"] | None

    def cursor(self) -> _Cursor: ...


def now() -> dt.datetime:
    """The machine's clock, in UTC."""
    return dt.datetime.now(tz=dt.UTC)


class Store:
    """Articles and their claims. Any number of threads and processes may read while one writes; a second writer waits."""

    def __init__(self, engine: Engine, *, target: str, clock: Clock) -> None:
        self._engine = engine
        self.target = target
        self.clock = clock
        self._keeper = Keeper()

    @classmethod
    def open(cls, target: str | Path, *, create: bool = False, clock: Clock = now) -> Self:
        """The store at `target`: a file, or an address such as `postgresql://user@host/name`.

        Tables of an earlier version are brought up to date. UsageError where there is none and `create` is not set, where the file is no
        store, or where a newer version wrote it.
        """
        named = str(target)
        engine = _server(named) if named.split(":", 1)[0].split("+", maxsplit=1)[0] in _SERVERS else _file(Path(named), create=create)
        store = cls(engine, target=_shown(named), clock=clock)
        try:
            with store.reading() as connection:
                current = is_current(connection, target=store.target, create=create)
            store._let_read_while_written()  # not before it is known to be ours: another program's file is left as it is
            if not current:
                with store.writing() as connection:
                    migrate(connection)
        except DBAPIError as error:
            engine.dispose()
            raise UsageError(f"{store.target} is no store that can be opened: {error.orig}{store._why_not()}") from error
        except UsageError:
            engine.dispose()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the server."""
        self._engine.dispose()

    @property
    def on_server(self) -> bool:
        """Whether it is PostgreSQL."""
        return self._engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at the first look, whatever is written meanwhile."""
        options = {"isolation_level": "REPEATABLE READ"} if self.on_server else {}
        with self._engine.connect().execution_options(**options) as connection:
            yield connection

    def columns(self) -> Columns:
        """All claims as columns, up to date. The first call reads them, ten seconds or more for each million; later ones what was added."""
        with self.reading() as connection:
            return self._keeper.columns(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone writes; all of the block is kept, or nothing."""
        with self._engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            if self.on_server:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    def _why_not(self) -> str:
        sealed = not self.on_server and not os.access(Path(self.target).parent, os.W_OK)
        return "; its folder must be writable, as SQLite keeps files beside it even to read" if sealed else ""

    def _let_read_while_written(self) -> None:
        if not self.on_server:
            driver = self._engine.raw_connection()  # in no transaction
            try:
                driver.cursor().execute(_BESIDE)
            finally:
                driver.close()

    def settle(self) -> None:
        """Lets the database learn what its tables are like, by which it chooses its ways; after much was written."""
        with self.writing() as connection:
            for statement in ("ANALYZE",) if self.on_server else _LEARNS:
                connection.exec_driver_sql(statement)


def _file(file: Path, *, create: bool) -> Engine:
    if not file.is_file() and not create:
        raise UsageError(f"no store at {file}; `dateline add PATH…` makes one, --store names another")
    if not file.parent.is_dir():
        raise UsageError(f"cannot make the store {file}: there is no folder {file.parent}")
    engine = create_engine(URL.create("sqlite", database=str(file)))  # a name may have question marks
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(driver: _Driver, _entry: ConnectionPoolEntry) -> None:
    driver.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = driver.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def _server(address: str) -> Engine:
    try:
        return create_engine(make_url(address).set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise UsageError("a store on PostgreSQL needs psycopg: pip install 'dateline[postgres]'") from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError(f"need an address such as postgresql://user@host/name, got {_shown(address)}") from error


def _shown(target: str) -> str:
    """The target without a password."""
    try:
        return make_url(target).render_as_string(hide_password=True) if "://" in target else target
    except ArgumentError:
        return target
