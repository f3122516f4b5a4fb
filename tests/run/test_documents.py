import datetime as dt
import gzip
from pathlib import Path

import msgspec
import pytest

from dateline.config import RunSettings, Settings
from dateline.errors import NoSuchInput
from dateline.records import Document, Dropped, to_json
from dateline.run.documents import documents
from dateline.run.tally import Tally

TODAY = dt.date(2026, 6, 1)
STORY = """Tamar Bridge, Mar 4 (Delta Wire).- Two soldiers were wounded on Monday when their patrol came under fire, the army said.

The governor told reporters that the shots came from the other bank. Nobody has claimed the attack.
"""


def _run(*paths: Path, settings: Settings | None = None) -> list[Document]:
    return list(documents([str(path) for path in paths], settings=settings or Settings(), today=TODAY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(STORY.replace("Two", "Three").encode()))
    (tmp_path / "e.jsonl").write_text(
        '{"id": "k1", "text": "Rain fell in the hills on Sunday, and the river rose."}\n{"id": \n', encoding="utf-8"
    )
    return tmp_path


def test_what_goes_in_can_be_counted_in_what_comes_out(folder: Path) -> None:
    found = _run(folder)
    assert [bool(document.article) for document in found] == [True, False, False, True, True, False]
    assert all(document.article or document.dropped for document in found)
    assert [drop.reason for document in found for drop in document.dropped] == ["empty", "binary", "bad-json"]


def test_a_rerun_writes_the_same_bytes(folder: Path) -> None:
    assert [to_json(document) for document in _run(folder)] == [to_json(document) for document in _run(folder)]


@pytest.mark.parametrize("batch_bytes", [1, 300, 10**6])
def test_many_processes_give_what_one_gives_in_the_same_order(folder: Path, batch_bytes: int) -> None:
    pooled = Settings(run=RunSettings(workers=2, batch_bytes=batch_bytes))
    assert _run(folder, settings=pooled) == _run(folder)


def test_a_path_that_leads_nowhere_stops_the_run_before_it_starts(folder: Path) -> None:
    with pytest.raises(NoSuchInput, match="nowhere"):
        documents([str(folder / "a.txt"), str(folder / "nowhere")], settings=Settings(), today=TODAY)


def test_the_text_is_title_and_body_and_spans_stay_inside(folder: Path) -> None:
    for document in _run(folder):
        if article := document.article:
            body = article.body.within(article.text)
            assert article.text == (f"{article.title}\n\n{body}" if article.title else body)
            if article.dateline:
                assert article.text[article.dateline.start : article.dateline.end] == article.dateline.text


def test_a_page_that_takes_too_long_is_dropped_and_the_run_goes_on(folder: Path) -> None:
    (folder / "a.txt").write_text((STORY + "\n") * 5_000, encoding="utf-8")
    hurried = Settings(extract=msgspec.structs.replace(Settings().extract, seconds=0.001))
    assert [drop.reason for drop in _run(folder / "a.txt", settings=hurried)[0].dropped] == ["too-slow"]


def test_a_tally_tells_what_was_dropped_and_why() -> None:
    tally = Tally()
    assert str(tally) == "0 articles, nothing dropped"
    for reason in ("empty", "binary", "empty"):
        tally.add(Document(article=None, dropped=(Dropped(path="x", stage="read", reason=reason),)))
    assert str(tally) == "0 articles, 3 dropped: binary 1, empty 2"
