"""The tables of a store, the same on SQLite and PostgreSQL.

Days are ISO 8601 text, instants are microseconds since 1970 in UTC. `since` and `until` say from when and until when the store held a row
to be its word; `until` is NULL while it does. What is looked for by name stands in a `…_key`, folded.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

METADATA: Final = MetaData()

_NUMBER: Final = BigInteger().with_variant(Integer(), "sqlite")  # on SQLite only INTEGER is the row's own number


def _number(name: str = "no") -> Column[int]:
    return Column(name, _NUMBER, primary_key=True, autoincrement=False)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, _NUMBER, ForeignKey(f"{target}.no"), nullable=nullable)


articles: Final = Table(
    "articles",
    METADATA,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("added", BigInteger, nullable=False),
    Column("path", Text, nullable=False),
    Column("key", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("outlet_key", Text),
    Column("title", Text),
    Column("language", Text),
    Column("published_first", Text),
    Column("published_last", Text),
    Column("text", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),  # the record as JSON, without its text
    Index("articles_outlet", "outlet_key"),
    Index("articles_published", "published_first", "published_last"),
)

pages: Final = Table(
    "pages",
    METADATA,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    _to("article_no", "articles", nullable=True),  # that was read out of it last
    Column("added", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),  # zlib
    Column("record", LargeBinary, nullable=False),  # the record as JSON, without its content
    Index("pages_article", "article_no"),
)

readings: Final = Table(
    "readings",  # every article that was read out of a page, since when
    METADATA,
    Column("article_no", _NUMBER, ForeignKey("articles.no"), primary_key=True, autoincrement=False),
    Column("page_no", _NUMBER, ForeignKey("pages.no"), primary_key=True, autoincrement=False),
    Column("since", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

drops: Final = Table(
    "drops",
    METADATA,
    _number(),
    Column("id", Text, nullable=False, unique=True),  # a digest of all that follows but `added`
    _to("page_no", "pages", nullable=True),
    Column("added", BigInteger, nullable=False),
    Column("maker", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Index("drops_page", "page_no"),
)

codings: Final = Table(
    "codings",
    METADATA,
    _number(),
    _to("article_no", "articles"),
    Column("maker", Text, nullable=False),
    Column("content", Text, nullable=False),  # a digest of what was coded
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    Column("record", LargeBinary, nullable=False),  # the document as JSON, without article and claims
    Index("codings_article", "article_no", "until"),
)

places: Final = Table(
    "places",
    METADATA,
    _number(),
    Column("key", Text, nullable=False, unique=True),
    Column("geonameid", BigInteger),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("country", Text),
    Column("admin1", Text),
    Column("precision", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("x", Integer),  # millionths of a degree east of 180° W
    Column("y", Integer),  # millionths of a degree north of the South Pole
    Index("places_name", "name_key"),
    Index("places_country", "country"),
    Index("places_point", "lat", "lon"),
)

claims: Final = Table(
    "claims",
    METADATA,
    _number(),
    Column("id", Text, nullable=False),
    _to("coding_no", "codings"),
    _to("article_no", "articles"),
    Column("type", Text, nullable=False),
    Column("modes", Text, nullable=False),  # " visit phone ", so that one is found between spaces
    Column("status", Text, nullable=False),
    Column("quad", SmallInteger, nullable=False),
    Column("score", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("day", Text, nullable=False),  # the first of the event, or "" where none is told: what claims are ordered by
    Column("last", Text, nullable=False),  # the last; an event of which one end is known counts by that
    _to("place_no", "places", nullable=True),
    Column("country", Text),
    Column("outlet", Text),  # of its article, so that counting by it needs no texts
    Column("origin", Text),
    Column("origin_key", Text),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
)

records: Final = Table(
    "records",  # apart from claims, so that these stay narrow: all of them are read to be counted
    METADATA,
    Column("claim_no", _NUMBER, ForeignKey("claims.no"), primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),  # the claim as JSON
)

_current: Final = claims.c.until.is_(None)


def _covering(name: str, *columns: str) -> Index:
    """An index over what the store holds now. It has `until` too, without which SQLite would look each row up to see that it is NULL."""
    held = [claims.c[column] for column in (*columns, "until")]
    return Index(f"claims_{name}", *held, sqlite_where=_current, postgresql_where=_current)


# Lists are found, ordered and narrowed in these, and only what is shown is looked up. What is counted is counted in `columns`.
Index("claims_id", claims.c.id)
Index("claims_coding", claims.c.coding_no)
Index("claims_article", claims.c.article_no)
_covering("by_day", "day", "no", "last", "type", "status", "quad", "country", "confidence")
_covering("by_place", "place_no", "day", "no")
_covering("by_origin", "origin_key")

actors: Final = Table(
    "actors",  # each once, however many claims it is a party of
    METADATA,
    _number(),
    Column("key", Text, nullable=False, unique=True),  # of all that follows
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("country", Text),
    Column("sectors", Text, nullable=False),  # " GOV MIL ", the primary one first
    Column("wikidata", Text),
    Index("actors_name", "name_key"),
    Index("actors_country", "country"),
)

parties: Final = Table(
    "parties",
    METADATA,
    Column("claim_no", _NUMBER, ForeignKey("claims.no"), primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),  # actor or recipient
    Column("at", SmallInteger, primary_key=True, autoincrement=False),
    _to("actor_no", "actors"),
    Index("parties_actor", "actor_no", "role", "claim_no"),
    sqlite_with_rowid=False,
)
