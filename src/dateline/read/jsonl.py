"""JSON lines, or an array of JSON objects, with a text (or HTML) each; and the records that this program writes, read back."""

import codecs
from collections.abc import Iterator, Mapping

from dateline.errors import BadInput
from dateline.read.fields import HTML_NAMES, TEXT_NAMES, given, page, raw, text_field
from dateline.read.json_values import json_values
from dateline.read.kinds import looks_like_html, refuse_binary
from dateline.read.source import Source
from dateline.records import SCHEMA, Dropped, Given, Page


def jsonl_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each object with a text, numbered by line (or by place in the array); the others are dropped one by one."""
    found = False
    for number, value in json_values(source):
        found = True
        try:
            yield object_page(value, path=source.at(number))
        except BadInput as error:
            yield source.dropped(number, error)
    source.ended()
    if not found:
        raise BadInput("empty", "JSON without a value")


def object_page(value: object, *, path: str) -> Page:
    """The page of one decoded value: an object with a text or HTML, or a record of this program. Raises BadInput where it is neither."""
    if isinstance(value, BadInput):
        raise value
    if not isinstance(value, dict):
        raise BadInput("bad-json", f"expected an object with a text, found {type(value).__name__}")
    if value.get("schema") == SCHEMA:
        return _own(value, path=path)
    for names, markup in ((TEXT_NAMES, False), (HTML_NAMES, True)):
        for name in names:
            text = value.get(name)
            if isinstance(text, str) and text.strip():
                content = raw(text)
                refuse_binary(content[:1024].removeprefix(codecs.BOM_UTF8))
                return page(value, content, path=path, html=markup or (name != "text" and looks_like_html(text[:65_536])))
    raise BadInput("empty", f"no text in it: expected one of {', '.join((*TEXT_NAMES[:3], HTML_NAMES[0]))}, …")


def _own(record: Mapping[str, object], *, path: str) -> Page:
    """The page of an output record: its article's body, which is clean, and what the record says of it."""
    article = record.get("article")
    if not isinstance(article, dict) or not isinstance(text := article.get("text"), str):
        raise BadInput("empty", "a record without an article")
    span = article.get("body")
    start = span.get("start") if isinstance(span, dict) else None
    body = raw(text[start if isinstance(start, int) and 0 <= start < len(text) else 0 :])
    if not body.strip():
        raise BadInput("empty", "a record without a text")
    return Page(
        path=path,
        content=body,
        form="prose",
        encoding="utf-8",
        key=text_field(article, ("key", "id")),
        url=text_field(article, ("url",)),
        given=_given(article),
    )


def _given(article: Mapping[str, object]) -> Given:
    """As for any row; but the day only where it is known, and no dateline, which the text holds already."""
    stated = article.get("published")
    day = stated.get("first") if isinstance(stated, dict) and stated.get("first") == stated.get("last") else None
    byline = article.get("byline")
    return given(
        {name: article.get(name) for name in ("title", "outlet", "section", "agency", "language")} | {"published": day, "byline": byline}
    )
