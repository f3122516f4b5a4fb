from pathlib import Path

import pytest

from dateline.language import shipped_model
from dateline.language.english import EnglishEngine
from dateline.learn.language.entity_scores import evaluate


@pytest.fixture(scope="module")
def english() -> EnglishEngine:
    return EnglishEngine.load(shipped_model())


def test_names_are_compared_by_words_and_by_label(english: EnglishEngine, tmp_path: Path) -> None:
    rows = ["Russia B-Location", "and O", "China B-Organization", "met O", "on O", "Monday B-Date", ". O"]
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(row.replace(" ", "\t") for row in rows) + "\n", encoding="utf-8")
    scores = evaluate(path, english)
    assert scores.names == 2
    assert scores.span == 1
    assert scores.typed == 0.5
    assert scores.lines()[:2] == ["typed F1 0.5000", "span F1 1.0000"]


def test_labels_that_a_corpus_never_uses_are_left_out_of_the_answer(english: EnglishEngine, tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text("Russian\tO\ntroops\tO\nentered\tO\nUkraine\tB-LOC\n.\tO\n", encoding="utf-8")
    assert evaluate(path, english).typed == 1
