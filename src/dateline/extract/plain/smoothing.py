"""Which lines are the story's, once each line's own chance is known."""

from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.extract.plain.features import Matrix
from dateline.extract.plain.model import STORY

Kept = npt.NDArray[np.bool_]  # (lines,)

# Chosen by cross-validation over publishers (docs/reference/line-model.md). On whole dumped pages smoothing only harms, on clean texts it
# saves the odd short line: so a change between story and rest costs more, the more of the text seems to be story.
_LEAN: Final = 0.4  # log odds towards keeping: a lost paragraph is worse than a stray line
_COST: Final = 2.0  # log odds that a change costs in a text that is nothing but story …
_FROM: Final = 0.3  # … falling to none where this share of the lines, or less, is story
_LEAST: Final = 1e-4  # chance: no line alone outweighs all the others


def smoothed(chances: Matrix) -> Kept:
    """The likeliest sequence of story and other lines (Viterbi 1967) for `chances`, (lines, roles)."""
    story = chances[:, STORY]
    cost = _COST * max(0.0, float(story.mean()) - _FROM)
    inside = (np.log(np.maximum(story, _LEAST)) + _LEAN).tolist()
    outside = np.log(np.maximum(1 - story, _LEAST)).tolist()
    entered, left, is_inside = _turns(inside, outside, cost)
    kept = np.zeros(len(story), dtype=np.bool_)
    for at in range(len(story) - 1, -1, -1):
        kept[at] = is_inside
        is_inside = not entered[at] if is_inside else left[at]
    return kept


def _turns(inside: list[float], outside: list[float], cost: float) -> tuple[list[bool], list[bool], bool]:
    """Whether the best way to each line as story enters there, and as other leaves there; and whether the best way ends inside."""
    entered, left = [False], [False]
    best_in, best_out = inside[0], outside[0]
    for gain_in, gain_out in zip(inside[1:], outside[1:], strict=True):
        entered.append(best_out - cost > best_in)
        left.append(best_in - cost > best_out)
        best_in, best_out = max(best_in, best_out - cost) + gain_in, max(best_out, best_in - cost) + gain_out
    return entered, left, best_in > best_out
