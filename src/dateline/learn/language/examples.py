"""Sentences to learn from: words with as much of syntax and names as their corpus knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Label = str | None  # None: this word teaches nothing of the kind


@dataclass(frozen=True)
class Syntax:
    """Tags and tree of a sentence, one entry a word; `heads` index the sentence, a root's is its own."""

    upos: tuple[Label, ...]
    feats: tuple[Label, ...]
    heads: tuple[int | None, ...]
    relations: tuple[Label, ...]


@dataclass(frozen=True)
class Example:
    """A sentence. `news` are BIO labels in our convention, `uner` in that of Universal NER; each is None where the corpus has none.

    `weight` scales what names of this sentence teach; sentences of one `document` may be read together.
    """

    words: tuple[str, ...]
    document: str
    syntax: Syntax | None = None
    news: tuple[Label, ...] | None = None
    uner: tuple[Label, ...] | None = None
    weight: float = 1.0


def bio(names: Iterable[tuple[int, int, str]], count: int, unknown: Iterable[int] = ()) -> tuple[Label, ...]:
    """BIO labels of `count` words with `names` as half-open ranges; `unknown` words that are in none get no label at all."""
    labels: list[Label] = ["O"] * count
    for first, last, kind in names:
        labels[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    for index in unknown:
        if labels[index] == "O":
            labels[index] = None
    return tuple(labels)


def by_document(examples: Iterable[Example]) -> list[list[Example]]:
    """Examples grouped by document, in order."""
    grouped: list[list[Example]] = []
    for example in examples:
        if not grouped or grouped[-1][-1].document != example.document:
            grouped.append([])
        grouped[-1].append(example)
    return grouped


def with_nationalities(
    words: Sequence[str],
    labels: Sequence[Label],
    nationalities: frozenset[str],
    *,
    label: Label = "B-MISC",
    upos: Sequence[Label] | None = None,
) -> tuple[Label, ...]:
    """`labels`, but with nationalities that bear no name's label given `label`: some corpora leave them out, news needs them.

    With `upos` only words tagged ADJ or PROPN count.
    """
    return tuple(
        label if given == "O" and word in nationalities and (upos is None or upos[index] in {"ADJ", "PROPN"}) else given
        for index, (word, given) in enumerate(zip(words, labels, strict=True))
    )
