"""From a whole page to its draft."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadInput, LimitExceeded
from dateline.extract.draft import Draft
from dateline.extract.html import story
from dateline.extract.limits import ExtractLimits

LEAD = "KESSARA (Nile Wire) - Border guards of the two republics exchanged fire for a second day on Tuesday, the defence ministry said."
SECOND = "Three soldiers were wounded near the Old Mill crossing, according to a hospital official who asked not to be named."
THIRD = "The governor called on residents to stay at home, and said that a convoy of aid would leave the capital in the morning."
BODY = (LEAD, SECOND, THIRD)

MODERN = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Guards exchange fire at Old Mill crossing | The Kessara Courier</title>
<meta property="og:site_name" content="The Kessara Courier"><meta property="og:title" content="Guards exchange fire at Old Mill crossing">
<meta property="article:published_time" content="2024-03-05T23:40:00-05:00"><meta property="article:section" content="World">
<meta name="author" content="By Ann Poe and Bo Lund"><link rel="canonical" href="https://courier.example/world/old-mill">
</head><body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies to make this site better. By going on you agree to our terms.</div>
<article><h1>Guards exchange fire at Old Mill crossing</h1><div class="byline">By Ann Poe and Bo Lund</div>
<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet this</a></div>
<figure><img src="a.jpg"><figcaption>A soldier at the crossing. Photo: Bo Lund</figcaption></figure>
<div class="article-body"><p>{LEAD}</p><p>{SECOND}</p>
<div class="newsletter-signup"><p>Sign up for our morning newsletter, free in your inbox every day.</p></div>
<p>{THIRD}</p></div>
<aside class="related-articles"><h3>Related articles</h3><ul>
<li><a href="/x">Parliament votes on the border budget after long debate</a></li>
<li><a href="/y">Ferry service to the islands resumes after the storm</a></li></ul></aside></article>
<footer><p>© 2024 The Kessara Courier. All rights reserved.</p></footer></body></html>"""

OLD = f"""<html><head><title>Radio Orlu - Guards exchange fire</title></head><body bgcolor=white><table width=780><tr>
<td width=150><a href=/>Home</a><br><a href=/n>News</a><br><a href=/s>Sport</a></td>
<td><font size=5><b>Guards exchange fire</b></font><br><br>
{LEAD}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table></body></html>"""

PLAIN = "<html><body><h1>Guards exchange fire</h1>" + "".join(f"<p>{text}</p>" for text in BODY) + "</body></html>"


def drafted(html: str, *, url: str | None = None, limits: ExtractLimits | None = None) -> Draft:
    return story(html, url=url, limits=limits or ExtractLimits())


def test_a_modern_page_keeps_its_story_and_nothing_else() -> None:
    assert drafted(MODERN).paragraphs == BODY


def test_a_modern_page_gives_its_metadata() -> None:
    draft = drafted(MODERN, url="https://courier.example/world/old-mill?utm=1")
    assert draft.title == "Guards exchange fire at Old Mill crossing"
    assert draft.byline == ("Ann Poe", "Bo Lund")
    assert draft.outlet == "The Kessara Courier"
    assert draft.section == "World"
    assert draft.url == "https://courier.example/world/old-mill"
    assert draft.language == "en-GB"


def test_the_day_is_the_one_that_the_page_writes_not_utc() -> None:
    assert drafted(MODERN).published == dt.date(2024, 3, 5)


@pytest.mark.parametrize("page", [OLD, PLAIN], ids=["tables", "no metadata"])
def test_pages_without_roles_or_metadata_keep_their_story(page: str) -> None:
    assert drafted(page).paragraphs == BODY


def test_the_part_of_the_documents_title_that_the_page_shows_is_the_headline() -> None:
    assert drafted(OLD).title == "Guards exchange fire"


def test_a_page_that_draws_itself_by_script_falls_back_on_its_linked_data() -> None:
    body = "\\n\\n".join(BODY)
    data = f'{{"@type": "NewsArticle", "headline": "Fire", "articleBody": "{body}"}}'
    page = f"""<html><head><script type="application/ld+json">{data}</script></head>
    <body><div id="app">Loading</div></body></html>"""
    assert drafted(page).paragraphs == BODY


def test_plain_text_given_for_html_keeps_its_paragraphs() -> None:
    assert drafted("\n\n".join(BODY)).paragraphs == BODY


def test_a_paragraph_repeated_for_print_stands_once() -> None:
    assert drafted(PLAIN.replace("</body>", f"<div class='print-only'><p>{SECOND}</p></div></body>")).paragraphs.count(SECOND) == 1


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "no-text"),
        ("only words, no tags", "no-text"),
        ("<html><body></body></html>", "no-text"),
        ("<p>short</p>", "no-text"),
        ("<div>" * 100_000 + PLAIN, "too-deep"),
        ("<b></b>" * 700_000, "too-many-elements"),
        ("<p>x</p>" * 140_000, "too-many-elements"),
        ("<i>" * 200 + "<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", "too-complex"),
        ("<!--" * 1_000_000 + PLAIN, "too-many-elements"),
        ("<p>" + "x" * 5_000_000, "too-long"),
    ],
)
def test_hostile_pages_are_refused_with_a_reason(page: str, reason: str) -> None:
    with pytest.raises(BadInput) as error:
        drafted(page)
    assert error.value.reason == reason


def test_what_went_over_a_limit_says_so() -> None:
    with pytest.raises(LimitExceeded):
        drafted(PLAIN, limits=ExtractLimits(elements=3))


@pytest.mark.parametrize(
    "debris",
    [
        "\x00" * 50,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>&b;",
        "<?xml version='1.0' encoding='utf-16'?>",
        "\ud800",
        "</div></p></td>",
    ],
    ids=["NUL", "entities", "wrong declaration", "lone surrogate", "stray ends"],
)
def test_broken_openings_do_not_cost_the_story(debris: str) -> None:
    assert drafted(debris + PLAIN).paragraphs[-3:] == BODY


def test_linked_data_nested_to_break_parsers_is_passed_over() -> None:
    page = f'<script type="application/ld+json">{"[" * 100_000}</script>' + PLAIN
    assert drafted(page).paragraphs[-3:] == BODY


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=share>",
                "</div>",
                "<b>",
                "<td>",
                "<li>",
                "&amp;",
                "<br>",
                '"',
                "word ",
                LEAD,
                "<a href=x>",
                "<h1>",
                "<script>",
            ]
        ),
        max_size=60,
    )
)
def test_any_tag_soup_gives_a_draft_or_a_reason(soup: list[str]) -> None:
    try:
        draft = drafted("".join(soup))
    except BadInput as error:
        reason = error.reason
    else:
        reason = "no-text"
        assert draft.paragraphs
        assert all(text and text == " ".join(text.split()) for text in draft.paragraphs)
        assert len(set(draft.paragraphs)) == len(draft.paragraphs)
    assert reason == "no-text"
