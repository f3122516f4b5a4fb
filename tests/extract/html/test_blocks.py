"""Blocks of a page, the roles of what surrounds them, and the model's table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.html.blocks import blocks
from dateline.extract.html.concepts import BIT, roles
from dateline.extract.html.features import Witnesses, names, rows
from dateline.extract.html.keep import CONTEXT, likelihoods, shipped
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

SILENT = Witnesses(title="", description="", extractor="", declared="")


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(parse(f"<body>{body}</body>", limits=ExtractLimits()))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one <b>two</b> three</p>", ["one two three"]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
        ("one<br>two", ["one", "two"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("<p>one<script>x()</script> two</p>", ["one two"]),
        ("<p>one</p><style>p {}</style><p>—</p>", ["one"]),
        ("<custom-part>one</custom-part>two", ["one", "two"]),
    ],
)
def test_blocks_end_where_block_level_tags_do(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_a_block_knows_its_links_its_surroundings_and_whether_it_is_shown() -> None:
    markup = (
        "<article><div class='RelatedArticles'><ul><li><a href='/x'>one two</a></li></ul></div><p style='display: none'>three</p></article>"
    )
    first, second = blocks(parse(markup, limits=ExtractLimits()))
    assert first.linked == len(first.text)
    assert first.near & BIT["related"]
    assert first.article
    assert second.hidden


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("share-bar", "share"),
        ("relatedLinks", "related"),
        ("newsletter_signup", "newsletter"),
        ("article__body", "story"),
        ("cookieConsent", "notice"),
    ],
)
def test_names_point_to_roles(name: str, role: str) -> None:
    assert roles(name) & BIT[role]


def test_ordinary_layout_names_point_to_no_role() -> None:
    assert roles("col-md-8 row grid wrapper") == 0


@given(st.lists(st.text(alphabet="ab .,", min_size=1, max_size=40).filter(lambda text: "a" in text), min_size=1, max_size=12))
def test_every_block_has_a_row_and_a_likelihood(lines: list[str]) -> None:
    found = blocks(parse("".join(f"<p>{line}</p>" for line in lines), limits=ExtractLimits()))
    matrix = rows(found, SILENT)
    sure = likelihoods(found, matrix, shipped())
    assert matrix.shape == (len(found), len(names()))
    assert np.isfinite(matrix).all()
    assert sure.shape == (len(found),)
    assert ((sure >= 0) & (sure <= 1)).all()


def test_the_shipped_weights_fit_the_features() -> None:
    weights = shipped()
    assert len(weights.first) == len(names()) + 1
    assert len(weights.second) == len(names()) + len(CONTEXT) + 1
