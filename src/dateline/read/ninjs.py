"""ninjs (versions 1 to 3): items alone, one a line, or in an array, with those that they are associated with left out."""

from collections.abc import Iterator, Mapping
from typing import Final

from dateline.errors import BadInput
from dateline.read.fields import day, people, text_field
from dateline.read.json_values import json_values
from dateline.read.news_item import news_page
from dateline.read.paragraphs import of_markup, of_plain
from dateline.read.source import Source
from dateline.records import Dropped, Given, Page

_DAYS: Final = ("firstcreated", "firstCreated", "contentcreated", "contentCreated", "versioncreated", "versionCreated")
_MARKED_UP: Final = ("body_xhtml", "body_html", "body_html5", "body_sportsml")
_NO_TEXT: Final = ("picture", "photo", "graphic", "audio", "video")


def ninjs_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each item with a text, under its uri."""
    for number, value in json_values(source):
        try:
            yield _page(value, path=source.at(number) if number > 1 else source.path)
        except BadInput as error:
            yield source.dropped(number, error)
    source.ended()


def _page(value: object, *, path: str) -> Page:
    if isinstance(value, BadInput):
        raise value
    if not isinstance(value, dict):
        raise BadInput("bad-json", f"expected an item, found {type(value).__name__}")
    if value.get("type") in _NO_TEXT:
        raise BadInput("not-text", f"an item of type {value['type']}")
    key = text_field(value, ("uri", "guid", "altids"))
    url = text_field(value, ("url", "webUrl", "link"))
    return news_page(_paragraphs(value), path=path, key=key, url=url, given=_given(value))


def _paragraphs(item: Mapping[str, object]) -> tuple[str, ...]:
    for name in _MARKED_UP:
        if isinstance(body := item.get(name), str) and (found := of_markup(body)):
            return found
    for value, kind in _listed(item.get("bodies"), "contenttype", "contentType", "role"):
        if found := of_markup(value) if "html" in kind or value.lstrip().startswith("<") else of_plain(value):
            return found
    body = item.get("body_text")
    return of_plain(body) if isinstance(body, str) else ()


def _listed(values: object, *names: str) -> Iterator[tuple[str, str]]:
    """Each `value` of a list of objects, with what its first filled field of these names says."""
    for one in values if isinstance(values, list) else ():
        if isinstance(one, dict) and isinstance(value := one.get("value"), str):
            yield value, next((said.lower() for name in names if isinstance(said := one.get(name), str)), "")


def _given(item: Mapping[str, object]) -> Given:
    headlines = sorted(_listed(item.get("headlines"), "role"), key=lambda one: one[1] not in {"", "main", "headline"})
    return Given(
        title=text_field(item, ("headline", "title", "name")) or (" ".join(headlines[0][0].split()) if headlines else None),
        byline=people(text_field(item, ("byline", "by")) or "") or _authors(item),
        agency=text_field(item, ("creditline", "creditLine", "provider", "source", "infosource", "copyrightholder")),
        section=text_field(item, ("section",)),
        dateline=text_field(item, ("dateline",)),
        language=text_field(item, ("language",)),
        published=next((found for name in _DAYS if (found := day(text_field(item, (name,))))), None),
    )


def _authors(item: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    persons = item.get("people") or item.get("person")
    for one in persons if isinstance(persons, list) else ():
        if isinstance(one, dict) and str(one.get("rel", "")).lower() in {"author", "creator", "byline", "writer"}:
            name = text_field(one, ("name", "fullname"))
            found.extend([name] if name else [])
    return tuple(dict.fromkeys(found))
