"""JSON lines and CSV: many pages in one file."""

import csv
import io
import json
from pathlib import Path
from typing import Final

import msgspec
import pytest

from dateline.read import pages
from dateline.read.limits import ReadLimits
from dateline.records import Article, Document, Dropped, Given, Page, Published, Span, to_json

LIMITS: Final = ReadLimits()
TEXT: Final = "Rain fell in the hills on Sunday, and the river rose.\n\nNobody was hurt."


def _read(content: bytes, kind: str | None = None, limits: ReadLimits = LIMITS) -> list[Page | Dropped]:
    return list(pages("-", kind=kind, limits=limits, stdin=io.BytesIO(content)))


def _outcomes(found: list[Page | Dropped]) -> list[str]:
    return [one.path if isinstance(one, Page) else f"{one.path} {one.reason}" for one in found]


ROW: Final[dict[str, object]] = {
    "id": "k1", "url": "https://delta.example/1", "title": "Rain", "outlet": "Delta Post", "published": "2024-03-05", "section": "Weather",
    "byline": "By Ana Ruiz and Tom Okello", "agency": "Delta Wire", "language": "en",
}  # fmt: skip
GIVEN: Final = Given(
    title="Rain", outlet="Delta Post", published="2024-03-05T00:00:00", section="Weather", byline=("Ana Ruiz", "Tom Okello"),
    agency="Delta Wire", language="en",
)  # fmt: skip


def test_a_json_line_gives_its_fields() -> None:
    (page,) = _read(json.dumps(ROW | {"text": TEXT}).encode())
    assert page == Page(path="-#1", content=TEXT.encode(), form="text", key="k1", url="https://delta.example/1", given=GIVEN)


def test_a_row_of_a_table_gives_its_fields() -> None:
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=[*ROW, "text"])
    writer.writeheader()
    writer.writerow(ROW | {"text": TEXT})
    (page,) = _read(table.getvalue().encode())
    assert page == Page(path="-#2", content=TEXT.encode(), form="text", key="k1", url="https://delta.example/1", given=GIVEN)


def test_a_bad_line_costs_no_other() -> None:
    lines = [
        '{"text": "One."}',
        '{"text": ',
        "[1]",
        '{"other": 1}',
        '{"text": "' + "[" * 50_000 + '"}',
        "[" * 50_000,
        "",
        '{"html": "<p>Six"}',
    ]
    found = _read("\n".join(lines).encode(), "jsonl")
    assert _outcomes(found) == ["-#1", "-#2 bad-json", "-#3 bad-json", "-#4 empty", "-#5", "-#6 too-deep", "-#8"]
    assert isinstance(found[-1], Page)
    assert found[-1].form == "html"


def test_a_first_line_that_is_bad_costs_no_other() -> None:
    assert _outcomes(_read(b'{"text": "cut of\n{"text": "Two."}\n', "jsonl")) == ["-#1 bad-json", "-#2"]


def test_an_array_is_read_element_by_element() -> None:
    values = [{"text": f"Story {n}. {'x' * n * 900}"} for n in range(200)]
    found = _read(json.dumps(values, indent=1).encode())
    assert [page.content.decode() for page in found if isinstance(page, Page)] == [value["text"] for value in values]


def test_an_array_that_breaks_off_keeps_what_came_before() -> None:
    whole = json.dumps([{"text": "One."}, {"text": "Two."}, {"text": "Three."}])
    assert _outcomes(_read(whole[:-12].encode())) == ["-#1", "-#2", "-#3 bad-json"]


def test_an_array_of_very_many_values_takes_no_more_than_its_time() -> None:
    limits = msgspec.structs.replace(LIMITS, pages_per_file=300_000)
    found = _read(b"[" + b"1," * 250_000 + b"1]", "jsonl", limits)
    assert len(found) == 250_001


def test_an_object_over_many_lines_is_one() -> None:
    (page,) = _read(json.dumps({"text": TEXT, "id": 7}, indent=2).encode())
    assert isinstance(page, Page)
    assert (page.key, page.content) == ("7", TEXT.encode())


def test_a_long_line_is_dropped_and_the_next_read() -> None:
    limits = msgspec.structs.replace(LIMITS, page_bytes=1000)
    found = _read(b'{"text": "One."}\n{"text": "' + b"x" * 50_000 + b'"}\n{"text": "Three."}\n', None, limits)
    assert _outcomes(found) == ["-#1", "-#2 too-large", "-#3"]


def test_bytes_that_are_no_utf8_reach_the_page_as_they_are() -> None:
    for content in ('{"text": "Caf\xe9 in Z\xfcrich"}'.encode("cp1252"), "id,text\n1,Caf\xe9 in Z\xfcrich\n".encode("cp1252")):
        (page,) = _read(content)
        assert page.content == "Caf\xe9 in Z\xfcrich".encode("cp1252")  # type: ignore[union-attr]


def test_a_utf16_table_is_read(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes("id;text\r\n1;Café in Zürich\r\n".encode("utf-16"))
    (page,) = pages(file, limits=LIMITS)
    assert isinstance(page, Page)
    assert page.content.decode() == "Café in Zürich"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_may_part_its_cells_in_any_usual_way(delimiter: str) -> None:
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter).writerows(
        [["nr", "Headline", "Article"], ["1", 'He said "no", twice', TEXT], ["2", "B", "Short."]]
    )
    found = _read(table.getvalue().encode())
    assert [(page.content.decode(), page.given.title) for page in found if isinstance(page, Page)] == [
        (TEXT, 'He said "no", twice'),
        ("Short.", "B"),
    ]


def test_a_table_without_texts_says_which_columns_it_has() -> None:
    (drop,) = _read(b"a,b\n1,2\n", "csv")
    assert isinstance(drop, Dropped)
    assert (drop.reason, "found a, b" in drop.detail) == ("no-text-column", True)


def test_rows_that_are_too_short_empty_or_too_long_cost_no_other() -> None:
    content = b'id,text\n1\n2,""\n\n3,Three.\n4,"' + b"x" * 2000 + b'"\n5,Five.,more,than,that\n'
    found = _read(content, "csv", msgspec.structs.replace(LIMITS, page_bytes=1000))
    outcomes = _outcomes(found)
    assert [one for one in outcomes if " " not in one] == ["-#5", outcomes[-1]]
    assert {one.partition(" ")[2] for one in outcomes if " " in one} == {"empty", "too-large"}


def test_a_record_of_this_program_is_read_back_as_the_body_it_holds() -> None:
    article = Article(
        id="a-1", path="x", key="k", text="Rain\n\nRain fell.\n\nNobody was hurt.", body=Span(start=6, end=34), title="Rain",
        published=Published(), byline=("Ana Ruiz",), language="en",
    )  # fmt: skip
    (page,) = _read(to_json(Document(article=article)))
    assert isinstance(page, Page)
    assert (page.form, page.content, page.key) == ("prose", b"Rain fell.\n\nNobody was hurt.", "k")
    assert page.given == Given(title="Rain", byline=("Ana Ruiz",), language="en")
