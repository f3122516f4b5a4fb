import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Page, Published, Span, digest

DAY = dt.date(2024, 5, 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (9, 3)])
def test_an_impossible_span_says_what_was_needed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"need 0 <= start < end"):
        Span(start=start, end=end)


def test_a_span_gives_its_words_and_refuses_to_leave_the_text() -> None:
    assert Span(start=2, end=4).within("abcd") == "cd"
    with pytest.raises(ValueError, match="the text's length"):
        Span(start=2, end=5).within("abcd")


@given(st.integers(0, 20), st.integers(1, 9), st.integers(0, 20), st.integers(1, 9))
def test_spans_overlap_just_where_they_share_a_code_point(a: int, n: int, b: int, m: int) -> None:
    shared = set(range(a, a + n)) & set(range(b, b + m))
    assert Span(start=a, end=a + n).overlaps(Span(start=b, end=b + m)) == bool(shared)


def test_a_known_day_needs_a_basis_and_an_unknown_one_has_none() -> None:
    assert Published(first=DAY, last=DAY, basis="metadata").first == DAY
    for wrong in ({"first": DAY, "last": DAY}, {"basis": "weekday"}):
        with pytest.raises(ValueError, match="basis unknown exactly where"):
            Published(**wrong)


def test_the_first_day_comes_not_after_the_last() -> None:
    with pytest.raises(ValueError, match="first <= last"):
        Published(first=DAY, last=dt.date(2023, 1, 1), basis="weekday")
    with pytest.raises(ValueError, match="both ends"):
        Published(first=DAY, basis="weekday")


@given(st.lists(st.none() | st.text(), min_size=2, max_size=5))
def test_a_digest_tells_its_parts_apart(parts: list[str | None]) -> None:
    assert digest("a", *parts) == digest("a", *parts)
    assert digest("a", *parts) != digest("a", *parts, "")
    assert digest("a", "ab", "c") != digest("a", "a", "bc")
    assert digest("a", None) != digest("a", "")
    assert digest("a", b"x") != digest("a", "x")


def test_the_same_bytes_from_another_address_are_another_page() -> None:
    here, there = (Page(path="x", content=b"x", form="text", url=url) for url in ("https://a.example", "https://b.example"))
    assert here.id != there.id
    assert here.id == Page(path="elsewhere", content=b"x", form="text", url="https://a.example").id
