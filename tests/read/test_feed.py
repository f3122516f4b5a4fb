import io
import json
from typing import Final

import pytest

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Dropped, Page

LIMITS: Final = ReadLimits()
STORY: Final = "<p>Two soldiers were wounded on Monday when their patrol came under fire near Tamar Bridge, the army said.</p>" * 6
TEASER: Final = "Two soldiers were wounded on Monday."
HEAD: Final = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Delta Post</title><language>en</language>"
)


def _read(content: str | bytes) -> list[Page | Dropped]:
    return list(pages("-", kind="feed", limits=LIMITS, stdin=io.BytesIO(content if isinstance(content, bytes) else content.encode())))


def _rss(*items: str) -> str:
    return HEAD + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>"


def test_an_entry_with_its_story_is_a_page_with_what_the_feed_says_of_it() -> None:
    (page,) = _read(
        _rss(
            "<title>Patrol fired on</title><link>https://delta.example/1</link><guid>d-1</guid>"
            "<dc:creator>By Ana Ruiz and Tom Okello</dc:creator>"
            f"<pubDate>Mon, 4 Mar 2024 23:30:00 -0500</pubDate><description>{TEASER}</description>"
            f"<content:encoded><![CDATA[{STORY}]]></content:encoded>"
        )
    )
    assert isinstance(page, Page)
    assert (page.path, page.key, page.url, page.form, page.content.decode()) == ("-#d-1", "d-1", "https://delta.example/1", "html", STORY)
    given = page.given
    assert (given.title, given.outlet, given.byline, given.language) == ("Patrol fired on", "Delta Post", ("Ana Ruiz", "Tom Okello"), "en")
    assert given.published == "2024-03-04T23:30:00-05:00"


@pytest.mark.parametrize(
    "text",
    [
        f"<description>{TEASER}</description>",
        f"<content:encoded>{TEASER}</content:encoded>",
        f"<content:encoded><![CDATA[{STORY}<p>The road is […]</p>]]></content:encoded>",
        f"<content:encoded><![CDATA[{STORY}<a href='x'>Continue reading</a>]]></content:encoded>",
        "",
    ],
)
def test_an_entry_without_its_story_is_its_link(text: str) -> None:
    (drop,) = _read(_rss(f"<title>Patrol</title><link>https://delta.example/1</link>{text}"))
    assert isinstance(drop, Dropped)
    assert (drop.reason, drop.detail) == ("link-only", "https://delta.example/1")


def test_a_long_description_is_a_story() -> None:
    (page,) = _read(_rss(f"<link>https://delta.example/1</link><description><![CDATA[{STORY * 2}]]></description>"))
    assert isinstance(page, Page)


def test_an_author_that_is_the_outlet_is_no_person() -> None:
    (page,) = _read(_rss(f"<dc:creator>Delta Post</dc:creator><content:encoded><![CDATA[{STORY}]]></content:encoded>"))
    assert isinstance(page, Page)
    assert page.given.byline == ()


def test_a_json_feed_is_read_like_the_others() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Delta Post", "language": "en", "authors": [{"name": "Ana Ruiz"}],
        "items": [
            {"id": "1", "url": "https://delta.example/1", "title": "Patrol", "content_html": STORY,
             "date_published": "2024-03-04T23:30:00-05:00"},
            {"id": "2", "url": "https://delta.example/2", "summary": TEASER}, 17,
        ],
    }  # fmt: skip
    page, link, nothing = _read(json.dumps(feed))
    assert isinstance(page, Page)
    assert (page.path, page.given.outlet, page.given.byline, page.given.published) == (
        "-#1",
        "Delta Post",
        ("Ana Ruiz",),
        "2024-03-04T23:30:00-05:00",
    )
    assert isinstance(link, Dropped)
    assert isinstance(nothing, Dropped)
    assert (link.reason, nothing.reason) == ("link-only", "empty")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "b">]>' + HEAD, "xml-entities"),
        (HEAD + "<a>" * 100_000, "too-deep"),
        (HEAD + "<item><title>" + "<a " * 1_000_000, "bad-xml"),
        (HEAD, "bad-feed"),
        ('{"items": 3}', "bad-feed"),
        ('{"items": ' + "[" * 100_000, "too-deep"),
    ],
)
def test_a_feed_that_means_harm_is_refused_at_once(content: str, reason: str) -> None:
    (drop,) = _read(content)
    assert isinstance(drop, Dropped)
    assert drop.reason == reason


def test_a_feed_that_is_a_little_broken_is_mended() -> None:
    found = _read(
        _rss(f"<title>Smith & Sons</title><content:encoded><![CDATA[{STORY}]]></content:encoded>").replace("</channel></rss>", "")
    )
    assert [isinstance(one, Page) for one in found] == [True]
