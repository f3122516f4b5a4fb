"""What an extractor found on a page, before normalisation and dating."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """An extractor's findings. `paragraphs` holds the story's own paragraphs in order, the title not among them."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    section: str | None = None
    byline: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: dt.date | None = None  # from metadata that the extractor holds to be sound
    language: str | None = None  # as the page declares it, BCP 47
