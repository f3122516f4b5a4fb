"""Training of the line model: one hidden layer, Adam, dropout, all in NumPy, so that the weights can be made again anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.extract.plain.features import Matrix
from dateline.extract.plain.model import ROLES, LineModel

Indices = npt.NDArray[np.int64]

_RARE: Final = 0.05  # added to a feature's spread: what hardly varies must not be blown up
_MOMENTUM, _MEMORY, _FLOOR = 0.9, 0.99, 1e-8  # Adam, Kingma and Ba 2015
_WARM_UP: Final = 200  # steps


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """How the net is trained; the defaults were chosen by cross-validation over publishers."""

    units: int = 48
    nets: int = 3  # trained from several seeds and laid side by side as one
    rounds: int = 14
    batch: int = 512
    rate: float = 2e-3
    dropout: float = 0.3
    decay: float = 1e-2
    seed: int = 0


def fit(seen: Matrix, wanted: Indices, weight: Matrix, *, recipe: Recipe) -> LineModel:
    """A model for `seen` (lines, features), `wanted` (lines) of role indices and `weight` (lines), how much each line matters."""
    middle, spread = seen.mean(axis=0), seen.std(axis=0) + _RARE
    scaled = (seen - middle) / spread
    nets = [_net(scaled, wanted, weight, recipe=recipe, seed=recipe.seed + number) for number in range(recipe.nets)]
    hidden = np.concatenate([net[0] for net in nets], axis=1) / spread[:, None]
    return LineModel(
        hidden=hidden.astype(np.float32),
        hidden_bias=(np.concatenate([net[1] for net in nets]) - middle @ hidden).astype(np.float32),
        output=(np.concatenate([net[2] for net in nets]) / recipe.nets).astype(np.float32),
        output_bias=np.mean([net[3] for net in nets], axis=0, dtype=np.float32),
    )


def _net(seen: Matrix, wanted: Indices, weight: Matrix, *, recipe: Recipe, seed: int) -> list[Matrix]:
    """Hidden weights and bias, output weights and bias, after all rounds."""
    random = np.random.default_rng(seed)
    values = _start(seen.shape[1], recipe.units, random)
    first, second = [np.zeros_like(one) for one in values], [np.zeros_like(one) for one in values]
    steps = recipe.rounds * -(-len(seen) // recipe.batch)
    for step, chosen in enumerate(_batches(len(seen), recipe, random), 1):
        slopes = _slopes(values, seen[chosen], wanted[chosen], weight[chosen], dropout=recipe.dropout, random=random)
        rate = recipe.rate * min(1.0, step / _WARM_UP) * (1 + np.cos(np.pi * step / steps)) / 2
        for at, slope in enumerate(slopes):
            first[at] = _MOMENTUM * first[at] + (1 - _MOMENTUM) * slope
            second[at] = _MEMORY * second[at] + (1 - _MEMORY) * slope**2
            change = first[at] / (1 - _MOMENTUM**step) / (np.sqrt(second[at] / (1 - _MEMORY**step)) + _FLOOR)
            values[at] -= np.float32(rate) * (change + np.float32(recipe.decay if values[at].ndim > 1 else 0.0) * values[at])
    return values


def _start(width: int, units: int, random: np.random.Generator) -> list[Matrix]:
    return [
        random.normal(0, np.sqrt(2 / width), (width, units)).astype(np.float32),
        np.zeros(units, dtype=np.float32),
        random.normal(0, np.sqrt(1 / units), (units, len(ROLES))).astype(np.float32),
        np.zeros(len(ROLES), dtype=np.float32),
    ]


def _batches(count: int, recipe: Recipe, random: np.random.Generator) -> Iterator[Indices]:
    for _ in range(recipe.rounds):
        order = random.permutation(count)
        for at in range(0, count, recipe.batch):
            yield order[at : at + recipe.batch]


def _slopes(
    values: list[Matrix], seen: Matrix, wanted: Indices, weight: Matrix, *, dropout: float, random: np.random.Generator
) -> list[Matrix]:
    """Gradients of the weighted cross entropy, one for each of `values`."""
    hidden, hidden_bias, output, output_bias = values
    reached = seen @ hidden + hidden_bias
    kept = (random.random(reached.shape, dtype=np.float32) > dropout).astype(np.float32) / np.float32(1 - dropout)
    units = np.maximum(reached, 0) * kept
    scores = units @ output + output_bias
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    miss = odds / odds.sum(axis=1, keepdims=True)
    miss[np.arange(len(wanted)), wanted] -= 1
    miss *= (weight / np.float32(len(wanted)))[:, None]
    back = (miss @ output.T) * kept * (reached > 0)
    return [seen.T @ back, back.sum(axis=0), units.T @ miss, miss.sum(axis=0)]
