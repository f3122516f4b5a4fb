import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Article, Claim, Document, Page, Published, Quantity, Silence, Source, Span, Trigger, When, Where, digest
from dateline.store.codec import article_json, article_of, coding_json, document_of, key, packed, page_json, page_of
from dateline.store.instants import known_by, micros, moment
from dateline.store.rows import place_key, place_row, spaced

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
days = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1))
places = st.builds(
    lambda text, name, lat, lon: Where(text=text, basis="x", name=name, lat=lat, lon=lon),
    words,
    st.none() | words,
    st.floats(-90, 90),
    st.floats(-180, 180),
)
claims = st.builds(
    lambda type, when, where, origin, dead: Claim(
        id=digest("c", type),
        type=type,
        status="happened",
        quad=4,
        score=-9.0,
        sentence=Span(start=0, end=1),
        trigger=Trigger(start=0, end=1, text="x"),
        confidence=0.5,
        when=When(first=when, last=when, basis="stated"),
        where=where,
        sources=(Source(name=origin, kind="person"),),
        quantities={"dead": Quantity(low=dead, high=None)},
    ),
    words,
    days,
    st.none() | places,
    words,
    st.integers(0, 10**6),
)


@given(words, st.lists(claims, max_size=3), words)
def test_a_document_survives_its_rows(text: str, told: list[Claim], who: str) -> None:
    article = Article(id="a-1", path="x", text=text, body=Span(start=0, end=len(text)), published=Published())
    document = Document(article=article, claims=tuple(told), silences=(Silence(start=0, end=1, who=who),))
    held = article_of(article_json(article), text)
    assert document_of(coding_json(document), held, tuple(told)) == document


@given(st.binary(max_size=500), words)
def test_a_page_survives_its_row(content: bytes, path: str) -> None:
    page = Page(path=path, content=content, form="html")
    assert page_of(page_json(page), packed(content)) == page


@given(words)
def test_a_key_is_its_own_key_and_fits_an_index(name: str) -> None:
    assert key(key(name)) == key(name)
    assert len(key(name * 50).encode()) <= 4 * 200


@given(places)
def test_a_place_lies_in_the_grid_where_its_point_is(where: Where) -> None:
    row = place_row(where, no=1)
    assert place_key(where) == row["key"]
    assert isinstance(row["x"], int)
    assert 0 <= row["x"] <= 360_000_000


@given(st.datetimes(min_value=dt.datetime(1970, 1, 1), max_value=dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)))
def test_an_instant_survives_and_lies_in_its_day(when: dt.datetime) -> None:
    assert moment(micros(when)) == when
    assert micros(when) <= known_by(when.date()) == known_by(when.date() + dt.timedelta(days=1)) - 86_400_000_000


def test_codes_stand_between_spaces() -> None:
    assert (spaced(("GOV", "MIL")), spaced(())) == (" GOV MIL ", "")
