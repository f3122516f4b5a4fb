import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Rain fell in the hills on Sunday, and the river rose by a metre, officials in the valley said on Monday.\n"


def _dateline(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "dateline", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "160"},
        timeout=120,
        check=False,
    )


def test_standard_input_becomes_one_line_and_exit_code_0() -> None:
    done = _dateline("read", "-", stdin=STORY.encode())
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    article = json.loads(line)["article"]
    assert article["text"] == STORY.strip()
    assert article["path"] == "-"
    assert b"1 article" in done.stderr


def test_something_dropped_is_exit_code_1_and_is_told() -> None:
    done = _dateline("read", "-", stdin=b"")
    assert done.returncode == 1
    assert json.loads(done.stdout)["dropped"][0]["reason"] == "empty"
    assert b"1 dropped: empty 1" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read"], b"PATH"),
        (["read", "no/such/file"], b"no/such/file"),
        (["read", "-", "--as", "tablet"], b"tablet"),
        (["read", "-", "--set", "read.page_bytes=none"], b"page_bytes"),
        (["read", "-", "--settings", "none.toml"], b"none.toml"),
        (["reed"], b"reed"),
    ],
)
def test_misuse_is_exit_code_2_with_one_clear_line(arguments: list[str], told: bytes) -> None:
    done = _dateline(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert b"Traceback" not in done.stderr
    assert not done.stdout


def test_the_table_shows_articles_and_drops(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    done = _dateline("read", "--format", "table", str(tmp_path))
    shown = done.stdout.decode()
    assert "Rain fell in the hills" in shown
    assert "empty" in shown
    assert done.returncode == 1


def test_a_reader_of_our_output_may_leave_early(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"{STORY} {n}"}) for n in range(3000)), encoding="utf-8")
    command = f"{sys.executable} -m dateline read {tmp_path} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)  # noqa: S603, S607
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_the_schema_that_is_printed_fits_what_is_written() -> None:
    import jsonschema

    schema = json.loads(_dateline("schema").stdout)
    for line in _dateline("read", "-", stdin=STORY.encode()).stdout.splitlines():
        jsonschema.validate(json.loads(line), schema)


def test_an_ontology_is_checked(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "src/dateline/ontology/plover.yaml"
    done = _dateline("ontology", "check", str(shipped))
    assert (done.returncode, b"16 types, 68 modes, 37 contexts; sound" in done.stdout) == (0, True)
    (tmp_path / "own.yaml").write_text(shipped.read_text(encoding="utf-8").replace("quad: 1", "quad: 7"), encoding="utf-8")
    done = _dateline("ontology", "check", str(tmp_path / "own.yaml"))
    assert (done.returncode, b"need a quad out of" in done.stderr) == (2, True)
