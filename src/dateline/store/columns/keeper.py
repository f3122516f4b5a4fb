"""Keeps the columns of a store, and brings them up to date when they are asked for."""

from threading import Lock

from sqlalchemy import Connection

from dateline.store.columns.columns import Columns
from dateline.store.columns.reading import caught_up, nothing


class Keeper:
    """Any thread may ask; what it gets never changes."""

    def __init__(self) -> None:
        self._held = nothing()
        self._turn = Lock()

    def columns(self, connection: Connection) -> Columns:
        """The columns as the store is for this connection, or a little later where another thread was ahead."""
        with self._turn:
            self._held = caught_up(self._held, connection)
            return self._held
