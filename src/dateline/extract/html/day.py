"""The day a page says it was published on, as the page's own time zone has it; impossible days are no days."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from dateline.extract.dateline.days import day as day_at
from dateline.extract.html.head import Head
from dateline.extract.html.linked import Linked

# In order of trust. `date` and its like come last: some pages mean the day they were served.
_NAMES: Final = (
    "articlepublishedtime",
    "ogarticlepublishedtime",
    "httpogpmensarticlepublishedtime",
    "articlepublished",
    "ogpublishedtime",
    "datepublished",
    "parselypubdate",
    "cxenseparserecspublishtime",
    "cxenseparsepublishtime",
    "publishedtime",
    "publishdate",
    "pubdate",
    "publisheddate",
    "publicationdate",
    "articledateoriginal",
    "originalpublicationdate",
    "dcdateissued",
    "dctermsissued",
    "dctermscreated",
    "dcdatecreated",
    "dctermsdate",
    "dcdate",
    "datecreated",
    "sailthrudate",
    "citationpublicationdate",
    "citationdate",
    "lastpublished",
    "date",
)
_ISO: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT: Final = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:\D|\d{4}(?:\d\d)?\b|$)")
_EPOCH: Final = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
_ASIAN: Final = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_UNIX: Final = re.compile(r"[A-Z][a-z]{2},? ([A-Z][a-z]{2}) +(\d{1,2}) [\d:]{8}(?: \w{1,5})? (\d{4})")
_IN_PATH: Final = re.compile(r"/((?:19|20)\d\d)[-/](\d\d?)[-/](\d\d?)(?=[/_.-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=\D)")
_CLOCK: Final = re.compile(r"(?<![\d:.])\d{1,2}:\d\d(?::\d\d)?(?![\d:])")
_FIRST_YEAR: Final = 1990  # the web's first pages
_TIMES: Final = 12  # <time> elements looked at; the article's own comes among the first
_WHERE: Final = 200  # characters of a text that may open with a day


def stated(root: HtmlElement, *, head: Head, linked: Linked, address: str | None) -> dt.date | None:
    """The first sound day among: linked data, the head's tags, what is marked up as published, the address."""
    for text in (linked.published, *(head.first(name) for name in _NAMES)):
        if text and (found := day(text)):
            return found
    return next(_marked(root), None) or _of_address(address)


def shown(root: HtmlElement) -> dt.date | None:
    """The day of the first <time>, else the one day that elements named after dates show.

    None where they show several: those are lists of other articles. What stands right below the headline is better evidence than either:
    the first <time> of some pages is the day on which they were served.
    """
    return _of_times(root) or _named(root)


def _marked(root: HtmlElement) -> Iterator[dt.date]:
    """Days of elements that are declared to hold the day of publication."""
    for element in root.xpath(_MARKED)[:_TIMES]:
        text = element.get("datetime") or element.get("content") or "".join(element.itertext())
        if found := day(text):
            yield found


_MARKED: Final = (
    ".//*[@itemprop='datePublished' or @pubdate or @property='datePublished'"
    " or (self::time and (contains(@class, 'publi') or contains(@class, 'entry-date')))]"
)


def _of_times(root: HtmlElement) -> dt.date | None:
    for _, element in zip(range(_TIMES), root.iter("time"), strict=False):
        if found := day(element.get("datetime") or "") or day("".join(element.itertext())):
            return found
    return None


def _named(root: HtmlElement) -> dt.date | None:
    days: set[dt.date] = set()
    for element in root.iter("p", "div", "span", "li", "small", "em", "dd", "td"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(element) > _FEW or not _DATE_NAMES.search(names[:_WHERE]):
            continue
        text = " ".join("".join(element.itertext()).split())
        if len(text) <= _BRIEF and (found := day(text)):
            days.add(found)
            if len(days) > 1:
                return None
    return next(iter(days), None)


_DATE_NAMES: Final = re.compile(r"date|time|publi|posted|datum|fecha|tarih", re.IGNORECASE)
_FEW: Final = 4  # children; what has more holds more than a date
_BRIEF: Final = 80  # characters; what is longer says more than a date


def _of_address(address: str | None) -> dt.date | None:
    """The day in the path of an address: /2024/04/28/, /2024-04-28-, /20240428."""
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return None
    found = _IN_PATH.search(path)
    if not found:
        return None
    return _sound(*(int(part) for part in found.groups() if part))


def day(text: str) -> dt.date | None:
    """The day that `text` opens with, in the forms that head and markup use; None where day and month could be either way round."""
    text = " ".join(text[:_WHERE].split())
    if epoch := _EPOCH.match(text):
        return _sound(*dt.datetime.fromtimestamp(int(epoch[1]), dt.UTC).timetuple()[:3])
    for pattern in (_ISO, _COMPACT, _ASIAN):
        if found := pattern.match(text):
            return _sound(int(found[1]), int(found[2]), int(found[3]))
    if unix := _UNIX.match(text):
        text = f"{unix[2]} {unix[1]} {unix[3]}"
    text = _CLOCK.sub(" ", text)  # lest "8 January, 20:17" be of 2020
    for start in _starts(text):
        at = day_at(text, start)
        if at and at.year and at.month and at.day:
            return _sound(at.year, at.month, at.day)
    return None


def _starts(text: str) -> list[int]:
    """Where words and numbers begin, the first few: a weekday or "published" may come before the day."""
    return [found.start() for _, found in zip(range(6), re.finditer(r"\b\w", text), strict=False)]


def _sound(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
