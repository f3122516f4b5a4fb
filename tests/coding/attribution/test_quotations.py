import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.attribution.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said ''yes''.", ["''yes''"]),
        ("He said “yes ‘and’ no”.", ["“yes ‘and’ no”"]),
        ("‘The troops’ bridge is gone,’ he said.", ["‘The troops’ bridge is gone,’"]),
        ("'It's gone,' he said.", ["'It's gone,'"]),
        ("It's the rebels' bridge.", []),
        ("“One.\n\n“Two,” he said.", ["“One.\n\n“Two,”"]),
        ("“One.\n\nTwo.", ["“One."]),
        ('"BERG: One.\n\n"KING: Two."', []),
        ("”Drawn the wrong way,” he said.", ["”Drawn the wrong way,”"]),
    ],
)
def test_where_marks_open_and_close(text: str, expected: list[str]) -> None:
    assert [span.within(text) for span in quotations(text)] == expected


@given(st.text(alphabet="ab .,\n“”‘’\"'", max_size=60))
def test_quotations_come_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for span in quotations(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
