"""What coding costs beside the language stage, on one core and in the same run: article → claims, in whole and by part.

    python benchmarks/coding.py [FILE…]

Without files the bundled examples are read. The first round fills the caches and is not counted; of five, medians and the spread are given.
"""

import datetime as dt
import statistics
import sys
import time
from pathlib import Path

from dateline.coding.code import coding
from dateline.coding.judge import judge
from dateline.coding.lexicon import lexicon
from dateline.config import Settings
from dateline.knowledge.library import knowledge
from dateline.language import engine
from dateline.mentions.read import mentions
from dateline.ontology import plover
from dateline.records import Article
from dateline.run.documents import documents

EXAMPLES = Path(__file__).parent.parent / "examples/pages"
ROUNDS = 5


def main() -> None:
    found = documents(sys.argv[1:] or [str(EXAMPLES)], settings=Settings(), today=dt.datetime.now(tz=dt.UTC).date())
    articles = [document.article for document in found if document.article and document.article.language == "en"]
    one_round(articles)
    rounds = [one_round(articles) for _ in range(ROUNDS)]
    print(f"{len(articles)} articles; milliseconds an article, median of {ROUNDS} (least to most)")
    for name in ("language", "mentions", "coding"):
        times = [1000 * told[name] / len(articles) for told in rounds]
        print(f"{name:9} {statistics.median(times):6.2f}  ({min(times):.2f} to {max(times):.2f})")
    ratios = [sum(told.values()) / told["language"] for told in rounds]
    print(f"article to claims / language {statistics.median(ratios):.3f}  ({min(ratios):.3f} to {max(ratios):.3f})")


def one_round(articles: list[Article]) -> dict[str, float]:
    """The seconds that each part takes for all articles."""
    read, held = engine("english"), knowledge()
    spent = {"language": 0.0, "mentions": 0.0, "coding": 0.0}
    for article in articles:
        began = time.perf_counter()
        analysis = read.read(article.text)
        parsed = time.perf_counter()
        mentioned = mentions(article, analysis.sentences, held)
        resolved = time.perf_counter()
        given = {"lexicon": lexicon(), "ontology": plover(), "judge": judge(), "vectors": analysis.vectors}
        coding(article, analysis.sentences, mentioned, **given)
        spent["language"] += parsed - began
        spent["mentions"] += resolved - parsed
        spent["coding"] += time.perf_counter() - resolved
    return spent


if __name__ == "__main__":
    main()
