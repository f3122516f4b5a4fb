import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from lxml import html as markup

from dateline.extract.plain.model import ROLES, STORY, load, shipped
from dateline.extract.plain.story import kept
from dateline.learn.labelled_lines import LabelledPage, pages, publisher, visible_lines
from dateline.learn.line_net import Recipe, fit
from dateline.learn.lines import held_out_parts, score
from dateline.learn.renderings import renderings

FLOOR = 0.92  # F1 of lines kept, by characters; .97 when the weights were made
TALKS = "Delegates of both sides met again on Sunday in the lakeside town of Nampa, a month after the last round broke up over prisoners."
CEASEFIRE = "A ceasefire has held since January, though each side accuses the other of breaking it near the bridge at Old Nampa."


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    page = (
        "<html><head><title>Talks</title><meta property='article:section' content='World'></head>"
        "<body><nav><a>Home</a><br><a>World</a></nav>"
        "<h1>Peace talks resume in Nampa</h1><p class=by>By Ann Poe</p><p>March 3, 2024</p><script>var a</script>"
        f"<p>{TALKS}</p><div>Advertisement</div><p><b>A</b>{CEASEFIRE[1:]}</p><!-- end --><footer>© Lakeside Press</footer></body></html>"
    )
    truth = {
        "title": "Peace talks resume in Nampa",
        "authors": ["Ann Poe"],
        "publishing_date": "2024-03-03 10:00:00+00:00",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TALKS, CEASEFIRE]}]},
    }
    (tmp_path / "Lakeside_2024_03_03.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "Lakeside.json").write_text(json.dumps({"V1": truth}))
    (tmp_path / "meta.info").write_text(json.dumps({"Lakeside_2024_03_03.html.gz": {"url": "https://www.lakeside.example/a"}}))
    return tmp_path


def test_lines_of_a_saved_page_get_their_roles(saved: Path) -> None:
    (page,) = pages(saved)
    assert page.publisher == "lakeside"
    assert [(line, ROLES[role]) for line, role in zip(page.lines, page.roles, strict=True)] == [
        ("Home", "other"),
        ("World", "section"),
        ("Peace talks resume in Nampa", "headline"),
        ("By Ann Poe", "byline"),
        ("March 3, 2024", "stamp"),
        (TALKS, "story"),
        ("Advertisement", "other"),
        (CEASEFIRE, "story"),
        ("© Lakeside Press", "other"),
    ]


def test_inline_markup_does_not_break_a_line() -> None:
    assert visible_lines(markup.fromstring("<div>one <a>two</a> three<p>four<br>five</p>six</div>")) == [
        "one two three",
        "four",
        "five",
        "six",
    ]


@pytest.mark.parametrize(
    ("address", "name"),
    [("https://fr.delta.example/a", "delta"), ("http://www.delta.co.uk", "delta"), ("https://delta.example", "delta"), ("", "")],
)
def test_publishers_are_known_by_their_registered_name(address: str, name: str) -> None:
    assert publisher(address) == name


def test_renderings_keep_lines_and_roles_together(saved: Path) -> None:
    (page,) = pages(saved)
    said = {line.upper(): role for line, role in zip(page.lines, page.roles, strict=True)}
    states = list(renderings(page, random=np.random.default_rng(0)))
    assert states[0].lines == page.lines
    for state in states:
        assert all(said[line.upper()] == role for line, role in zip(state.lines, state.roles, strict=True))
        assert STORY in state.roles


def test_a_publisher_is_never_in_two_parts() -> None:
    found = [LabelledPage(name=str(n), publisher=f"p{n % 7}", lines=("a",), roles=(0,), body=("b",)) for n in range(30)]
    part = held_out_parts(found, folds=3)
    assert set(part) == {page.publisher for page in found}
    assert set(part.values()) == {0, 1, 2}


def test_keeping_just_the_story_scores_one(saved: Path) -> None:
    (page,) = pages(saved)
    best = score([(page, np.array(page.roles) == STORY)])
    assert (best.characters, best.shingles, best.lines) == (1, 1, 1)
    assert score([(page, np.zeros(len(page.lines), dtype=bool))]).characters == 0


def test_training_is_repeatable_and_survives_saving(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    seen = random.normal(size=(600, 8)).astype(np.float32)
    wanted = (seen[:, 0] > 0).astype(np.int64)
    weight = np.ones(600, dtype=np.float32)
    one, other = (fit(seen, wanted, weight, recipe=Recipe(units=8, nets=2, rounds=60, batch=32)) for _ in range(2))
    assert np.array_equal(one.hidden, other.hidden)
    with (tmp_path / "w.npz").open("wb") as file:
        one.save(file)
    with (tmp_path / "w.npz").open("rb") as file:
        again = load(file)
    assert np.allclose(again.chances(seen), one.chances(seen), atol=0.02)
    assert (one.chances(seen).argmax(axis=1) == wanted).mean() > 0.95


def test_the_shipped_weights_belong_to_these_features(shared: Path) -> None:
    """On pages that it was trained on: tells weights that were not made again after a change of the features, and nothing of quality."""
    found = list(pages(shared / "gold" / "fundus_fixtures"))[::6]
    kept_lines = [(page, kept(list(page.lines), model=shipped())[0]) for page in found]
    assert score(kept_lines).characters >= FLOOR
