"""Body F1 and time per page of Dateline's HTML extractor beside its peers, in one run: `python benchmarks/extract.py DIRECTORY`.

DIRECTORY is laid out as fundus' test fixtures. Peers are in the dependency group `peers`. Times are CPU seconds of one core.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core is what is measured

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

import lxml.etree
import lxml.html
import newspaper  # type: ignore[import-untyped]
import readability  # type: ignore[import-untyped]
import readability.readability  # type: ignore[import-untyped]
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from dateline.errors import BadInput
from dateline.extract.html import story
from dateline.extract.limits import ExtractLimits
from dateline.learn.fixtures import Fixture, fixtures
from dateline.learn.shingles import f1

Extractor = Callable[[Fixture], str]


def dateline(page: Fixture) -> str:
    try:
        return "\n".join(story(page.html, url=page.url, limits=ExtractLimits()).paragraphs)
    except BadInput:
        return ""


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
    article.parse()
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
    for name, extract in EXTRACTORS:
        extract(pages[0])  # imports and tables are loaded once, not once a page
        start = time.process_time()
        texts = [extract(page) for page in pages]
        spent = time.process_time() - start
        score = fmean(f1(text, "\n".join(page.body)) for text, page in zip(texts, pages, strict=True))
        print(f"{name:28} body F1 {score:.3f}   {spent / len(pages) * 1000:6.1f} ms a page", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
