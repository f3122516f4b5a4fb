"""A place mention in the making: words that may name a place, and what stands around them."""

from dataclasses import dataclass
from typing import Literal

from dateline.knowledge.gazetteer import Place

Asked = Literal["", "country", "admin1", "admin2", "city", "water", "island", "mountains", "region", "site"]


@dataclass(slots=True)
class Draft:
    """Words [first, last) of sentence `sentence`, code points [start, end).

    `name` is what was looked up, which may be shorter or longer than the words. `asked` is the kind that words around it name ("the city
    of X", "X province"). `within` is the draft that is named as what contains it; `country` what an adjective in front says ("the Lebanese
    city of X"). `embedded`: it is part of the name of a body. `sure` is False where neither the tagger nor the words around took it for a
    place and it counts only if others in the article speak for it; then `whole` is what stands in its place, if anything does. A `weak`
    one needs places near it, and not only of its country.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    name: str
    candidates: tuple[Place, ...]
    asked: Asked = ""
    within: "Draft | None" = None
    country: str = ""
    embedded: bool = False
    sure: bool = True
    weak: bool = False
    why: str = ""
    whole: "Draft | None" = None


def within(place: Place, area: Place) -> bool:
    """Whether `place` lies in the country or area `area` and is not itself the same or a greater one."""
    if place.country != area.country or place.kind == "country":
        return False
    if area.kind == "country":
        return True
    if area.admin1 != place.admin1 or place.kind == "admin1":
        return False
    return area.kind == "admin1" or (area.kind == "admin2" and area.admin2 == place.admin2 and place.kind != "admin2")
