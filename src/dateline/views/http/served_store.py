"""A store as strangers may ask it: reading can change nothing, and no question takes for ever."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from dateline.errors import DatelineError
from dateline.store.columns.columns import Columns
from dateline.store.store import Clock, Store

SECONDS: Final = 20.0  # for one question; on a store of a million claims the slowest take some two
_STEPS: Final = 50_000  # of SQLite's machine between two looks at the clock: about a millisecond
_CANCELLED: Final = "57014"  # what PostgreSQL calls a statement that took too long


class TooSlow(DatelineError):
    """A question takes longer than it may."""


class ServedStore(Store):
    """A store whose every reading is bounded in time and cannot write."""

    def __init__(self, engine: Engine, *, target: str, clock: Clock, seconds: float = SECONDS) -> None:
        super().__init__(engine, target=target, clock=clock)
        self.seconds = seconds

    def bounded(self, seconds: float) -> Self:
        """The same store with another bound."""
        same = type(self)(self._engine, target=self.target, clock=self.clock, seconds=seconds)
        same._keeper = self._keeper
        return same

    def columns(self) -> Columns:
        """As for any store. Not bounded: a bound would be met at every try, and what is read is kept for all questions."""
        with super().reading() as connection:
            return self._keeper.columns(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """As for any store. TooSlow where the block takes longer than the bound, and the database notices."""
        with super().reading() as connection:
            try:
                with _bounded(connection, self.seconds):
                    yield connection
            except OperationalError as error:
                if _interrupted(error):
                    raise TooSlow(f"it takes more than {self.seconds:g} seconds; ask for fewer days, or a type or a country") from error
                raise


def _interrupted(error: OperationalError) -> bool:
    cause = error.orig
    return getattr(cause, "sqlstate", None) == _CANCELLED or (isinstance(cause, sqlite3.OperationalError) and str(cause) == "interrupted")


@contextmanager
def _bounded(connection: Connection, seconds: float) -> Iterator[None]:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        yield
        return
    until = time.monotonic() + seconds
    driver.execute("PRAGMA query_only = ON")
    driver.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)
        driver.execute("PRAGMA query_only = OFF")
