"""The tables: articles with their pages, codings, claims, parties, places and tallies."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None

_c: Final = sa.Column
_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CURRENT: Final = sa.text("until IS NULL")
_LASTING: Final = sa.text("until IS NULL AND long = 1")
_COVERING: Final = {
    "country": ("country", "day", "type", "status", "no"),
    "day": ("day", "no", "last", "type", "status", "quad", "place_no", "country", "score", "long"),
    "origin": ("origin_key",),
    "place": ("place_no", "day", "last", "type", "status", "quad", "confidence"),
    "type": ("type", "status", "day", "no", "place_no", "quad"),
}


def upgrade() -> None:
    """Makes all tables with their indexes."""
    for make in (_articles, _pages, _drops, _codings, _places, _claims, _parties, _tallies):
        make()


def _articles() -> None:
    op.create_table(
        "articles",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("id", sa.Text(), nullable=False),
        _c("added", sa.BigInteger(), nullable=False),
        _c("path", sa.Text(), nullable=False),
        _c("key", sa.Text()),
        _c("url", sa.Text()),
        _c("outlet", sa.Text()),
        _c("outlet_key", sa.Text()),
        _c("title", sa.Text()),
        _c("language", sa.Text()),
        _c("published_first", sa.Text()),
        _c("published_last", sa.Text()),
        _c("text", sa.Text(), nullable=False),
        _c("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("articles_outlet", "articles", ["outlet_key"])
    op.create_index("articles_published", "articles", ["published_first", "published_last"])


def _pages() -> None:
    op.create_table(
        "pages",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("id", sa.Text(), nullable=False),
        _c("article_no", _NUMBER),
        _c("added", sa.BigInteger(), nullable=False),
        _c("size", sa.BigInteger(), nullable=False),
        _c("content", sa.LargeBinary(), nullable=False),
        _c("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("pages_article", "pages", ["article_no"])


def _drops() -> None:
    op.create_table(
        "drops",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("id", sa.Text(), nullable=False),
        _c("page_no", _NUMBER),
        _c("added", sa.BigInteger(), nullable=False),
        _c("maker", sa.Text(), nullable=False),
        _c("path", sa.Text(), nullable=False),
        _c("stage", sa.Text(), nullable=False),
        _c("reason", sa.Text(), nullable=False),
        _c("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_no"], ["pages.no"]),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("drops_page", "drops", ["page_no"])


def _codings() -> None:
    op.create_table(
        "codings",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("article_no", _NUMBER, nullable=False),
        _c("maker", sa.Text(), nullable=False),
        _c("content", sa.Text(), nullable=False),
        _c("since", sa.BigInteger(), nullable=False),
        _c("until", sa.BigInteger()),
        _c("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("codings_article", "codings", ["article_no", "until"])


def _places() -> None:
    op.create_table(
        "places",
        _c("no", _NUMBER, autoincrement=False, nullable=False),
        _c("key", sa.Text(), nullable=False),
        _c("geonameid", sa.BigInteger()),
        _c("name", sa.Text(), nullable=False),
        _c("name_key", sa.Text(), nullable=False),
        _c("country", sa.Text()),
        _c("admin1", sa.Text()),
        _c("precision", sa.Text()),
        _c("lat", sa.Float()),
        _c("lon", sa.Float()),
        _c("x", sa.Integer()),
        _c("y", sa.Integer()),
        sa.PrimaryKeyConstraint("no"),
        sa.UniqueConstraint("key"),
    )
    op.create_index("places_country", "places", ["country"])
    op.create_index("places_name", "places", ["name_key"])
    op.create_index("places_point", "places", ["lat", "lon"])


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
        _c("first", sa.Text()),
        _c("last", sa.Text()),
        _c("day", sa.Text(), nullable=False),
        _c("long", sa.SmallInteger(), nullable=False),
        _c("place_no", _NUMBER),
        _c("country", sa.Text()),
        _c("origin", sa.Text()),
        _c("origin_key", sa.Text()),
        _c("since", sa.BigInteger(), nullable=False),
        _c("until", sa.BigInteger()),
        _c("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.ForeignKeyConstraint(["coding_no"], ["codings.no"]),
        sa.ForeignKeyConstraint(["place_no"], ["places.no"]),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_index("claims_article", "claims", ["article_no"])
    op.create_index("claims_coding", "claims", ["coding_no"])
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_long", "claims", ["last"], sqlite_where=_LASTING, postgresql_where=_LASTING)
    for name, columns in _COVERING.items():
        op.create_index(f"claims_by_{name}", "claims", [*columns, "until"], sqlite_where=_CURRENT, postgresql_where=_CURRENT)


def _parties() -> None:
    op.create_table(
        "parties",
        _c("claim_no", _NUMBER, autoincrement=False, nullable=False),
        _c("role", sa.Text(), nullable=False),
        _c("at", sa.SmallInteger(), autoincrement=False, nullable=False),
        _c("name", sa.Text(), nullable=False),
        _c("name_key", sa.Text(), nullable=False),
        _c("country", sa.Text()),
        _c("sectors", sa.Text(), nullable=False),
        _c("wikidata", sa.Text()),
        sa.ForeignKeyConstraint(["claim_no"], ["claims.no"]),
        sa.PrimaryKeyConstraint("claim_no", "role", "at"),
        sqlite_with_rowid=False,
    )
    op.create_index("parties_country", "parties", ["country", "role", "claim_no"])
    op.create_index("parties_name", "parties", ["name_key", "role", "claim_no"])


def _tallies() -> None:
    op.create_table(
        "tallies",
        _c("place_no", _NUMBER, autoincrement=False, nullable=False),
        _c("type", sa.Text(), nullable=False),
        _c("status", sa.Text(), nullable=False),
        _c("quad", sa.SmallInteger(), autoincrement=False, nullable=False),
        _c("claims", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["place_no"], ["places.no"]),
        sa.PrimaryKeyConstraint("place_no", "type", "status", "quad"),
        sqlite_with_rowid=False,
    )
