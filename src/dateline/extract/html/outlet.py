"""Which outlet a page is from: what it calls itself, else its domain."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dateline.extract.html.head import Head
from dateline.extract.html.linked import Linked
from dateline.extract.html.masthead import masthead

_LONGEST: Final = 80  # characters of a name; slogans go beyond
_SUBDOMAINS: Final = frozenset(["www", "www1", "www2", "m", "mobile", "amp", "edition", "news", "en"])
_SECOND_LEVEL: Final = frozenset(
    ["co", "com", "org", "net", "gov", "ac", "edu", "gob", "gov", "or", "ne", "go"]
)  # in co.uk, com.au, org.za
_TITLE_TAIL: Final = re.compile(r"(?:\s[|–—-]\s|\s?\|\s?)([^|–—]{2,40})$")


def outlet(root: HtmlElement, *, head: Head, linked: Linked, address: str | None) -> str | None:
    """The name the page gives its site; the end of its title where the domain bears that out; its masthead's; else the domain."""
    stated = next((name for name in _stated(head, linked) if len(name) <= _LONGEST), None)
    return stated or _of_title(head, address) or masthead(root, title=head.title, address=address) or _domain(address)


def names(root: HtmlElement, *, head: Head, linked: Linked, address: str | None) -> tuple[str, ...]:
    """All names of the site and of bodies that write on it, for telling them from headlines and writers."""
    return tuple(dict.fromkeys([*sites(root, head=head, linked=linked, address=address), *linked.bodies]))


def sites(root: HtmlElement, *, head: Head, linked: Linked, address: str | None) -> tuple[str, ...]:
    """All names of the site."""
    found = list(_stated(head, linked))
    shown = None if found else masthead(root, title=head.title, address=address)
    domain = _domain(address)
    return tuple(dict.fromkeys([*found, *([shown] if shown else []), *([domain, domain.split(".")[0]] if domain else [])]))


def _stated(head: Head, linked: Linked) -> Iterator[str]:
    for name in (
        head.first("og:site_name"),
        linked.publisher,
        head.first("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"),
    ):
        if name and not name.startswith(("http:", "https:", "@")):
            yield name


def _of_title(head: Head, address: str | None) -> str | None:
    found = _TITLE_TAIL.search(head.title or "")
    domain = _domain(address)
    if not found or not domain:
        return None
    name = found[1].strip()
    letters = "".join(filter(str.isalnum, name.casefold()))
    return name if letters and letters in domain.replace("-", "").replace(".", "") else None


def _domain(address: str | None) -> str | None:
    """`example.org` of `https://www.example.org/a`; None where there is no host."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    while len(parts) > 2 and parts[0] in _SUBDOMAINS and parts[1] not in _SECOND_LEVEL:  # noqa: PLR2004
        parts = parts[1:]
    return ".".join(parts) if len(parts) > 1 else None


def canonical(*, head: Head, linked: Linked, given: str | None) -> str | None:
    """The page's own address: its canonical link, og:url, linked data's, else `given`. A link to a home page is no article's address."""
    for stated in (head.canonical, head.first("og:url"), linked.url):
        whole = _joined(given, stated)
        if whole and urlsplit(whole).path.strip("/"):
            return whole
    return given


def _joined(given: str | None, stated: str | None) -> str | None:
    if not stated or len(stated) > 2000:  # noqa: PLR2004 - characters; browsers' own limit
        return None
    try:
        whole = urljoin(given or "", stated.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname else None
