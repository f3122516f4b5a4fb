"""Scores of HTML extraction: how they are counted, and the floors they must not fall below."""

import gzip
import json
from pathlib import Path

import pytest

from dateline.errors import NoSuchInput, UsageError
from dateline.extract.html.keep import Weights, likelihoods
from dateline.learn.blocks import fitted, labelled
from dateline.learn.extraction import evaluate
from dateline.learn.fixtures import fixtures
from dateline.learn.shingles import f1

PARAGRAPHS = (
    "The ferry to the outer islands ran again on Friday after a week of storms, the harbour master said.",
    "Two hundred people had waited in the school of the port, and the first boat took those with children.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pages of an invented outlet, an older and a newer version of its truth."""
    place = tmp_path / "xx"
    place.mkdir()
    truths = {}
    for version, day, title in (("V1", "2024_03_05", "Ferry runs again"), ("V1_1", "2025_01_02", "Harbour closes")):
        body = "".join(f"<p>{text} {title}.</p>" for text in PARAGRAPHS)
        page = f"<html><head><title>{title}</title><meta name=author content='Ann Poe'></head><body><h1>{title}</h1>{body}</body></html>"
        (place / f"Delta_{day}.html.gz").write_bytes(gzip.compress(page.encode()))
        told = [f"{text} {title}." for text in PARAGRAPHS]
        truths[version] = {
            "title": title,
            "authors": ["Ann Poe"],
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": told}]},
        }
    (place / "Delta.json").write_text(json.dumps(truths))
    return tmp_path


def test_a_newer_page_goes_with_the_newer_truth(folder: Path) -> None:
    assert [(page.name, page.title) for page in fixtures(folder)] == [
        ("Delta_2024_03_05.html.gz", "Ferry runs again"),
        ("Delta_2025_01_02.html.gz", "Harbour closes"),
    ]


def test_a_page_left_over_goes_with_the_truth_whose_words_it_holds(folder: Path) -> None:
    (folder / "xx" / "Delta_2024_03_05.html.gz").unlink()
    assert [page.title for page in fixtures(folder)] == ["Harbour closes"]


def test_a_folder_without_pages_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput):
        list(fixtures(tmp_path))


def test_scores_count_each_page_and_name_what_is_wrong(folder: Path) -> None:
    truth = folder / "xx" / "Delta.json"
    truth.write_text(truth.read_text().replace("Ann Poe", "Bo Lund", 1))
    scores = evaluate(folder, errors=True)
    assert (scores.body, scores.title, scores.authors) == (1.0, 1.0, 0.5)
    assert any("Bo Lund" in line and "Ann Poe" in line for line in scores.lines())


def test_f1_of_shingles_counts_repeats() -> None:
    text = "one two three four five"
    assert f1(text, text) == 1.0
    assert f1(f"{text} {text}", text) == pytest.approx(2 * 2 / (7 + 2))
    assert f1("", text) == 0.0
    assert f1("", "") == 1.0


def test_training_learns_to_tell_the_story_from_the_rest(folder: Path) -> None:
    for number in range(6):
        for path in list((folder / "xx").glob("Delta*")):
            path.with_name(path.name.replace("Delta", f"Echo{number}")).write_bytes(path.read_bytes())
    samples = [sample for page in fixtures(folder) for sample in labelled(page)]
    weights = Weights(*fitted(samples))
    sure = likelihoods(samples[0].blocks, samples[0].rows, weights)
    assert [share > 0.5 for share in sure] == [share > 0.5 for share in samples[0].truth] == [False, True, True]


def test_training_on_one_publisher_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError):
        fitted([sample for page in fixtures(folder) for sample in labelled(page)])


def test_extraction_scores_stay_above_their_floors(shared: Path) -> None:
    scores = evaluate(shared / "gold" / "fundus_fixtures", errors=False)
    assert scores.body >= 0.96
    assert scores.title >= 0.88
    assert scores.day >= 0.97
    assert scores.authors >= 0.85
    assert scores.of_half("held-out").body >= 0.95
