"""The section of a page, by its data, its crumbs and its menu."""

import pytest

from dateline.extract.html.head import head
from dateline.extract.html.linked import linked
from dateline.extract.html.section import section, sectional
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

HEADLINE = "Ferry sails again after a week of storms"
MENU = "<ul><li><a href='/'>Home</a></li><li><a href='/world/'>World</a></li><li><a href='/isles/'>Islands</a></li></ul>"


def found(top: str = "", body: str = "<p>words</p>", *, address: str | None = None, above: str | None = None) -> str | None:
    root = parse(f"<html><head>{top}</head><body>{body}</body></html>", limits=ExtractLimits())
    stated = head(root)
    return section(root, head=stated, linked=linked(root, title=None), address=address, headline=HEADLINE, above=above)


def crumbs(*names: str) -> str:
    steps = ", ".join(f'{{"@type": "ListItem", "position": 1, "item": {{"name": "{name}"}}}}' for name in names)
    return f'<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}</script>'


def test_the_pages_data_is_believed_first() -> None:
    assert found("<meta property='article:section' content='World, Europe'>", f"<div class='crumbs'>{MENU}</div>") == "World"


@pytest.mark.parametrize(
    "body",
    [
        "<div class='breadcrumb'><a href='/'>Home</a> › <a href='/isles'>Islands</a></div>",
        f"<ol class='Breadcrumbs'><li><a href='/'>Start</a></li><li><a href='/isles'>Islands</a></li><li>{HEADLINE}</li></ol>",
        f"<nav aria-label='breadcrumb'><a href='/'>Delta</a><a href='/isles'>Islands</a><a href='/isles/1'>{HEADLINE}</a></nav>",
        f"<p id='crumbs'>Delta Post > Islands > {HEADLINE}</p>",
    ],
)
def test_the_last_crumb_before_the_article_is_the_section(body: str) -> None:
    assert found(body=body) == "Islands"


def test_crumbs_in_linked_data_are_read() -> None:
    assert found(crumbs("Delta Post", "News", "Islands", HEADLINE)) == "Islands"


def test_crumbs_that_lead_home_only_tell_nothing() -> None:
    assert found(crumbs("Delta Post", HEADLINE)) is None
    assert found(body="<div class='crumbs'><a href='/'>Home</a></div>") is None


def test_the_label_above_the_headline_goes_before_the_menu() -> None:
    assert found(body=MENU, address="https://delta.example/isles/ferry", above="Ferries") == "Ferries"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://delta.example/isles/ferry-sails", "Islands"),
        ("https://delta.example/sport/ferry-race", None),
        ("https://delta.example/isles", None),
        ("https://[bad", None),
        (None, None),
    ],
)
def test_the_menus_entry_for_the_articles_folder_is_its_section(address: str | None, expected: str | None) -> None:
    assert found(body=MENU, address=address) == expected


@pytest.mark.parametrize("text", ["", "Home", "Log in", "Read it now!", "12 March", "islandsFerries", "a b c d e f", "x" * 41])
def test_what_could_not_be_a_section_is_none(text: str) -> None:
    assert not sectional(text)
