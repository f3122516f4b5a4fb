"""Marked-up text of a news format → its paragraphs."""

from typing import Final, cast
from xml.etree.ElementTree import Element

from lxml import etree

from dateline.read.fields import raw
from dateline.read.xml import local

_BLOCKS: Final = frozenset({
    "p", "hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "bq", "div", "section", "article",
    "block", "pre", "br", "body", "ul", "ol", "dl", "body.content", "hr", "fn", "note", "header", "main",
})  # fmt: skip
# A news format says what they are, and none is the story: pictures with their captions, tables of results, notes to the desk.
_SKIPPED: Final = frozenset({
    "media", "figure", "figcaption", "table", "script", "style", "head", "title", "nav", "aside", "form", "iframe", "object",
    "svg", "audio", "video", "picture", "noscript", "template", "media-caption",
})  # fmt: skip


class Paragraphs:
    """Collects paragraphs from the starts, ends and characters of marked-up text."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._open: list[str] = []
        self._skipping = 0  # elements that are left out and still open

    def start(self, tag: str) -> None:
        """A tag opens."""
        if tag in _SKIPPED:
            self._skipping += 1
        if tag in _BLOCKS:
            self._close()

    def end(self, tag: str) -> None:
        """A tag closes, whether or not it had been opened."""
        if tag in _SKIPPED and self._skipping:
            self._skipping -= 1
        if tag in _BLOCKS:
            self._close()

    def characters(self, text: str) -> None:
        """Characters follow."""
        if not self._skipping:
            self._open.append(text)

    def found(self) -> tuple[str, ...]:
        """The paragraphs, each on one line, none empty."""
        self._close()
        return tuple(self._found)

    def _close(self) -> None:
        if line := " ".join("".join(self._open).split()):
            self._found.append(line)
        self._open.clear()


def of_element(root: Element) -> tuple[str, ...]:
    """The paragraphs inside an element, of XHTML or NITF."""
    paragraphs = Paragraphs()
    _walk(root, paragraphs)
    return paragraphs.found()


def _walk(element: Element, paragraphs: Paragraphs) -> None:
    """Depth is bounded by the parser that made the tree."""
    tag = local(element)
    paragraphs.start(tag)
    if tag:  # a comment has text, too
        paragraphs.characters(element.text or "")
    for child in element:
        _walk(child, paragraphs)
        paragraphs.characters(child.tail or "")
    paragraphs.end(tag)


class _Events:
    """What lxml tells of as it parses; no tree is built, so no depth can hurt."""

    def __init__(self) -> None:
        self._paragraphs = Paragraphs()

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self._paragraphs.start(tag)

    def end(self, tag: str) -> None:
        self._paragraphs.end(tag)

    def data(self, text: str) -> None:
        self._paragraphs.characters(text)

    def close(self) -> tuple[str, ...]:
        return self._paragraphs.found()


def of_markup(text: str) -> tuple[str, ...]:
    """The paragraphs of HTML as it is embedded in JSON and XML, well-formed or not."""
    if not text.strip():
        return ()
    parser = etree.HTMLParser(target=_Events(), no_network=True, encoding="utf-8")  # type: ignore[arg-type]  # stubs know of trees only
    parser.feed(raw(text))
    return cast(tuple[str, ...], parser.close())


def of_plain(text: str) -> tuple[str, ...]:
    """The paragraphs of plain text: parted by blank lines, or where there are none, by line ends."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = lines.split("\n\n") if "\n\n" in lines.strip() else lines.split("\n")
    return tuple(clean for block in blocks if (clean := " ".join(block.split())))
