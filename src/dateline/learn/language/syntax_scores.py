"""How well an engine reads the raw text of a treebank."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import NoSuchInput
from dateline.language import Engine
from dateline.learn.language.treebank import Tree, documents_of, raw, trees
from dateline.records import Sentence, Word

MEASURES: Final = ("UPOS", "UAS", "LAS", "sentences", "words", "lemmas", "features", "LAS-subtypes")


@dataclass(frozen=True)
class SyntaxScores:
    """F1 of each of MEASURES, 0 to 1."""

    f1: dict[str, float]

    def lines(self) -> list[str]:
        """One measure a line."""
        return [f"{measure} {self.f1[measure]:.4f}" for measure in MEASURES]


def evaluate(path: Path, engine: Engine, *, documents: frozenset[str] | None = None) -> SyntaxScores:
    """Scores over the documents of a CoNLL-U file, or over those named.

    The raw text is what the treebank was made of, with a blank line between paragraphs. As in the CoNLL 2018 shared task (Zeman et al.),
    a word counts only where both of its borders are right, F1 is over all words of both sides, and LAS leaves subtypes of relations out;
    `LAS-subtypes` keeps them. NoSuchInput where no sentence is found.
    """
    correct: Counter[str] = Counter()
    ours = gold = our_sentences = gold_sentences = 0
    for document in documents_of(trees(path, documents)):
        text, spans = raw(document)
        sentences = engine(text)
        ours += sum(len(sentence.words) for sentence in sentences)
        gold += sum(map(len, spans))
        our_sentences += len(sentences)
        gold_sentences += len(spans)
        correct += _correct(document, spans, sentences)
    if not gold:
        raise NoSuchInput(f"need a CoNLL-U file with sentences of the documents asked for, found none in {path}")
    f1 = {measure: 2 * correct[measure] / (ours + gold) for measure in MEASURES}
    f1["sentences"] = 2 * correct["sentences"] / (our_sentences + gold_sentences)
    return SyntaxScores(f1)


def _correct(document: Sequence[Tree], spans: Sequence[Sequence[tuple[int, int]]], sentences: Sequence[Sentence]) -> Counter[str]:
    found = {(word.start, word.end): (word, _place(sentence, word)) for sentence in sentences for word in sentence.words}
    borders = {(sentence.start, sentence.end) for sentence in sentences}
    counts: Counter[str] = Counter()
    for tree, row in zip(document, spans, strict=True):
        counts["sentences"] += (row[0][0], row[-1][1]) in borders
        for token, span in zip(tree.tokens, row, strict=True):
            if span not in found:
                continue
            word, head = found[span]
            gold_head = row[token.head] if row[token.head] != span else None
            counts["words"] += 1
            counts["UPOS"] += word.upos == token.upos
            counts["lemmas"] += token.lemma in {word.lemma, "_"}
            counts["features"] += (word.features or "_") == token.feats
            if head == gold_head:
                counts["UAS"] += 1
                counts["LAS"] += _bare(word.relation) == _bare(token.relation)
                counts["LAS-subtypes"] += word.relation == token.relation
    return counts


def _place(sentence: Sentence, word: Word) -> tuple[int, int] | None:
    """The span of the word's head; None for a root."""
    if word.head is None:
        return (-1, -1)
    head = sentence.words[word.head]
    return None if head is word else (head.start, head.end)


def _bare(relation: str | None) -> str:
    return (relation or "").partition(":")[0]
