"""An article: the cleaned text of a page and what the page says about itself."""

import datetime as dt
from typing import Literal

from dateline.records.base import Record
from dateline.records.span import Span

PublishedBasis = Literal["metadata", "dateline", "weekday", "given", "unknown"]


class Published(Record, frozen=True, kw_only=True):
    """The day of publication: known (`first` equals `last`), bounded, or unknown (both None).

    `basis`: `given` by whoever handed the page in; `metadata` of the page itself; `dateline` where the opening states day and year;
    `weekday` where its missing year was worked out from weekdays, dates with years or the day of archiving; else `unknown`.
    `years` lists every year that remains possible when the day and month are known and the year is not.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    basis: PublishedBasis = "unknown"
    years: tuple[int, ...] = ()
    why: tuple[str, ...] = ()  # each step of the reasoning, for people

    def __post_init__(self) -> None:
        if (self.first is None) != (self.last is None):
            raise ValueError(f"need both ends or neither, got first {self.first}, last {self.last}")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"need first <= last, got {self.first} > {self.last}")
        if (self.basis == "unknown") != (self.first is None):
            raise ValueError(f"need basis unknown exactly where no day is known, got {self.basis} with {self.first}")


class Dateline(Record, frozen=True, kw_only=True):
    """The opening of a wire story: place, day and agency, each as far as it is stated.

    `start` and `end` are code points of `Article.text`. `date` is the ISO day once its year is known, else None; `month` and `day`
    are what the words say. `places` lists all places of a dateline with several; `place` is the first.
    """

    text: str
    start: int
    end: int
    place: str | None = None
    places: tuple[str, ...] = ()
    agency: str | None = None
    date: dt.date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None


class Article(Record, frozen=True, kw_only=True):
    """The cleaned text of a page. `text` is title and body as one string and is never changed again; later facts are spans of it."""

    id: str
    path: str
    text: str
    body: Span  # the part of `text` after the title
    published: Published
    key: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    language: str | None = None  # ISO 639-1, or 639-3 where there is none
    dateline: Dateline | None = None
