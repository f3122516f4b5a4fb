"""HTML: the whole file is one page."""

from collections.abc import Iterator

from dateline.read.source import Source
from dateline.records import Page


def html_pages(source: Source) -> Iterator[Page]:
    """The one page, its bytes as they are: the encoding is found when it is extracted."""
    yield Page(path=source.path, content=source.whole(), form="html")
