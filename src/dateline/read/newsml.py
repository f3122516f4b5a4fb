"""NewsML-G2: items alone or in a message; and the NITF inside NewsML of the first generation."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from dateline.errors import BadInput
from dateline.read.fields import day, people
from dateline.read.news_item import news_page
from dateline.read.nitf import nitf_page
from dateline.read.paragraphs import of_element, of_markup, of_plain
from dateline.read.source import Source
from dateline.read.xml import at, children, descendants, language, tree, words
from dateline.records import Dropped, Given, Page

_DAYS: Final = (
    ("itemMeta", "firstCreated"),
    ("contentMeta", "contentCreated"),
    ("itemMeta", "versionCreated"),
    ("contentMeta", "contentModified"),
)


def newsml_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each `<newsItem>` with a text, under its guid; pictures and the like are dropped one by one, as `not-text`."""
    root = tree(source.whole())
    items = list(descendants(root, "newsItem"))
    if not items:
        yield from _first_generation(root, source)
        return
    for number, item in enumerate(items, start=1):
        path = source.at(item.get("guid") or number) if len(items) > 1 else source.path
        try:
            yield _page(item, path=path)
        except BadInput as error:
            yield Dropped(path=path, stage="read", reason=error.reason, detail=error.detail)


def _first_generation(root: Element, source: Source) -> Iterator[Page | Dropped]:
    stories = list(descendants(root, "nitf"))
    if not stories:
        raise BadInput("empty", "expected a <newsItem> or an <nitf> in it, found none")
    for number, story in enumerate(stories, start=1):
        try:
            yield nitf_page(story, path=source.at(number) if len(stories) > 1 else source.path)
        except BadInput as error:
            yield source.dropped(number, error)


def _page(item: Element, *, path: str) -> Page:
    content = at(item, "contentSet")
    if content is None:
        raise BadInput("empty", "an item without content")
    inside = next(descendants(content, "nitf"), None)
    paragraphs = _paragraphs(content) if inside is None else of_element(at(inside, "body", "body.content") or inside)
    if not paragraphs and at(content, "remoteContent") is not None:
        raise BadInput("not-text", "a picture, a film or a text that stands elsewhere")
    return news_page(paragraphs, path=path, key=item.get("guid"), url=_address(item), given=_given(item, inside))


def _paragraphs(content: Element) -> tuple[str, ...]:
    """Of the renditions, the first with a text: markup first."""
    for inline in children(content, "inlineXML"):
        bodies = list(descendants(inline, "body")) or [inline]
        if found := of_element(bodies[0]):
            return found
    for inline in children(content, "inlineData"):
        text = "".join(inline.itertext())
        if found := of_markup(text) if "html" in inline.get("contenttype", "") else of_plain(text):
            return found
    return ()


def _given(item: Element, inside: Element | None) -> Given:
    meta = at(item, "contentMeta")
    told = nitf_page(inside, path="").given if inside is not None and at(inside, "body", "body.content") is not None else Given()
    return Given(
        title=_named(at(meta, "headline")) or _named(at(item, "itemMeta", "title")) or told.title,
        byline=people(words(at(meta, "by")) or "") or _creators(meta) or told.byline,
        agency=words(at(meta, "creditline")) or _named(at(item, "itemMeta", "provider")) or _named(at(meta, "infoSource")),
        dateline=words(at(meta, "dateline")) or told.dateline,
        section=told.section,
        language=_language(item, meta),
        published=next((found for path in _DAYS if (found := day(words(at(item, *path))))), told.published),
    )


def _named(element: Element | None) -> str | None:
    """What an element is called: by its name, else by its text, else by a code that is a plain word."""
    if element is None:
        return None
    return words(at(element, "name")) or words(element) or element.get("literal")


def _creators(meta: Element | None) -> tuple[str, ...]:
    found = (words(at(creator, "name")) for creator in children(meta, "creator")) if meta is not None else ()
    return tuple(dict.fromkeys(name for name in found if name))


def _language(item: Element, meta: Element | None) -> str | None:
    stated = at(meta, "language")
    return (stated.get("tag") if stated is not None else None) or language(item)


def _address(item: Element) -> str | None:
    """Where the item stands in the web, if it says so."""
    links = (link.get("href") for link in descendants(item, "link") if "canonical" in link.get("rel", ""))
    return next((link for link in links if link and link.startswith(("http://", "https://"))), None)
