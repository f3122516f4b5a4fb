"""What a page's linked data (JSON-LD, schema.org) says about its article."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml.html import HtmlElement

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_ARTICLES: Final = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
_LONGEST: Final = 2_000_000  # characters of one script
_MOST_OBJECTS: Final = 5000  # looked at on one page
_DEEPEST: Final = 12  # levels below a script's root at which an article may stand
_MARKUP: Final = re.compile(r"<[^<>]{1,300}>")
_COMMENTED: Final = re.compile(r"\A\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*\Z")
_BAD_ESCAPE: Final = re.compile(r'\\(?!["\\/bfnrtu])')


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The article of a page's linked data; None and () where it is silent."""

    headline: str | None = None
    body: str | None = None
    published: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    publisher: str | None = None
    people: tuple[str, ...] = ()  # authors, as written
    bodies: tuple[str, ...] = ()  # authors that are declared as organisations
    crumbs: tuple[str, ...] = ()  # steps from the home page to the article


def linked(root: HtmlElement, *, title: str | None) -> Linked:
    """The article among the page's linked objects: of several, the one whose headline is in `title`, else that which says most."""
    objects = [item for script in _scripts(root) for item in _objects(script)]
    articles = [item for item in objects if _ARTICLES.search(_type(item))]
    named = {str(item["@id"]): item for item in objects if "@id" in item and len(item) > 1}
    publisher = next((name for item in objects if (name := _name(item.get("publisher"), named))), None)
    crumbs = _crumbs(objects)
    if not articles:
        return Linked(publisher=publisher or _site(objects), crumbs=crumbs)
    best = max(articles, key=lambda item: (_fits(item, title), sum(bool(item.get(key)) for key in _WANTED)))
    people, bodies = _authors(best, named)
    return Linked(
        headline=_text(best.get("headline")) or _text(best.get("name")),
        body=_longest(best),
        published=_text(best.get("datePublished")) or _text(best.get("dateCreated")),
        section=_text(best.get("articleSection")),
        url=_text(best.get("url")),
        language=_text(best.get("inLanguage")),
        publisher=_name(best.get("publisher"), named) or publisher,
        people=people,
        bodies=bodies,
        crumbs=crumbs,
    )


_WANTED: Final = ("headline", "datePublished", "author", "articleBody", "publisher")


def _scripts(root: HtmlElement) -> Iterator[Json]:
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text or len(element.text) > _LONGEST:
            continue
        text = _COMMENTED.sub("", element.text).strip().rstrip(";")
        parsed = _parsed(text)
        yield _parsed(_BAD_ESCAPE.sub(r"\\\\", text)) if parsed is None else parsed


def _parsed(text: str) -> Json:
    try:
        found: Json = json.loads(text, strict=False)  # raw line ends in strings are common
    except (ValueError, RecursionError):  # the latter: a script nested to make parsers fail
        return None
    return found


def _objects(script: Json) -> Iterator[dict[str, Json]]:
    """All objects of a script, outer ones first, as far as `_DEEPEST` and `_MOST_OBJECTS` allow."""
    level: list[Json] = [script]
    seen = 0
    for _ in range(_DEEPEST):
        below: list[Json] = []
        for item in level:
            if isinstance(item, dict):
                yield item
                below.extend(value for value in item.values() if isinstance(value, dict | list))
            elif isinstance(item, list):
                below.extend(value for value in item if isinstance(value, dict | list))
            seen += 1
            if seen > _MOST_OBJECTS:
                return
        level = below


def _type(item: dict[str, Json]) -> str:
    kind = item.get("@type")
    if isinstance(kind, list):
        kind = next((one for one in kind if isinstance(one, str) and _ARTICLES.search(one)), None)
    return kind.rsplit("/", 1)[-1] if isinstance(kind, str) else ""


def _fits(item: dict[str, Json], title: str | None) -> bool:
    headline = _text(item.get("headline"))
    return bool(title and headline and headline.casefold()[:40] in title.casefold())


def _longest(best: dict[str, Json]) -> str | None:
    """`articleBody` as plain text, line ends kept: they part paragraphs. Posts of a live page follow one another."""
    body = best.get("articleBody") or best.get("text")
    text = "\n".join(part for part in body if isinstance(part, str)) if isinstance(body, list) else body
    if not isinstance(text, str):
        return None
    plain = html.unescape(html.unescape(text))
    return _MARKUP.sub("\n", plain).strip() or None


def _text(value: Json) -> str | None:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    if not isinstance(value, str):
        return None
    return " ".join(_MARKUP.sub(" ", html.unescape(html.unescape(value))).split()) or None


def _each(value: Json) -> Iterable[Json]:
    return value if isinstance(value, list) else () if value is None else (value,)


def _name(value: Json, named: dict[str, dict[str, Json]]) -> str | None:
    """The name of a person or organisation, given as text, as an object or by reference."""
    for held in _each(value):
        one = named.get(str(held.get("@id")), held) if isinstance(held, dict) and "name" not in held else held
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            return name
    return None


def _site(objects: list[dict[str, Json]]) -> str | None:
    return next(
        (name for item in objects if _type(item) in ("NewsMediaOrganization", "WebSite") and (name := _text(item.get("name")))), None
    )


def _crumbs(objects: list[dict[str, Json]]) -> tuple[str, ...]:
    """The names of the first list of crumbs, in order."""
    for item in objects:
        if _type(item) == "BreadcrumbList":
            steps = [step for step in _each(item.get("itemListElement")) if isinstance(step, dict)][:_MOST_CRUMBS]
            named = (_text(step.get("name")) or _text(step.get("item")) for step in steps)
            return tuple(name for name in named if name)
    return ()


_MOST_CRUMBS: Final = 10


def _authors(best: dict[str, Json], named: dict[str, dict[str, Json]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    people: list[str] = []
    bodies: list[str] = []
    for one in _each(best.get("author") or best.get("creator")):
        held = named.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one
        for name in _each(held.get("name")) if isinstance(held, dict) else (held,):
            if (text := _text(name)) and not text.startswith(("http://", "https://")):
                organised = isinstance(held, dict) and "Organization" in str(held.get("@type"))
                (bodies if organised else people).append(text)
    return tuple(dict.fromkeys(people)), tuple(dict.fromkeys(bodies))
