"""How well the English engine finds the names of a labelled corpus, with the corpus' own words."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from dateline.language.english import EnglishEngine
from dateline.learn.language.entity_files import documents, names, ours

Convention = Literal["auto", "news", "uner"]
T = TypeVar("T")


@dataclass(frozen=True)
class EntityScores:
    """Micro F1, 0 to 1: `typed` counts a name whose words and label are right, `span` one whose words are."""

    typed: float
    span: float
    names: int

    def lines(self) -> list[str]:
        """One measure a line."""
        return [f"typed F1 {self.typed:.4f}", f"span F1 {self.span:.4f}", f"names {self.names}"]


def evaluate(path: Path, engine: EnglishEngine, *, column: int | None = None, convention: Convention = "auto") -> EntityScores:
    """Scores over a file or a folder of files; see `entity_files.documents`.

    Labels are mapped to ours; names whose label has none (dates, money) are left out. Where the file labels nothing as MISC, ours are left
    out as well, as it could not agree. `auto` takes the convention of Universal NER for files whose labels are its PER, ORG and LOC and
    that name their sentences (`# sent_id`), else that of news.
    """
    found = documents(path, column=column)
    kinds = {kind for document in found for sentence in document for _, _, kind in names(sentence.labels)}
    used = {label for kind in kinds if (label := ours(kind))}
    chosen = ("uner" if _universal(path, kinds) else "news") if convention == "auto" else convention
    gold: set[tuple[int, int, int, str]] = set()
    answered: set[tuple[int, int, int, str]] = set()
    number = 0
    for document in found:
        for sentence, labels in zip(document, engine.names([row.words for row in document], convention=chosen), strict=True):
            gold.update((number, first, last, label) for first, last, kind in names(sentence.labels) if (label := ours(kind)))
            answered.update((number, first, last, kind) for first, last, kind in names(labels) if kind in used)
            number += 1
    return EntityScores(_f1(answered, gold), _f1({name[:3] for name in answered}, {name[:3] for name in gold}), len(gold))


def _universal(path: Path, kinds: set[str]) -> bool:
    if path.is_dir() or not kinds <= {"PER", "ORG", "LOC", "OTH", "O"}:
        return False
    with path.open(encoding="utf-8") as lines:
        return any(line.startswith("# sent_id") for _, line in zip(range(10), lines, strict=False))


def _f1(answered: set[T], gold: set[T]) -> float:
    return 2 * len(answered & gold) / (len(answered) + len(gold) or 1)
