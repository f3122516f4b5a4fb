"""A claim: one coded report, with its parties, time, place, sources and reasons; and what else an article tells."""

import datetime as dt
from typing import Annotated, Literal

import msgspec

from dateline.records.base import Record
from dateline.records.span import Span

Status = Literal["happened", "negated", "future", "hypothetical", "historical"]
WhenBasis = Literal["stated", "relative", "dateline", "published", "unknown"]
SourceKind = Literal["outlet", "agency", "medium", "person", "body", "document", "unnamed"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Number = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
QuadClass = Annotated[int, msgspec.Meta(ge=0, le=2**15 - 1)]


class Party(Record, frozen=True, kw_only=True):
    """An actor or a recipient, as named in the text and as resolved."""

    text: str
    start: int
    end: int
    basis: str
    name: str | None = None
    country: str | None = None  # ISO 3166 alpha-3, or one of PLOVER's non-state codes
    sectors: tuple[str, ...] = ()
    office: str | None = None
    wikidata: str | None = None


class When(Record, frozen=True, kw_only=True):
    """Inclusive days; both None where the article does not tell."""

    first: dt.date | None
    last: dt.date | None
    basis: WhenBasis
    text: str | None = None


class Where(Record, frozen=True, kw_only=True):
    """A place; `lat` and `lon` in degrees, WGS 84."""

    text: str
    basis: str
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: Number | None = None
    precision: str | None = None


class Source(Record, frozen=True, kw_only=True):
    """One link of a source chain; `start` and `end` are None where the outlet or the agency is known only from the page."""

    name: str
    kind: SourceKind
    cue: str | None = None
    country: str | None = None
    start: int | None = None
    end: int | None = None


class Quantity(Record, frozen=True, kw_only=True):
    """A count of people, `low` to `high` inclusive; None where one end is open."""

    low: int | None
    high: int | None


class Trigger(Record, frozen=True, kw_only=True):
    """The words that carry the event."""

    start: int
    end: int
    text: str


class Claim(Record, frozen=True, kw_only=True):
    """One event that the article says, on some source's word, took place (or did not, or will, or may)."""

    id: str
    type: str
    status: Status
    quad: QuadClass
    score: float
    sentence: Span
    trigger: Trigger
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    where: Where | None = None
    sources: tuple[Source, ...] = ()  # nearest first, origin last
    quantities: dict[str, Quantity] = msgspec.field(default_factory=dict)
    same_as: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        from dateline.records.html import claims_html

        return claims_html([self])


class Quote(Record, frozen=True, kw_only=True):
    """A quotation, with who said it and who carried it."""

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    carrier: str | None = None
    cue: str | None = None


class Silence(Record, frozen=True, kw_only=True):
    """Who did not report, confirm or comment; `about` lists claim ids."""

    start: int
    end: int
    who: str
    about: tuple[str, ...] = ()
    cue: str | None = None


class Relation(Record, frozen=True, kw_only=True):
    """A standing relation told as a fact: supplies, allied-with, member-of, controls, leads."""

    start: int
    end: int
    kind: str
    subject: str = msgspec.field(name="from")
    object: str = msgspec.field(name="to")
    when: When | None = None
