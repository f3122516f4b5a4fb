"""The measure of years tells a right day from a wrong one, and none is claimed wrongly on the wire cases."""

import datetime as dt
from pathlib import Path

from dateline.extract.dateline import opening
from dateline.learn.years import Dated, cases, evaluate

TEXT = "Warsaw, Nov 16 (Vistula) -- Prime Minister Rishi Sunak met Polish President Andrzej Duda, officials said on Tuesday."


def dated(day: str) -> Dated:
    found = opening(TEXT, start=0, end=len(TEXT))
    assert found is not None
    return Dated("one", TEXT, found, dt.date.fromisoformat(day))


def test_scores_tell_right_from_wrong() -> None:
    right = evaluate("ours", [dated("2022-11-16")])
    wrong = evaluate("ours", [dated("2023-11-16")])
    assert (right.stories, right.right, right.wrong) == (1, 1, ())
    assert (wrong.right, wrong.wrong) == (0, ("one",))
    assert len(wrong.lines()) == 2


def test_no_wire_case_gets_a_wrong_year(shared: Path) -> None:
    scores = evaluate("wire", cases(shared / "cases" / "wire"))
    assert (scores.wrong, scores.missed) == ((), ())
    assert scores.right >= 3
