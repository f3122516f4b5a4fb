"""What the shipped model must not fall below. Lowering a floor needs a reason in the commit."""

from pathlib import Path

import pytest

from dateline.language import shipped_model
from dateline.language.english import EnglishEngine
from dateline.learn.language import entity_scores, syntax_scores

EWT = {"UPOS": 0.955, "LAS": 0.870, "sentences": 0.875, "lemmas": 0.970, "words": 0.990}
GUM = {"UPOS": 0.970, "LAS": 0.880, "sentences": 0.940, "lemmas": 0.978, "words": 0.998}
UNIVERSAL_NER = (0.785, 0.835)  # typed, span
WORLDWIDE = (0.765, 0.850)


@pytest.fixture(scope="module")
def english() -> EnglishEngine:
    return EnglishEngine.load(shipped_model())


def above(found: dict[str, float], floors: dict[str, float]) -> bool:
    return all(found[measure] >= floor for measure, floor in floors.items())


def test_ewt_stays_above_its_floors(english: EnglishEngine, shared: Path) -> None:
    found = syntax_scores.evaluate(shared / "corpora/ud_ewt/en_ewt-ud-dev.conllu", english).f1
    assert above(found, EWT), found


def test_gum_stays_above_its_floors(english: EnglishEngine, shared: Path) -> None:
    rows = [line.split("\t") for line in (shared / "corpora/ud_gum/permissive_docs.tsv").read_text(encoding="utf-8").splitlines()]
    documents = frozenset(row[0] for row in rows if row[-1] == "dev")
    found = syntax_scores.evaluate(shared / "corpora/ud_gum/en_gum-ud-dev.conllu", english, documents=documents).f1
    assert above(found, GUM), found


def test_names_in_web_text_stay_above_their_floors(english: EnglishEngine, shared: Path) -> None:
    found = entity_scores.evaluate(shared / "gold/uner_ewt/en_ewt-ud-dev.iob2", english)
    assert (found.typed >= UNIVERSAL_NER[0], found.span >= UNIVERSAL_NER[1]) == (True, True), found


def test_names_in_news_from_everywhere_stay_above_their_floors(english: EnglishEngine, shared: Path, tmp_path: Path) -> None:
    for number, path in enumerate(sorted((shared / "gold/worldwide_newswire").glob("*.tsv"))):
        if number % 3 == 0:  # a third, for time's sake
            (tmp_path / path.name).symlink_to(path)
    found = entity_scores.evaluate(tmp_path, english)
    assert (found.typed >= WORLDWIDE[0], found.span >= WORLDWIDE[1]) == (True, True), found
