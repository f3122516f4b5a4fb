"""Title, writers, day, outlet and address of a page."""

import datetime as dt

import pytest
from lxml.html import HtmlElement

from dateline.extract.html import day, outlet, people
from dateline.extract.html.head import Head, head
from dateline.extract.html.linked import Linked, linked
from dateline.extract.html.title import title
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits


def page(top: str = "", body: str = "<p>words</p>") -> HtmlElement:
    return parse(f"<html><head>{top}</head><body>{body}</body></html>", limits=ExtractLimits())


def article(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def read(root: HtmlElement) -> tuple[Head, Linked]:
    top = head(root)
    return top, linked(root, title=top.title)


def headline(root: HtmlElement, *outlets: str) -> str | None:
    top, data = read(root)
    return title(root, head=top, linked=data, outlets=outlets)


def writers(root: HtmlElement, *outlets: str) -> tuple[str, ...]:
    top, data = read(root)
    return people.people(root, head=top, linked=data, outlets=outlets)


def published(root: HtmlElement, *, address: str | None = None) -> dt.date | None:
    top, data = read(root)
    return day.stated(root, head=top, linked=data, address=address)


@pytest.mark.parametrize(
    "whole",
    [
        "Bridge reopens after a week | Delta Post",
        "Bridge reopens after a week - World - Delta Post",
        "Bridge reopens after a week — Delta Post",
        "Delta Post: Bridge reopens after a week".replace(":", " |"),
    ],
)
def test_the_sites_name_is_cut_off_the_title(whole: str) -> None:
    assert headline(page(f"<meta property='og:title' content='{whole}'>"), "Delta Post") == "Bridge reopens after a week"


def test_a_dash_inside_a_headline_stays() -> None:
    assert (
        headline(page("<meta property='og:title' content='Army - once feared - goes home'>"), "Delta Post")
        == "Army - once feared - goes home"
    )


def test_the_heading_that_the_documents_title_repeats_is_the_headline() -> None:
    root = page(
        "<title>Bridge reopens after a week - Delta</title>", "<h1>News</h1><h1>Bridge reopens after a week</h1><h1>Also today</h1>"
    )
    assert headline(root) == "Bridge reopens after a week"


def test_of_two_headlines_the_one_unlike_the_documents_title_is_the_editors() -> None:
    declared = article('{"@type": "NewsArticle", "headline": "Bridge reopening: what we know about the delta bridge"}')
    top = "<title>Bridge reopening: what we know about the delta bridge</title><meta property='og:title' content='A week of ferries ends'>"
    assert headline(page(declared + top)) == "A week of ferries ends"


def test_a_headline_cut_short_in_linked_data_is_read_in_full() -> None:
    declared = article('{"@type": "NewsArticle", "headline": "Bridge reopens after a week of..."}')
    assert (
        headline(page(declared + "<meta property='og:title' content='Bridge reopens after a week of ferries'>"))
        == "Bridge reopens after a week of ferries"
    )


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("By Ann Poe and Bo Lund", ("Ann Poe", "Bo Lund")),
        ("von Ida Roth, Per Aas und dpa", ("Ida Roth", "Per Aas", "dpa")),
        ("Por Eva Ruiz", ("Eva Ruiz",)),
        ("Staff Reporter", ("Staff Reporter",)),
        ("Ida Roth (iro)", ("Ida Roth",)),
        ("https://social.example/delta", ()),
        ("desk@delta.example", ()),
        ("admin", ()),
    ],
)
def test_a_byline_is_split_into_people(stated: str, expected: tuple[str, ...]) -> None:
    assert writers(page(f"<meta name='author' content='{stated}'>")) == expected


def test_a_writer_on_the_page_is_preferred_to_the_outlets_name_in_its_data() -> None:
    root = page(
        article('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Delta Post"}}'),
        "<div class='byline'>By Ann Poe</div>",
    )
    assert writers(root, "Delta Post") == ("Ann Poe",)


def test_the_outlet_is_the_writer_where_nobody_else_is_named() -> None:
    root = page(article('{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Delta Post"}}'))
    assert writers(root, "Delta Post") == ("Delta Post",)


def test_writers_given_by_reference_are_looked_up() -> None:
    graph = '{"@graph": [{"@type": "Article", "author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "Ann Poe"}]}'
    assert writers(page(article(graph))) == ("Ann Poe",)


def test_people_who_comment_are_no_writers() -> None:
    assert writers(page("", "<div class='comment-list'><span class='comment-author'>Max Mad</span></div>")) == ()


