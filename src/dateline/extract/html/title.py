"""The headline: what the page's title, head, linked data and headings agree on, without the site's name."""

import re
from collections.abc import Sequence
from typing import Final

from lxml.html import HtmlElement

from dateline.extract.html.head import Head
from dateline.extract.html.linked import Linked

_BORDER: Final = re.compile(r"\s+[|•·–—»«:-]{1,2}\s+|\s*[|｜ㅣ]\s*|(?<=[^\x00-\u1fff])[：:](?=\S)")
_LOOSE: Final = re.compile(r"[\W_]+")
_SHORTEST: Final = 8  # characters of a headline; shorter ones are section names
_MOST_HEADINGS: Final = 8
_SHOWING: Final = ("h2", "h3", "b", "strong", "big", "font", "p", "div", "span", "td")
_MOST_LOOKED_AT: Final = 3000  # elements; the headline stands before the story
_LONGEST: Final = 400


def title(root: HtmlElement, *, head: Head, linked: Linked, outlets: Sequence[str]) -> str | None:
    """The article's headline; None where the page has none. `outlets` are names of the site, which are cut off.

    It is the linked data's or the one that the page passes on to readers elsewhere (og:title), whichever the editors wrote; else the
    heading that the document's title repeats; else that title.
    """
    headings = _headings(root)
    names = frozenset(_loose(name) for name in outlets if name)
    document = [_cut(head.title, names, headings)] if head.title else []
    passed = [_cut(text, names, headings) for text in (head.first("og:title", "twitter:title"),) if text]
    if linked.headline and (declared := _cut(linked.headline, names, headings)):
        if passed and _rewritten(declared, passed[0], document):
            return passed[0]
        return _spelled(_fuller(declared, [*passed, *document]), [*passed, *document, *headings])
    if passed:
        return passed[0]
    return _on_page(headings, document, head.title or "") or _shown(root, head.title or "")


def _rewritten(declared: str, passed: str, document: Sequence[str]) -> bool:
    """Whether `declared` is the one that was written for search engines, as the document's title is, and `passed` is not.

    Of the fixtures' pages on which the two differ, the one unlike the document's title is the article's on 40 of 58.
    """
    searched = any(_same(declared, text) for text in document)
    return searched and not _same(declared, passed)


def _on_page(headings: Sequence[str], document: Sequence[str], whole: str) -> str | None:
    """The headline where only headings and the document's title can tell: the heading that the title holds, else either."""
    loose = _loose(whole)
    within = [heading for heading in headings if len(heading) >= _SHORTEST and _loose(heading) in loose]
    if within:
        return max(within, key=len)
    return next(iter(headings), None) or (document[0] if document and document[0] != " ".join(whole.split()) else None)


def _shown(root: HtmlElement, whole: str) -> str | None:
    """The start or end of the document's title that stands alone on the page: old pages set headlines in bold, not in an h1."""
    loose = _loose(whole)
    for _, element in zip(range(_MOST_LOOKED_AT), root.iter(*_SHOWING), strict=False):
        text = " ".join("".join(element.itertext()).split()) if len(element) <= 1 else ""
        part = _loose(text) if _SHORTEST <= len(text) <= _LONGEST else ""
        if part and len(part) * 2 >= len(loose) and (loose.startswith(part) or loose.endswith(part)):
            return text
    return whole or None


def _headings(root: HtmlElement) -> list[str]:
    """Texts of the first h1 elements and of what is declared a headline, without empty ones."""
    found = list(root.iter("h1"))[:_MOST_HEADINGS] or root.xpath(".//*[@itemprop='headline' or @itemprop='name headline']")[:_MOST_HEADINGS]
    texts = (" ".join("".join(element.itertext()).split()) for element in found)
    return [text for text in texts if text and len(text) <= _LONGEST]


def _cut(text: str, names: frozenset[str], headings: Sequence[str]) -> str:
    """`text` without the site's name, its sections and slogans at either end."""
    text = " ".join(text.split())[:_LONGEST]
    for heading in headings:
        if len(heading) >= _SHORTEST and text.startswith(heading) and _BORDER.match(text, len(heading)):
            return heading
    borders = list(_BORDER.finditer(text))
    for border in borders:
        if _foreign(text[border.end() :], names) and len(text[: border.start()]) >= _SHORTEST:
            return text[: border.start()].strip()
    if borders and _foreign(text[: borders[0].start()], names) and len(text[borders[0].end() :]) >= _SHORTEST:
        return text[borders[0].end() :].strip()
    return text


def _foreign(part: str, names: frozenset[str]) -> bool:
    """Whether `part` of a title is the site's: its name, or its name with a section or slogan before or after it."""
    loose = _loose(part)
    return any(loose == name or (len(name) >= _SHORTEST // 2 and (loose.startswith(name) or loose.endswith(name))) for name in names)


def _fuller(declared: str, others: Sequence[str]) -> str:
    """`declared`, or another's spelling of it where linked data cut it short (schema.org once asked for at most 110 characters)."""
    stem = declared.rstrip(". …")
    if declared.endswith(("...", "…")):
        return next((text for text in others if len(text) > len(declared) and text.startswith(stem)), declared)
    return declared


def _spelled(declared: str, others: Sequence[str]) -> str:
    """`declared` with the quotes and dashes of most: straight or curly, long or short."""
    alike = [text for text in others if len(text) == len(declared) and _same(text, declared)]
    return max((*alike, declared), key=[*alike, declared].count)


def _same(one: str, other: str) -> bool:
    return _loose(one) == _loose(other)


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()
