"""Loose fields, as tables and JSON lines have them → a page with what is given about it."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Final

from dateline.records import Given, Page

# What people call the columns; the first that is there and filled is taken.
TEXT_NAMES: Final = (
    "text", "body", "content", "article", "story", "maintext", "main_text", "full_text", "fulltext", "article_text", "body_text",
    "content_text",
)  # fmt: skip
HTML_NAMES: Final = ("html", "body_html", "content_html", "body_xhtml", "raw_html")
_KEY: Final = ("id", "key", "guid", "doc_id", "docid", "article_id", "story_id", "uuid")
_URL: Final = ("url", "link", "uri", "href", "source_url", "article_url")
_TITLE: Final = ("title", "headline", "heading")
_OUTLET: Final = ("outlet", "publisher", "publication", "newspaper", "source", "source_name", "site", "site_name", "sitename")
_SECTION: Final = ("section", "category")
_BYLINE: Final = ("byline", "authors", "author", "by")
_AGENCY: Final = ("agency",)
_DATELINE: Final = ("dateline",)
_LANGUAGE: Final = ("language", "lang")
_PUBLISHED: Final = (
    "published",
    "published_at",
    "date_published",
    "datepublished",
    "publish_date",
    "pub_date",
    "pubdate",
    "date",
    "publication_date",
)

_LONE: Final = re.compile("[\ud800-\udfff]")
_NOT_OURS: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_BY: Final = re.compile(r"^\s*(?:by|por|par|von)\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[;|]|,(?!\s*(?:Jr|Sr|MD|PhD)\b)|\s(?:and|y|et|und|&)\s)\s*", re.IGNORECASE)
_LONGEST_BYLINE: Final = 500  # characters: longer is a biography
_ISO: Final = re.compile(r"\d{4}-?\d\d-?\d\d")


def sound(text: str) -> str:
    """`text` without lone surrogates, which no encoding can write."""
    return _LONE.sub("\ufffd", text) if not text.isascii() else text


def raw(text: str) -> bytes:
    """The bytes that `text` was decoded from with `surrogateescape`."""
    return _NOT_OURS.sub("\ufffd", text).encode("utf-8", "surrogateescape")


def text_field(row: Mapping[str, object], names: Iterable[str]) -> str | None:
    """The first filled field of these names, as a string; numbers are written out."""
    for name in names:
        value = row.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and (clean := sound(value).strip()):
            return clean
    return None


def given(row: Mapping[str, object]) -> Given:
    """What the fields besides the text say."""
    return Given(
        title=text_field(row, _TITLE),
        outlet=text_field(row, _OUTLET),
        section=text_field(row, _SECTION),
        byline=_people(row),
        agency=text_field(row, _AGENCY),
        dateline=text_field(row, _DATELINE),
        language=text_field(row, _LANGUAGE),
        published=day(text_field(row, _PUBLISHED)),
    )


def page(row: Mapping[str, object], content: bytes, *, path: str, html: bool) -> Page:
    """The page of one row."""
    return Page(
        path=path,
        content=content,
        form="html" if html else "text",
        key=text_field(row, _KEY),
        url=text_field(row, _URL),
        given=given(row),
    )


def _people(row: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    for name in _BYLINE:
        value = row.get(name)
        for one in value if isinstance(value, list) else [value]:
            named = text_field(one, ("name",)) if isinstance(one, dict) else one
            found.extend(people(named) if isinstance(named, str) else ())
        if found:
            break
    return tuple(dict.fromkeys(found))


def people(byline: str) -> tuple[str, ...]:
    """The names of a byline: `By Ana Ruiz and Tom Okello` → both."""
    if len(byline) > _LONGEST_BYLINE:
        return ()
    line = _BY.sub("", " ".join(sound(byline).split()))
    return tuple(dict.fromkeys(name for part in _AND.split(line) if (name := part.strip(" ,.-"))))


def day(stated: str | None) -> str | None:
    """A stated date or date-time in ISO 8601, from that or from RFC 5322 (`Tue, 10 Feb 2026 14:00:00 +0000`); None for anything else."""
    clean = (stated or "").strip()[:80]
    try:
        if _ISO.match(clean):
            return dt.datetime.fromisoformat(clean).isoformat()
        return parsedate_to_datetime(clean).isoformat() if clean else None
    except (ValueError, TypeError, OverflowError):
        return None
