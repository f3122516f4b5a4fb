"""The outlet's name where a page states none."""

import pytest

from dateline.extract.html.masthead import masthead
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits

STORY = "Ferry sails again"


def name(body: str, *, title: str | None = None, address: str | None = None) -> str | None:
    return masthead(parse(f"<body>{body}<p>words</p></body>", limits=ExtractLimits()), title=title, address=address)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<a href='/'>Delta Post</a>", f"{STORY} - Delta Post"),
        ("<a href='index.html'>Delta Post</a>", f"Delta Post: {STORY}"),
        ("<a href='/'><img src='m.gif' alt='Delta Post logo'></a>", f"Delta Post - {STORY}"),
        ("<a href='/'>Home</a><footer>© 2001-2024 Delta Post. All rights reserved.</footer>", f"{STORY} | Delta Post"),
        ("<a href='/'>Delta Post</a><footer>Copyright © 2024 Delta Post Publishers Ltd</footer>", STORY),
    ],
)
def test_a_name_that_two_places_agree_on_is_the_outlets(body: str, title: str) -> None:
    assert name(body, title=title) == "Delta Post"


def test_a_masthead_that_the_host_bears_out_is_the_outlets() -> None:
    assert name("<a href='https://www.delta-post.example/'>Delta Post</a>", address="https://www.delta-post.example/a") == "Delta Post"


def test_a_link_to_another_sites_home_is_no_masthead() -> None:
    assert name("<a href='https://wire.example/'>Nile Wire</a>", title="Nile Wire", address="https://delta.example/a") is None


def test_the_holder_of_rights_counts_alone_only_where_there_is_no_address() -> None:
    mark = "<p>© 2024 Delta Post. All rights reserved.</p>"
    assert name(mark) == "Delta Post"
    assert name(mark, address="https://isles.example/a") is None


@pytest.mark.parametrize(
    "body", ["", "<a href='/'>Home</a>", "<p>Photo © Ann Poe</p>", "<p>© 2024</p>", "<a href='https://[bad'>Delta</a>"]
)
def test_pictures_and_home_links_alone_name_nobody(body: str) -> None:
    assert name(body, title=STORY) is None
