"""Training of the model that tells which blocks of an HTML page are its story (`extract/html/keep.tsv`)."""

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.errors import UsageError
from dateline.extract.html import outlet
from dateline.extract.html.blocks import Block, blocks
from dateline.extract.html.features import Matrix, Witnesses, names, rows
from dateline.extract.html.head import head
from dateline.extract.html.keep import CONTEXT, Vector, Weights, context, judged
from dateline.extract.html.linked import linked
from dateline.extract.html.story import witnesses
from dateline.extract.html.title import title
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits
from dateline.learn.extraction import drafted, scored
from dateline.learn.fixtures import Fixture, fixtures
from dateline.learn.shingles import shingles

_FOLDS: Final = 5
_STEPS: Final = 15  # Newton's method is done after some ten
_CLOSE: Final = 1e-3
_RIDGE: Final = 3.0  # of 1, 3, 10 and 30 the best by cross-validation on the dev publishers
_BARE: Final = 0.3  # weight of a page's copy whose markup says nothing, beside the page itself
_PAGE: Final = 60.0  # every page weighs the same, however many blocks it has
_HEAVY: Final = 80  # words from which on a block weighs no more
_WORDS: Final = 5  # a block of fewer words is the story's only where it is all of one of its paragraphs
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sample:
    """One page, or its bare copy: `rows` has shape (blocks, FEATURES); `truth` (blocks) is the share of each that is story."""

    publisher: str
    blocks: list[Block]
    rows: Matrix
    truth: Vector
    weights: Vector


def train(directory: Path, out: Path) -> None:
    """Fits the model to all pages below `directory` and writes its weights to `out`. Deterministic; a minute or two."""
    out.write_text(_table(*fitted([sample for page in fixtures(directory) for sample in labelled(page)])), encoding="ascii")


def held_out(directory: Path) -> tuple[float, ...]:
    """Body F1 of each fold of the publishers below `directory`, by a model that was fitted to the other folds."""
    pages = list(fixtures(directory))
    samples = {page.name: labelled(page) for page in pages}
    found = []
    for fold in range(_FOLDS):
        rest = [sample for page in pages if held_in(page.publisher) != fold for sample in samples[page.name]]
        draft = partial(drafted, limits=ExtractLimits(), weights=Weights(*fitted(rest)))
        found.append(scored([page for page in pages if held_in(page.publisher) == fold], draft, errors=False).body)
    return tuple(found)


def held_in(publisher: str) -> int:
    """The fold in which the pages of `publisher` are held out; unlike `fold_of`, which the fitting itself uses."""
    return hashlib.sha256(publisher.encode()).digest()[2] % _FOLDS


def labelled(page: Fixture) -> list[Sample]:
    """The page and two copies of it: one whose markup says nothing about roles, and one of its story alone, likewise bare."""
    root = parse(page.html, limits=ExtractLimits())
    top = head(root)
    data = linked(root, title=top.first("og:title") or top.title)
    headline = title(root, head=top, linked=data, outlets=outlet.names(root, head=top, linked=data, address=page.url))
    heard = witnesses(root, head=top, linked=data, headline=headline)
    found = blocks(root)
    if not found or not page.body:
        return []
    truth = _truth(found, page.body)
    plain = [dataclasses.replace(block, own=0, near=0, far=0, article=False) for block in found]
    silent = dataclasses.replace(heard, description="", declared="")
    inside = np.flatnonzero(truth > 0.5)  # noqa: PLR2004
    alone = slice(max(int(inside[0]) - 2, 0), int(inside[-1]) + 3) if len(inside) else slice(0)
    samples = [_sample(page, found, heard, truth, 1.0), _sample(page, plain, silent, truth, _BARE)]
    if len(inside):
        samples.append(_sample(page, plain[alone], silent, truth[alone], _BARE))
    return samples


def _sample(page: Fixture, found: list[Block], heard: Witnesses, truth: Vector, share: float) -> Sample:
    heavy = np.array([min(len(_WORD.findall(block.text)), _HEAVY) ** 0.5 for block in found])
    return Sample(page.publisher, found, rows(found, heard), truth, heavy / heavy.sum() * _PAGE * share)


def _truth(found: Sequence[Block], body: Sequence[str]) -> Vector:
    """The share of each block's shingles that the body holds; of short blocks, whether they are a paragraph."""
    told = shingles("\n".join(body))
    whole = {" ".join(_WORD.findall(text.lower())) for text in body}
    return np.array([_share(block.text, told, whole) for block in found])


def _share(text: str, told: Counter[tuple[str, ...]], whole: set[str]) -> float:
    words = _WORD.findall(text.lower())
    if len(words) < _WORDS:
        return float(" ".join(words) in whole)
    own = shingles(text)
    return sum(count for gram, count in own.items() if gram in told) / own.total()


def fitted(samples: Sequence[Sample]) -> tuple[Vector, Vector]:
    """Weights of both steps. Step two learns from what step one says of pages whose publishers it has not seen.

    Raises UsageError where the publishers are too few to hold some out.
    """
    if len({fold_of(sample.publisher) for sample in samples}) == 1:
        raise UsageError("need pages of publishers in at least two folds, got one: add publishers")
    alone: list[NDArray[np.float64]] = [np.zeros(0)] * len(samples)
    for fold in range(_FOLDS):
        rest = [sample for sample in samples if fold_of(sample.publisher) != fold]
        weights = _logistic([sample.rows for sample in rest], rest)
        for place, sample in enumerate(samples):
            if fold_of(sample.publisher) == fold:
                alone[place] = judged(sample.rows, weights)
    wide = [np.hstack([sample.rows, context(sample.blocks, odds)]) for sample, odds in zip(samples, alone, strict=True)]
    return _logistic([sample.rows for sample in samples], samples), _logistic(wide, samples)


def fold_of(publisher: str) -> int:
    """Which of the folds `publisher` is in; all its pages are in one."""
    return hashlib.sha256(publisher.encode()).digest()[1] % _FOLDS


def _logistic(matrices: Sequence[Matrix | Vector], samples: Sequence[Sample]) -> Vector:
    """Weights and bias of a ridge logistic regression on standardised columns, given for the raw ones. Newton's method."""
    matrix = np.vstack(matrices).astype(np.float64)
    truth = np.concatenate([sample.truth for sample in samples])
    heavy = np.concatenate([sample.weights for sample in samples])
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-3
    design = np.hstack([(matrix - mean) / spread, np.ones((len(matrix), 1))])
    ridge = np.eye(design.shape[1]) * _RIDGE
    ridge[-1, -1] = 1e-6
    weights: Vector = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        odds = judged(design[:, :-1], weights)
        slope = design.T @ (heavy * (odds - truth)) + ridge @ weights
        curve = (design.T * (heavy * np.maximum(odds * (1 - odds), 1e-4))) @ design + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < _CLOSE:
            break
    raw = weights[:-1] / spread
    result: Vector = np.append(raw, weights[-1] - raw @ mean)
    return result


def _table(first: Vector, second: Vector) -> str:
    """The weights as lines of feature, weight in step one, weight in step two."""
    own = names()
    lines = ["# feature\tstep one\tstep two"]
    lines += [f"{name}\t{one:.5g}\t{two:.5g}" for name, one, two in zip(own, first, second, strict=False)]
    lines += [f"{name}\t-\t{two:.5g}" for name, two in zip(CONTEXT, second[len(own) :], strict=False)]
    lines.append(f"bias\t{first[-1]:.5g}\t{second[-1]:.5g}")
    return "\n".join(lines) + "\n"
