"""Words and sentences of a text, by a small convolutional network over its units."""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.language.phrases import Phrases
from dateline.language.units import Spans, shape, units

HASHES: Final = 8000
BARE_WORD: Final = 2.0  # how much surer the network must be to end a sentence after a word without a stop, on one line
LONGEST_WORD: Final = 7  # lengths are told apart up to here
DILATIONS: Final = (1, 2, 4, 1)
MOST_WORDS: Final = 1000  # a longer sentence is a list or a table: it is cut where a cut is likeliest

# What an abbreviation stands before is part of its sentence. Those that often end one (U.S., Jan., a.m., Inc.) are left to the network.
NEVER_LAST: Final = frozenset(
    "e.g. i.e. cf. viz. vs. mr. mrs. ms. messrs. dr. prof. rev. hon. st. mt. gen. lt. col. maj. sgt. cpl. pvt. capt. cmdr. adm. brig. "
    "gov. sen. rep. reps. sens. supt. insp. det. fr. pres. amb.".split()
)

Array = NDArray[np.float32]


class Segmenter:
    """Splits text into sentences of words; holds weights and a cache of what units look like, and no other state."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], splits: Mapping[str, tuple[int, ...]]) -> None:
        self._w: dict[str, Array] = {name: array.astype(np.float32) for name, array in weights.items()}
        self._splits = splits
        self._look: dict[str, tuple[int, int, int]] = {}

    @classmethod
    def load(cls, path: Path, splits: Mapping[str, tuple[int, ...]]) -> "Segmenter":
        """The segmenter whose weights lie in `path`, an `.npz` file."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls({name: arrays[name] for name in arrays.files}, splits)

    def __call__(self, text: str, *, unbroken: Phrases | None = None) -> list[Spans]:
        """Sentences as lists of words' spans. A line break ends a sentence; none ends within a phrase of `unbroken`."""
        found = units(text, self._splits)
        if not found:
            return []
        scores = self._scores(self.features(text, found))
        words, ends = _words(text, found, scores)
        if unbroken is not None:
            for first, last in unbroken.found([text[start:end] for start, end in words]):
                ends[first : last - 1] = -1.0
        return _sentences(words, ends)

    def features(self, text: str, found: Spans) -> NDArray[np.int64]:
        """(4, units): hash, shape, gap before (0 none, 1 space, 2 line, 3 paragraph) and length."""
        rows = np.empty((len(found), 4), dtype=np.int64)
        before = 0
        for index, (start, end) in enumerate(found):
            word, gap = text[start:end], text[before:start]
            look = self._look.get(word)
            if look is None:
                look = (zlib.crc32(word.lower().encode("utf-8", "surrogatepass")) % HASHES, shape(word), min(len(word), LONGEST_WORD))
                if len(self._look) < 200_000:  # noqa: PLR2004 - bounds memory on endless streams, some 40 MB
                    self._look[word] = look
            lines = gap.count("\n") if gap else 0
            rows[index] = (look[0], look[1], min(lines + 1, 3) if gap else 0, look[2])
            before = end
        return rows.T

    def _scores(self, features: NDArray[np.int64]) -> Array:
        """(units, 2): logits for `joins the unit before` and `ends a sentence`."""
        w = self._w
        tables = ("hash", "shape", "gap", "length")
        given = np.concatenate([w[name][row] for name, row in zip(tables, features, strict=True)], axis=1)
        hidden = given
        for layer, dilation in enumerate(DILATIONS):
            out = _gelu(_convolved(hidden, w[f"conv{layer}"], w[f"bias{layer}"], dilation))
            hidden = out if layer == 0 else hidden + out
        return np.asarray(np.concatenate([hidden, given], axis=1) @ w["out"] + w["out_bias"], dtype=np.float32)


def _convolved(x: Array, kernel: Array, bias: Array, dilation: int) -> Array:
    """(units, channels) by a (width, channels, out) kernel, zero-padded at both ends."""
    width, count = kernel.shape[0], len(x)
    reach = width // 2 * dilation
    padded = np.pad(x, ((reach, reach), (0, 0)))
    shifted = np.concatenate([padded[tap * dilation : tap * dilation + count] for tap in range(width)], axis=1)
    return np.asarray(shifted @ kernel.reshape(-1, kernel.shape[2]) + bias, dtype=np.float32)


def _gelu(x: Array) -> Array:
    """The tanh form of GELU, which the network was trained with."""
    return np.asarray(0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))), dtype=np.float32)


def _words(text: str, found: Spans, scores: Array) -> tuple[Spans, Array]:
    """Words, and how much each looks like the end of a sentence: above 0 it is one; infinite before a line break."""
    words: Spans = []
    last: list[int] = []
    joins = scores[:, 0] > 0
    for index, (start, end) in enumerate(found):
        if words and joins[index] and words[-1][1] == start:
            words[-1] = (words[-1][0], end)
            last[-1] = index
        else:
            words.append((start, end))
            last.append(index)
    ends = scores[last, 1].copy()
    for index in range(len(words) - 1):
        gap = text[words[index][1] : words[index + 1][0]]
        word = text[words[index][0] : words[index][1]]
        if "\n" in gap:
            ends[index] = np.inf
        elif word.lower() in NEVER_LAST:
            ends[index] = -1.0
        elif gap == " " and word.isalpha() and text[words[index + 1][0]].isalnum():
            ends[index] -= BARE_WORD
    return words, ends


def _sentences(words: Spans, ends: Array) -> list[Spans]:
    sentences: list[Spans] = []
    first = 0
    for stop in [*np.flatnonzero(ends[:-1] > 0).tolist(), len(words) - 1]:
        while stop + 1 - first > MOST_WORDS:
            half = first + MOST_WORDS // 2
            cut = half + int(ends[half : first + MOST_WORDS].argmax()) + 1
            sentences.append(words[first:cut])
            first = cut
        sentences.append(words[first : stop + 1])
        first = stop + 1
    return sentences
