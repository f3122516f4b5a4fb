"""Windows of examples as padded arrays, with their targets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.language.names import KINDS, NameLists
from dateline.language.windows import START, STOP, Pieces, pieces_of
from dateline.learn.language.examples import Example, Label

TARGETS: Final = ("upos", "feats", "head", "rel", "news", "uner")
IGNORED: Final = -100
MASK: Final = 103  # [MASK] of the BERT vocabulary
FIRST_WORD_PIECE: Final = 999  # what stands before are signs and reserved pieces
ALONE: Final = 0.4  # the share of sentences that are read without their neighbours, until the model is polished
WINDOW_WORDS: Final = (30, 90)  # bounds of the length that a window of several is drawn from

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Numbers = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Encoded:
    """One window: pieces with their shapes and marks, words' first pieces and sentences, targets and weights of words."""

    ids: list[int]
    shapes: list[int]
    marks: list[int]
    first: list[int]
    sentence: list[int]
    targets: dict[str, Ints]
    weights: Floats


@dataclass(frozen=True)
class Batch:
    """Padded arrays: (windows, pieces) for `ids` and `shapes`, (windows, pieces, kinds) for `marks`, (windows, words) for the rest."""

    ids: Ints
    shapes: Ints
    marks: Floats
    first: Ints
    sentence: Ints  # -1 for padding
    targets: dict[str, Ints]
    weights: Floats


def windows(documents: Iterable[Sequence[Example]], rng: Random, *, alone: float = ALONE) -> Iterator[Sequence[Example]]:
    """Sentences, a share of them `alone`, the others with those that follow them."""
    for document in documents:
        at = 0
        while at < len(document):
            if rng.random() < alone:
                yield document[at : at + 1]
                at += 1
                continue
            limit = rng.randint(*WINDOW_WORDS)
            stop, words = at, 0
            while stop < len(document) and (stop == at or words + len(document[stop].words) <= limit):
                words += len(document[stop].words)
                stop += 1
            yield document[at:stop]
            at = stop


def encoded(
    built: Sequence[Sequence[Example]], tokenizer: Tokenizer, names: NameLists, numbers: Numbers, *, longest: int = 300
) -> list[Encoded]:
    """Windows as arrays of at most `longest` pieces; longer ones are left out."""
    flat = iter(pieces_of([example.words for window in built for example in window], tokenizer, names))
    found = []
    for window in built:
        one = _encoded(window, [next(flat) for _ in window], numbers)
        if len(one.ids) <= longest:
            found.append(one)
    return found


def _encoded(window: Sequence[Example], pieces: Sequence[Pieces], numbers: Numbers) -> Encoded:
    ids, shapes, marks = [START], [0], [0]
    first: list[int] = []
    sentence: list[int] = []
    for number, held in enumerate(pieces):
        for word, (begin, end) in enumerate(zip(held.bounds, held.bounds[1:], strict=False)):
            first.append(len(ids))
            sentence.append(number)
            ids += held.ids[begin:end]
            shapes += [held.shapes[word]] * (end - begin)
            marks += [held.marks[word]] * (end - begin)
        ids.append(STOP)
        shapes.append(0)
        marks.append(0)
    weights = np.concatenate([np.full(len(example.words), example.weight, dtype=np.float32) for example in window])
    return Encoded(ids, shapes, marks, first, sentence, _targets(window, numbers), weights)


def _targets(window: Sequence[Example], numbers: Numbers) -> dict[str, Ints]:
    count = sum(len(example.words) for example in window)
    targets = {name: np.full(count, IGNORED, dtype=np.int64) for name in TARGETS}
    offset = 0
    for example in window:
        stop = offset + len(example.words)
        if (syntax := example.syntax) is not None:
            for name, labels in (("upos", syntax.upos), ("feats", syntax.feats), ("rel", syntax.relations)):
                targets[name][offset:stop] = _numbered(labels, numbers[name])
            targets["head"][offset:stop] = [IGNORED if head is None else offset + head for head in syntax.heads]
        for name, labels_or_none in (("news", example.news), ("uner", example.uner)):
            if labels_or_none is not None:
                targets[name][offset:stop] = _numbered(labels_or_none, numbers["names"])
        offset = stop
    return targets


def _numbered(labels: Sequence[Label], numbers: dict[str, int]) -> list[int]:
    return [IGNORED if label is None else numbers.get(label, IGNORED) for label in labels]


def batches(items: Sequence[Encoded], pieces: int, rng: Random) -> list[list[int]]:
    """Indices of items of like length, at most `pieces` padded pieces a batch, in random order."""
    order = sorted(range(len(items)), key=lambda index: len(items[index].ids) + rng.random() * 8)
    made: list[list[int]] = []
    held: list[int] = []
    widest = 0
    for index in order:
        length = len(items[index].ids)
        if held and max(widest, length) * (len(held) + 1) > pieces:
            made.append(held)
            held, widest = [], 0
        held.append(index)
        widest = max(widest, length)
    if held:
        made.append(held)
    rng.shuffle(made)
    return made


def collated(items: Sequence[Encoded]) -> Batch:
    """One batch of several windows."""
    marks = _padded([item.marks for item in items], 0)
    bits = ((marks[:, :, None] >> np.arange(len(KINDS))) & 1).astype(np.float32)
    targets = {name: _padded([item.targets[name] for item in items], IGNORED) for name in TARGETS}
    first = _padded([item.first for item in items], 0)
    weights = np.stack([np.pad(item.weights, (0, first.shape[1] - len(item.weights))) for item in items])
    ids, shapes = (_padded(rows, 0) for rows in ([item.ids for item in items], [item.shapes for item in items]))
    return Batch(ids, shapes, bits, first, _padded([item.sentence for item in items], -1), targets, weights)


def corrupted(batch: Batch, rng: np.random.Generator) -> Batch:
    """The marks of names left out for a quarter of windows and a tenth of pieces, and a few pieces masked."""
    shape = batch.ids.shape
    windows_without = np.asarray(rng.random(shape[0]) < 0.25)  # noqa: PLR2004
    unmarked = windows_without[:, None] | np.asarray(rng.random(shape) < 0.1)  # noqa: PLR2004
    marks = batch.marks * (~unmarked)[:, :, None].astype(np.float32)
    hidden = (rng.random(shape) < 0.03) & (batch.ids > FIRST_WORD_PIECE)  # noqa: PLR2004
    ids = np.where(hidden, MASK, batch.ids)
    return Batch(ids, batch.shapes, marks, batch.first, batch.sentence, batch.targets, batch.weights)


def _padded(rows: Sequence[Sequence[int] | Ints], fill: int) -> Ints:
    whole = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for index, row in enumerate(rows):
        whole[index, : len(row)] = row
    return whole
