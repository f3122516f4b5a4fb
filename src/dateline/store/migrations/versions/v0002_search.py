"""What finds words and points, and what keeps claims from being edited: in the database's own language, hence one list for each."""

from typing import Final

from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"

_KEPT: Final = "id, coding_no, article_no, type, modes, status, quad, score, confidence, first, last, place_no, since, record"

_SQLITE: Final = (
    "CREATE VIRTUAL TABLE articles_text USING fts5"
    "(title, text, content='articles', content_rowid='no', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_kept BEFORE UPDATE ON articles BEGIN SELECT raise(ABORT, 'articles are never edited'); END",
    "CREATE VIRTUAL TABLE places_box USING rtree(no, west, east, south, north)",
    "CREATE TRIGGER places_found AFTER INSERT ON places WHEN new.lat IS NOT NULL BEGIN"
    " INSERT INTO places_box VALUES (new.no, new.lon, new.lon, new.lat, new.lat); END",
    f"CREATE TRIGGER claims_kept BEFORE UPDATE OF {_KEPT} ON claims BEGIN SELECT raise(ABORT, 'claims are superseded, never edited'); END",
    "CREATE TRIGGER claims_stay BEFORE DELETE ON claims BEGIN SELECT raise(ABORT, 'claims are superseded, never removed'); END",
)

_LONGEST: Final = 200_000  # characters that are searched: a tsvector holds a megabyte at most

_POSTGRESQL: Final = (
    "ALTER TABLE articles ADD COLUMN words tsvector GENERATED ALWAYS AS"
    f" (to_tsvector('english', left(coalesce(title, '') || ' ' || text, {_LONGEST}))) STORED",
    "CREATE INDEX articles_words ON articles USING gin (words)",
    "CREATE FUNCTION dateline_kept() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION '% are superseded, never edited', TG_TABLE_NAME; END $$",
    "CREATE TRIGGER articles_kept BEFORE UPDATE ON articles FOR EACH ROW EXECUTE FUNCTION dateline_kept()",
    f"CREATE TRIGGER claims_kept BEFORE UPDATE OF {_KEPT} ON claims FOR EACH ROW EXECUTE FUNCTION dateline_kept()",
    "CREATE TRIGGER claims_stay BEFORE DELETE ON claims FOR EACH ROW EXECUTE FUNCTION dateline_kept()",
)


def upgrade() -> None:
    """Makes the indexes of words and points, and the triggers."""
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.get_bind().exec_driver_sql(statement.replace("%", "%%") if op.get_bind().dialect.name == "postgresql" else statement)
