"""The line model: a small neural net over surface features that gives each line of a page its role."""

import functools
from dataclasses import dataclass
from importlib import resources
from typing import IO, Final

import numpy as np

from dateline.extract.plain.features import Matrix, features

ROLES: Final = ("other", "story", "headline", "section", "byline", "stamp")
STORY: Final = ROLES.index("story")
HEADLINE: Final = ROLES.index("headline")
_AT_ONCE: Final = 4096  # lines: bounds the memory that a long text takes


@dataclass(frozen=True, kw_only=True, slots=True)
class LineModel:
    """One hidden layer of rectified units: `hidden` (features, units), `output` (units, roles), and their biases."""

    hidden: Matrix
    hidden_bias: Matrix
    output: Matrix
    output_bias: Matrix

    def chances(self, seen: Matrix) -> Matrix:
        """Probabilities of the roles, (lines, roles), for `seen`, (lines, features)."""
        return np.concatenate([self._chances(seen[at : at + _AT_ONCE]) for at in range(0, len(seen), _AT_ONCE)])

    def _chances(self, seen: Matrix) -> Matrix:
        scores = np.maximum(seen @ self.hidden + self.hidden_bias, 0) @ self.output + self.output_bias
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)

    def save(self, file: IO[bytes]) -> None:
        """Write the weights in half precision: scores change in the fourth digit, the file is half as large."""
        hidden, hidden_bias, output, output_bias = (
            values.astype(np.float16) for values in (self.hidden, self.hidden_bias, self.output, self.output_bias)
        )
        np.savez_compressed(file, hidden=hidden, hidden_bias=hidden_bias, output=output, output_bias=output_bias)


def load(file: IO[bytes]) -> LineModel:
    """The model that `save` wrote."""
    with np.load(file, allow_pickle=False) as weights:
        return LineModel(**{name: weights[name].astype(np.float32) for name in ("hidden", "hidden_bias", "output", "output_bias")})


@functools.cache
def shipped() -> LineModel:
    """The model that comes with the package; docs/reference/line-model.md says what it was made from."""
    with (resources.files("dateline.extract.plain") / "weights.npz").open("rb") as file:
        return load(file)


def roles(lines: list[str], *, model: LineModel) -> Matrix:
    """Probabilities of the roles of non-empty `lines`, (lines, roles)."""
    return model.chances(features(lines))
