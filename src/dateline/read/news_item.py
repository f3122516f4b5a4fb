"""One item of a news format → its page."""

from collections.abc import Iterable

from dateline.errors import BadInput
from dateline.read.fields import raw
from dateline.records import Given, Page


def news_page(paragraphs: Iterable[str], *, path: str, key: str | None, url: str | None = None, given: Given) -> Page:
    """A page of prose: the format vouches for each paragraph. Raises BadInput("empty") where there is none."""
    body = "\n\n".join(paragraphs)
    if not body:
        raise BadInput("empty", "a news item without a text")
    return Page(path=path, content=raw(body), form="prose", encoding="utf-8", key=key, url=url, given=given)
