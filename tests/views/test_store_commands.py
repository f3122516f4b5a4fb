import csv
import io
import json
import os
import random
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from dateline import records
from dateline.errors import UsageError
from dateline.store.queries.articles import documents
from dateline.store.store import Store
from dateline.views.cli import cli
from dateline.views.columns import COLUMNS
from dateline.views.export_command import _FORMATS

STORY = "Kenyan soldiers arrested {n} Somali traders near Garissa on Monday, the army said.\n"
SECONDS = 120
PAGES = 300


def dateline(*arguments: str | Path, code: int = 0) -> Result:
    done = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert done.exit_code == code, (done.output, done.exception)
    return done


def stories(folder: Path, *numbers: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in numbers:
        (folder / f"{n}.jsonl").write_text(json.dumps({"id": str(n), "text": STORY.format(n=n + 2), "published": "2021-07-07"}) + "\n")
    return folder


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three coded stories."""
    folder = tmp_path_factory.mktemp("held")
    dateline("add", "--store", folder / "store.sqlite", stories(folder / "in", 1, 2, 3))
    return folder / "store.sqlite"


def test_add_codes_what_is_new_and_says_so(tmp_path: Path) -> None:
    store, folder = tmp_path / "store.sqlite", stories(tmp_path / "in", 1, 2)
    assert "2 articles are new" in dateline("add", "--store", store, folder).stderr
    stories(folder, 3)
    told = dateline("add", "--store", store, folder).stderr
    assert "1 articles are new, 2 were there already" in told


def test_add_takes_coded_lines_as_they_are(tmp_path: Path) -> None:
    coded = dateline("code", "--format", "jsonl", stories(tmp_path / "in", 1, 2)).stdout
    (tmp_path / "coded.jsonl").write_text(coded, encoding="utf-8")
    dateline("add", "--store", tmp_path / "store.sqlite", "--maker", "mine", tmp_path / "coded.jsonl")
    with Store.open(tmp_path / "store.sqlite") as store:
        assert [records.to_json(one).decode() for one in documents(store)] == coded.splitlines()
    assert dateline("export", "--store", tmp_path / "store.sqlite", "--format", "jsonl", "--quiet").stdout == coded


def test_list_filters_counts_and_pages(held: Path) -> None:
    assert dateline("list", "--store", held, "--count", "--type", "COERCE", "--actor", "KEN MIL").stdout == "3\n"
    assert dateline("list", "--store", held, "--count", "--actor", "SOM").stdout == "0\n"
    first = dateline("list", "--store", held, "--limit", "2", "--format", "jsonl")
    cursor = first.stderr.split("--after ")[1].strip()
    rest = dateline("list", "--store", held, "--limit", "2", "--format", "jsonl", "--after", cursor)
    ids = [json.loads(line)["claim"]["id"] for line in (first.stdout + rest.stdout).splitlines()]
    assert len(set(ids)) == 3
    assert "COERCE arrest" in dateline("list", "--store", held, "--format", "table").stdout
    assert len(dateline("list", "--store", held, "--articles", "--format", "jsonl").stdout.splitlines()) == 3


def test_show_tells_the_sentence_the_maker_and_gives_the_page_back(held: Path) -> None:
    told = json.loads(dateline("list", "--store", held, "--limit", "1", "--format", "jsonl").stdout)
    shown = dateline("show", "--store", held, told["claim"]["id"]).stdout
    for word in ("Kenyan soldiers arrested", "KEN MIL", "coded", "dateline", "holds now"):
        assert word in shown
    assert dateline("show", "--store", held, told["article"]["id"]).stdout.count(told["claim"]["id"]) == 1
    assert b"Kenyan soldiers" in dateline("show", "--store", held, told["claim"]["id"], "--page").stdout_bytes
    missing = CliRunner().invoke(cli, ["show", "--store", str(held), "c-none"])
    assert "no claim and no article c-none" in str(missing.exception)


@pytest.mark.parametrize("form", _FORMATS)
def test_every_format_is_written_and_says_what_it_leaves_out(held: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"claims.{form}"
    told = dateline("export", "--store", held, "--format", form, "--out", out).stderr
    assert f"{0 if form == 'ucdp' else 3} of 3 claims, from 3 articles, as {form}" in told
    assert "no place for: who coded it and when" in told
    assert out.stat().st_size or form == "ucdp"
    assert not out.with_name(f"{out.name}.part").exists()


def test_csv_parquet_and_geojson_tell_the_same(held: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(dateline("export", "--store", held, "--quiet").stdout)))
    assert list(rows[0]) == list(COLUMNS)
    dateline("export", "--store", held, "--format", "parquet", "--out", tmp_path / "x.parquet")
    parquet = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [str(row["when_first"]) for row in parquet] == [row["when_first"] for row in rows]
    features = json.loads(dateline("export", "--store", held, "--format", "geojson", "--quiet").stdout)["features"]
    assert [one["geometry"]["coordinates"] for one in features] == [[float(row["where_lon"]), float(row["where_lat"])] for row in rows]


def test_a_narrow_terminal_breaks_no_days(held: Path) -> None:
    command = [sys.executable, "-m", "dateline", "list", "--store", str(held), "--format", "table"]
    for columns, shown in ((80, False), (160, True)):
        terminal = os.environ | {"COLUMNS": str(columns), "FORCE_COLOR": "1"}
        told = subprocess.run(command, capture_output=True, check=True, env=terminal).stdout.decode()  # noqa: S603
        assert "2021-07-05" in told
        assert ("on whose word" in told) == shown


def test_the_doctor_tells_evidence_that_rotted_and_a_file_that_did(held: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    shutil.copy(held, store)
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE pages SET content = zeroblob(9) WHERE no = 1")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'records'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    assert "! pages whose bytes are not as they were read" in dateline("doctor", "--store", store, code=1).stdout
    with store.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    assert "! reading on" in dateline("doctor", "--store", store, code=1).stdout
    with pytest.raises(UsageError, match="malformed"):
        CliRunner().invoke(cli, ["export", "--store", str(store)], catch_exceptions=False)


def limited(kilobytes: int, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """The command on a disk that takes no file larger than that."""
    command = shlex.join([sys.executable, "-m", "dateline", *map(str, arguments)])
    return subprocess.run(["bash", "-c", f"ulimit -f {kilobytes}; {command}"], capture_output=True, check=False, text=True)  # noqa: S603, S607


def test_a_full_disk_is_told_and_leaves_a_whole_store(tmp_path: Path) -> None:
    store, coded = tmp_path / "store.sqlite", tmp_path / "coded.jsonl"
    lines = dateline("code", "--format", "jsonl", stories(tmp_path / "in", 1)).stdout
    ids = (lines.replace(json.loads(lines)["article"]["id"], f"a-{number}") for number in range(3000))
    coded.write_text("".join(ids), encoding="utf-8")
    told = limited(1500, "add", "--store", store, coded)
    assert told.returncode == 2
    assert "what was kept is whole" in told.stderr
    assert "Traceback" not in told.stderr
    assert "all is well" in dateline("doctor", "--store", store).stdout
    dateline("add", "--store", store, coded)
    assert dateline("list", "--store", store, "--count").stdout == "3000\n"
    told = limited(100, "export", "--store", store, "--out", tmp_path / "claims.csv")
    assert (told.returncode, "Traceback" in told.stderr) == (2, False)
    assert [one.name for one in tmp_path.glob("claims*")] == []


def test_the_doctor_is_content(held: Path) -> None:
    assert "all is well" in dateline("doctor", "--store", held).stdout


def test_a_killed_run_is_whole_and_goes_on(tmp_path: Path) -> None:
    store, file = tmp_path / "store.sqlite", tmp_path / "in.jsonl"
    lines = [json.dumps({"id": str(n), "text": STORY.format(n=n + 2), "published": "2021-07-07"}) for n in range(PAGES)]
    file.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "add", "--store", str(store), "--processes", "1", str(file)]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603
    until = time.monotonic() + SECONDS
    while run.poll() is None and _articles(store) == 0 and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(random.uniform(0, 0.3))
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    done = _articles(store)
    assert done > 0
    assert "all is well" in dateline("doctor", "--store", store).stdout
    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()  # noqa: S603
    assert f"{PAGES - done} articles are new" in told or done == PAGES
    assert _articles(store) == PAGES


def _articles(store: Path) -> int:
    if not store.exists() or not store.stat().st_size:
        return 0
    done = CliRunner().invoke(cli, ["list", "--store", str(store), "--articles", "--limit", "1000", "--format", "jsonl"])
    return len(done.stdout.splitlines()) if done.exit_code == 0 else 0


def test_numbers_that_no_database_holds_are_told_with_their_line(tmp_path: Path) -> None:
    coded = json.loads(dateline("code", "--format", "jsonl", stories(tmp_path / "in", 1)).stdout)
    for field, wrong in (("quad", 99_999), ("where", {"text": "x", "basis": "y", "geonameid": 10**25})):
        claims = [{**claim, field: wrong} for claim in coded["claims"]]
        (tmp_path / "wrong.jsonl").write_text(json.dumps({**coded, "claims": claims}) + "\n", encoding="utf-8")
        done = CliRunner().invoke(cli, ["add", "--store", str(tmp_path / "store.sqlite"), str(tmp_path / "wrong.jsonl")])
        assert field in str(done.exception)


def test_what_is_no_unicode_is_refused(tmp_path: Path) -> None:
    held = tmp_path / "store.sqlite"
    dateline("add", "--store", held, stories(tmp_path / "in", 1))
    for words in (("list", "--actor", "\udcff"), ("show", "\udcff")):
        done = CliRunner().invoke(cli, [words[0], "--store", str(held), *words[1:]])
        assert isinstance(done.exception, UsageError), done.exception
