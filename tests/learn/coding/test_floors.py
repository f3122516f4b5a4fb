"""What the coder must not fall below on the gold that we may see. Lowering a floor needs a reason in the commit."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

WIRE = {"wire score": 0.86, "detection": 0.88, "origin": 0.83, "status": 0.92, "actors": 0.89}
TYPES = {"gsr": (0.70, "plover_gsr/records.json"), "plv": (0.69, "plv/dev.tsv")}


def scorer(shared: Path, name: str, *given: str | Path) -> str:
    return subprocess.run([sys.executable, shared / "tools" / name, *given], check=True, capture_output=True, text=True).stdout  # noqa: S603 - the scorers that come with the gold


def coded(rows: str, folder: Path) -> Path:
    (folder / "rows.jsonl").write_text(rows, encoding="utf-8")
    run = [sys.executable, "-m", "dateline", "code", "--format", "jsonl", str(folder / "rows.jsonl")]
    done = subprocess.run(run, check=False, capture_output=True, text=True)  # noqa: S603 - our own command
    assert done.returncode in {0, 1}, done.stderr  # 1: a row was dropped, with its reason
    (folder / "coded.jsonl").write_text(done.stdout, encoding="utf-8")
    return folder / "coded.jsonl"


def last_number(line: str) -> float:
    return float(re.findall(r"\d\.\d+", line)[-1])


def test_wire_stories_stay_above_their_floors(shared: Path, tmp_path: Path) -> None:
    gold = shared / "cases/wire"
    printed = scorer(shared, "score_wire.py", gold, coded(scorer(shared, "score_wire.py", gold), tmp_path))
    found = {name: last_number(line) for line in printed.splitlines() for name in WIRE if line.startswith(name)}
    assert all(found[name] >= floor for name, floor in WIRE.items()), printed


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_types_of_sentences_stay_above_their_floors(kind: str, shared: Path, tmp_path: Path) -> None:
    floor, file = TYPES[kind]
    gold = shared / "gold" / file
    rows = scorer(shared, "score_sentences.py", "input", kind, gold)
    printed = scorer(shared, "score_sentences.py", "score", kind, gold, coded(rows, tmp_path))
    assert last_number(printed.splitlines()[-1]) >= floor, printed