def test_the_agency_in_a_byline_goes_by_its_short_name() -> None:
    assert people.agency(("Ann Poe", "Associated Press"), bodies=(), outlets=()) == "AP"
    assert people.agency(("Ann Poe",), bodies=(), outlets=()) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Nile Wire", "Nile Wire"),
        ("Cedar", "Cedar"),
        ("Post Foreign Desk", None),
        ("Delta Press", None),
        ("Ann Poe", None),
    ],
)
def test_a_body_that_writes_is_the_agency_where_it_has_an_agencys_name_and_is_not_the_outlet(body: str, expected: str | None) -> None:
    assert people.agency((body,), bodies=(body,), outlets=("Delta Press Online", "delta.example")) == expected


@pytest.mark.parametrize(
    "stated",
    [
        "2024-03-05T23:40:00-05:00",
        "20240305",
        "2024/3/5 10:00",
        "5 March 2024",
        "March 5, 2024",
        "05.03.2024",
        "Tue Mar 05 09:12:36 CET 2024",
        "1709640000",
        "2024年3月5日",
    ],
)
def test_days_are_read_in_the_forms_that_heads_use(stated: str) -> None:
    assert published(page(f"<meta property='article:published_time' content='{stated}'>")) == dt.date(2024, 3, 5)


@pytest.mark.parametrize("stated", ["2024-02-30", "0000-00-00", "03/05/2024", "1970-01-01", "soon", "99999999"])
def test_impossible_and_ambiguous_days_are_none(stated: str) -> None:
    assert published(page(f"<meta name='date' content='{stated}'>")) is None


def test_linked_data_goes_before_tags_and_those_before_the_address() -> None:
    data = article('{"@type": "NewsArticle", "datePublished": "2024-03-05"}')
    tag = "<meta name='pubdate' content='2024-03-06'>"
    address = "https://delta.example/2024/03/07/bridge"
    assert published(page(data + tag), address=address) == dt.date(2024, 3, 5)
    assert published(page(tag), address=address) == dt.date(2024, 3, 6)
    assert published(page(), address=address) == dt.date(2024, 3, 7)


def test_a_shown_day_counts_only_where_it_is_the_only_one() -> None:
    one = "<div class='post-date'>Tuesday, 5 March 2024</div>"
    assert day.shown(page("", one)) == dt.date(2024, 3, 5)
    assert day.shown(page("", one + "<div class='post-date'>4 March 2024</div>")) is None


def test_the_time_of_day_is_no_year() -> None:
    assert day.day("8 January, 20:17") is None
    assert day.day("8 January 2024, 20:17") == dt.date(2024, 1, 8)


def test_linked_data_survives_raw_line_ends_comments_and_bad_escapes() -> None:
    root = page(article('<!-- {"@type": ["NewsArticle"], "headline": "Bridge\n\\ reopens", "articleBody": "A &amp; b<br>c"} -->'))
    _, data = read(root)
    assert data.headline == "Bridge \\ reopens"
    assert data.body == "A & b\nc"


def test_of_several_linked_articles_the_one_of_the_title_is_read() -> None:
    several = article(
        '[{"@type": "NewsArticle", "headline": "Ferry sinks", "author": "Bo Lund"}, {"@type": "NewsArticle", "headline": "Bridge reopens"}]'
    )
    _, data = read(page(several + "<title>Bridge reopens</title>"))
    assert data.headline == "Bridge reopens"


@pytest.mark.parametrize(
    ("top", "address", "expected"),
    [
        ("<meta property='og:site_name' content='Delta Post'>", None, "Delta Post"),
        ("<title>Bridge reopens | Delta Post</title>", "https://www.deltapost.example/a", "Delta Post"),
        ("<title>Bridge reopens</title>", "https://www.delta.co.ke/a", "delta.co.ke"),
        ("", None, None),
        ("", "https://[bad", None),
    ],
)
def test_the_outlet_is_what_the_page_calls_itself_else_its_domain(top: str, address: str | None, expected: str | None) -> None:
    root = page(top)
    names, data = read(root)
    assert outlet.outlet(root, head=names, linked=data, address=address) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://delta.example/a", "https://delta.example/a"),
        ("/a", "https://www.delta.example/a"),
        ("https://delta.example/", "https://www.delta.example/b?x=1"),
        ("javascript:alert(1)", "https://www.delta.example/b?x=1"),
    ],
)
def test_the_canonical_address_is_whole_and_an_articles(link: str, expected: str) -> None:
    names, data = read(page(f"<link rel='canonical' href='{link}'>"))
    assert outlet.canonical(head=names, linked=data, given="https://www.delta.example/b?x=1") == expected
