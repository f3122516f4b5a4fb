"""Requests to readers are told from what a story says of such things."""

import pytest

from dateline.extract.html.appeals import appeal
from dateline.extract.html.blocks import blocks
from dateline.extract.html.tree import parse
from dateline.extract.limits import ExtractLimits


def asked(html: str) -> bool:
    (block,) = blocks(parse(html, limits=ExtractLimits()))
    return appeal(block)


@pytest.mark.parametrize(
    "html",
    [
        "<div class='promo'><p>The Post has no owner but its readers. <a href='/join'>Become a member from D150 a month.</a></p></div>",
        "<p>Our news on the telephone: <a href='/t'>@delta: subscribe to our channel</a></p>",
        "<p><a href='/n'>Sign up for the morning briefing</a></p>",
        "<p><a href='/s'>Suscríbase al boletín</a></p>",
        "<p><a href='/s'>Подписывайтесь на наш канал</a></p>",
    ],
)
def test_a_request_with_its_link_is_an_appeal(html: str) -> None:
    assert asked(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>The king asked farmers to become a member of the league.</p>",
        "<p>The minister refused to <a href='/d'>disclose the donations</a>.</p>",
        "<p>Министры <a href='/d'>подписали договор</a>.</p>",
        "<p>The party, which nobody may join without a sponsor, will let readers subscribe to a newspaper, a spokesman said at the"
        " gate of its seat in the capital, adding that price, form and <a href='/n'>the name of it</a> had yet to be agreed on by its"
        " members.</p>",
    ],
)
def test_a_storys_own_sentence_is_none(html: str) -> None:
    assert not asked(html)
