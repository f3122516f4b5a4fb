"""Feeds: RSS 0.9 to 2.0, Atom, JSON Feed. Entries with their full text are pages, the others are links."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast
from xml.parsers import expat

import feedparser

from dateline.errors import BadInput, LimitExceeded
from dateline.read.entry import Entry, entry_page
from dateline.read.fields import day, people, text_field
from dateline.read.json_feed import json_entries
from dateline.read.source import Source
from dateline.read.xml import DECLARATION, characters, refuse_entities
from dateline.records import Dropped, Given, Page

_DAYS: Final = ("published", "updated", "created")
_DEEPEST: Final = 5_000  # open elements; feedparser's time grows with their square: 100,000 took 3 seconds
_MENDED_WITHIN: Final = 1_000_000  # bytes; mending took feedparser up to 4 seconds a megabyte, on runs of open tags
_TAG: Final = re.compile(r"<(/?)[A-Za-z][^<>]{0,4000}?(/?)>")
# What a parser written in Python may raise on noise. The library promises nothing; the fuzz tests watch over this list.
_SURPRISES: Final = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)


def feed_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each entry with its text; `link-only` with the address for each other one. Paths end in the entry's id or number."""
    content = source.whole()
    json = content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    number = 0
    for number, entry in enumerate(json_entries(content) if json else _entries(content), start=1):
        path = source.at(entry.key or number)
        try:
            yield entry_page(entry, path=path)
        except BadInput as error:
            yield Dropped(path=path, stage="read", reason=error.reason, detail=error.detail)
    if number == 0:
        raise BadInput("bad-feed" if not json else "empty", "no entry in it")


def _entries(content: bytes) -> Iterator[Entry]:
    text = characters(content)
    refuse_entities(text)
    _refuse_depth(text)
    if len(content) > _MENDED_WITHIN:
        _refuse_broken(text)
    try:
        # Bytes in a stream: a string would be taken for an address or a file to open.
        parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except _SURPRISES as error:
        raise BadInput("bad-feed", f"{type(error).__name__}: {error!a}"[:200]) from error
    feed = cast(Mapping[str, object], parsed.get("feed") or {})
    for entry in cast(Sequence[Mapping[str, object]], parsed.get("entries") or ()):
        yield _entry(entry, feed)


def _refuse_depth(text: str) -> None:
    first, *rest = text.split("<![CDATA[")
    depth = 0
    for part in (first, *(after.partition("]]>")[2] for after in rest)):
        for tag in _TAG.finditer(part):
            depth += -1 if tag[1] else 0 if tag[2] else 1
            if depth > _DEEPEST:
                raise LimitExceeded("too-deep", f"more than {_DEEPEST:,} open elements")


def _refuse_broken(text: str) -> None:
    """Raise BadInput("bad-xml") where the feed is not well-formed."""
    try:
        expat.ParserCreate().Parse(DECLARATION.sub("", text).encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise BadInput("bad-xml", f"not well-formed, and too large to mend: {error}") from error


def _entry(entry: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    outlet = text_field(feed, ("title",))
    return Entry(
        key=text_field(entry, ("id",)),
        url=_address(entry),
        content=_content(entry),
        summary=_string(entry.get("summary")),
        given=Given(
            title=text_field(entry, ("title",)),
            outlet=outlet,
            byline=_people(entry, outlet or ""),
            language=_language(entry) or text_field(feed, ("language",)),
            published=next((found for name in _DAYS if (found := day(text_field(entry, (name,))))), None),
        ),
    )


def _content(entry: Mapping[str, object]) -> str | None:
    """The longest of what is given as the content."""
    listed = entry.get("content")
    found = [_string(one.get("value")) or "" for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return max(found, key=len, default="") or None


def _address(entry: Mapping[str, object]) -> str | None:
    link = text_field(entry, ("link",)) or text_field(entry, ("id",))
    return link if link and link.startswith(("http://", "https://")) else None


def _people(entry: Mapping[str, object], outlet: str) -> tuple[str, ...]:
    """The authors, without one that is only the outlet's own name."""
    listed = entry.get("authors")
    names = [text_field(one, ("name",)) or "" for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    found = (person for name in names for person in people(name))
    return tuple(dict.fromkeys(person for person in found if not outlet.casefold().startswith(person.casefold())))


def _language(entry: Mapping[str, object]) -> str | None:
    for name in ("content", "title_detail"):
        detail = entry.get(name)
        one = detail[0] if isinstance(detail, list) and detail else detail
        if isinstance(one, dict) and (found := text_field(one, ("language",))):
            return found
    return None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
