"""From a chosen place to what the record says of it; and, for a place that the table lacks, the one that it lies in."""

from typing import Final

from dateline.knowledge.gazetteer import Place
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.rank import Name
from dateline.records import Where

_PRECISION: Final = {"country": "country", "admin1": "admin1", "admin2": "admin2", "capital": "city", "city": "city", "site": "city"}


def resolved(draft: Draft, place: Place, why: str) -> Where:
    """`place` as what the words of `draft` mean."""
    return Where(
        text=draft.text,
        basis=why,
        name=place.name,
        country=place.country or None,
        admin1=place.admin1 or None,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        precision=_PRECISION.get(place.kind, "region"),
    )


def reason(draft: Draft, name: Name, index: int) -> str:
    """Why this candidate."""
    place = name.places[index]
    if draft.within and draft.within.text:
        return f"in {draft.within.text}, named with it"
    if draft.country and draft.country == place.country:
        return "the words in front name its country"
    if place.kind == "country":
        return "the country of this name"
    if len(name.places) == 1:
        return "the only place of this name in the gazetteer"
    if name.contained:
        return "named with what it lies in elsewhere in the article"
    return name.reasons[index] or "the best known place of this name"


def contained(draft: Draft, container: Place, words: str, *, near: bool) -> Where:
    """A place that the gazetteer lacks, put where `container` is, and with no more precision than that has."""
    told = f"not in the gazetteer: put at {container.name}, named {'near it' if near else 'as what it lies in'}"
    return resolved(draft, container, f"{told} ({words})" if words != container.name else told)


def at_home(draft: Draft, town: Place) -> Where:
    """A street or a building of which the article says nothing: in the town that the outlet is published in."""
    return resolved(draft, town, f"not in the gazetteer, and nothing near it tells more: put at {town.name}, where the outlet is published")


def unknown(draft: Draft) -> Where:
    """A place of which nothing is known."""
    return Where(text=draft.text, basis="not in the gazetteer, and nothing near it tells where it lies")
