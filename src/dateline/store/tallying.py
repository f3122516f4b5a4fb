"""The tally of claims by place, kept in step with every write, so that a map of the world need not count a million rows."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dateline.store.tables import claims, tallies

_KEYS: Final = ("place_no", "type", "status", "quad")


class Tallied(NamedTuple):
    """What claims are counted by."""

    place_no: int
    type: str
    status: str
    quad: int


def tallies_of(connection: Connection, which: ColumnElement[bool]) -> Mapping[Tallied, int]:
    """How many of the claims that `which` holds for, and that hold now, lie where and are of what kind."""
    columns = [claims.c[key] for key in _KEYS]
    counted = select(*columns, func.count()).where(which, claims.c.until.is_(None), claims.c.place_no.is_not(None)).group_by(*columns)
    return {Tallied(row[0], row[1], row[2], row[3]): row[4] for row in connection.execute(counted)}


def add_tallies(connection: Connection, changed: Counter[Tallied]) -> None:
    """Adds to the tallies, or takes from them where a number is negative."""
    rows = [{**key._asdict(), "claims": number} for key, number in sorted(changed.items()) if number]
    if not rows:
        return
    insert = postgresql.insert(tallies) if connection.dialect.name == "postgresql" else sqlite.insert(tallies)
    added = insert.on_conflict_do_update(index_elements=_KEYS, set_={"claims": tallies.c.claims + insert.excluded.claims})
    connection.execute(added, rows)
    if any(number < 0 for number in changed.values()):
        connection.execute(delete(tallies).where(tallies.c.claims == 0))
