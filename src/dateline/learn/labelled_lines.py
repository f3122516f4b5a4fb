"""Saved news pages as a scraper would paste them: visible lines, each labelled by what a publisher's own parser says of the page."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as markup

from dateline.extract.normalise import one_line
from dateline.extract.plain.model import ROLES
from dateline.learn.fixtures import Fixture, fixtures

_UNSEEN: Final = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "select",
        "option",
        "textarea",
        "canvas",
        "audio",
        "video",
        "object",
    )
)
# fmt: off
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))
# fmt: on
_WORD: Final = re.compile(r"\w+")
_SURE: Final = 15  # characters: a shorter piece of a paragraph may stand in it by chance
_MOST: Final = 0.6  # of a line must be the paragraph, or of the title the line
_ALIKE: Final = 0.5  # of the words of two wordings of one headline
_KICKERS: Final = 2  # lines of the gold body that may stand above the headline: kicker and standfirst
_NEAR_TITLE: Final = 12  # lines above the headline where a section label stands
_BYLINE: Final = 150  # characters
_STAMP: Final = 90
_SECTION: Final = 40
_SUFFIXES: Final = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "go", "or"))


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelledPage:
    """The visible lines of one page and the role of each, as an index into ROLES; `publisher` is the name in its address."""

    name: str
    publisher: str
    lines: tuple[str, ...]
    roles: tuple[int, ...]
    body: tuple[str, ...]


def pages(directory: Path) -> Iterator[LabelledPage]:
    """Every page under `directory` that has visible lines and a gold body, in the order of their paths."""
    for fixture in fixtures(directory):
        page = _page(fixture)
        if page.lines and page.body:
            yield page


def visible_lines(root: markup.HtmlElement) -> list[str]:
    """The text of an HTML tree as a browser's copy and paste gives it, one block a line, white space folded."""
    found: list[str] = []
    pieces: list[str] = []

    def end_line() -> None:
        if line := one_line("".join(pieces)):
            found.append(line)
        pieces.clear()

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        seen = isinstance(element.tag, str)
        if seen and element.tag in _BLOCKS:
            end_line()
        if event == "start" and element.text:
            pieces.append(element.text)
        if event != "start" and element.tail:
            pieces.append(element.tail)
    end_line()
    return found


def _page(fixture: Fixture) -> LabelledPage:
    root = markup.fromstring(fixture.html.encode(), parser=markup.HTMLParser(encoding="utf-8", huge_tree=True))
    section = _declared_section(root)
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    lines = visible_lines(root)
    body = [line for part in fixture.body if (line := one_line(part))]
    return LabelledPage(
        name=fixture.name,
        publisher=publisher(fixture.url or "") or fixture.publisher,
        lines=tuple(lines),
        roles=tuple(_roles(lines, fixture, body=body, section=section)),
        body=tuple(body),
    )


def publisher(address: str) -> str:
    """The name that an address is registered under: `fr.euronews.com` and `www.euronews.com` are one publisher's."""
    labels = (urlsplit(address).hostname or "").split(".")
    at = -3 if len(labels) > 2 and labels[-2] in _SUFFIXES else -2  # noqa: PLR2004
    return labels[at] if len(labels) >= -at else labels[0]


def _declared_section(root: markup.HtmlElement) -> str:
    return _plain(next(iter(root.xpath("//meta[@property='article:section']/@content")), ""))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _roles(lines: list[str], gold: Fixture, *, body: list[str], section: str) -> list[int]:
    """Story lines by match with the gold body; then headline, byline, stamp and section by match, where they may stand."""
    plain = [_plain(line) for line in lines]
    paragraphs = [_plain(part) for part in body]
    whole, known = " ".join(paragraphs), frozenset(paragraphs)
    long = [part for part in paragraphs if len(part) > 2 * _SURE]
    roles = [_story(line, whole, known, long) for line in plain]
    story = [at for at, role in enumerate(roles) if role]
    first, last = (story[min(_KICKERS, len(story) - 1)], story[-1]) if story else (len(lines), len(lines))
    title = _plain(gold.title or "")
    marks = [
        ROLES.index("story") if role else _beside(line, at, gold=gold, title=title, first=first, last=last)
        for at, (line, role) in enumerate(zip(plain, roles, strict=True))
    ]
    headline = next((at for at, mark in enumerate(marks) if mark == ROLES.index("headline")), first)
    for at in range(max(headline - _NEAR_TITLE, 0), headline):
        if section and plain[at] == section and len(section) <= _SECTION:
            marks[at] = ROLES.index("section")
    return marks


def _story(line: str, whole: str, known: frozenset[str], long: list[str]) -> bool:
    if line in known or (len(line) > _SURE and line in whole):
        return bool(line)
    return len(line) > 2 * _SURE and sum(len(part) for part in long if part in line) >= _MOST * len(line)


def _beside(line: str, at: int, *, gold: Fixture, title: str, first: int, last: int) -> int:
    """The role of a line outside the story."""
    before = at < first
    if before and title and _same(line, title):
        return ROLES.index("headline")
    near = first - _NEAR_TITLE <= at <= first + _NEAR_TITLE or last < at <= last + _NEAR_TITLE // 2
    if near and len(line) <= _BYLINE and any(name and name in line for name in map(_plain, gold.authors)):
        return ROLES.index("byline")
    if near and before and len(line) <= _STAMP and _states_day(line, gold.day):
        return ROLES.index("stamp")
    return ROLES.index("other")


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, in whole or for the most part: pages reword it, cut it, or put a kicker before it."""
    if line in title or title in line:
        return len(line) > _SURE and _MOST * len(line) <= len(title) <= len(line) / _MOST
    one, other = set(line.split()), set(title.split())
    return len(one & other) >= _ALIKE * len(one | other)


def _states_day(line: str, day: dt.date | None) -> bool:
    """Whether a line holds the day and the year of the publication."""
    if day is None:
        return False
    words = line.split()
    return str(day.year) in words and any(word.lstrip("0").rstrip("stndrh.") == str(day.day) for word in words)
