"""All sentences that the model of claims is trained on, and the share of them that is kept apart to score it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.coding.lexicon import Lexicon, Sense
from dateline.learn.coding.causal_news import adjudicated, labelled, texts
from dateline.learn.coding.marks import Marked, MarkedClaim, marked
from dateline.ontology import Ontology
from dateline.records import Span

READINGS: Final = ("causal_news_first.tsv", "causal_news_second.tsv")
_FOLDS: Final = 10


def sentences(own: Path, corpora: Path, lexicon: Lexicon, ontology: Ontology) -> Iterator[tuple[str, Marked]]:
    """Every sentence with the name of the set that it is from: our own, the Causal News Corpus, examples of the lexicon.

    `own` is the folder `corpora/claims` of the project, `corpora` that of open corpora. An example shows one trigger and is not marked
    beyond it, so the others in it count for nothing; those that are among our own sentences are left out.
    """
    seen = set()
    for file in sorted((own / "sentences").glob("*.txt")):
        for one in marked(file, ontology):
            seen.add(one.text)
            yield file.stem, one
    held = texts(corpora)
    first, second = (labelled(own / name, held, ontology) for name in READINGS)
    yield from (("causal_news", one) for one in adjudicated(first, second))
    yield from (("examples", _shown(sense)) for sense in lexicon if sense.example and sense.example not in seen and _place(sense))


def _shown(sense: Sense) -> Marked:
    span = _place(sense)
    assert span is not None  # noqa: S101 - `sentences` asked before
    return Marked(sense.example, (MarkedClaim(sense.type, sense.modes, "happened", span),), sense.at, whole=False)


def _place(sense: Sense) -> Span | None:
    """Where the trigger stands in a row's example, by its first letters: the lemma may be bent."""
    stem = sense.lemma.lower()[: max(3, len(sense.lemma) - 2)]
    start = 0
    for word in sense.example.split(" "):
        if word.lower().lstrip("\"'(").startswith(stem):
            return Span(start=start, end=start + len(word))
        start += len(word) + 1
    return None


def kept_apart(text: str) -> bool:
    """Whether a sentence is only scored, never trained on: a tenth, by a digest of its text."""
    return int(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(), 16) % _FOLDS == 0
