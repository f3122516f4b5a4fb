"""The version of a store's tables, and the way up from earlier ones."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from dateline.errors import UsageError

HEAD: Final = "0004"  # the newest of migrations/versions
_TABLE: Final = "alembic_version"


def version(connection: Connection) -> str | None:
    """The version of the tables; None where there are none. UsageError where the tables are somebody else's."""
    there = inspect(connection).get_table_names()
    if _TABLE not in there:
        if there:
            raise UsageError(f"expected a store, found other tables ({', '.join(sorted(there)[:3])} …)")
        return None
    return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608 -- a constant


def is_current(connection: Connection, *, target: str, create: bool) -> bool:
    """Whether the tables are of this version. UsageError where they are of a newer one, or missing and not to be made."""
    found = version(connection)
    if found is None and not create:
        raise UsageError(f"{target} is empty; `dateline add PATH…` makes it a store")
    if found is not None and found > HEAD:
        raise UsageError(f"{target} was written by a newer version (tables {found}, this one knows up to {HEAD}); update dateline")
    return found == HEAD


def migrate(connection: Connection, *, to: str = "head") -> None:
    """Makes the tables, or brings them up to date or `to` a version, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(str(files("dateline.store"))) / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
