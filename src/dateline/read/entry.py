"""One entry of a feed, of whatever format: a page where it carries its story in full, else a link."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.errors import BadInput
from dateline.read.fields import raw
from dateline.records import Given, Page

# Feeds give teasers and stories in the same fields. These lengths are our judgement and not measured: no collection of feeds was at hand.
_SHORTEST_CONTENT: Final = 400  # visible characters, in a field that is meant for the whole text
_SHORTEST_SUMMARY: Final = 900  # … in a field that is meant for a summary
_TAG: Final = re.compile(r"<[^<>]{0,5000}>")
_MARKUP: Final = re.compile(r"<(?:p|br|div|a|b|i|em|strong|span|img|h[1-6]|ul|ol|blockquote|figure)\b", re.IGNORECASE)
_BREAKS_OFF: Final = re.compile(
    r"(?:\[?(?:…|\.\.\.|&#8230;|&hellip;)\]?|\b(?:read|continue|learn|see) (?:more|on|reading|the full \w{1,12}))[\s»>→.\]]*$",
    re.IGNORECASE,
)
_TAIL: Final = 80  # visible characters at the end in which a text tells that it breaks off


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What a feed says of one story. `content` is what it gives as the whole, `summary` what it gives as a part."""

    key: str | None
    url: str | None
    content: str | None
    summary: str | None
    given: Given


def entry_page(entry: Entry, *, path: str) -> Page:
    """The entry's page; raises BadInput("link-only") with the address where it has no full text, or "empty" where it has neither."""
    story = next((text for text in (entry.content, entry.summary) if text and _whole(text, shortest=_shortest(text, entry))), None)
    if story is None:
        raise BadInput("link-only", entry.url) if entry.url else BadInput("empty", "an entry without text and link")
    return Page(
        path=path,
        content=raw(story),
        form="html" if _MARKUP.search(story) else "text",
        encoding="utf-8",
        key=entry.key,
        url=entry.url,
        given=entry.given,
    )


def _shortest(text: str, entry: Entry) -> int:
    return _SHORTEST_CONTENT if text is entry.content else _SHORTEST_SUMMARY


def _whole(text: str, *, shortest: int) -> bool:
    visible = " ".join(_TAG.sub(" ", text).split())
    return len(visible) >= shortest and not _BREAKS_OFF.search(visible[-_TAIL:])
