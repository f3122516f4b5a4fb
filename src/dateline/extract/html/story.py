"""An HTML page → what it says and holds: its story's paragraphs, headline, writers, day, outlet."""

import dataclasses
import logging
import time
from collections.abc import Sequence
from typing import Final

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from dateline.errors import BadInput, LimitExceeded
from dateline.extract.draft import Draft
from dateline.extract.html import day, outlet, people
from dateline.extract.html.blocks import Block, blocks
from dateline.extract.html.edges import Story, trimmed
from dateline.extract.html.features import Witnesses, rows
from dateline.extract.html.head import Head, head
from dateline.extract.html.keep import SURE, Weights, likelihoods, shipped
from dateline.extract.html.linked import Linked, linked
from dateline.extract.html.section import section
from dateline.extract.html.sight import sight
from dateline.extract.html.title import title
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

_MOST_BLOCKS: Final = 20_000  # live pages of a whole day have some 3,000
_CODE: Final = ("script", "style", "svg", "template")
_SHORTEST: Final = 60  # characters; a story of fewer is none
_OUTWEIGHED: Final = 4  # how much more than what was kept another witness must hold to be believed instead
# Beyond this many elements trafilatura alone would take seconds; the model then judges without it.
_HEARD_ELEMENTS: Final = 20_000

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports every page that it finds empty as an error


def story(html: str, *, url: str | None, limits: ExtractLimits, weights: Weights | None = None) -> Draft:
    """What `html`, fetched from `url`, holds; `weights` of the model of blocks, by default those that are shipped.

    Raises LimitExceeded `too-long`, `too-many-elements`, `too-complex`, `too-deep` or `too-slow`, and BadInput `no-text`.
    """
    started = time.monotonic()
    root = parse(html, limits=limits)
    top = head(root)
    data = linked(root, title=top.first("og:title") or top.title)
    sites = outlet.sites(root, head=top, linked=data, address=url)
    names = (*sites, *data.bodies)
    headline = title(root, head=top, linked=data, outlets=names)
    address = outlet.canonical(head=top, linked=data, given=url)
    byline = people.people(root, head=top, linked=data, outlets=names)
    published = day.stated(root, head=top, linked=data, address=url or address)
    _in_time(started, limits=limits)
    heard = witnesses(root, head=top, linked=data, headline=headline)
    _in_time(started, limits=limits)
    found = _blocks(root)
    seen = sight(found, headline=headline, outlets=names)
    byline = seen.byline or byline if people.of_site(byline, names) else byline
    told = _story(found, heard, byline, weights or shipped())
    byline = told.byline or byline if people.of_site(byline, names) else byline
    return Draft(
        paragraphs=told.paragraphs,
        title=headline,
        section=section(root, head=top, linked=data, address=address, headline=headline, above=seen.section),
        byline=byline,
        agency=people.agency(byline, bodies=data.bodies, outlets=sites),
        outlet=outlet.outlet(root, head=top, linked=data, address=url or address),
        url=address,
        published=published or seen.published or told.published or day.shown(root),
        language=top.language or data.language,
    )


def _in_time(started: float, *, limits: ExtractLimits) -> None:
    if time.monotonic() - started > limits.seconds:
        raise LimitExceeded("too-slow", f"more than {limits.seconds:g} seconds")


def witnesses(root: HtmlElement, *, head: Head, linked: Linked, headline: str | None) -> Witnesses:
    """What trafilatura, the linked data and the head hold the story to be. Takes scripts and styles out of `root`."""
    etree.strip_elements(root, *_CODE, with_tail=False)  # read by now, and most of a page: what follows copies and walks the tree
    return Witnesses(
        title=headline or "",
        description=head.first("og:description", "description", "twitter:description") or "",
        extractor=_extracted(root),
        declared=linked.body or "",
    )


def _extracted(root: HtmlElement) -> str:
    """The text that trafilatura keeps, in its fast setting: its slow one gains the model nothing; "" where it finds none."""
    if sum(1 for _ in root.iter()) > _HEARD_ELEMENTS:
        return ""
    found = trafilatura.extract(root, fast=True, include_comments=False)
    return found or ""


def _blocks(root: HtmlElement) -> list[Block]:
    found = blocks(root)
    if len(found) > _MOST_BLOCKS:
        raise LimitExceeded("too-many-elements", f"{len(found):,} blocks of text, at most {_MOST_BLOCKS:,} are judged")
    return found


def _story(found: Sequence[Block], heard: Witnesses, byline: Sequence[str], weights: Weights) -> Story:
    """What the model keeps, trimmed; or what another witness holds where that is several times as much."""
    judged = _kept(found, heard, weights)
    end = next((place + 1 for place in reversed(range(len(found))) if judged and found[place] is judged[-1]), 0)
    story = trimmed(judged, byline=byline, after=found[end:] if judged else ())
    kept = _unrepeated(story.paragraphs, heard.title)
    length = sum(map(len, kept))
    for other in (heard.declared, heard.extractor):
        lines = _unrepeated(other.splitlines(), heard.title)
        if sum(map(len, lines)) > max(_OUTWEIGHED * length, _SHORTEST):
            return Story(paragraphs=lines, byline=(), published=None)
    if length < _SHORTEST:
        raise BadInput("no-text", f"{length} characters of running text, at least {_SHORTEST} make a story")
    return dataclasses.replace(story, paragraphs=kept)


def _kept(found: Sequence[Block], heard: Witnesses, weights: Weights) -> list[Block]:
    if not found:
        return []
    sure = likelihoods(found, rows(found, heard), weights)
    return [block for block, share in zip(found, sure, strict=True) if share > SURE]


def _unrepeated(texts: Sequence[str], title: str) -> tuple[str, ...]:
    """`texts` without empty ones, ones that were there before (pages repeat for print and phone), and a first one that is the title."""
    unique = list(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))
    if unique and unique[0].casefold() == title.casefold():
        del unique[0]
    return tuple(unique)
