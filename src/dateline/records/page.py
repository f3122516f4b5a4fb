"""A page: bytes as fetched or found, with where and when."""

import datetime as dt
from typing import Literal

from dateline.records.base import Record, digest

Form = Literal["html", "text", "prose"]


class Given(Record, frozen=True, kw_only=True):
    """What the container of a page (a feed, a news format, a table) states about it, in its own words; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    dateline: str | None = None  # where the format keeps it apart from the body, as NITF does
    language: str | None = None  # BCP 47, as stated
    published: str | None = None  # ISO 8601 date or date-time, as stated


class Page(Record, frozen=True, kw_only=True):
    """One page before anything is read out of it.

    `form` says what the bytes are: `html` (a document or a fragment), `text` (plain text as scraped: story lines among others) or
    `prose` (plain text that a news format vouches for: story lines only, paragraphs parted by blank lines).
    """

    path: str  # the file, and after `#` the member, entry or line inside it
    content: bytes
    form: Form
    encoding: str | None = None  # as declared from outside (HTTP header, XML declaration); not to be trusted
    key: str | None = None  # the input's own id
    url: str | None = None
    fetched: dt.datetime | None = None  # when an archive or a crawl got it; aware, UTC
    given: Given = Given()

    @property
    def id(self) -> str:
        """The same for the same bytes from the same address."""
        return digest("p", self.url, self.content)
