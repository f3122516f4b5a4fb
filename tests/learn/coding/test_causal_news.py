from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.learn.coding.causal_news import adjudicated, agreement, labelled, written
from dateline.learn.coding.marks import Marked
from dateline.ontology import plover

TEXT = {"n1": "Miners walked out in Kobara and police beat two of them .", "n2": "It rained ."}


def read(tmp_path: Path, *lines: str) -> list[Marked]:
    (tmp_path / "labels.tsv").write_text("# labels\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return list(labelled(tmp_path / "labels.tsv", TEXT, plover()))


def test_labels_stand_apart_from_their_text_and_come_back_as_written(tmp_path: Path) -> None:
    line = "n1\tPROTEST strike 7-13 a:0-6 p:21-27\tASSAULT beat 39-43 a:32-38 r:44-47"
    first, second = read(tmp_path, line, "n2")
    assert [claim.trigger.within(first.text) for claim in first.claims] == ["walked", "beat"]
    assert first.claims[0].roles["place"][0].within(first.text) == "Kobara"
    assert (second.claims, written(first)) == ((), line)


def test_two_readings_agree_on_what_both_have_and_leave_the_rest_in_doubt(tmp_path: Path) -> None:
    first = read(tmp_path, "n1\tPROTEST strike 7-13 a:0-6\tASSAULT beat 39-43 a:32-38", "n2")
    second = read(tmp_path, "n1\tPROTEST 7-17 a:0-6\tCOERCE 39-43", "n2")
    told = agreement(first, second)
    assert (told["sentences"], told["trigger F1"], told["type"], told["role F1"]) == (2, 1.0, 0.5, 2 / 3)
    settled = next(adjudicated(first, second))
    assert [claim.type for claim in settled.claims] == ["PROTEST"]
    assert {span.within(settled.text) for span in settled.doubtful} == {"beat"}


def test_an_id_that_the_corpus_lacks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="n9"):
        read(tmp_path, "n9")
