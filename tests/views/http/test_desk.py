import datetime as dt
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Final

import pytest

from dateline.read.limits import ReadLimits
from dateline.records import Page
from dateline.run.recipe import Recipe
from dateline.views.http.bench import PAGES, Order, bench
from dateline.views.http.desk import Desk
from dateline.views.http.problems import Refused

DAY: Final = dt.date(2024, 5, 2)
STORY: Final = "Kenyan soldiers arrested five Somali traders near Garissa on Monday, the army said."


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    desk = Desk(partial(bench, Recipe(), ReadLimits()), seconds=60)
    yield desk
    desk.close()


def test_a_pasted_text_is_coded(desk: Desk) -> None:
    (coded,) = desk.code(Order(today=DAY, page=Page(path="pasted", content=STORY.encode(), form="text")))
    assert [claim.type for claim in coded.document.claims] == ["COERCE"]


def test_a_file_is_what_its_name_says(desk: Desk) -> None:
    found = desk.code(Order(today=DAY, file=f"title,text\nOne,{STORY!r}\nTwo,{STORY!r}\n".encode(), name="a.csv"))
    assert [coded.document.article is not None for coded in found] == [True, True]


def test_a_file_of_many_pages_is_cut_and_says_so(desk: Desk) -> None:
    found = desk.code(Order(today=DAY, file=b'{"text": "Drones hit."}\n' * (PAGES + 5), kind="jsonl"))
    assert len(found) == PAGES + 1
    assert found[-1].document.dropped[0].reason == "too-many-pages"


@pytest.mark.parametrize("file", [b"", b"\0" * 100, b"\x1f\x8b\x08", b"<" * 100_000, b"%PDF-1.7", b"WARC/1.0\r\n"])
def test_a_hostile_file_is_a_drop_with_a_reason(desk: Desk, file: bytes) -> None:
    assert all(coded.document.article or coded.document.dropped for coded in desk.code(Order(today=DAY, file=file)))


def test_no_name_opens_a_file(desk: Desk) -> None:
    for name in ("/etc/passwd", "../../etc/hosts", "file:///etc/passwd"):
        (coded,) = desk.code(Order(today=DAY, file=STORY.encode(), name=name))
        assert coded.document.article is not None
        assert coded.document.article.text.strip() == STORY


def children() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid]


def test_a_process_that_dies_or_hangs_costs_one_order_at_most() -> None:
    before = set(children())
    desk = Desk(partial(bench, Recipe(), ReadLimits()), seconds=2)
    order = Order(today=DAY, page=Page(path="pasted", content=STORY.encode(), form="text"))
    assert desk.code(order)[0].document.claims
    (worker,) = set(children()) - before
    os.kill(worker, signal.SIGSTOP)  # stands for C code that never returns
    assert desk.code(order)[0].document.dropped[0].reason == "too-slow"
    assert desk.code(order)[0].document.claims
    (worker,) = set(children()) - before
    os.kill(worker, signal.SIGKILL)
    time.sleep(0.2)
    assert desk.code(order)[0].document.claims
    desk.close()
    assert set(children()) == before


def test_more_than_can_wait_are_refused() -> None:
    before = set(children())
    desk = Desk(partial(bench, Recipe(), ReadLimits()), seconds=2)
    order = Order(today=DAY, page=Page(path="pasted", content=STORY.encode(), form="text"))
    desk.code(order)
    (worker,) = set(children()) - before
    os.kill(worker, signal.SIGSTOP)
    threads = [Thread(target=desk.code, args=(order,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.3)
    with pytest.raises(Refused):
        desk.code(order)
    for thread in threads:
        thread.join()
    desk.close()


def test_a_wrong_option_is_told_to_the_log_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "triggers.csv").write_text("no,such,table\n")
    desk = Desk(partial(bench, Recipe(lexicon=tmp_path), ReadLimits()), seconds=60)
    with pytest.raises(Refused) as refused:
        desk.code(Order(today=DAY, file=STORY.encode()))
    desk.close()
    assert refused.value.status == 503
    assert str(tmp_path) not in refused.value.detail
    assert str(tmp_path) in caplog.text
