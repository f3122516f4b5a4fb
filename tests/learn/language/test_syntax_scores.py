from pathlib import Path

import pytest

from dateline.errors import NoSuchInput
from dateline.language import Analysis, Phrases, Wanted
from dateline.learn.language.syntax_scores import evaluate
from dateline.learn.language.treebank import Tree, documents_of, raw, trees
from dateline.records import Sentence, Word


class Oracle:
    """Answers with the gold trees, but for what it is told to spoil."""

    def __init__(self, path: Path, spoil: str = "") -> None:
        self._answers = {}
        self._spoil = spoil
        for document in documents_of(trees(path)):
            text, spans = raw(document)
            self._answers[text] = tuple(self._sentence(tree, row) for tree, row in zip(document, spans, strict=True))

    def __call__(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> tuple[Sentence, ...]:
        return self._answers[text]

    def read(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> Analysis:
        return Analysis(self(text, wanted=wanted, unbroken=unbroken))

    def _sentence(self, tree: Tree, spans: list[tuple[int, int]]) -> Sentence:
        words = tuple(
            Word(
                start=start,
                end=end,
                upos="X" if self._spoil == "upos" else token.upos,
                features="" if token.feats == "_" else token.feats,
                lemma=token.lemma,
                head=token.head,
                relation="dep" if self._spoil == "relations" and token.relation != "root" else token.relation,
            )
            for token, (start, end) in zip(tree.tokens, spans, strict=True)
        )
        if self._spoil == "words":
            words = (Word(start=words[0].start, end=words[-1].end, head=0, relation="root"),)
        return Sentence(start=words[0].start, end=words[-1].end, words=words)


def test_gold_answers_score_one(treebank: Path) -> None:
    assert set(evaluate(treebank, Oracle(treebank)).f1.values()) == {1.0}


def test_each_measure_falls_with_what_it_measures(treebank: Path) -> None:
    assert evaluate(treebank, Oracle(treebank, "upos")).f1["UPOS"] == 0
    spoiled = evaluate(treebank, Oracle(treebank, "relations")).f1
    assert spoiled["UAS"] == 1
    assert spoiled["LAS"] == pytest.approx(3 / 11)
    assert evaluate(treebank, Oracle(treebank, "words")).f1["words"] == 0
    assert evaluate(treebank, Oracle(treebank, "words")).f1["sentences"] == 1


def test_lines_say_what_the_reference_says(treebank: Path) -> None:
    assert evaluate(treebank, Oracle(treebank)).lines()[:4] == ["UPOS 1.0000", "UAS 1.0000", "LAS 1.0000", "sentences 1.0000"]


def test_documents_that_are_not_there_are_complained_about(treebank: Path) -> None:
    with pytest.raises(NoSuchInput):
        evaluate(treebank, Oracle(treebank), documents=frozenset(["elsewhere"]))
