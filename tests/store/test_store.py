import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dateline.errors import UsageError
from dateline.store import migrations
from dateline.store.check import findings
from dateline.store.store import Store
from dateline.store.tables import METADATA
from dateline.store.versions import HEAD

if TYPE_CHECKING:
    from tests.store.conftest import Make, Write

BESIDES = ("articles_text", "places_box")  # what only SQLite has


def test_the_migrations_make_the_tables_of_the_code(store: Store) -> None:
    with store.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), METADATA)
    ours = [one for one in found if not any(name in str(one) for name in (*BESIDES, "articles.words", "articles_words"))]
    assert [one for one in ours if "'words'" not in str(one)] == []


def test_the_head_is_the_last_migration() -> None:
    assert ScriptDirectory(str(Path(str(migrations.__file__)).parent)).get_current_head() == HEAD


def test_a_new_store_is_in_health(store: Store) -> None:
    assert all(finding.well for finding in findings(store))


def test_a_store_that_is_not_there_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="dateline add"):
        Store.open(tmp_path / "none.sqlite")


def test_another_file_is_no_store(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Bangkok, Jul 7 (EFE).- " * 1000, encoding="utf-8")
    with pytest.raises(UsageError, match="no store"):
        Store.open(page)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (x)")
    before = other.read_bytes()
    with pytest.raises(UsageError, match="other tables"):
        Store.open(other, create=True)
    assert other.read_bytes() == before


def test_a_file_may_have_any_name_and_lets_many_read_beside_one_writer(tmp_path: Path) -> None:
    file = tmp_path / "what? 100%.sqlite"
    Store.open(file, create=True).close()
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    copy = tmp_path / "copy.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))  # which does not keep the journal's mode
    Store.open(copy).close()
    for one in (file, copy):
        with sqlite3.connect(one) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_that_settles_keeps_what_the_database_learned(store: Store, write: "Write", make: "type[Make]") -> None:
    write(make.document("one", make.claim("c-1")))
    store.settle()
    learned = "SELECT count(*) FROM pg_stats WHERE tablename = 'claims'" if store.on_server else "SELECT count(*) FROM sqlite_stat1"
    with store.reading() as connection:
        assert connection.execute(text(learned)).scalar_one() > 0


def test_a_newer_store_is_left_alone(store: Store, target: str) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="newer version"):
        Store.open(target)


def test_the_doctor_finds_what_is_out_of_step(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.sqlite", create=True) as store:
        with store.writing() as connection:
            connection.execute(text("INSERT INTO places_box VALUES (7, 1, 1, 1, 1)"))
        assert [finding.what for finding in findings(store) if not finding.well] == ["places in the tree of points"]
