"""What a page that states no outlet shows of it: the masthead that links home, the mark of rights, the ends of its title."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from dateline.extract.html.section import HOME

_LONGEST: Final = 40  # characters
_WORDS: Final = 6
_SHORTEST: Final = 3
_MOST: Final = 120  # links looked at: the masthead is among the first
_MOST_MARKS: Final = 40  # looked at, from the page's end: pictures bear marks too
_LOOSE: Final = re.compile(r"[\W_]+")
_INDEX: Final = re.compile(r"/?(?:(?:index|home|default)\.\w{2,5})?")
_LOGO: Final = re.compile(r"^(?:logo|home)\b[\s:|–—-]*(?:of |de |du |von )?|[\s:|–—-]*\b(?:logo|home ?page|home)$", re.IGNORECASE)
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\)\s|copyright)(?:[\s©]|\(c\)|copyright|by\b){0,8}(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?[\s,:.–-]{0,4}(?:by\s)?"
    r"([^\W\d_][^\d.,;:|©•·–—\n/]{1,60})(?!/)",
    re.IGNORECASE,
)
_MARKS: Final = etree.XPath(
    "//text()[contains(., '©') or contains(., 'opyright')][not(parent::script or parent::style or parent::noscript)]"
)
_RESERVED: Final = re.compile(
    r"\W*\b(?:all rights|alle rechte|todos los|tous droits|tutti i|todos os|wszelkie|все права"
    r"|reproduction|limited|ltd|inc|llc|gmbh|plc)\b.*",
    re.IGNORECASE,
)


def masthead(root: HtmlElement, *, title: str | None, address: str | None) -> str | None:
    """The name that two of these agree on: a link to the home page, the mark of rights, the title's ends, the address's host.

    Else, where there is no address, the one in the mark of rights: with one, the host says more, for marks name companies.
    """
    homes = list(dict.fromkeys(_homes(root, address)))
    marks = cast(list[str], _MARKS(root))[: -_MOST_MARKS - 1 : -1]
    rights = next((name for text in marks if (name := _holder(text))), None)
    whole, host, holder = _loose(title or ""), _loose(_host(address)), _loose(rights or "")
    for name in (*homes, *([rights] if rights else [])):
        loose = _loose(name)
        if whole != loose and (whole.startswith(loose) or whole.endswith(loose)):
            return name
    agreed = next((name for name in homes if _loose(name) in host or _loose(name) in holder), None)
    return agreed or (None if address else rights)


def _homes(root: HtmlElement, address: str | None) -> Iterator[str]:
    """The texts of links to the home page, of their pictures and labels."""
    host = _host(address)
    for link in islice(root.iter("a"), _MOST):
        if _leads_home(link.get("href"), address, host):
            shown = (inner.get("alt") or inner.get("aria-label") or "" for inner in link.iter("img", "amp-img", "svg"))
            for text in ("".join(link.itertext()), *shown, link.get("aria-label") or "", link.get("title") or ""):
                if name := _name(_LOGO.sub("", " ".join(text.split()))):
                    yield name


def _leads_home(href: str | None, address: str | None, host: str) -> bool:
    if not href or href.startswith(("#", "?", "mailto:", "javascript:")):
        return False
    try:
        parts = urlsplit(urljoin(address or "", href.strip()))
        return _INDEX.fullmatch(parts.path) is not None and parts.hostname in (None, host or parts.hostname)
    except ValueError:
        return False


def _holder(text: str) -> str | None:
    found = _RIGHTS.search(text[:_FAR])
    return _name(_RESERVED.sub("", " ".join(found[1].split()))) if found else None


_FAR: Final = 300  # characters; a mark of rights opens its line


def _name(text: str) -> str | None:
    """`text` where it could be an outlet's name."""
    text = text.strip(" \"'«»|–—-,")
    fits = _SHORTEST <= len(text) <= _LONGEST and len(text.split()) <= _WORDS and not text[0].islower()
    return text if fits and _loose(text) and text.casefold() not in HOME else None


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()
