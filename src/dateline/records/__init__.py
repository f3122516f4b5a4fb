"""What flows between the stages: frozen records, their JSON codec and their schema."""

from dateline.records.article import Article, Dateline, Published
from dateline.records.base import Record, digest
from dateline.records.claim import Claim, Party, Quantity, Quote, Relation, Silence, Source, Trigger, When, Where
from dateline.records.codec import from_json, schema, to_json
from dateline.records.document import SCHEMA, Document
from dateline.records.dropped import Dropped
from dateline.records.mention import ActorMention, Mentioned, Mentions, PlaceMention, QuantityMention, TimeMention
from dateline.records.page import Form, Given, Page
from dateline.records.sentence import Entity, Sentence, Word
from dateline.records.span import Span
from dateline.records.vectors import WordVectors

__all__ = [
    "SCHEMA",
    "ActorMention",
    "Article",
    "Claim",
    "Dateline",
    "Document",
    "Dropped",
    "Entity",
    "Form",
    "Given",
    "Mentioned",
    "Mentions",
    "Page",
    "Party",
    "PlaceMention",
    "Published",
    "Quantity",
    "QuantityMention",
    "Quote",
    "Record",
    "Relation",
    "Sentence",
    "Silence",
    "Source",
    "Span",
    "TimeMention",
    "Trigger",
    "When",
    "Where",
    "Word",
    "WordVectors",
    "digest",
    "from_json",
    "schema",
    "to_json",
]
