"""Cells with dates of any precision become days, or say what is wrong with them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.dates import covers, first_day, last_day, span


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2014", dt.date(2014, 1, 1), dt.date(2014, 12, 31)),
        ("2014-05", dt.date(2014, 5, 1), dt.date(2014, 5, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2014-05-09", dt.date(2014, 5, 9), dt.date(2014, 5, 9)),
    ],
)
def test_a_cell_covers_the_days_of_its_precision(cell: str, first: dt.date, last: dt.date) -> None:
    assert span(cell) == (first, last)
    assert (first_day(cell), last_day(cell)) == (first, last)


def test_an_empty_cell_is_open() -> None:
    assert span("") == (None, None)


@pytest.mark.parametrize("cell", ["May 2014", "2014-5", "2014-13", "2023-02-29", "0000", "2014-05-09 ", "201٤", "2014-00", "2014-05-00"])
def test_what_is_no_date_is_named_in_the_error(cell: str) -> None:
    with pytest.raises(ValueError, match=f"got {cell!r}"):
        span(cell)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_less_precise_cells_cover_more(day: dt.date) -> None:
    for cell in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        first, last = span(cell)
        assert first is not None
        assert last is not None
        assert first <= day <= last


def test_a_day_is_covered_up_to_and_including_both_ends() -> None:
    first, last = dt.date(2014, 5, 1), dt.date(2014, 5, 31)
    assert covers(first, first=first, last=last)
    assert covers(last, first=first, last=last)
    assert not covers(dt.date(2014, 6, 1), first=first, last=last)
    assert covers(dt.date(1, 1, 1), first=None, last=None)
