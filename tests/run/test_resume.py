import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

STORY = "Kenyan soldiers arrested {n} Somali traders near Garissa on Monday, the army said. Protesters then blocked the road to Dadaab.\n"
SECONDS = 120


def dateline(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A run that hears Ctrl-C even where these tests, started in the background of a script, do not."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return subprocess.Popen([sys.executable, "-m", "dateline", *map(str, arguments)], stderr=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
    finally:
        signal.signal(signal.SIGINT, before)


def code(out: Path, *arguments: str | Path, code: int = 0) -> str:
    run = dateline("code", "--out", out, "--processes", "1", *arguments)
    _, told = run.communicate(timeout=SECONDS)
    assert run.returncode == code, told
    return told.decode()


def story(n: int) -> str:
    return json.dumps({"id": str(n), "text": STORY.format(n=n + 2), "published": "2021-07-07"}) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(map(story, range(3))), encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")  # a drop
    (folder / "c.jsonl").write_text("".join(map(story, range(3, 203))), encoding="utf-8")
    (folder / "d.jsonl").write_text("".join(map(story, range(203, 206))), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], bytes]:
    held: dict[str, bytes] = {}

    def of(folder: Path, form: str) -> bytes:
        """What one run without interruption writes for the folder of the fixture, whose lines say where it stood."""
        if form not in held:
            out = tmp_path_factory.mktemp("unbroken") / "out"
            code(out, "--format", form, folder, code=1)
            held[form] = out.read_bytes().replace(str(folder).encode(), b"FOLDER")
        return held[form].replace(b"FOLDER", str(folder).encode())

    return of


def stopped(out: Path, how: signal.Signals, *arguments: str | Path) -> int:
    """A run that is stopped in the midst of its work; its exit code."""
    run = dateline("code", "--out", out, *arguments)
    part = out.with_name(f"{out.name}.part.manifest")
    until = time.monotonic() + SECONDS
    while not (part.exists() and part.read_bytes().count(b"\n") > 4) and time.monotonic() < until:
        assert run.poll() is None, "it was done before it could be stopped"
        time.sleep(0.02)
    run.send_signal(how)
    run.communicate(timeout=SECONDS)
    return run.returncode


@pytest.mark.parametrize(("form", "processes"), [("jsonl", "1"), ("csv", "2")])
def test_a_killed_run_goes_on_and_ends_as_an_unbroken_one(
    folder: Path, tmp_path: Path, unbroken: Callable[[Path, str], bytes], form: str, processes: str
) -> None:
    out = tmp_path / "out"
    options = ("--format", form, "--processes", processes, folder)
    assert stopped(out, signal.SIGKILL, *options) == -signal.SIGKILL
    assert not out.exists()
    part = tmp_path / "out.part"
    done = part.stat().st_size
    assert done > 0
    with part.open("ab") as torn:
        torn.write(b'{"half a li')
    told = code(out, "--format", form, folder, code=1)
    assert out.read_bytes() == unbroken(folder, form)
    assert "206 articles, 1 dropped: empty 1" in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out", "out.manifest"]


def test_ctrl_c_leaves_a_run_that_can_be_taken_up(folder: Path, tmp_path: Path, unbroken: Callable[[Path, str], bytes]) -> None:
    out = tmp_path / "out"
    assert stopped(out, signal.SIGINT, folder) == 130
    code(out, folder, code=1)
    assert out.read_bytes() == unbroken(folder, "jsonl")


def test_what_is_done_is_not_done_again(folder: Path, tmp_path: Path) -> None:
    (folder / "c.jsonl").unlink()
    out = tmp_path / "out"
    told = code(out, folder, code=1)
    before = out.stat()
    assert code(out, folder, code=1) == told
    assert out.stat().st_mtime_ns == before.st_mtime_ns
    # A line of the old file is changed in its bytes and not in its length: if it is still there, nobody coded that input again.
    out.write_bytes(out.read_bytes().replace(b"Garissa", b"Gorissa", 1))
    (folder / "aa.jsonl").write_text(story(900), encoding="utf-8")
    (folder / "d.jsonl").unlink()
    assert "4 articles" in code(out, folder, code=1)
    lines = out.read_bytes().splitlines()
    assert [json.loads(line)["article"] and json.loads(line)["article"]["key"] for line in lines] == ["0", "1", "2", "900", None]
    assert b"Gorissa" in lines[0]


def test_an_input_that_changed_is_coded_again(tmp_path: Path) -> None:
    file, out = tmp_path / "a.jsonl", tmp_path / "out"
    file.write_text(story(1), encoding="utf-8")
    code(out, file)
    file.write_text(story(1) + story(2), encoding="utf-8")
    code(out, file)
    assert [json.loads(line)["article"]["key"] for line in out.read_bytes().splitlines()] == ["1", "2"]


def test_other_options_and_other_peoples_files_are_refused(tmp_path: Path) -> None:
    file, out = tmp_path / "a.jsonl", tmp_path / "out"
    file.write_text(story(1), encoding="utf-8")
    code(out, file)
    assert "other options" in code(out, "--format", "csv", file, code=2)
    assert "other options" in code(out, "--today", "2022-01-01", file, code=2)
    mine = tmp_path / "mine.csv"
    shutil.copy(file, mine)
    assert "not as `dateline code` wrote it" in code(mine, file, code=2)
    assert mine.read_bytes() == file.read_bytes()
    assert "for the terminal" in code(tmp_path / "new", "--format", "table", file, code=2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="locks are those of Unix")
def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    import fcntl

    file, out = tmp_path / "a.jsonl", tmp_path / "out"
    file.write_text(story(1), encoding="utf-8")
    with (tmp_path / "out.part").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "another run" in code(out, file, code=2)


def test_a_run_stopped_between_its_last_two_steps_is_settled(tmp_path: Path) -> None:
    file, out = tmp_path / "a.jsonl", tmp_path / "out"
    file.write_text(story(1), encoding="utf-8")
    code(out, file)
    (tmp_path / "out.manifest").rename(tmp_path / "out.part.manifest")
    before = out.stat().st_mtime_ns
    code(out, file)
    assert (out.stat().st_mtime_ns, (tmp_path / "out.manifest").exists()) == (before, True)


def test_an_output_among_the_inputs_is_not_read(folder: Path) -> None:
    for name in ("c.jsonl", "d.jsonl"):
        (folder / name).unlink()
    out = folder / "out.jsonl"
    told = code(out, folder, code=1)
    before = out.read_bytes()
    assert code(out, folder, code=1) == told
    assert out.read_bytes() == before
    assert "besides the output" in code(out, out, code=2)
