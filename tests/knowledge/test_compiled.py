"""Look-ups are built once, whole, and anew when their tables change."""

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.knowledge.compiled import cache_folder, database


def build(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE t (x)")
    connection.executemany("INSERT INTO t VALUES (?)", [(number,) for number in range(1000)])


def rows(folder: Path, source: Path) -> int:
    return int(database("t", sources=[source], version="1", build=build, folder=folder).execute("SELECT count(*) FROM t").fetchone()[0])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text("a\n", encoding="utf-8")
    return path


def test_it_is_built_once_for_the_same_tables(tmp_path: Path, source: Path) -> None:
    built = []

    def counted(connection: sqlite3.Connection) -> None:
        built.append(1)
        build(connection)

    for _ in range(2):
        database("t", sources=[source], version="1", build=counted, folder=tmp_path / "cache")
    source.write_text("b\n", encoding="utf-8")
    database("t", sources=[source], version="1", build=counted, folder=tmp_path / "cache")
    database("t", sources=[source], version="2", build=counted, folder=tmp_path / "cache")
    assert len(built) == 3
    assert len(list((tmp_path / "cache").iterdir())) == 3


def test_processes_that_build_at_once_all_see_the_whole(tmp_path: Path, source: Path) -> None:
    with ProcessPoolExecutor(4) as pool:
        assert set(pool.map(rows, [tmp_path / "cache"] * 8, [source] * 8)) == {1000}
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".sqlite"]


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path, source: Path) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        build(connection)
        raise ValueError("a row that cannot be read")

    with pytest.raises(ValueError, match="a row"):
        database("t", sources=[source], version="1", build=broken, folder=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_where_the_cache_cannot_be_written_it_is_built_in_memory(tmp_path: Path, source: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    assert rows(tmp_path / "cache", source) == 1000


def test_it_cannot_be_written_to(tmp_path: Path, source: Path) -> None:
    connection = database("t", sources=[source], version="1", build=build, folder=tmp_path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO t VALUES (1)")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.csv"):
        database("t", sources=[tmp_path / "gone.csv"], version="1", build=build, folder=tmp_path)


def test_the_cache_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("DATELINE_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "dateline"
