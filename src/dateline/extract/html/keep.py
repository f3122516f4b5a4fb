"""Which blocks of a page are its story: a small two-step linear model over `features`, its weights a readable table.

Step one judges each block by itself and its neighbours' main features. Step two judges again, knowing what step one made of the blocks
around it. Weights come from `dateline.learn.blocks`; docs/reference/extraction-scores.md says on which pages and how well they do.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.extract.html.blocks import Block
from dateline.extract.html.features import Matrix

Vector = NDArray[np.float64]

SURE: Final = 0.5
CONTEXT: Final = (
    "step-one",
    *(f"step-one-{step:+d}" for step in (-3, -2, -1, 1, 2, 3)),
    "step-one-window",
    "step-one-container",
    "best-before",
    "best-after",
    "best-on-both-sides",
    "story-told-so-far",
    "both-neighbours",
)
_REACH: Final = 5  # blocks on either side that step two looks at
_STEEPEST: Final = 30.0  # log-odds beyond which the exponential says nothing more


@dataclass(frozen=True, slots=True)
class Weights:
    """`first` has shape (FEATURES + 1), `second` (FEATURES + CONTEXT + 1); the last of each is the bias."""

    first: Vector
    second: Vector


def likelihoods(found: Sequence[Block], matrix: Matrix, weights: Weights) -> Vector:
    """How likely each block belongs to the story, 0 to 1; shape (blocks)."""
    alone = judged(matrix, weights.first)
    return judged(np.hstack([matrix, context(found, alone)]), weights.second)


def judged(matrix: Matrix | Vector, weights: Vector) -> Vector:
    """Logistic regression: shape (blocks)."""
    odds: Vector = np.clip(matrix @ weights[:-1] + weights[-1], -_STEEPEST, _STEEPEST)
    result: Vector = 1.0 / (1.0 + np.exp(-odds))
    return result


def context(found: Sequence[Block], alone: Vector) -> Vector:
    """What step one made of each block and its surroundings; shape (blocks, CONTEXT)."""
    count = len(found)
    padded = np.concatenate([np.zeros(_REACH), alone, np.zeros(_REACH)])
    at = [padded[_REACH + step : _REACH + step + count] for step in range(-_REACH, _REACH + 1)]
    lengths = np.array([len(block.text) for block in found], dtype=np.float64)
    held = np.cumsum(alone * lengths)
    before = np.maximum.accumulate(np.concatenate([[0.0], alone]))[:-1]
    after = np.maximum.accumulate(np.concatenate([[0.0], alone[::-1]]))[:-1][::-1]
    near = [at[_REACH + step] for step in (-3, -2, -1, 1, 2, 3)]
    columns = [
        np.log((alone + 1e-4) / (1 - alone + 1e-4)),
        *near,
        np.mean(at, axis=0),
        _container_means(found, alone),
        before,
        after,
        np.minimum(before, after),
        held / (held[-1] + 1e-9),
        at[_REACH - 1] * at[_REACH + 1],
    ]
    result: Vector = np.column_stack(columns)
    return result


def _container_means(found: Sequence[Block], alone: Vector) -> Vector:
    """The mean judgement of the text that shares a block's container."""
    length, kept = Counter[int](), defaultdict[int, float](float)
    for block, share in zip(found, alone, strict=True):
        length[block.container] += len(block.text)
        kept[block.container] += share * len(block.text)
    return np.array([kept[block.container] / length[block.container] for block in found])


@functools.cache
def shipped() -> Weights:
    """The weights in `keep.tsv`: one line per feature, its weight in step one and in step two; `-` where a step lacks the feature."""
    first, second = [], []
    for line in (files("dateline.extract.html") / "keep.tsv").read_text(encoding="ascii").splitlines():
        if line.startswith("#"):
            continue
        _, one, two = line.split("\t")
        if one != "-":
            first.append(float(one))
        second.append(float(two))
    return Weights(np.array(first), np.array(second))
