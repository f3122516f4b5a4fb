"""The rows that a run of documents makes, before any of them is written."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from sqlalchemy import Table

from dateline.records import Claim, Document, Dropped, Page, Party, Where, to_json
from dateline.store.codec import coding_id, coding_json, page_id, stored
from dateline.store.rows import (
    Known,
    Row,
    actor_key,
    actor_row,
    article_row,
    claim_row,
    coding_row,
    drop_id,
    drop_row,
    page_row,
    place_key,
    place_row,
)
from dateline.store.tables import actors, articles, claims, codings, drops, pages, parties, places, readings, records

_ORDER: Final = (articles, pages, readings, drops, codings, places, actors, claims, records, parties)  # what is pointed to comes first


Find = Callable[[Table, str], int | None]
"""A table and a key → the number of the row."""


class Coding(NamedTuple):
    """A coding that holds now."""

    no: int
    maker: str
    content: str


class Held(NamedTuple):
    """An article in the store, which is never edited: its outlet is the one that it was first read with."""

    no: int
    outlet: str | None


class Standing(NamedTuple):
    """What the store holds already of what is to be written, by id."""

    articles: Mapping[str, Held]
    codings: Mapping[int, Coding]  # by article_no
    pages: Mapping[str, tuple[int, int | None]]  # with the article that was made of it
    drops: frozenset[str]


class Nos(NamedTuple):
    """The numbers of what is written once and pointed to, by key."""

    places: dict[str, int]
    actors: dict[str, int]

    def copy(self) -> "Nos":
        """The same numbers, to be added to."""
        return Nos(dict(self.places), dict(self.actors))


class Batch:
    """Rows by table, numbered from `first` on; `superseded` are the codings that hold no longer.

    `moved` are pages out of which another article is read now, with its number; `left` are the articles that were read out of them before.

    `nos` are the numbers of places and actors met so far; what is not among them is asked of `find`, and where it is new, numbered.
    """

    def __init__(self, *, maker: str, now: int, first: Mapping[Table, int], standing: Standing, nos: Nos, find: Find) -> None:
        self.now = now
        self.rows: dict[Table, list[Row]] = {table: [] for table in _ORDER}
        self.superseded: list[int] = []
        self.moved: list[tuple[int, int]] = []
        self.left: set[int] = set()
        self.unchanged = 0
        self._maker, self._standing, self._nos, self._find = maker, standing, nos, find
        self._next = dict(first)
        self._dropped: set[str] = set()

    def add(self, document: Document, page: Page | None) -> None:
        """The rows of one document."""
        held = self._article(document)
        page_no = self._page(page, held.no if held else None) if page is not None else None
        self._drops(document.dropped, page_no)
        if held is not None:
            self._coding(document, held)

    def _number(self, table: Table) -> int:
        no = self._next[table]
        self._next[table] = no + 1
        return no

    def _article(self, document: Document) -> Held | None:
        if document.article is None:
            return None
        held = self._standing.articles.get(document.article.id)
        if held is None:
            outlet = document.article.outlet
            held = Held(self._number(articles), outlet and stored(outlet))
            self.rows[articles].append(article_row(document.article, no=held.no, added=self.now))
        return held

    def _page(self, page: Page, article_no: int | None) -> int:
        held = self._standing.pages.get(page_id(page))
        if held is None:
            no = self._number(pages)
            self.rows[pages].append(page_row(page, no=no, article_no=article_no, added=self.now))
            self._reading(no, article_no)
            return no
        no, made = held
        if article_no is not None and made != article_no:
            self.moved.append((no, article_no))
            self._reading(no, article_no)
            self.left |= {made} if made is not None else set()
        return no

    def _reading(self, page_no: int, article_no: int | None) -> None:
        if article_no is not None:
            self.rows[readings].append({"article_no": article_no, "page_no": page_no, "since": self.now})

    def _drops(self, dropped: Iterable[Dropped], page_no: int | None) -> None:
        for drop in dropped:
            id = drop_id(drop, maker=self._maker)
            if id not in self._standing.drops and id not in self._dropped:
                self._dropped.add(id)
                self.rows[drops].append(drop_row(drop, no=self._number(drops), page_no=page_no, maker=self._maker, added=self.now))

    def _coding(self, document: Document, article: Held) -> None:
        rest, told = coding_json(document), [to_json(claim) for claim in document.claims]
        content = coding_id(rest, told)
        held = self._standing.codings.get(article.no)
        if held is not None:
            if (held.maker, held.content) == (self._maker, content):
                self.unchanged += 1
                return
            self.superseded.append(held.no)
        no = self._number(codings)
        row = coding_row(rest, content=content, no=no, article_no=article.no, maker=self._maker, since=self.now)
        self.rows[codings].append(row)
        known = Known(coding_no=no, article_no=article.no, outlet=article.outlet, since=self.now)
        for claim, record in zip(document.claims, told, strict=True):
            self._claim(claim, record, known)

    def _claim(self, claim: Claim, record: bytes, known: Known) -> None:
        no = self._number(claims)
        place_no = self._place(claim.where) if claim.where is not None else None
        self.rows[claims].append(claim_row(claim, known, no=no, place_no=place_no))
        self.rows[records].append({"claim_no": no, "record": record})
        for role, told in (("actor", claim.actors), ("recipient", claim.recipients)):
            for at, party in enumerate(told):
                self.rows[parties].append({"claim_no": no, "role": role, "at": at, "actor_no": self._actor(party)})

    def _place(self, where: Where) -> int:
        key = place_key(where)
        no = self._nos.places.get(key) or self._find(places, key)
        if no is None:
            no = self._number(places)
            self.rows[places].append(place_row(where, no=no))
        self._nos.places[key] = no
        return no

    def _actor(self, party: Party) -> int:
        key = actor_key(party)
        no = self._nos.actors.get(key) or self._find(actors, key)
        if no is None:
            no = self._number(actors)
            self.rows[actors].append(actor_row(party, no=no))
        self._nos.actors[key] = no
        return no
