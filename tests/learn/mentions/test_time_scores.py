import datetime as dt
from pathlib import Path

import pytest

from dateline.language import Engine, engine
from dateline.learn.mentions.time_scores import documents, evaluate

RELAXED, VALUE = 0.935, 0.80  # of all of TimeBank and AQUAINT, measured .942 and .806

STORY = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour-1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-07-07">2021-07-07</TIMEX3></DCT>
<TITLE>Shelling on <TIMEX3 tid="t9" type="DATE" value="2021-07-06">Tuesday</TIMEX3></TITLE>
<TEXT>Rebels <EVENT eid="e1">shelled</EVENT> the port on <TIMEX3 tid="t1" type="DATE" value="2021-07-06">Tuesday</TIMEX3>.
The <EVENT eid="e2">siege</EVENT> of <TIMEX3 tid="t2" type="DURATION" value="P3D">some three days</TIMEX3> ended
in <TIMEX3 tid="t3" type="DATE" value="2019-05">May</TIMEX3>.</TEXT>
</TimeML>
"""


@pytest.fixture(scope="module")
def english() -> Engine:
    return engine("english")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/harbour.tml").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_a_document_has_its_text_its_day_and_the_times_of_its_text_alone(folder: Path) -> None:
    (document,) = documents(folder)
    assert (document.key, document.created) == ("harbour-1", dt.date(2021, 7, 7))
    assert [document.text[gold.start : gold.end] for gold in document.times] == ["Tuesday", "some three days", "May"]


def test_scores_count_overlaps_equal_spans_and_right_values(folder: Path, english: Engine) -> None:
    scores = evaluate(folder, english)
    assert (scores.gold, scores.relaxed) == (3, 1.0)
    assert scores.value == pytest.approx(2 / 3)
    assert scores.lines()[:3] == ["relaxed F1 1.0000", "strict F1 1.0000", "value F1 0.6667"]


def test_errors_tell_file_gold_and_answer(folder: Path, english: Engine) -> None:
    assert evaluate(folder, english).misses == ()
    (miss,) = evaluate(folder, english, errors=True).misses
    assert miss.startswith("harbour value")
    assert "[[May]]" in miss
    assert "2019-05, got 2021-05" in miss


def test_timebank_stays_above_its_floors(shared: Path, english: Engine) -> None:
    scores = evaluate(shared / "gold/tempeval3/data/TBAQ-cleaned", english)
    assert scores.relaxed >= RELAXED, scores.lines()[:4]
    assert scores.value >= VALUE, scores.lines()[:4]
