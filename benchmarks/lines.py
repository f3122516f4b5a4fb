"""Lines kept in plain scraped text, and how fast: the line model beside two rules and a logistic regression.

`python benchmarks/lines.py ../shared/gold/fundus_fixtures`. Times are processor time of one core, from bytes to a dated article: the
median of the rounds, and the range.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core is what is measured

import datetime as dt
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import numpy as np

from dateline.extract.article import article
from dateline.extract.limits import ExtractLimits
from dateline.extract.plain.features import OWN, Matrix, features
from dateline.extract.plain.model import STORY
from dateline.learn.labelled_lines import LabelledPage, pages
from dateline.learn.lines import LineScore, evaluate, held_out_parts, score
from dateline.records import Page

FOLDS = 5
STEPS, RATE, DECAY = 400, 0.5, 1e-4
ROUNDS = 7
TODAY = dt.date(2027, 1, 1)
EXAMPLES = Path(__file__).parents[1] / "examples" / "pages"
TYPICAL = 3500  # characters of a story as news sites run them


def main(gold: Path) -> None:
    print("\n".join(evaluate(gold, folds=FOLDS).lines()))
    found = list(pages(gold))
    peer = regression(found)
    print(f"{'logistic regr.':18} {peer.characters:10.3f} {peer.shingles:9.3f} {peer.lines:6.3f}")
    speed("bundled examples", [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.rglob("*.txt"))])
    speed("typical stories", [long for page in found if TYPICAL * 0.8 <= len(long := "\n\n".join(page.body)) <= TYPICAL * 1.2])
    speed("whole pages", ["\n".join(page.lines) for page in found])


def regression(found: Sequence[LabelledPage]) -> LineScore:
    """Scores of a logistic regression on each line's own features, without its neighbours."""
    part = held_out_parts(found, folds=FOLDS)
    seen = {page.name: features(list(page.lines))[:, :OWN] for page in found}
    results = []
    for fold in range(FOLDS):
        taught = [page for page in found if part[page.publisher] != fold]
        weights = logistic(
            np.concatenate([seen[page.name] for page in taught]),
            np.concatenate([np.array(page.roles) == STORY for page in taught]).astype(np.float32),
        )
        results += [(page, with_one(seen[page.name]) @ weights > 0) for page in found if part[page.publisher] == fold]
    return score(results)


def logistic(seen: Matrix, wanted: Matrix) -> Matrix:
    """Weights by plain gradient steps; both classes count alike."""
    middle, spread = seen.mean(axis=0), seen.std(axis=0) + 0.05
    scaled = with_one((seen - middle) / spread)
    worth = np.where(wanted > 0, 0.5 / wanted.mean(), 0.5 / (1 - wanted.mean()))
    weights = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        miss = (1 / (1 + np.exp(-scaled @ weights)) - wanted) * worth
        weights -= RATE * (scaled.T @ miss / len(wanted) + DECAY * weights)
    plain = weights[:-1] / spread
    return np.asarray([*plain, weights[-1] - middle @ plain], dtype=np.float32)


def with_one(seen: Matrix) -> Matrix:
    return np.concatenate([seen, np.ones((len(seen), 1), dtype=np.float32)], axis=1)


def speed(name: str, texts: Sequence[str]) -> None:
    pages = [Page(path=name, content=text.encode(), form="text") for text in texts]
    rates = sorted(len(pages) / seconds(pages) for _ in range(ROUNDS))
    size = sum(map(len, texts)) / len(texts)
    print(f"{name:18} {median(rates):8,.0f} articles a second ({rates[0]:,.0f}–{rates[-1]:,.0f}), {size:,.0f} characters each")


def seconds(pages: Sequence[Page]) -> float:
    """Processor time to read all pages once."""
    start = time.process_time()
    for page in pages:
        article(page, limits=ExtractLimits(), today=TODAY)
    return time.process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
