"""Windows: sentences laid end to end as arrays of word pieces, each of which the encoder lets see its own sentence only.

A window is built from one text alone and is run alone, so what a text is analysed as never depends on the texts beside it. (In whole
numbers of eight bits even unseen neighbours matter a little, as a run shares one scale.)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.language.names import KINDS, NameLists
from dateline.language.units import shape

START: Final = 101  # [CLS], [SEP] and [UNK] of the BERT vocabulary
STOP: Final = 102
UNKNOWN: Final = 100
MOST_PIECES_OF_WORD: Final = 8  # what follows in an endless word tells nothing
WINDOW_PIECES: Final = 160  # a run of so many costs least a word on the processors that we measured
LONGEST_PIECES: Final = 400  # a longer sentence is read in overlapping windows; the encoder itself ends at 512
OVERLAP_PIECES: Final = 120

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Window:
    """Arrays of one window. `words` are the indices in the text of its words, `first` their first pieces."""

    ids: Ints  # (pieces,)
    shapes: Ints  # (pieces,)
    places: Ints  # (pieces,), counted from each sentence's start
    owners: Ints  # (pieces,), the number of the sentence within the window
    marks: NDArray[np.float32]  # (pieces, kinds of names)
    first: Ints  # (words,)
    words: Ints  # (words,)


@dataclass(frozen=True)
class Pieces:
    """The words of one sentence as pieces: those of word `i` are `ids[bounds[i]:bounds[i + 1]]`. `offset` counts the words before."""

    ids: list[int]
    bounds: list[int]
    shapes: list[int]
    marks: list[int]
    offset: int

    def __len__(self) -> int:
        return len(self.ids)


class Windows:
    """Builds windows; holds the tokenizer and the lists of names."""

    def __init__(self, tokenizer: Tokenizer, names: NameLists) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._names = names

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[Window]:
        """Windows over the words of `sentences`. Every word is in one at least; those of a very long sentence may be in two."""
        built: list[Window] = []
        run: list[tuple[Pieces, int, int]] = []
        size = 0
        for pieces in pieces_of(sentences, self._tokenizer, self._names):
            if run and size + len(pieces) > WINDOW_PIECES:
                built.append(_window(run))
                run, size = [], 0
            if len(pieces) > LONGEST_PIECES:
                built.extend(_window([(pieces, first, last)]) for first, last in _overlapping(pieces))
            else:
                run.append((pieces, 0, len(pieces.shapes)))
                size += len(pieces) + 2
        if run:
            built.append(_window(run))
        return built


def pieces_of(sentences: Sequence[Sequence[str]], tokenizer: Tokenizer, names: NameLists) -> list[Pieces]:
    """The words of each sentence as pieces."""
    encoded = tokenizer.encode_batch([list(words) for words in sentences], is_pretokenized=True, add_special_tokens=False)
    built = []
    offset = 0
    for words, encoding in zip(sentences, encoded, strict=True):
        ids, bounds = _by_word(encoding.ids, encoding.word_ids, len(words))
        built.append(Pieces(ids, bounds, [shape(word) for word in words], names.marks(words), offset))
        offset += len(words)
    return built


def _by_word(ids: list[int], word_ids: list[int | None], count: int) -> tuple[list[int], list[int]]:
    """Pieces and where each word's begin. A word of which the tokenizer leaves nothing becomes one unknown piece."""
    kept: list[int] = []
    bounds = [0]
    word = 0
    for piece, owner in zip(ids, word_ids, strict=True):
        while owner is not None and word < owner:
            if len(kept) == bounds[-1]:
                kept.append(UNKNOWN)
            bounds.append(len(kept))
            word += 1
        if len(kept) - bounds[-1] < MOST_PIECES_OF_WORD:
            kept.append(piece)
    while word < count:
        if len(kept) == bounds[-1]:
            kept.append(UNKNOWN)
        bounds.append(len(kept))
        word += 1
    return kept, bounds


def _overlapping(pieces: Pieces) -> list[tuple[int, int]]:
    """Half-open ranges of words of at most LONGEST_PIECES, each starting some OVERLAP_PIECES before the last one's end."""
    ranges = []
    first, count = 0, len(pieces.shapes)
    while True:
        last = int(np.searchsorted(pieces.bounds, pieces.bounds[first] + LONGEST_PIECES, side="right")) - 1
        last = min(max(last, first + 1), count)
        ranges.append((first, last))
        if last == count:
            return ranges
        first = max(first + 1, int(np.searchsorted(pieces.bounds, pieces.bounds[last] - OVERLAP_PIECES)))


def _window(run: list[tuple[Pieces, int, int]]) -> Window:
    ids, shapes, marks, places, owners, first, words = (list[int]() for _ in range(7))
    for number, (pieces, start, stop) in enumerate(run):
        begins = len(ids)
        offset = begins + 1 - pieces.bounds[start]
        ids += [START, *pieces.ids[pieces.bounds[start] : pieces.bounds[stop]], STOP]
        counts = [pieces.bounds[word + 1] - pieces.bounds[word] for word in range(start, stop)]
        shapes += [0, *np.repeat(pieces.shapes[start:stop], counts).tolist(), 0]
        marks += [0, *np.repeat(pieces.marks[start:stop], counts).tolist(), 0]
        first += [pieces.bounds[word] + offset for word in range(start, stop)]
        words += range(pieces.offset + start, pieces.offset + stop)
        places += range(len(ids) - begins)
        owners += [number] * (len(ids) - begins)
    bits = (np.array(marks)[:, None] >> np.arange(len(KINDS))) & 1
    return Window(
        ids=np.array(ids, dtype=np.int64),
        shapes=np.array(shapes, dtype=np.int64),
        places=np.array(places, dtype=np.int64),
        owners=np.array(owners, dtype=np.int64),
        marks=bits.astype(np.float32),
        first=np.array(first, dtype=np.int64),
        words=np.array(words, dtype=np.int64),
    )
