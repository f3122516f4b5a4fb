from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.learn.coding.attribution_scores import answers, evaluate, paired
from dateline.learn.coding.polnear import annotated, spans

FLOORS = {"source": 0.79, "cue": 0.80, "content": 0.835}  # of the first 15 texts of dev, measured .797, .807 and .846
SAMPLE = 15

TEXT = "The mayor said the bridge was gone.\n\nNobody was hurt, according to the army."
MARKS = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 20;26 34\tthe b was gone\nT4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT5\tCue 37 43\tNobody\nE2\tAttribution-no-source:T9 Cue:T5\nT6\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev/text").mkdir(parents=True)
    (tmp_path / "dev/attributions").mkdir()
    for name in ("harbour", "trained"):
        (tmp_path / f"dev/text/{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"dev/attributions/{name}_b.ann").write_text("", encoding="utf-8")
        (tmp_path / f"dev/attributions/{name}_a.ann").write_text(MARKS, encoding="utf-8")
    (tmp_path / "metadata.tsv").write_text("compartment\tfilename\nannotator-training\ttrained\ndev\tharbour\n", encoding="utf-8")
    return tmp_path / "dev"


def test_the_first_annotator_counts_and_training_texts_are_left_out(folder: Path) -> None:
    (one,) = annotated(folder)
    assert one.name == "harbour"
    assert one.spans["source"] == {((0, 9),)}
    assert one.spans["content"] == {((15, 20), (26, 34))}


def test_lines_without_a_span_are_passed_over() -> None:
    assert spans("T1\nE1\tCue:T1 Source:T2\n")["cue"] == frozenset()


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="text"):
        list(annotated(tmp_path))


def test_scores_and_errors(folder: Path) -> None:
    found = evaluate(folder, engine("english"), knowledge(), errors=True)
    lines = found.lines()
    assert lines[:3] == ["source F1 0.667", "cue F1 0.500", "content F1 0.667"]
    assert any(line.startswith("  missed cue") for line in lines)
    assert any(line.startswith("  made up source") and "[the army]" in line for line in lines)


def test_pairs_are_one_to_one_and_those_that_share_most_come_first() -> None:
    given, gold = [((0, 4),), ((3, 9),)], [((0, 9),), ((20, 30),)]
    assert paired(given, gold) == {((3, 9),): ((0, 9),)}


def test_what_stands_within_another_is_not_answered() -> None:
    found = answers("Police say witnesses told officers that rebels had fled.", engine("english"), knowledge())
    assert len(found["cue"]) == 1


def test_attributions_stay_above_their_floors(shared: Path) -> None:
    found = evaluate(shared / "gold/polnear/dev", engine("english"), knowledge(), limit=SAMPLE)
    assert {role: count.f1 for role, count in found.counts.items() if count.f1 < FLOORS[role]} == {}
