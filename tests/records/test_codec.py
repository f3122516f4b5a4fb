import datetime as dt
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadRecord
from dateline.records import Article, Document, Dropped, Published, Relation, Span, digest, from_json, schema, to_json

days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1))
words = st.text(min_size=1, max_size=40).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
known = st.builds(lambda a, b: Published(first=min(a, b), last=max(a, b), basis="weekday", years=(2010, 2021)), days, days)
articles = st.builds(
    lambda text, title, published: Article(
        id=digest("a", text), path="x", text=text, body=Span(start=0, end=len(text)), title=title, published=published
    ),
    words,
    st.none() | words,
    st.just(Published()) | known,
)
drops = st.builds(lambda path, detail: Dropped(path=path, stage="read", reason="empty", detail=detail), words, words)
documents = st.builds(
    lambda article, dropped: Document(article=article, dropped=tuple(dropped)), st.none() | articles, st.lists(drops, max_size=3)
)


@given(documents)
def test_a_document_survives_json_and_keeps_to_its_schema(document: Document) -> None:
    line = to_json(document)
    assert b"\n" not in line
    assert from_json(line, Document) == document
    jsonschema.validate(json.loads(line), schema())


def test_equal_records_give_equal_bytes_and_every_field_is_written() -> None:
    document = Document(article=None)
    assert to_json(document) == to_json(Document(article=None, claims=()))
    assert set(json.loads(to_json(document))) == {"schema", "article", "claims", "quotes", "silences", "relations", "dropped"}


def test_a_relation_is_written_with_the_names_of_the_contract() -> None:
    relation = Relation(start=0, end=3, kind="supplies", subject="Russia", object="Myanmar")
    assert json.loads(to_json(relation))["from"] == "Russia"
    assert from_json(to_json(relation), Relation) == relation


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (b"{", "truncated"),
        (b'{"article": null, "unheard": 1}', "unheard"),
        (b'{"schema": "dateline.article/9", "article": null}', "schema"),
        (b'{"article": {"id": 3}}', "id"),
        (b"\xff\xfe", "Document"),
    ],
)
def test_a_wrong_line_is_named_for_what_is_wrong(line: bytes, wrong: str) -> None:
    with pytest.raises(BadRecord, match=wrong):
        from_json(line, Document)


def test_the_schema_refuses_what_the_codec_refuses() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "dateline.article/1", "article": {"id": "a"}}, schema())
