"""Training of the line model for plain scraped text, and its scores on publishers that it has not seen.

`python -m dateline.learn.lines evaluate DIRECTORY` or `… train DIRECTORY OUT`
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.extract.plain.features import Matrix, features
from dateline.extract.plain.model import HEADLINE, STORY, LineModel
from dateline.extract.plain.story import kept
from dateline.learn.labelled_lines import LabelledPage, pages
from dateline.learn.line_net import Indices, Recipe, fit
from dateline.learn.renderings import Rendering, renderings, whole

Kept = npt.NDArray[np.bool_]  # (lines,)

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 4  # words
_LONG_ENOUGH: Final = 80  # characters: the length rule that the model must beat
_HEAVIEST: Final = 12.0  # times the mean: the one line of a one-line story must not outweigh whole pages
_LONGEST: Final = 600  # characters: beyond, a line counts no more


@dataclass(frozen=True, kw_only=True, slots=True)
class LineScore:
    """F1 of the lines kept: weighted by characters, and on 4-word shingles of the gold body (means over pages); and plainly counted."""

    characters: float
    shingles: float
    lines: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LineScores:
    """Scores of the model, one for each held-out part of the publishers, beside those of two rules without a model."""

    pages: int
    publishers: int
    headlines: float  # of the pages that have one, those where it is found
    folds: tuple[LineScore, ...]
    model: LineScore
    keep_all: LineScore
    length_rule: LineScore

    def lines(self) -> list[str]:
        """A table for people."""
        spread = np.std([fold.characters for fold in self.folds])
        rows = [("keep all", self.keep_all), (f"{_LONG_ENOUGH} characters", self.length_rule), ("line model", self.model)]
        rows += [(f"  fold {number}", fold) for number, fold in enumerate(self.folds, 1)]
        return [
            f"{self.pages:,} pages, {self.publishers:,} publishers, each held out once, {len(self.folds)} folds",
            f"{'F1 of lines kept':18} characters  shingles  lines",
            *(f"{name:18} {score.characters:10.3f} {score.shingles:9.3f} {score.lines:6.3f}" for name, score in rows),
            f"spread over folds  {spread:10.3f}",
            f"headline found     {self.headlines:10.3f}",
        ]


def evaluate(directory: Path, *, folds: int = 5) -> LineScores:
    """Cross-validated scores on all visible lines of the pages in `directory`; no publisher is in training and test at once."""
    found = list(pages(directory))
    part = held_out_parts(found, folds=folds)
    results: list[list[tuple[LabelledPage, Kept]]] = []
    heads: list[bool] = []
    for number in range(folds):
        model = _trained([page for page in found if part[page.publisher] != number], recipe=Recipe())
        held_out = [page for page in found if part[page.publisher] == number]
        read = [(page, *kept(list(page.lines), model=model)) for page in held_out]
        results.append([(page, keep) for page, keep, _ in read])
        heads += [at is not None and page.roles[at] == HEADLINE for page, _, at in read if HEADLINE in page.roles]
    return LineScores(
        pages=len(found),
        publishers=len(part),
        headlines=float(np.mean(heads)),
        folds=tuple(score(result) for result in results),
        model=score([one for result in results for one in result]),
        keep_all=score(_ruled(found, lambda line: True)),
        length_rule=score(_ruled(found, lambda line: len(line) >= _LONG_ENOUGH)),
    )


def train(directory: Path, out: Path) -> None:
    """Write the model made from all pages in `directory`; the same pages give the same file."""
    with out.open("wb") as file:
        _trained(list(pages(directory)), recipe=Recipe()).save(file)


def _trained(found: Sequence[LabelledPage], *, recipe: Recipe) -> LineModel:
    random = np.random.default_rng(recipe.seed)
    states = [state for page in found for state in renderings(page, random=random)]
    weight = np.concatenate([_weight(state) for state in states])
    return fit(
        np.concatenate([features(list(state.lines)) for state in states]),
        np.concatenate([np.array(state.roles, dtype=np.int64) for state in states]),
        np.minimum(weight / weight.mean(), _HEAVIEST).astype(np.float32),
        recipe=recipe,
    )


def _weight(state: Rendering) -> Matrix:
    """What each line counts for: a page as much as another, half by lines and half by characters, as the scores do."""
    sizes = np.array([min(len(line), _LONGEST) for line in state.lines], dtype=np.float32)
    return np.asarray(state.weight * (sizes / sizes.sum() + 1 / len(sizes)) / 2, dtype=np.float32)


def held_out_parts(found: Sequence[LabelledPage], *, folds: int) -> dict[str, int]:
    """The part that each publisher belongs to: all its pages are held out together."""
    names = sorted({page.publisher for page in found})
    order: Indices = np.random.default_rng(0).permutation(len(names))
    return {names[at]: place % folds for place, at in enumerate(order)}


def _ruled(found: Sequence[LabelledPage], rule: Callable[[str], bool]) -> list[tuple[LabelledPage, Kept]]:
    return [(page, np.array([rule(line) for line in page.lines])) for page in found]


def score(results: Sequence[tuple[LabelledPage, Kept]]) -> LineScore:
    """Scores of what was kept of each page."""
    lines = np.sum([_counts(page, keep, weighted=False) for page, keep in results], axis=0)
    return LineScore(
        characters=float(np.mean([_f1(*_counts(page, keep, weighted=True)) for page, keep in results])),
        shingles=float(np.mean([_shingled(page, keep) for page, keep in results])),
        lines=float(_f1(*lines)),
    )


def _counts(page: LabelledPage, keep: Kept, *, weighted: bool) -> tuple[float, float, float]:
    """Right, kept and wanted: lines, or their characters."""
    size = np.array([len(line) if weighted else 1 for line in page.lines], dtype=np.float64)
    story = np.array(whole(page).roles) == STORY
    return float(size[story & keep].sum()), float(size[keep].sum()), float(size[story].sum())


def _f1(right: float, found: float, wanted: float) -> float:
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _shingled(page: LabelledPage, keep: Kept) -> float:
    found = _shingles("\n".join(line for line, keeps in zip(page.lines, keep, strict=True) if keeps))
    wanted = _shingles("\n".join(page.body))
    return _f1((found & wanted).total(), found.total(), wanted.total())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 1)))


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print("\n".join(evaluate(Path(sys.argv[2])).lines()))
