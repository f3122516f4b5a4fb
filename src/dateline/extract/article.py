"""Page → Article: decoded, extracted, normalised once, and dated."""

import datetime as dt
from typing import Final

from dateline.errors import BadInput, LimitExceeded
from dateline.extract import html, plain
from dateline.extract.dateline import Opening, opening
from dateline.extract.decode import decode
from dateline.extract.draft import Draft
from dateline.extract.language import language
from dateline.extract.limits import ExtractLimits
from dateline.extract.normalise import normalise, one_line
from dateline.extract.published import dateline_record, published
from dateline.records import Article, Dropped, Page, Span, digest

_SLACK: Final = 40  # characters that may stand before a dateline which the story repeats: a place marker, an "(Updated)"
MAKER: Final = "extract/1"  # part of every article's id: raise it when the same page may give another text


def article(page: Page, *, limits: ExtractLimits, today: dt.date) -> Article | Dropped:
    """The article of `page`, or why there is none.

    `today` bounds what a page without a year may have been published in; it is never taken for the day of publication.
    """
    try:
        return _article(page, limits=limits, today=today)
    except BadInput as error:
        return Dropped(path=page.path, stage="extract", reason=error.reason, detail=error.detail)


def _article(page: Page, *, limits: ExtractLimits, today: dt.date) -> Article:
    draft = _draft(page, limits=limits)
    title = one_line(page.given.title or draft.title or "") or None
    paragraphs = _body(_clean(draft.paragraphs, page), title=title, dateline=page.given.dateline)
    if not paragraphs:
        raise BadInput("no-text", "nothing on the page reads like a story")
    text = "\n\n".join([title, *paragraphs] if title else paragraphs)
    start = len(title) + 2 if title else 0
    found = opening(text, start=start, end=len(text))
    day = published(
        text=text,
        body_start=start,
        opening=found,
        metadata=draft.published,
        given=_day(page.given.published),
        fetched=page.fetched.date() if page.fetched else None,
        today=today,
    )
    return Article(
        id=digest("a", MAKER, page.url, page.key, text),
        path=page.path,
        key=page.key,
        url=draft.url or page.url,
        text=text,
        body=Span(start=start, end=len(text)),
        title=title,
        published=day,
        dateline=dateline_record(found, text, day) if found else None,
        outlet=_line(page.given.outlet or draft.outlet),
        section=_line(page.given.section or draft.section),
        byline=_people(page, draft, found),
        agency=_line(page.given.agency or (found.agency if found else None) or draft.agency),
        language=language(text[start:], declared=page.given.language or draft.language),
    )


def _draft(page: Page, *, limits: ExtractLimits) -> Draft:
    text = decode(page.content, declared=page.encoding, markup=page.form == "html")
    longest = limits.html_characters if page.form == "html" else limits.text_characters
    if len(text) > longest:
        raise LimitExceeded("too-long", f"{len(text):,} characters, at most {longest:,} are read")
    if page.form == "html":
        return html.story(text, url=page.url, limits=limits)
    text = normalise(text)
    return plain.story(text, limits=limits) if page.form == "text" else Draft(paragraphs=plain.prose(text))


def _clean(paragraphs: tuple[str, ...], page: Page) -> list[str]:
    """Each on one line and normalised; those of plain text were normalised as a whole, and only a joiner may have left two spaces."""
    if page.form == "html":
        return [line for raw in paragraphs if (line := one_line(raw))]
    return [" ".join(raw.split()) if "  " in raw else raw for raw in paragraphs]


def _body(paragraphs: list[str], *, title: str | None, dateline: str | None) -> list[str]:
    """The story's paragraphs without a first one that only repeats the title; a dateline kept apart put in front."""
    if title and len(paragraphs) > 1 and _same(paragraphs[0], title):
        del paragraphs[0]
    apart = one_line(dateline or "")
    words = apart.rstrip(" -–—:")
    if words and paragraphs and words.casefold() not in paragraphs[0][: len(words) + _SLACK].casefold():
        paragraphs[0] = f"{apart}{' —' if apart == words else ''} {paragraphs[0]}"
    return paragraphs


def _same(one: str, other: str) -> bool:
    return one.casefold().rstrip(" .") == other.casefold().rstrip(" .")


def _people(page: Page, draft: Draft, found: Opening | None) -> tuple[str, ...]:
    people = page.given.byline or draft.byline or (found.byline if found else ())
    return tuple(dict.fromkeys(name for raw in people if (name := one_line(raw))))


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None


def _day(stated: str | None) -> dt.date | None:
    """The day of an ISO 8601 date or date-time as its own time zone has it; None for what is neither."""
    try:
        return dt.datetime.fromisoformat((stated or "").strip()).date()
    except ValueError:
        return None
