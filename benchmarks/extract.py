"""Body F1 and time per page, from bytes to a dated article, beside the body extractors that are our peers, in one run.

`python benchmarks/extract.py DIRECTORY`, laid out as fundus' test fixtures. Peers are in the dependency group `peers`. Times are processor
time of one core: the median of the rounds, which take the extractors in turn, and the range.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core is what is measured

import datetime as dt
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median
from typing import Final

import lxml.etree
import lxml.html
import newspaper  # type: ignore[import-untyped]
import readability  # type: ignore[import-untyped]
import readability.readability  # type: ignore[import-untyped]
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from dateline.extract.article import article
from dateline.extract.limits import ExtractLimits
from dateline.extract.normalise import normalise
from dateline.learn.fixtures import Fixture, fixtures
from dateline.learn.shingles import f1
from dateline.records import Dropped, Page

ROUNDS: Final = 3
TODAY: Final = dt.date(2027, 1, 1)

Extractor = Callable[[Fixture], str]


def dateline(page: Fixture) -> str:
    found = article(Page(path=page.name, content=page.html.encode(), form="html", url=page.url), limits=ExtractLimits(), today=TODAY)
    return "" if isinstance(found, Dropped) else found.body.within(found.text)


def trafilatura_text(page: Fixture) -> str:
    return trafilatura.extract(page.html, url=page.url, include_comments=False) or ""


def trafilatura_fast(page: Fixture) -> str:
    return trafilatura.extract(page.html, url=page.url, include_comments=False, fast=True) or ""


def trafilatura_with_metadata(page: Fixture) -> str:
    found = trafilatura.bare_extraction(page.html, url=page.url, include_comments=False, with_metadata=True)
    return str(getattr(found, "text", None) or "")


def readability_text(page: Fixture) -> str:
    try:
        return str(lxml.html.document_fromstring(readability.Document(page.html).summary()).xpath("string()"))
    except (ValueError, lxml.etree.LxmlError, readability.readability.Unparseable):
        return ""


def newspaper_text(page: Fixture) -> str:
    article = newspaper.Article(page.url or "http://example.org/", fetch_images=False)
    article.download(input_html=page.html)
    try:
        article.parse()
    except ImportError:  # a language that it reads only with an extra
        return ""
    return str(article.text)


def resiliparse_text(page: Fixture) -> str:
    return str(extract_plain_text(page.html, main_content=True))


EXTRACTORS: tuple[tuple[str, Extractor], ...] = (
    ("dateline", dateline),
    ("trafilatura with metadata", trafilatura_with_metadata),
    ("trafilatura", trafilatura_text),
    ("trafilatura fast", trafilatura_fast),
    ("readability", readability_text),
    ("newspaper4k", newspaper_text),
    ("resiliparse", resiliparse_text),
)


def main(directory: Path) -> None:
    logging.disable(logging.CRITICAL)
    pages = list(fixtures(directory))
    scores = {name: _score(extract, pages) for name, extract in EXTRACTORS}
    spent = {name: [0.0] * ROUNDS for name, _ in EXTRACTORS}
    for turn in range(ROUNDS):
        for name, extract in EXTRACTORS:
            start = time.process_time()
            for page in pages:
                extract(page)
            spent[name][turn] = (time.process_time() - start) / len(pages) * 1000
    peer = spent["trafilatura"]
    for name, times in spent.items():
        ratio = median(own / other for own, other in zip(times, peer, strict=True))
        took = f"{median(times):6.1f} ms a page ({min(times):.1f}–{max(times):.1f})"
        print(f"{name:28} body F1 {scores[name]:.3f}  {took}  {ratio:.2f} × trafilatura")


def _score(extract: Extractor, pages: list[Fixture]) -> float:
    return fmean(f1(normalise(extract(page)), normalise("\n".join(page.body))) for page in pages)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
