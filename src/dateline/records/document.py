"""A document: what flows from stage to stage, and the record that leaves the program."""

from typing import Literal

from dateline.records.article import Article
from dateline.records.base import Record
from dateline.records.claim import Claim, Quote, Relation, Silence
from dateline.records.dropped import Dropped

SCHEMA: Literal["dateline.article/1"] = "dateline.article/1"


class Document(Record, frozen=True, kw_only=True):
    """One page's outcome: its article, or None with the reason in `dropped`, and all that was coded from it."""

    schema: Literal["dateline.article/1"] = SCHEMA
    article: Article | None
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    silences: tuple[Silence, ...] = ()
    relations: tuple[Relation, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def _repr_html_(self) -> str:
        from dateline.records.html import page_html

        return page_html(self.article, self.claims, self.dropped)
