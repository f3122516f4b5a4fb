"""Tables compiled into look-ups: one SQLite file for each, built when it is first needed and kept in the user's cache."""

import contextlib
import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from dateline.errors import UsageError

CACHE_VARIABLE: Final = "DATELINE_CACHE"
_READABLE: Final = 0o644  # by all users of a shared cache
_MONTH: Final = 30 * 86_400  # seconds

Build = Callable[[sqlite3.Connection], None]


def cache_folder() -> Path:
    """Where look-ups are kept: DATELINE_CACHE, else the cache of the user's desktop (XDG), else ~/.cache/dateline."""
    if named := os.environ.get(CACHE_VARIABLE):
        return Path(named)
    if desktop := os.environ.get("XDG_CACHE_HOME"):
        return Path(desktop) / "dateline"
    try:
        return Path.home() / ".cache" / "dateline"
    except RuntimeError:  # a user without a home
        return Path(tempfile.gettempdir()) / "dateline"


def database(name: str, *, sources: Sequence[Path], version: str, build: Build, folder: Path | None = None) -> sqlite3.Connection:
    """A read-only connection to the look-up `name`, made by `build` where none of the same `sources` (by content) and `version` is kept.

    It is built under a temporary name and renamed, so that two processes may build it at once and none sees half of one; a kept one that
    is damaged is built anew. Where the cache cannot be written, it is built in memory. UsageError where a source is missing.
    """
    file = (folder or cache_folder()) / f"{name}-{_digest(sources, version)}.sqlite"
    if (kept := _opened(file)) is not None:
        return kept
    try:
        _write(file, build)
        _prune(file, name)
    except (OSError, sqlite3.OperationalError):
        return _in_memory(build)
    return _opened(file) or _in_memory(build)


def _opened(file: Path) -> sqlite3.Connection | None:
    """A connection to a kept look-up; None where there is none, or what is there is no database with tables."""
    if not file.is_file():
        return None
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        whole = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] > 0 and _sized(connection, file)
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        connection.close()
        return None
    connection.execute("PRAGMA mmap_size = 268435456")
    return connection


def _sized(connection: sqlite3.Connection, file: Path) -> bool:
    """Whether the file is as long as the database says: one cut short is not."""
    pages, size = (connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    return bool(pages * size <= file.stat().st_size)


def _write(file: Path, build: Build) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(prefix=f".{file.stem}-", dir=file.parent)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(made)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            build(connection)
            connection.commit()
        Path(made).chmod(_READABLE)
        Path(made).replace(file)
    finally:
        Path(made).unlink(missing_ok=True)


def _prune(file: Path, name: str) -> None:
    """Remove look-ups of other tables or versions that nobody has opened for a month."""
    for other in file.parent.glob(f"{name}-*.sqlite"):
        with contextlib.suppress(OSError):
            if other != file and time.time() - other.stat().st_atime > _MONTH:
                other.unlink()


def _in_memory(build: Build) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    build(connection)
    connection.commit()
    return connection


def _digest(sources: Sequence[Path], version: str) -> str:
    """The same for the same content, wherever it lies and whenever it was written."""
    whole = hashlib.blake2b(version.encode(), digest_size=10)
    for source in sources:
        try:
            raw = source.read_bytes()
        except OSError as error:
            raise UsageError(f"need the table {source}: {error.strerror}") from error
        whole.update(f"{source.name}:{len(raw)}:".encode())
        whole.update(raw)
    return whole.hexdigest()
