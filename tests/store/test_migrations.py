"""A store of an earlier version is brought up to date, with all that it held."""

import datetime as dt

import pytest
from sqlalchemy import Connection, MetaData, create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.store.conftest import Make

from dateline.records import Claim, Page, to_json
from dateline.store.check import findings
from dateline.store.codec import article_json, coding_json, key, packed, page_id, page_json
from dateline.store.instants import micros
from dateline.store.queries.actors import actors
from dateline.store.queries.articles import source_pages
from dateline.store.queries.claims import claim, claims_page
from dateline.store.queries.filters import Filters
from dateline.store.rows import spaced
from dateline.store.store import Store
from dateline.store.versions import migrate

PAGE = Page(path="one.html", content=b"<p>Drones</p>", form="html")
JANUARY, FEBRUARY = (micros(dt.datetime(2024, month, 1, tzinfo=dt.UTC)) for month in (1, 2))


def wide(claim: Claim, *, no: int, coding_no: int, since: int, until: int | None) -> dict[str, object]:
    """The row of a claim before records were kept apart."""
    return {
        "no": no,
        "id": claim.id,
        "coding_no": coding_no,
        "article_no": 1,
        "type": claim.type,
        "modes": spaced(claim.modes),
        "status": claim.status,
        "quad": claim.quad,
        "score": claim.score,
        "confidence": claim.confidence,
        "first": "2023-05-01",
        "last": None,
        "day": "2023-05-01",
        "long": 0,
        "place_no": None,
        "country": "UKR",
        "origin": "Mayor",
        "origin_key": "mayor",
        "since": since,
        "until": until,
        "record": to_json(claim),
    }


def fill(connection: Connection, make: type[Make]) -> None:
    """One article, coded twice."""
    tables = MetaData()
    tables.reflect(connection)
    document = make.document("one")
    assert document.article is not None
    claims = [make.claim("c-old"), make.claim("c-1", actors=(make.russia, make.party("x" * 300, None)))]
    rows: dict[str, list[dict[str, object]]] = {
        "articles": [
            {"no": 1, "id": document.article.id, "added": JANUARY, "path": "one.txt", "outlet": "EFE", "outlet_key": "efe"}
            | {"text": document.article.text, "record": article_json(document.article)}
        ],
        "pages": [
            {"no": 1, "id": page_id(PAGE), "article_no": 1, "added": JANUARY, "size": len(PAGE.content)}
            | {"content": packed(PAGE.content), "record": page_json(PAGE)}
        ],
        "codings": [
            {
                "no": no,
                "article_no": 1,
                "maker": f"coder {no}",
                "content": "k",
                "since": since,
                "until": until,
                "record": coding_json(document),
            }
            for no, since, until in ((1, JANUARY, FEBRUARY), (2, FEBRUARY, None))
        ],
        "claims": [
            wide(claims[0], no=1, coding_no=1, since=JANUARY, until=FEBRUARY),
            wide(claims[1], no=2, coding_no=2, since=FEBRUARY, until=None),
        ],
        "parties": [
            {"claim_no": no, "role": role, "at": at, "name": party.name, "name_key": key(str(party.name)), "country": party.country}
            | {"sectors": spaced(party.sectors), "wikidata": None}
            for no, one in enumerate(claims, start=1)
            for role, told in (("actor", one.actors), ("recipient", one.recipients))
            for at, party in enumerate(told)
        ],
    }
    for name, some in rows.items():
        connection.execute(tables.tables[name].insert(), some)
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO articles_text (rowid, title, text) SELECT no, title, text FROM articles"))


def test_a_store_of_the_second_version_keeps_all_it_held(target: str, make: type[Make]) -> None:
    engine = create_engine(target.replace("postgresql:", "postgresql+psycopg:") if ":" in target else f"sqlite:///{target}")
    with engine.begin() as connection:
        migrate(connection, to="0002")
        fill(connection, make)
    engine.dispose()
    with Store.open(target) as store:
        assert [told.claim.id for told in claims_page(store).items] == ["c-1"]
        assert [told.claim.id for told in claims_page(store, Filters(known_on=dt.date(2024, 1, 15))).items] == ["c-old"]
        whole = claim(store, "c-1")
        assert whole is not None
        assert whole.told.claim == make.claim("c-1", actors=(make.russia, make.party("x" * 300, None)))
        assert {(one.name[:12], one.acted, one.received) for one in actors(store)} == {
            ("Russian army", 1, 0),
            ("xxxxxxxxxxxx", 1, 0),
            ("Ukraine", 0, 1),
        }
        assert source_pages(store, "a-one", known_on=dt.date(2024, 1, 1)) == (PAGE,)
        assert [finding for finding in findings(store) if not finding.well] == []
        for statement in ("UPDATE records SET claim_no = 9", "DELETE FROM claims"):
            with pytest.raises(DBAPIError, match="superseded"), store.writing() as connection:
                connection.execute(text(statement))
