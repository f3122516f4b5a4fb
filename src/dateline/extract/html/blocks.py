"""The visible blocks of a page in reading order, each with where it stands: its tag, its surroundings' roles, and its links."""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from dateline.extract.html.concepts import BIT, roles

_UNSEEN: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "option",
        "textarea",
        "input",
        "noscript",
        "head",
        "math",
        "canvas",
        "map",
        "audio",
        "video",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "label",
        "amp-link",
        "nobr",
    ]
)
_STRONG: Final = frozenset(("b", "strong"))
_FINE: Final = frozenset(("small", "font"))
_FINE_SIZES: Final = frozenset(("1", "-1", "-2"))  # of <font>, as old pages set what is beside the story
_NOT_SHOWN: Final = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_WORD: Final = re.compile(r"\w")
_NAMED: Final = ("class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-role")
# What the element's own tag says of its role, as its names would.
_TAG_ROLES: Final = {
    "nav": BIT["navigation"],
    "footer": BIT["navigation"],
    "aside": BIT["box"],
    "figure": BIT["caption"],
    "figcaption": BIT["caption"],
    "button": BIT["hidden"],
    "form": BIT["newsletter"],
    "dialog": BIT["notice"],
    "address": BIT["author"],
}


# Elements that hold one paragraph each: what holds the paragraph's siblings is their parent.
_PARAGRAPHS: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "dd", "dt", "td", "th"))


@dataclass(slots=True)
class Block:
    """One run of text between block-level tags. Lists of these are built once per page and read by `features`."""

    text: str
    tag: str  # of the nearest block-level element
    own: int  # roles of that element
    near: int  # roles of its parent and grandparent
    far: int  # roles of all that lies further out
    container: int  # number of the block element that holds it and its siblings, unique on the page
    outer: int  # number of that one's parent
    linked: int  # characters inside links
    strong: int  # characters inside bold
    small: int  # characters in small print
    article: bool  # inside <article>, <main> or an element declared as the article's body
    hidden: bool
    timed: bool  # holds a <time>


@dataclass(slots=True)
class _Place:
    """A block-level element that is open while the page is walked."""

    tag: str
    number: int
    own: int
    near: int
    far: int
    article: bool
    hidden: bool
    parent: "_Place | None"


@dataclass(slots=True)
class _Run:
    """The text gathered since the last block-level border."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0
    small: int = 0
    timed: bool = False


def blocks(root: HtmlElement) -> list[Block]:
    """All blocks below `root` with at least one letter or digit, in document order. No recursion: deep pages cost no stack."""
    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        if event == "end":
            walk.leave(element)
        elif not walk.enter(element):
            steps.skip_subtree()
    return walk.found


class _Walk:
    """One pass over a page; its state is the block-level elements that are open and the text since the last border."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._run = _Run()
        self._numbers = 0
        self._place = _Place(tag="body", number=0, own=0, near=0, far=0, article=False, hidden=False, parent=None)
        self._links = 0
        self._bolds = 0
        self._smalls = 0

    def enter(self, element: HtmlElement) -> bool:
        """Whether what is inside `element` can be seen."""
        tag = element.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            return False
        if tag in _INLINE:
            self._links += tag == "a"
            self._bolds += tag in _STRONG
            self._smalls += tag in _FINE and _fine(element)
            self._run.timed = self._run.timed or tag == "time"
        else:
            self._flush()
            if tag != "br":
                self._open(element, tag)
        self._add(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            pass
        elif tag in _INLINE:
            self._links -= tag == "a"
            self._bolds -= tag in _STRONG
            self._smalls -= tag in _FINE and _fine(element)
        elif tag != "br":
            self._flush()
            if self._place.parent is not None:
                self._place = self._place.parent
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        run = self._run
        run.pieces.append(text)
        if self._links:
            run.linked += len(text)
        if self._bolds:
            run.strong += len(text)
        if self._smalls:
            run.small += len(text)

    def _open(self, element: HtmlElement, tag: str) -> None:
        parent = self._place
        names = " ".join(value for name in _NAMED if (value := element.get(name)))
        own = roles(names) if names else 0
        style = element.get("style") or ""
        self._numbers += 1
        self._place = _Place(
            tag=tag,
            number=self._numbers,
            own=own | _TAG_ROLES.get(tag, 0),
            near=parent.own | (parent.parent.own if parent.parent else 0),
            far=parent.far | (parent.parent.near if parent.parent else 0),
            article=parent.article or tag in ("article", "main") or element.get("itemprop") == "articleBody",
            hidden=parent.hidden
            or element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(style and _NOT_SHOWN.search(style)),
            parent=parent,
        )

    def _flush(self) -> None:
        run = self._run
        if not run.pieces:
            return
        text = " ".join("".join(run.pieces).split())
        if _WORD.search(text):
            place = self._place
            holder = place.parent if place.parent and place.tag in _PARAGRAPHS else place
            self.found.append(
                Block(
                    text=text,
                    tag=place.tag,
                    own=place.own,
                    near=place.near,
                    far=place.far,
                    container=holder.number,
                    outer=holder.parent.number if holder.parent else 0,
                    linked=min(run.linked, len(text)),
                    strong=min(run.strong, len(text)),
                    small=min(run.small, len(text)),
                    article=place.article,
                    hidden=place.hidden,
                    timed=run.timed,
                )
            )
        self._run = _Run()


def _fine(element: HtmlElement) -> bool:
    return element.tag == "small" or (element.get("size") or "").strip() in _FINE_SIZES
