"""What is answered: the shapes of the API, from which its description is made too."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from dateline.records import Document
from dateline.records.base import Record
from dateline.store.queries.actors import Actor
from dateline.store.queries.articles import Listed
from dateline.store.queries.cells import Cell
from dateline.store.queries.claims import Told
from dateline.store.queries.facets import Count, Facet
from dateline.store.queries.kept_pages import KeptPage
from dateline.store.queries.network import Edge
from dateline.store.queries.places import Place
from dateline.store.queries.series import Point

Line = Annotated[str, Meta(max_length=2000)]


class Health(Record, frozen=True, kw_only=True):
    """That the server lives."""

    status: str
    version: str


class Limits(Record, frozen=True, kw_only=True):
    """How much a request may ask for."""

    body_bytes: int
    pages: int
    items: int
    seconds: float


class About(Record, frozen=True, kw_only=True):
    """What is served."""

    version: str
    store: str
    articles: int
    claims: int
    first_day: str | None
    last_day: str | None
    makers: tuple[str, ...]
    changed: dt.datetime | None
    writable: bool
    needs_token: bool
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Claims, and the cursor of the next page."""

    items: tuple[Told, ...]
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """Articles, and the cursor of the next page."""

    items: tuple[Listed, ...]
    following: str | None


class Number(Record, frozen=True, kw_only=True):
    """How many claims."""

    claims: int


class Section(Record, frozen=True, kw_only=True):
    """A part of an explanation, for people."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneClaim:
    """A claim with its article, all codings under its id, the pages that are kept, and how it came about."""

    told: Told
    document: Document
    history: tuple[Told, ...]
    pages: tuple[KeptPage, ...]
    explanation: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneArticle:
    """An article with all that was coded from it, and the pages that are kept."""

    document: Document
    pages: tuple[KeptPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Parties, the most frequent first, and the offset of the next page."""

    items: tuple[Actor, ...]
    following: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Places, those with the most claims first, and the offset of the next page."""

    items: tuple[Place, ...]
    following: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts by name of facet."""

    facets: dict[Facet, tuple[Count, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The values of one facet, the most frequent first."""

    items: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A time series."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Cells of a map, the fullest first."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Edges, the heaviest first, and the offset of the next page."""

    edges: tuple[Edge, ...]
    following: int | None


class Format(Record, frozen=True, kw_only=True):
    """A format of exports: what it has no place for, and what we put where it leaves a choice."""

    name: str
    media_type: str
    file: str
    lost: tuple[str, ...]
    by_us: tuple[str, ...]


class Formats(Record, frozen=True, kw_only=True):
    """The formats of exports."""

    items: tuple[Format, ...]


class Pasted(Record, frozen=True, kw_only=True):
    """A text or an HTML page to code, and what is known about it. `published` is ISO 8601."""

    text: Annotated[str, Meta(max_length=2_000_000)] | None = None
    html: Annotated[str, Meta(max_length=5_000_000)] | None = None
    id: Line | None = None
    url: Line | None = None
    title: Line | None = None
    outlet: Line | None = None
    published: Line | None = None


class Coded(Record, frozen=True, kw_only=True):
    """What was coded, one document for each page."""

    documents: tuple[Document, ...]


class Kept(Record, frozen=True, kw_only=True):
    """What was coded and kept, and how much of it is new."""

    documents: tuple[Document, ...]
    articles: int
    claims: int
    superseded: int
    unchanged: int
