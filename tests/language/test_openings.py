import pytest

from dateline.language.openings import opening


@pytest.mark.parametrize(
    ("text", "places", "wanted"),
    [
        ("Port Sorrow , Jun 3 ( XYZ ) .- Gunmen killed eleven .", 2, 9),
        ("TOLBARA -- Rain fell all night .", 1, 2),
        ("Tolbara , 15 Jan 90 ( XYZ ) -- The army left .", 1, 9),
        ("Tolbara - based rebels seized the bridge .", 1, 0),
        ("Tolbara was quiet - Rain fell all night .", 1, 0),
        ("Tolbara — again .", 1, 0),
    ],
)
def test_a_dateline_is_a_place_a_day_and_brackets(text: str, places: int, wanted: int) -> None:
    words = text.split()
    labels = ["B-LOC"] + ["I-LOC"] * (places - 1) + ["O"] * (len(words) - places)
    assert opening(words, labels) == wanted


def test_a_sentence_that_begins_with_no_place_has_no_dateline() -> None:
    assert opening(["XYZ", "—", "Rain", "fell", "all", "night", "."], ["B-ORG"] + ["O"] * 6) == 0
