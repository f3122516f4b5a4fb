"""Claims without their records, so that all of them are quickly read; and actors, each once."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from dateline.records import digest

revision: Final = "0003"
down_revision: Final = "0002"

_c: Final = sa.Column
_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CURRENT: Final = sa.text("until IS NULL")
_GONE: Final = ("claims_kept", "claims_stay")
_INDEXES: Final = (
    *("claims_article", "claims_coding", "claims_id", "claims_long", "claims_by_country", "claims_by_day", "claims_by_origin"),
    *("claims_by_place", "claims_by_type", "parties_country", "parties_name"),
)
_COVERING: Final = {
    "day": ("day", "no", "last", "type", "status", "quad", "country", "confidence"),
    "origin": ("origin_key",),
    "place": ("place_no", "day", "no"),
}
_SAME: Final = (
    "no, id, coding_no, article_no, type, modes, status, quad, score, confidence, place_no, country, origin, origin_key, since, until"
)
_FILL: Final = (
    f"INSERT INTO claims ({_SAME}, day, last, outlet)"  # noqa: S608 -- constants
    f" SELECT {', '.join(f'old.{name}' for name in _SAME.split(', '))},"
    " coalesce(old.first, old.last, ''), coalesce(old.last, old.first, ''), articles.outlet"
    " FROM claims_wide AS old JOIN articles ON articles.no = old.article_no",
    "INSERT INTO records (claim_no, record) SELECT no, record FROM claims_wide",
    "INSERT INTO parties (claim_no, role, at, actor_no) SELECT old.claim_no, old.role, old.at, actors.no"
    " FROM parties_wide AS old JOIN actors ON actors.name_key = old.name_key AND actors.name = old.name AND actors.sectors = old.sectors"
    " AND coalesce(actors.country, '') = coalesce(old.country, '') AND coalesce(actors.wikidata, '') = coalesce(old.wikidata, '')",
)
_KEPT: Final = {
    "claims": "id, coding_no, article_no, type, modes, status, quad, score, confidence, day, last, place_no, country, outlet, origin,"
    " origin_key, since",
    "records": "claim_no, record",
}


def upgrade() -> None:
    """Parts the tables, with all that they hold."""
    _put_aside()
    _claims()
    _actors()
    for statement in _FILL:
        op.execute(statement)
    for table in ("parties_wide", "claims_wide", "tallies"):
        op.drop_table(table)
    _indexes()
    _triggers()


def _put_aside() -> None:
    on_server = op.get_bind().dialect.name == "postgresql"
    for trigger in _GONE:
        op.execute(f"DROP TRIGGER {trigger} ON claims" if on_server else f"DROP TRIGGER {trigger}")
    for index in _INDEXES:
        op.execute(f"DROP INDEX {index}")
    op.rename_table("claims", "claims_wide")
    op.rename_table("parties", "parties_wide")


def _claims() -> None:
    op.create_table(
        "claims",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("id", sa.Text(), nullable=False),
        _c("coding_no", _NUMBER, nullable=False),
        _c("article_no", _NUMBER, nullable=False),
        _c("type", sa.Text(), nullable=False),
        _c("modes", sa.Text(), nullable=False),
        _c("status", sa.Text(), nullable=False),
        _c("quad", sa.SmallInteger(), nullable=False),
        _c("score", sa.Float(), nullable=False),
        _c("confidence", sa.Float(), nullable=False),
        _c("day", sa.Text(), nullable=False),
        _c("last", sa.Text(), nullable=False),
        _c("place_no", _NUMBER),
        _c("country", sa.Text()),
        _c("outlet", sa.Text()),
        _c("origin", sa.Text()),
        _c("origin_key", sa.Text()),
        _c("since", sa.BigInteger(), nullable=False),
        _c("until", sa.BigInteger()),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.ForeignKeyConstraint(["coding_no"], ["codings.no"]),
        sa.ForeignKeyConstraint(["place_no"], ["places.no"]),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_table(
        "records",
        _c("claim_no", _NUMBER, autoincrement=False, nullable=False),
        _c("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["claim_no"], ["claims.no"]),
        sa.PrimaryKeyConstraint("claim_no"),
    )


def _actors() -> None:
    actors = op.create_table(
        "actors",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("key", sa.Text(), nullable=False),
        _c("name", sa.Text(), nullable=False),
        _c("name_key", sa.Text(), nullable=False),
        _c("country", sa.Text()),
        _c("sectors", sa.Text(), nullable=False),
        _c("wikidata", sa.Text()),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "parties",
        _c("claim_no", _NUMBER, autoincrement=False, nullable=False),
        _c("role", sa.Text(), nullable=False),
        _c("at", sa.SmallInteger(), autoincrement=False, nullable=False),
        _c("actor_no", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["claim_no"], ["claims.no"]),
        sa.ForeignKeyConstraint(["actor_no"], ["actors.no"]),
        sa.PrimaryKeyConstraint("claim_no", "role", "at"),
        sqlite_with_rowid=False,
    )
    told = op.get_bind().exec_driver_sql("SELECT DISTINCT name, name_key, country, sectors, wikidata FROM parties_wide ORDER BY 2, 1")
    rows = [{"no": no, "key": _key(row), **row} for no, row in enumerate(map(dict, told.mappings()), start=1)]
    op.bulk_insert(actors, rows)
    op.create_index("actors_name", "actors", ["name_key"])
    op.create_index("actors_country", "actors", ["country"])


def _key(row: dict[str, str | None]) -> str:
    """As the code of this version makes it."""
    told = "\x1f".join((row["country"] or "", *(row["sectors"] or "").split(), row["wikidata"] or "", row["name"] or ""))
    return told if len(told) <= 200 else digest("p", told)  # noqa: PLR2004 -- what holds for this version


def _indexes() -> None:
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_coding", "claims", ["coding_no"])
    op.create_index("claims_article", "claims", ["article_no"])
    op.create_index("parties_actor", "parties", ["actor_no", "role", "claim_no"])
    for name, columns in _COVERING.items():
        op.create_index(f"claims_by_{name}", "claims", [*columns, "until"], sqlite_where=_CURRENT, postgresql_where=_CURRENT)


def _triggers() -> None:
    for table, columns in _KEPT.items():
        for name, event in (("kept", f"UPDATE OF {columns}"), ("stay", "DELETE")):
            begins = f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table}"
            if op.get_bind().dialect.name == "postgresql":
                op.execute(f"{begins} FOR EACH ROW EXECUTE FUNCTION dateline_kept()")
            else:
                op.execute(f"{begins} BEGIN SELECT raise(ABORT, 'claims are superseded, never edited or removed'); END")
