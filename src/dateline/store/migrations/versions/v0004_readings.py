"""Which articles were read out of a page, and since when: another maker may read another one, and the earlier keeps its evidence."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0004"
down_revision: Final = "0003"

_c: Final = sa.Column
_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the table, of the article that each page has now."""
    op.create_table(
        "readings",
        _c("article_no", _NUMBER, autoincrement=False, nullable=False),
        _c("page_no", _NUMBER, autoincrement=False, nullable=False),
        _c("since", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["article_no"], ["articles.no"]),
        sa.ForeignKeyConstraint(["page_no"], ["pages.no"]),
        sa.PrimaryKeyConstraint("article_no", "page_no", "since"),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO readings (article_no, page_no, since) SELECT article_no, no, added FROM pages WHERE article_no IS NOT NULL")
