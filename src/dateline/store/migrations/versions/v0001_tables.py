"""The tables: articles with their pages, codings, claims, parties, places and tallies."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None

_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CURRENT: Final = sa.text("until IS NULL")


def upgrade() -> None:
    """Makes all tables with their indexes."""
    _articles()
    _pages()
    _drops()
    _codings()
    _places()
    _claims()
    _parties()
    _tallies()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("outlet_key", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("published_first", sa.Text()),
        sa.Column("published_last", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("articles_outlet", "articles", ["outlet_key"])
    op.create_index("articles_published", "articles", ["published_first", "published_last"])


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_no", _NUMBER),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("pages_article", "pages", ["article_no"])


def _drops() -> None:
    op.create_table(
        "drops",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page_no", _NUMBER),
        sa.Column("added", sa.BigInteger(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_no"], ["pages.no"]),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("drops_page", "drops", ["page_no"])


def _codings() -> None:
    op.create_table(
        "codings",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("article_no", _NUMBER, nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("codings_article", "codings", ["article_no", "until"])


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("geonameid", sa.BigInteger()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("admin1", sa.Text()),
        sa.Column("precision", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("x", sa.Integer()),
        sa.Column("y", sa.Integer()),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("places_country", "places", ["country"])
    op.create_index("places_name", "places", ["name_key"])
    op.create_index("places_point", "places", ["lat", "lon"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("coding_no", _NUMBER, nullable=False),
        sa.Column("article_no", _NUMBER, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("modes", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad", sa.SmallInteger(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("first", sa.Text()),
        sa.Column("last", sa.Text()),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("place_no", _NUMBER),
        sa.Column("country", sa.Text()),
        sa.Column("origin", sa.Text()),
        sa.Column("origin_key", sa.Text()),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.ForeignKeyConstraint(["coding_no"], ["codings.no"]),
        sa.ForeignKeyConstraint(["place_no"], ["places.no"]),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("claims_article", "claims", ["article_no"])
    op.create_index(
        "claims_by_country", "claims", ["country", "day", "type", "status", "no"], sqlite_where=_CURRENT, postgresql_where=_CURRENT
    )
    op.create_index(
        "claims_by_day",
        "claims",
        ["day", "no", "last", "type", "status", "quad", "place_no", "country"],
        sqlite_where=_CURRENT,
        postgresql_where=_CURRENT,
    )
    op.create_index("claims_by_origin", "claims", ["origin_key"], sqlite_where=_CURRENT, postgresql_where=_CURRENT)
    op.create_index(
        "claims_by_place",
        "claims",
        ["place_no", "first", "last", "type", "status", "quad"],
        sqlite_where=_CURRENT,
        postgresql_where=_CURRENT,
    )
    op.create_index(
        "claims_by_type", "claims", ["type", "status", "day", "no", "place_no", "quad"], sqlite_where=_CURRENT, postgresql_where=_CURRENT
    )
    op.create_index("claims_coding", "claims", ["coding_no"])
    op.create_index("claims_id", "claims", ["id"])


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("claim_no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("at", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("sectors", sa.Text(), nullable=False),
        sa.Column("wikidata", sa.Text()),
        sa.ForeignKeyConstraint(["claim_no"], ["claims.no"]),
        sa.PrimaryKeyConstraint("claim_no", "role", "at"),
        sqlite_with_rowid=False,
    )
    op.create_index("parties_country", "parties", ["country", "role", "claim_no"])
    op.create_index("parties_name", "parties", ["name_key", "role", "claim_no"])


def _tallies() -> None:
    op.create_table(
        "tallies",
        sa.Column("place_no", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("claims", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["place_no"], ["places.no"]),
        sa.PrimaryKeyConstraint("place_no", "type", "status", "quad"),
        sqlite_with_rowid=False,
    )
