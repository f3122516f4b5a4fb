import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Kenyan soldiers arrested two Somali traders near Garissa on Monday, the army said."


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="terminals are those of Unix")
@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_drawn_on_a_terminal_alone_and_never_among_the_records(tmp_path: Path, terminal: bool) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps({"text": STORY, "id": str(n)}) + "\n" for n in range(3)), encoding="utf-8")
    master, slave = os.openpty()
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-m", "dateline", "code", "--format", "jsonl", str(file)],
        stdout=subprocess.PIPE,
        stderr=slave if terminal else subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120"},
        timeout=120,
        check=True,
    )
    os.close(slave)
    told = os.read(master, 100_000).decode() if terminal else done.stderr.decode()
    os.close(master)
    assert ("articles/s" in told) is terminal
    assert ("of 1 files" in told) is terminal
    assert "3 claims from 3 articles" in told
    assert [json.loads(line)["article"]["key"] for line in done.stdout.splitlines()] == ["0", "1", "2"]
