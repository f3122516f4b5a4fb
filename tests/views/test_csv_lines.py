import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Article, Claim, Document, Party, Published, Quantity, Source, Span, Trigger, Where
from dateline.views.columns import COLUMNS
from dateline.views.csv_lines import csv_lines, header
from dateline.views.rows import rows

TEXT = "Two\nmen were held."


def record(*, name: str = "the army", title: str | None = None, claims: int = 1) -> Document:
    article = Article(id="a", path="x", text=TEXT, body=Span(start=0, end=len(TEXT)), published=Published(), title=title)
    claim = Claim(
        id="c-1",
        type="COERCE",
        status="happened",
        quad=4,
        score=-7.0,
        sentence=Span(start=0, end=len(TEXT)),
        trigger=Trigger(start=13, end=17, text="held"),
        confidence=0.7,
        modes=("arrest", "seize"),
        actors=(
            Party(text=name, start=0, end=1, basis="title: army", country="KEN", sectors=("GOV", "MIL")),
            Party(text="some|men", start=0, end=1, basis="", sectors=("UAF",)),
        ),
        where=Where(text="Lima", basis="gazetteer", lat=-12.05, lon=-77.04),
        sources=(Source(name="Delta > Wire", kind="outlet"), Source(name=name, kind="body", country="KEN")),
        quantities={"arrested": Quantity(low=2, high=None)},
        why=("a", "b"),
    )
    return Document(article=article, claims=(claim,) * claims)


def cells(document: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((header() + csv_lines(document)).decode("utf-8"))))


def test_a_row_has_every_column_in_order_and_several_values_keep_their_places() -> None:
    (row,) = rows([record()])
    assert list(row) == list(COLUMNS)
    assert (row["modes"], row["actors"], row["actor_countries"]) == ("arrest|seize", "the army|some/men", "KEN|")
    assert (row["actor_sectors"], row["recipients"], row["when_first"]) == ("GOV MIL|UAF", None, None)
    assert (row["arrested_low"], row["arrested_high"], row["dead_low"]) == (2, None, None)
    assert (row["where_lat"], row["sentence"]) == (-12.05, "Two men were held.")


def test_the_source_chain_is_told_nearest_first() -> None:
    (row,) = rows([record()])
    assert (row["sources"], row["source_kinds"]) == ("Delta › Wire > the army", "outlet > body")
    assert (row["origin"], row["origin_country"]) == ("the army", "KEN")


def test_there_are_as_many_rows_as_claims() -> None:
    assert len(cells(record(claims=3))) == len(rows([record(claims=2), record()])) == 3
    assert csv_lines(record(claims=0)) == csv_lines(Document(article=None)) == b""


def test_numbers_stay_numbers() -> None:
    (row,) = cells(record())
    assert (row["score"], row["where_lat"]) == ("-7.0", "-12.05")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＠"])
def test_no_text_is_taken_for_a_formula(begin: str) -> None:
    (row,) = cells(record(title=f'{begin}HYPERLINK("http://example.org","x")'))
    assert row["title"].startswith("'")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_in_its_cell_and_on_its_line(text: str) -> None:
    written = csv_lines(record(title=text))
    (row,) = cells(record(title=text))
    assert len(written.splitlines()) == 1
    assert row["title"].removeprefix("'") == " ".join(text.split("\n")).replace("\r", " ").removeprefix("'")
    assert not row["title"].lstrip(" ").startswith(tuple("=+-@\t＝＋－＠"))


def test_every_column_says_what_it_holds() -> None:
    assert all(COLUMNS.values())
