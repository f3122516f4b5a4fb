import os
from pathlib import Path
from typing import Final

import msgspec
import pytest

from dateline.errors import NoSuchInput
from dateline.read import inputs
from dateline.read.limits import ReadLimits
from dateline.records import Dropped

LIMITS: Final = ReadLimits()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.html", "deep/er/d.txt", ".hidden.txt", ".git/e.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def _found(*paths: Path | str, limits: ReadLimits = LIMITS) -> list[str]:
    return [f"{one.reason} {one.path}" if isinstance(one, Dropped) else one for one in inputs([str(path) for path in paths], limits=limits)]


def _below(folder: Path, *paths: Path | str, limits: ReadLimits = LIMITS) -> list[str]:
    return [one.replace(f"{folder}/", "") for one in _found(*paths, limits=limits)]


def test_a_folder_is_all_that_is_in_it_sorted_without_what_is_hidden(folder: Path) -> None:
    assert _below(folder, folder) == ["a.txt", "b.txt", "deep/c.html", "deep/er/d.txt", "odd[1].txt"]


def test_what_is_named_is_taken_in_the_order_given_even_if_hidden(folder: Path) -> None:
    assert _below(folder, folder / "b.txt", "-", folder / ".hidden.txt") == ["b.txt", "-", ".hidden.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt", "b.txt", "odd[1].txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "deep/er/d.txt", "odd[1].txt"]),
        ("de*", ["deep/c.html", "deep/er/d.txt"]),
        ("**/*", ["a.txt", "b.txt", "deep/c.html", "deep/er/d.txt", "odd[1].txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        (".*.txt", [".hidden.txt"]),
        ("odd[1].txt", ["odd[1].txt"]),  # it exists under that very name
    ],
)
def test_a_glob_is_what_it_matches_each_once(folder: Path, pattern: str, expected: list[str]) -> None:
    assert _below(folder, folder / pattern) == expected


@pytest.mark.parametrize("path", ["gone.txt", "*.pdf", "gone/**"])
def test_what_leads_nowhere_is_refused_by_name(folder: Path, path: str) -> None:
    with pytest.raises(NoSuchInput, match=r"gone|pdf"):
        _found(folder / path)


def test_links_that_run_in_a_circle_are_followed_once(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "deep" / "same").symlink_to(folder / "deep")
    assert _below(folder, folder) == ["a.txt", "b.txt", "deep/c.html", "deep/er/d.txt", "odd[1].txt"]
    assert sorted(_below(folder, folder / "**" / "*.html")) == ["deep/c.html"]


def test_what_is_no_file_in_a_folder_is_dropped_and_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "broken").symlink_to(folder / "nowhere")
    assert [one for one in _below(folder, folder) if "not-a-file" in one] == ["not-a-file broken", "not-a-file pipe"]


def test_folders_are_entered_so_deep_and_no_deeper(folder: Path) -> None:
    limits = msgspec.structs.replace(LIMITS, folder_depth=2)
    assert _below(folder, folder, limits=limits) == ["a.txt", "b.txt", "deep/c.html", "too-deep deep/er", "odd[1].txt"]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    assert _found(tmp_path) == [f"empty {tmp_path}"]
