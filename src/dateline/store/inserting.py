"""Many rows into a table at the driver's speed: SQLAlchemy's own way spends as long on binding values as the database on storing them."""

from collections.abc import Sequence
from operator import itemgetter

from sqlalchemy import Connection, Table

from dateline.store.rows import Row


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows that have all of the table's columns, as types that every driver takes."""
    if not rows:
        return
    compiled = table.insert().compile(dialect=connection.dialect, column_keys=list(rows[0]))
    order = compiled.positiontup
    if order is None:
        connection.exec_driver_sql(str(compiled), list(rows))
    else:
        connection.exec_driver_sql(str(compiled), list(map(itemgetter(*order), rows)))


def insert_words(connection: Connection, rows: Sequence[Row]) -> None:
    """Inserts articles into SQLite's full text. A trigger would write each article's words to the disk apart, in twice the time."""
    if rows:
        told = [(row["no"], row["title"], row["text"]) for row in rows]
        connection.exec_driver_sql("INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)", told)
