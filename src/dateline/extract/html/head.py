"""What a page's head says: its meta tags, title, canonical link and declared language."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

_NAMING: Final = ("property", "name", "itemprop", "http-equiv")
_LONGEST_NAME: Final = 100
_LONGEST: Final = 2000  # characters of one value; descriptions stay below, data dumped into meta tags does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`metas` maps names, in lower case and without punctuation, to all their values in order.

    Look-ups take the first name that has one: pages write article:published_time with all kinds of joints.
    """

    metas: Mapping[str, tuple[str, ...]]
    title: str | None
    canonical: str | None
    language: str | None

    def first(self, *names: str) -> str | None:
        """The first value of the first of `names` that the page states."""
        return next((values[0] for name in names if (values := self.metas.get(plain(name)))), None)

    def all(self, *names: str) -> tuple[str, ...]:
        """Every value of the first of `names` that the page states."""
        return next((values for name in names if (values := self.metas.get(plain(name)))), ())


@functools.lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """`name` of a meta tag in lower case, letters and digits only."""
    return "".join(filter(str.isalnum, name.lower()))


def head(root: HtmlElement) -> Head:
    """Meta tags wherever they stand: broken markup pushes them into the body."""
    metas: dict[str, tuple[str, ...]] = {}
    for element in root.iter("meta"):
        value = " ".join((element.get("content") or "").split())[:_LONGEST]
        if not value:
            continue
        for name in {plain(named[:_LONGEST_NAME]) for key in _NAMING if (named := element.get(key))}:
            metas[name] = (*metas.get(name, ()), value) if len(metas.get(name, ())) < _MOST_VALUES else metas[name]
    return Head(metas=metas, title=_title(root), canonical=_canonical(root), language=_language(root, metas))


_MOST_VALUES: Final = 50  # of one name: pages list some ten authors or tags


def _title(root: HtmlElement) -> str | None:
    """The document's title; those inside drawings are none."""
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is not None and parent.tag in ("head", "body", "html") and (text := " ".join("".join(element.itertext()).split())):
            return text[:_LONGEST]
    return None


def _canonical(root: HtmlElement) -> str | None:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and (address := (element.get("href") or "").strip()):
            return str(address)
    return None


def _language(root: HtmlElement, metas: Mapping[str, tuple[str, ...]]) -> str | None:
    stated = root.get("lang") or root.get("xml:lang") or next(iter(metas.get("contentlanguage", ())), None)
    return stated.split(",")[0].strip() or None if stated else None
