"""What finding and resolving mentions costs beside the language stage, on one core and in the same run.

    python benchmarks/mentions.py [FILE…]

Without files the bundled examples are read. The first round fills the caches and is not counted; of five, medians and the spread are given.
"""

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.config import Settings
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.mentions.actors.find import actors
from dateline.mentions.places import Hints, places
from dateline.mentions.quantities import quantities
from dateline.mentions.times import times
from dateline.records import Article, Sentence
from dateline.records.reading import readings
from dateline.run.documents import documents

EXAMPLES = Path(__file__).parent.parent / "examples/pages"
ROUNDS = 5

Work = Callable[[Article, Sequence[Sentence]], object]


def english(paths: Sequence[str]) -> list[Article]:
    """The articles below the paths that are in English."""
    found = documents(paths, settings=Settings(), today=dt.datetime.now(tz=dt.UTC).date())
    return [document.article for document in found if document.article and document.article.language == "en"]


def seconds(work: Work, articles: Sequence[Article], parsed: Sequence[Sequence[Sentence]]) -> float:
    """What one round over all articles takes."""
    began = time.perf_counter()
    for article, sentences in zip(articles, parsed, strict=True):
        work(article, sentences)
    return time.perf_counter() - began


def main() -> None:
    articles = english(sys.argv[1:] or [str(EXAMPLES)])
    read, held = engine("english"), knowledge()
    parsed = [read(article.text) for article in articles]
    words = sum(len(sentence.words) for sentences in parsed for sentence in sentences)
    stages: dict[str, Work] = {
        "language": lambda article, _: read(article.text),
        "places": lambda article, sentences: places(article, sentences, held.gazetteer, hints=Hints()),
        "actors": lambda article, sentences: actors(article, list(readings(article.text, sentences)), held),
        "times": times,
        "quantities": quantities,
    }
    rounds = [{name: seconds(work, articles, parsed) for name, work in stages.items()} for _ in range(ROUNDS + 1)][1:]
    print(f"{len(articles)} articles, {words:,} words; microseconds a word, median of {ROUNDS} (least to most)")
    for name in stages:
        taken = sorted(1e6 * found[name] / words for found in rounds)
        print(f"{name:<11} {statistics.median(taken):6.1f} ({taken[0]:.1f}–{taken[-1]:.1f})")
    ratios = sorted(sum(found[name] for name in stages if name != "language") / found["language"] for found in rounds)
    print(f"all mentions / language {statistics.median(ratios):.3f} ({ratios[0]:.3f}–{ratios[-1]:.3f})")


if __name__ == "__main__":
    main()
