"""What several layouts need: days, countries, parties in pairs, numbers for ids."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from dateline.knowledge.countries import Country, countries
from dateline.records import Article, Claim, Party, digest

_HEX: Final = 15  # digits: 60 bits, which fit a signed integer of 64
_TOLD: Final = ("happened", "historical")


def took_place(claim: Claim) -> bool:
    """Whether the claim says that it happened: other data sets have no column for what is denied, planned or possible."""
    return claim.status in _TOLD


def days(claim: Claim) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of the event; None where no day is told."""
    when = claim.when
    return (when.first, when.last) if when and when.first and when.last else None


def pairs(claim: Claim) -> Iterator[tuple[Party | None, Party | None]]:
    """Each actor with each recipient; None on a side where nobody is named."""
    return product(claim.actors or (None,), claim.recipients or (None,))


def number(*parts: str | int | None) -> int:
    """A whole number of at most 60 bits, the same for the same parts."""
    return int(digest("n", *parts).removeprefix("n-")[:_HEX], 16)


def name(party: Party | None) -> str | None:
    """The name where it is known, else the words of the text."""
    return (party.name or party.text) if party else None


@cache
def country(code: str | None) -> Country | None:
    """The country with this code; None for what is no country."""
    try:
        return countries().country(code) if code else None
    except KeyError:
        return None


def country_name(code: str | None) -> str | None:
    """Its English name, or the code itself where it is no country."""
    held = country(code)
    return held.name if held else code


def least(claim: Claim, kind: str) -> int | None:
    """The least number of people that the words allow; None where they do not say."""
    amount = claim.quantities.get(kind)
    return amount.low if amount else None


def outlet(article: Article) -> str | None:
    """Who published it, else the wire service."""
    return article.outlet or article.agency


def sentence(claim: Claim, article: Article) -> str:
    """The sentence of a claim on one line."""
    return " ".join(claim.sentence.within(article.text).split())
