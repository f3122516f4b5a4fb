"""Look-ups are built once, whole, and anew when their tables change."""

import os
import sqlite3
import time
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


@pytest.mark.parametrize("damage", [b"", b"no database at all, but some text that is long enough to be taken for one" * 20, None])
def test_a_damaged_look_up_is_built_anew(tmp_path: Path, source: Path, damage: bytes | None) -> None:
    rows(tmp_path / "cache", source)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(file.read_bytes()[:4096] if damage is None else damage)
    assert rows(tmp_path / "cache", source) == 1000
    assert rows(tmp_path / "cache", source) == 1000


def test_where_nothing_fits_on_the_disk_it_is_built_in_memory(tmp_path: Path, source: Path) -> None:
    asked = []

    def full(connection: sqlite3.Connection) -> None:
        asked.append(1)
        if len(asked) == 1:
            raise sqlite3.OperationalError("database or disk is full")
        build(connection)

    connection = database("t", sources=[source], version="1", build=full, folder=tmp_path)
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (1000,)


def test_other_users_of_a_shared_cache_can_read_it(tmp_path: Path, source: Path) -> None:
    rows(tmp_path / "cache", source)
    (file,) = (tmp_path / "cache").iterdir()
    assert file.stat().st_mode & 0o044 == 0o044


def test_look_ups_that_nobody_opened_for_a_month_are_removed(tmp_path: Path, source: Path) -> None:
    for name, days in (("t-old.sqlite", 40), ("t-young.sqlite", 3), ("other-old.sqlite", 40)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - days * 86_400,) * 2)
    rows(tmp_path, source)
    assert {path.name for path in tmp_path.glob("*.sqlite")} >= {"t-young.sqlite", "other-old.sqlite"}
    assert not (tmp_path / "t-old.sqlite").exists()


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
