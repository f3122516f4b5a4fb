"""NITF: one story a file, or several in one file."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.errors import BadInput
from dateline.read.fields import day, people
from dateline.read.news_item import news_page
from dateline.read.paragraphs import of_element
from dateline.read.source import Source
from dateline.read.xml import at, descendants, language, tree, words
from dateline.records import Dropped, Given, Page


def nitf_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each `<nitf>`; raises BadInput where there is none. Only the path of one among several has a number."""
    stories = list(descendants(tree(source.whole()), "nitf"))
    if not stories:
        raise BadInput("unknown-format", "expected <nitf>, found none")
    for number, story in enumerate(stories, start=1):
        try:
            yield nitf_page(story, path=source.at(number) if len(stories) > 1 else source.path)
        except BadInput as error:
            yield source.dropped(number, error)


def nitf_page(story: Element, *, path: str) -> Page:
    """The page of one `<nitf>`; raises BadInput("empty") where its body holds no text."""
    content = at(story, "body", "body.content")
    key = at(story, "head", "docdata", "doc-id")
    return news_page(
        of_element(content) if content is not None else (),
        path=path,
        key=key.get("id-string") if key is not None else None,
        given=_given(story),
    )


def _given(story: Element) -> Given:
    head = at(story, "body", "body.head")
    published = at(story, "head", "pubdata")
    return Given(
        title=words(at(head, "hedline", "hl1")) or words(at(head, "hedline")) or words(at(story, "head", "title")),
        outlet=published.get("name") if published is not None else None,
        section=published.get("position.section") if published is not None else None,
        byline=_people(at(head, "byline")),
        agency=words(at(head, "distributor", "org")) or words(at(head, "distributor")),
        dateline=words(at(head, "dateline")),
        language=language(story) or (head is not None and language(head)) or None,
        published=_published(story, published),
    )


def _people(byline: Element | None) -> tuple[str, ...]:
    """The persons marked as such, else the names in the line without the titles of its bearers."""
    if byline is None:
        return ()
    named = tuple(dict.fromkeys(name for person in descendants(byline, "person") if (name := words(person))))
    if named:
        return named
    titles = [words(title) or "" for title in descendants(byline, "byttl")]
    line = words(byline) or ""
    for title in titles:
        line = line.replace(title, "") if title else line
    return people(line)


def _published(story: Element, published: Element | None) -> str | None:
    """The day of issue, else of release, else of publication."""
    for name in ("date.issue", "date.release"):
        stated = at(story, "head", "docdata", name)
        if stated is not None and (found := day(stated.get("norm"))):
            return found
    return day(published.get("date.publication")) if published is not None else None
