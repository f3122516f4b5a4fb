import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.errors import NoSuchInput, UsageError
from dateline.views.api import Text

STORY = "Kenyan soldiers arrested two Somali traders near Garissa on Monday, the army said."
DAY = dt.date(2021, 7, 7)


@pytest.fixture(scope="module")
def coder() -> dateline.Coder:
    return dateline.load()


def test_importing_loads_nothing_else() -> None:
    told = (
        "import sys, dateline; print([m for m in sys.modules if m.split('.')[0] in {'numpy', 'onnxruntime', 'click', 'rich', 'msgspec'}])"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.strip() == b"[]"


def test_every_name_that_is_offered_is_there() -> None:
    assert all(getattr(dateline, name) for name in dateline.__all__)
    assert set(dateline.__all__) <= set(dir(dateline))
    with pytest.raises(AttributeError, match="no attribute 'laod'"):
        getattr(dateline, "laod")  # noqa: B009 -- a misspelt name, which type checkers refuse


def test_texts_come_in_many_shapes_and_give_the_same_claims(coder: dateline.Coder) -> None:
    texts: list[Text] = [
        (STORY, DAY),
        (STORY, "2021-07-07"),
        {"text": STORY, "published": DAY},
        {"html": f"<html><body><article><p>{STORY}</p></article></body></html>", "published": "2021-07-07T10:00:00"},
    ]
    found = list(coder.code(texts))
    assert [[(claim.type, claim.when and claim.when.first) for claim in record.claims] for record in found] == [
        [("COERCE", dt.date(2021, 7, 5))]
    ] * 4


def test_one_text_alone_is_no_list_of_letters(coder: dateline.Coder) -> None:
    for text in (STORY, (STORY, DAY), (STORY, "2021-07-07"), {"text": STORY}):
        assert len(list(coder.code(text))) == 1
    assert len(list(coder.code((STORY, STORY)))) == 2


def test_a_record_can_be_coded_again(coder: dateline.Coder) -> None:
    (record,) = coder.code({"text": STORY, "published": DAY, "outlet": "Delta Wire", "title": "Held", "id": "7"})
    assert record.article is not None
    for again in (*coder.code(record), *coder.code(record.article)):
        assert again.article is not None
        assert (again.article.text, again.article.published, again.article.key) == (record.article.text, record.article.published, "7")
        assert [(claim.trigger, claim.sources) for claim in again.claims] == [(claim.trigger, claim.sources) for claim in record.claims]


def test_records_come_as_texts_are_asked_for(coder: dateline.Coder) -> None:
    asked: list[int] = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(1)
            yield STORY

    running = coder.code(endless())
    next(running)
    next(running)
    assert len(asked) == 2


def test_what_cannot_be_coded_says_why(coder: dateline.Coder) -> None:
    found = list(coder.code(["", {"title": "no text"}, STORY]))
    assert [[drop.reason for drop in record.dropped] for record in found] == [["empty"], ["empty"], []]
    assert found[0].dropped[0].path == "text#1"


def test_files_are_read_as_the_command_line_reads_them(coder: dateline.Coder, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps({"text": STORY, "published": f"2021-07-0{n}"}) + "\n" for n in range(1, 4)), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "code", "--format", "jsonl", "--today", "2026-06-01", str(file)]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    today = dt.date(2026, 6, 1)
    assert [dateline.to_json(record) for record in coder.read(file, today=today)] == done.stdout.splitlines()
    assert list(coder.read([tmp_path], today=today, processes=2)) == list(coder.read(str(file), today=today))
    with pytest.raises(NoSuchInput):
        coder.read(tmp_path / "nowhere")


def test_options_are_those_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "AID.csv").write_text(
        "trigger,pos,mode,actor,recipient,needs,unless,example\narrest,verb,,subj,obj,,,He arrested her.\n", encoding="utf-8"
    )
    (record,) = dateline.load(lexicon=tmp_path).code(STORY)
    assert [claim.type for claim in record.claims] == ["AID"]
    with pytest.raises(UsageError):
        dateline.load(engine="klingon")


def test_a_record_is_plain_values_where_wanted(coder: dateline.Coder) -> None:
    (record,) = coder.code((STORY, DAY))
    assert json.loads(dateline.to_json(record)) == record.to_dict()
    assert dateline.from_json(dateline.to_json(record), dateline.Document) == record


def test_notebooks_show_records_with_every_text_escaped(coder: dateline.Coder) -> None:
    (record,) = coder.code({"text": STORY, "title": "<script>alert(1)</script>", "outlet": "<b>Wire</b>", "published": DAY})
    shown = record._repr_html_() + record.claims[0]._repr_html_()
    assert "<script>" not in shown
    assert "<b>Wire" not in shown
    assert "&lt;b&gt;Wire&lt;/b&gt; ← the army" in shown
    assert "COERCE arrest" in shown
    (lost,) = coder.code("")
    assert "dropped text#1: empty" in lost._repr_html_()


def test_rows_are_ready_for_a_data_frame(coder: dateline.Coder) -> None:
    found = dateline.rows(coder.code([(STORY, DAY), ""]))
    assert [(row["type"], row["actor_countries"], row["when_first"]) for row in found] == [("COERCE", "KEN", "2021-07-05")]
