"""JSON Feed (1 and 1.1) → its entries."""

import json
from collections.abc import Iterator, Mapping

from dateline.errors import BadInput, LimitExceeded
from dateline.read.entry import Entry
from dateline.read.fields import day, text_field
from dateline.records import Given


def json_entries(content: bytes) -> Iterator[Entry]:
    """The items in their order; raises BadInput where it is no feed."""
    try:
        feed: object = json.loads(content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape"))
    except RecursionError as error:
        raise LimitExceeded("too-deep", "nested too deep") from error
    except ValueError as error:
        raise BadInput("bad-json", str(error)[:200].encode("ascii", "replace").decode()) from error
    if not isinstance(feed, dict) or not isinstance(items := feed.get("items"), list):
        raise BadInput("bad-feed", "expected an object with items, as JSON Feed has them")
    for item in items:
        yield _entry(item if isinstance(item, dict) else {}, feed)


def _entry(item: Mapping[str, object], feed: Mapping[str, object]) -> Entry:
    return Entry(
        key=text_field(item, ("id",)),
        url=text_field(item, ("url", "external_url")),
        content=_string(item, "content_html") or _string(item, "content_text"),
        summary=_string(item, "summary"),
        given=Given(
            title=text_field(item, ("title",)),
            outlet=text_field(feed, ("title",)),
            byline=_authors(item) or _authors(feed),
            language=text_field(item, ("language",)) or text_field(feed, ("language",)),
            published=day(text_field(item, ("date_published",))),
        ),
    )


def _authors(holder: Mapping[str, object]) -> tuple[str, ...]:
    """Of version 1.1 `authors`, else of version 1 `author`."""
    listed = holder.get("authors")
    persons = listed if isinstance(listed, list) else [holder.get("author")]
    return tuple(name for person in persons if isinstance(person, dict) and (name := text_field(person, ("name",))))


def _string(item: Mapping[str, object], name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) and value.strip() else None
