"""A store as strangers may ask it: reading can change nothing, and no question takes for ever."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from math import inf, isfinite
from pathlib import Path
from threading import Event
from typing import Final, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from dateline.errors import DatelineError
from dateline.store.columns.columns import Columns
from dateline.store.store import Clock, Store

SECONDS: Final = 20.0  # for one question; over a million claims those that benchmarks/store.py asks take less than one
_STEPS: Final = 50_000  # of SQLite's machine between two looks at the clock: about a millisecond
_CANCELLED: Final = "57014"  # what PostgreSQL calls a statement that took too long


class TooSlow(DatelineError):
    """A question takes longer than it may."""


class Gone(DatelineError):
    """The file of the store is no longer the one that was opened."""


class ServedStore(Store):
    """A store whose every reading is bounded in time and cannot write."""

    def __init__(self, engine: Engine, *, target: str, clock: Clock) -> None:
        super().__init__(engine, target=target, clock=clock)
        self.seconds = SECONDS
        self._ending = Event()
        self._file = None if self.on_server else _identity(target)

    def bounded(self, seconds: float) -> Self:
        """The same store with another bound."""
        same = copy(self)
        same.seconds = seconds
        return same

    def end(self) -> None:
        """Breaks off what is being read, and lets nothing begin."""
        self._ending.set()

    def columns(self) -> Columns:
        """As for any store. Not bounded: a bound would be met at every try, and what is read is kept for all questions."""
        with self._reading(inf) as connection:
            return self._keeper.columns(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """As for any store. TooSlow where the block takes longer than the bound, and the database notices; Gone where its file is."""
        with self._reading(self.seconds) as connection:
            yield connection

    @contextmanager
    def _reading(self, seconds: float) -> Iterator[Connection]:
        self._check()
        with super().reading() as connection:
            try:
                with _bounded(connection, seconds, ending=self._ending):
                    yield connection
            except OperationalError as error:
                if not _interrupted(error):
                    raise
                self._check()
                raise TooSlow(f"it takes more than {seconds:g} seconds; ask for fewer days, or a type or a country") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """As for any store. Gone where its file is."""
        self._check()
        with super().writing() as connection:
            yield connection

    def _check(self) -> None:
        if self._ending.is_set():
            raise Gone("the server is ending")
        if self._file is not None and _identity(self.target) != self._file:  # SQLite would make an empty one in its place
            raise Gone("the store was taken away or replaced since the server started; start it again")


def _identity(file: str) -> tuple[int, int] | None:
    """What stays the same while a file is the same, whatever is written into it; None where there is none."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _interrupted(error: OperationalError) -> bool:
    cause = error.orig
    return getattr(cause, "sqlstate", None) == _CANCELLED or (isinstance(cause, sqlite3.OperationalError) and str(cause) == "interrupted")


@contextmanager
def _bounded(connection: Connection, seconds: float, *, ending: Event) -> Iterator[None]:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000) if isfinite(seconds) else 0}")
        yield
        return
    until = time.monotonic() + seconds
    driver.execute("PRAGMA query_only = ON")
    driver.set_progress_handler(lambda: time.monotonic() > until or ending.is_set(), _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)
        driver.execute("PRAGMA query_only = OFF")
