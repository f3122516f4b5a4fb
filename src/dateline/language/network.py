"""The encoder and its heads in onnxruntime: windows in, scores of words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dateline.language.decode import UNREACHABLE, Indices, Scores
from dateline.language.windows import Window


@dataclass(frozen=True)
class Read:
    """What the network makes of the words of some sentences. Arrays are over all words, laid end to end; `arcs` are by sentence."""

    upos: Indices  # (words,)
    features: Indices  # (words,)
    names: Scores  # (words, labels)
    arcs: list[Scores]  # (words of the sentence, heads), the diagonal for roots
    dependents: Scores  # (words, width): words as dependents and as heads, for `Network.relations`
    heads: Scores
    vectors: Scores  # (words, width), from the middle of the encoder


class Network:
    """The shipped graphs. One window a run: int8 scales belong to a run, so no other window can change what comes back.

    The fused kernel for skip connections is left out: on one core it is slower than its parts, by a tenth of the whole.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder, self._relations = (
            onnxruntime.InferenceSession(
                str(folder / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )
            for name in ("encoder.onnx", "relations.onnx")
        )

    def __call__(self, windows: Sequence[Window], lengths: Sequence[int], *, names: str = "news") -> Read:
        """Reads sentences of `lengths` words that `windows` cover. `names` chooses the convention of entities: `news` or `uner`.

        A word in two windows is taken from the one that shows more of its surroundings; a head may stand in either.
        """
        total = sum(lengths)
        outputs = ["upos", "feats", names, "arcs", "dependents", "heads", "words"]
        runs = [self._encoder.run(outputs, _inputs(window)) for window in windows]
        room = _surroundings(windows, total)
        flat = (_gathered(windows, [run[i][0] for run in runs], room, total) for i in (0, 1, 2, 4, 5, 6))
        upos, features, labels, dependents, heads, vectors = flat
        arcs = _arcs(windows, [run[3][0] for run in runs], lengths)
        return Read(upos, features, labels, arcs, dependents, heads, vectors)

    def relations(self, read: Read, heads: Indices) -> Indices:
        """The best relation of each word to its head; `heads` are indices over all words."""
        (relations,) = self._relations.run(None, {"dependents": read.dependents, "heads": read.heads[heads]})
        return np.asarray(relations, dtype=np.int64)


def _inputs(window: Window) -> dict[str, NDArray[np.generic]]:
    names = ("ids", "shapes", "places", "owners", "marks", "first")
    return {name: getattr(window, name)[None] for name in names}


def _surroundings(windows: Sequence[Window], total: int) -> list[NDArray[np.bool_]]:
    """For each window, which of its words to take from it: of two windows the one whose nearer edge is farther off."""
    best = np.full(total, -1, dtype=np.int64)
    owner = np.zeros(total, dtype=np.int64)
    for number, window in enumerate(windows):
        places = np.arange(len(window.words))
        margin = np.minimum(places, len(places) - 1 - places)
        better = margin > best[window.words]
        best[window.words[better]] = margin[better]
        owner[window.words[better]] = number
    return [owner[window.words] == number for number, window in enumerate(windows)]


def _gathered(windows: Sequence[Window], parts: Sequence[NDArray], room: Sequence[NDArray[np.bool_]], total: int) -> NDArray:  # type: ignore[type-arg]
    """One array over all words from the parts that belong to windows."""
    whole = np.zeros((total, *parts[0].shape[1:]), dtype=parts[0].dtype)
    for window, part, taken in zip(windows, parts, room, strict=True):
        whole[window.words[taken]] = part[taken]
    return whole


def _arcs(windows: Sequence[Window], arcs: Sequence[Scores], lengths: Sequence[int]) -> list[Scores]:
    """Scores of arcs by sentence. What no window holds, the arcs between the ends of a very long sentence, is out of reach."""
    found = []
    start = 0
    for length, held in zip(lengths, _windows_of_sentences(windows, lengths), strict=True):
        if len(held) == 1:
            at = int(np.searchsorted(windows[held[0]].words, start))
            scores = arcs[held[0]][at : at + length, at : at + length]
        else:
            scores = np.full((length, length), UNREACHABLE, dtype=np.float32)
            for number in held:
                span = windows[number].words - start
                scores[np.ix_(span, span)] = np.maximum(scores[np.ix_(span, span)], arcs[number])
        found.append(scores)
        start += length
    return found


def _windows_of_sentences(windows: Sequence[Window], lengths: Sequence[int]) -> list[list[int]]:
    ends = np.cumsum(lengths)
    holding: list[list[int]] = [[] for _ in lengths]
    for number, window in enumerate(windows):
        first = int(np.searchsorted(ends, window.words[0], side="right"))
        last = int(np.searchsorted(ends, window.words[-1], side="right"))
        for sentence in range(first, last + 1):
            holding[sentence].append(number)
    return holding
