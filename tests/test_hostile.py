"""Pages that mean harm, and pages that had an accident: each ends within its limits, with a reason, and the run goes on."""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

GOOD: Final = "Rain fell in the hills on Sunday, and the river rose by a metre, officials in the valley said on Monday.\n"
SECONDS: Final = 60  # for one page, on a slow machine: code that is not bounded takes hours, or all memory
MEGABYTES: Final = 1_500

# The program, which says at its end how much memory it held at most. What the system tells of a child counts its parent's memory in.
WATCHED: Final = """
import atexit, pathlib, sys
from dateline.views.cli import main
status = pathlib.Path("/proc/self/status")
atexit.register(lambda: status.exists() and sys.stderr.write(status.read_text()))
main()
"""

ENTITY_BOMB: Final = (
    b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    + b"]><nitf><body><body.content><p>&a11;</p></body.content></body></nitf>"
)
PARAGRAPH: Final = b"<p>Two soldiers were wounded on Monday when a patrol came under fire near the river, the army said.</p>"


def _sparse(file: Path, size: int, head: bytes) -> None:
    with file.open("wb") as out:
        out.write(head)
        out.truncate(size)


HOSTILE: Final[dict[str, Callable[[Path], object]]] = {
    "huge.html": lambda f: _sparse(f, 200_000_000, b"<html><body><p>x"),
    "huge.txt": lambda f: f.write_bytes(b"All quiet. " * 15_000_000),
    "deep.html": lambda f: f.write_bytes(b"<div>" * 100_000 + PARAGRAPH),
    "deep-inline.html": lambda f: f.write_bytes(b"<b><i>" * 50_000 + PARAGRAPH),
    "deep-table.html": lambda f: f.write_bytes(b"<table><tr><td>" * 30_000 + PARAGRAPH),
    "bomb.html.gz": lambda f: f.write_bytes(gzip.compress(gzip.compress(bytes(300_000_000), 9), 9)),
    "nul.txt": lambda f: f.write_bytes(b"Two\x00 soldiers\x00 were wounded\x00 on Monday.\n" * 10),
    "picture.html": lambda f: f.write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(5000)),
    "noise.html": lambda f: f.write_bytes(b"<html>" + bytes(range(256)) * 400),
    "entities.xml": lambda f: f.write_bytes(ENTITY_BOMB),
    "empty-tags.html": lambda f: f.write_bytes(b"<i></i>" * 1_000_000),
    "attributes.html": lambda f: f.write_bytes(b"<p " + b" ".join(b"a%d=x" % n for n in range(200_000)) + b">x</p>"),
    "long-attribute.html": lambda f: f.write_bytes(b"<p title='" + b"x" * 4_000_000 + b"'>x</p>"),
    "open-comment.html": lambda f: f.write_bytes(b"<html><!-- " + b"<p>- -" * 500_000),
    "open-script.html": lambda f: f.write_bytes(b"<script>" + b"</scrip" * 500_000),
    "json-ld.html": lambda f: f.write_bytes(b'<script type="application/ld+json">' + b'{"a":[' * 100_000 + b"</script>" + PARAGRAPH * 5),
    "many-paragraphs.html": lambda f: f.write_bytes(b"<article>" + b"<p>word</p>" * 100_000),
    "many-links.html": lambda f: f.write_bytes(b"<article>" + b"<a href=x>read more</a> " * 60_000),
    "one-line.txt": lambda f: f.write_bytes(b"a, b. " * 300_000),
    "empty-lines.txt": lambda f: f.write_bytes(b"\n \n" * 400_000),
    "commas.txt": lambda f: f.write_bytes(b"A," * 150_000 + b"(" * 20_000),
    "deep.json": lambda f: f.write_bytes(b'{"text":' + b"[" * 100_000),
    "wide.csv": lambda f: f.write_bytes(b'text\n"' + b"x," * 4_000_000),
    "mixed.html": lambda f: f.write_bytes(
        b"<html><meta charset=utf-16><body>" + "Café à Zürich. ".encode("cp1252") * 9 + "Ünïcode. ".encode() * 9
    ),
}


@pytest.fixture(params=sorted(HOSTILE))
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    HOSTILE[request.param](folder / request.param)
    (folder / "zz-good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_every_hostile_page_ends_within_its_limits_and_the_run_goes_on(hostile: Path) -> None:
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", WATCHED, "read", "--format", "jsonl", str(hostile)], capture_output=True, timeout=SECONDS * 2, check=False
    )
    assert done.returncode in (0, 1), done.stderr.decode()[-800:]
    assert time.monotonic() - started < SECONDS
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(found) >= 2, "the hostile page vanished without a word"
    assert found[-1]["article"]["text"] == GOOD.strip()
    assert all(one["article"] or one["dropped"][0]["reason"] for one in found)
    if sys.platform == "linux":
        assert int(done.stderr.rsplit(b"VmHWM:", 1)[1].split()[0]) < MEGABYTES * 1024
