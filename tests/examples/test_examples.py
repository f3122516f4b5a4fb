"""The bundled examples against what a careful reader takes from each page."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, Final

import pytest

from dateline.config import Settings
from dateline.records import Article, Document
from dateline.run.documents import documents

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
EXPECTED: Final[dict[str, Any]] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
TODAY: Final = dt.date(2026, 6, 1)

# What we still get wrong, by page and field. An entry that has come right fails the test: take it out then.
MISSED: Final[dict[str, set[str]]] = {
    # The page's own data credit an agency or a desk, as author; a careful reader knows that it is no person.
    "rift-meridian/2023-05-24-belarus-laos.html": {"byline"},
    "rift-meridian/2024-03-12-world-brief-border.html": {"byline"},
    "athi-evening-packet/2025-09-19-gambia-curfew.html": {"byline"},
    "banjul-tide/2025-09-19-ecowas-condemns.html": {"byline"},
    "banjul-tide/2023-11-14-bolivia-tear-gas.html": {"byline"},
    # Small print in running prose at the foot of a page whose markup says nothing.
    "mekong-lantern/2023-05-24-guests-of-may.html": {"absent", "ends"},
    "mekong-lantern/2023-06-01-ministry-replies.html": {"absent", "ends"},
    "archive/crawl-2026-03.warc.gz#http://mekonglantern.example/hand.html": {"absent", "ends"},
    # A town of 20,000 in capitals and a hyphen is too little to be sure of a dateline.
    "osh-valley-courier/2024-03-14-talks-and-silence.html": {"dateline", "starts"},
    # The weekday in the lead tells when it happened, not when it was said: several years stay possible, and all are listed.
    "isan-observer/2024-03-13-border-clash.txt": {"dateline", "published"},
    "isan-observer/2026-02-27-un-vote.txt": {"dateline", "published"},
    "isan-observer/2024-03-17-sepak-takraw.txt": {"dateline", "published"},
}


@pytest.fixture(scope="module")
def read() -> list[Document]:
    return list(documents([str(EXAMPLES / "pages")], settings=Settings(), today=TODAY))


def _name(gold: dict[str, Any]) -> str:
    inside = gold.get("key") or (gold["url"] if "archive" in gold["path"] else None)
    return f"{gold['path']}#{inside}" if inside else str(gold["path"])


def _article(read: list[Document], gold: dict[str, Any]) -> Article:
    for document in read:
        article = document.article
        if article and article.path.split("#")[0].endswith(gold["path"]):
            if "key" in gold and article.key != gold["key"]:
                continue
            if ".warc" in gold["path"] and article.url != gold["url"]:
                continue
            return article
    pytest.fail(f"no article came from {_name(gold)}")


def _folded(text: str | None) -> str | None:
    return " ".join(text.casefold().split()) if text else text


def _wrong(article: Article, gold: dict[str, Any]) -> set[str]:
    """The fields of `gold` that the article does not agree with."""
    body = " ".join(article.body.within(article.text).split())
    plain = ("title", "section", "agency", "outlet", "language", "url")
    wrong = {field for field in plain if field in gold and _folded(getattr(article, field)) != _folded(gold[field])}
    if "byline" in gold and [_folded(name) for name in article.byline] != [_folded(name) for name in gold["byline"]]:
        wrong.add("byline")
    day = article.published
    if gold["published"] != {"first": _iso(day.first), "last": _iso(day.last), "basis": day.basis}:
        wrong.add("published")
    if "dateline" in gold and not _same_dateline(article, gold["dateline"]):
        wrong.add("dateline")
    before = len(article.dateline.text) + 8 if article.dateline else 0
    if gold["starts"] not in body[: before + len(gold["starts"])]:
        wrong.add("starts")
    if not body.endswith(gold.get("ends", "")):
        wrong.add("ends")
    if any(phrase in article.text for phrase in gold["absent"]):
        wrong.add("absent")
    return wrong


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _same_dateline(article: Article, gold: dict[str, Any] | None) -> bool:
    found = article.dateline
    if not (gold and found):
        return not gold and not found
    return (found.text, _folded(found.place), _iso(found.date)) == (gold["text"], _folded(gold["place"]), gold["date"])


@pytest.mark.parametrize("gold", EXPECTED["articles"], ids=_name)
def test_an_example_is_read_as_a_careful_reader_does(read: list[Document], gold: dict[str, Any]) -> None:
    assert _wrong(_article(read, gold), gold) == MISSED.get(_name(gold), set())


def test_nothing_comes_out_that_did_not_go_in(read: list[Document]) -> None:
    assert sum(document.article is not None for document in read) == len(EXPECTED["articles"])


@pytest.mark.parametrize("feed", EXPECTED["links"])
def test_the_links_of_a_feed_are_told(read: list[Document], feed: str) -> None:
    links = [drop.detail for document in read for drop in document.dropped if drop.reason == "link-only" and feed in drop.path]
    assert links == EXPECTED["links"][feed]


def test_missed_names_only_examples() -> None:
    assert set(MISSED) <= {_name(gold) for gold in EXPECTED["articles"]}


def test_the_archive_is_what_its_script_packs() -> None:
    import io
    import runpy

    from fastwarc.warc import ArchiveIterator

    def records(packed: bytes) -> list[tuple[str, bytes]]:
        return [(str(record.record_type), record.reader.read()) for record in ArchiveIterator(io.BytesIO(packed), parse_http=False)]

    (kept,) = (EXAMPLES / "pages" / "archive").glob("*.warc.gz")
    assert records(runpy.run_path(str(EXAMPLES / "make_archive.py"))["archive"]()) == records(kept.read_bytes())
