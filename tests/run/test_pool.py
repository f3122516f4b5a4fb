import datetime as dt
import json
import multiprocessing
import os
import signal
from itertools import count
from pathlib import Path

import msgspec
import pytest

from dateline.errors import UsageError
from dateline.extract.limits import ExtractLimits
from dateline.read.limits import ReadLimits
from dateline.records import Document, to_json
from dateline.run.recipe import Recipe
from dateline.run.spread import Sources, spread

TODAY = dt.date(2026, 6, 1)
STORY = "Kenyan soldiers arrested {n} Somali traders near Garissa on Monday, the army said."


def sources(folder: Path, stories: int, *, long: int = 0) -> Sources:
    """A file of stories, of which the second and those after it are `long`, and a last line that is none."""
    file = folder / "rows.jsonl"
    texts = (STORY.format(n=n + 2) + "\n\n" + (STORY.format(n=n) + "\n\n") * (300 if 0 < n <= long else 0) for n in range(stories))
    lines = (json.dumps({"id": str(n), "text": text, "published": "2021-07-07"}) for n, text in enumerate(texts))
    file.write_text("\n".join([*lines, "{"]), encoding="utf-8")
    return Sources(found=[str(file)], limits=ReadLimits())


def coded(held: Sources, processes: int | None, recipe: Recipe | None = None) -> list[Document]:
    return [document for _, document in spread(held.pages(), recipe or Recipe(), today=TODAY, processes=processes)]


def test_any_number_of_processes_gives_the_same_bytes_in_the_order_of_the_input(tmp_path: Path) -> None:
    held = sources(tmp_path, 24)
    one = [to_json(document) for document in coded(held, 1)]
    assert len(one) == 25
    assert sum(len(document.claims) for document in coded(held, 1)) >= 24
    assert [to_json(document) for document in coded(held, 3)] == one
    assert [to_json(document) for document in coded(held, None)] == one


def test_a_worker_that_dies_costs_what_it_had_in_hand_and_says_so(tmp_path: Path) -> None:
    held = sources(tmp_path, 20, long=2)
    running = spread(held.pages(), Recipe(), today=TODAY, processes=2)
    found = [next(running)[1]]
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    found += [document for _, document in running]
    lost = [drop for document in found for drop in document.dropped if drop.stage == "run"]
    assert len(found) == 21
    assert 1 <= len(lost) <= 2
    assert {drop.reason for drop in lost} == {"crashed"}
    assert "SIGKILL" in lost[0].detail
    assert "rows.jsonl#" in lost[0].path
    assert sum(document.article is not None for document in found) == 20 - len(lost)


def test_a_worker_that_hangs_is_ended(tmp_path: Path) -> None:
    held = sources(tmp_path, 20, long=2)
    running = spread(held.pages(), Recipe(limits=msgspec.structs.replace(ExtractLimits(), seconds=3.0)), today=TODAY, processes=2)
    found = [next(running)[1]]
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGSTOP)  # stands for C code that never returns
    found += [document for _, document in running]
    assert {drop.reason for document in found for drop in document.dropped if drop.stage == "run"} == {"too-slow"}
    assert len(found) == 21


def test_input_is_read_no_faster_than_it_is_coded(tmp_path: Path) -> None:
    held = sources(tmp_path, 400)
    counter = count()
    placed = ((at, page) for at, page in held.pages() if next(counter) >= 0)
    running = spread(placed, Recipe(), today=TODAY, processes=2)
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert next(counter) < 100
    assert not multiprocessing.active_children()


def test_a_wrong_option_is_told_by_the_worker_as_by_one_process(tmp_path: Path) -> None:
    for processes in (1, 2):
        with pytest.raises(UsageError, match="need a language engine"):
            coded(sources(tmp_path, 3), processes, Recipe(engine="klingon"))
