"""Chooses among the places of one name: the well-known, the one asked for, and the one where the rest of the article is.

All drafts of one name in an article are one place (one sense per discourse). The weights are round numbers set by hand.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.knowledge.gazetteer import Place, key
from dateline.mentions.places.draft import Draft, within
from dateline.mentions.places.votes import COUNTRY_ONLY, Votes

_KINDS: Final = frozenset(("admin1", "admin2", "water"))
_KNOWN: Final = 1_000_000  # people: of such a city other names are well known too (New York, Bombay)
_CODE: Final = 4  # letters of an abbreviation, which is another name in capitals
_MOST: Final = 60  # candidates of a name that are looked at
_LARGE: Final = 100_000  # people: a bare name of such a city and of an area (New York, Aleppo) is that of the city
_SEAT: Final = 5_000  # people
_BEHIND: Final = 0.3
_ROUNDS: Final = 3
_HEAT: Final = 1.2  # how much likelier a candidate is for one point more
_WELL_KNOWN: Final = 50_000  # people: of a smaller place something else in the article must speak
_LEAST: Final = 0.02  # a candidate less likely than this does not vote
_OUTLET: Final = -1  # the number under which the outlet's town votes
_BY_KIND: Final = {
    "country": 3.5,
    "continent": 5.0,
    "capital": 1.5,
    "admin1": 1.5,
    "region": 4.5,
    "water": 4.5,
    "mountains": 4.0,
    "island": 4.0,
    "site": 4.5,
}


@dataclass
class Name:
    """All drafts of one name; `scores` of its candidates, and the `prior` ones that the name and the words around it give."""

    text: str
    drafts: list[Draft]
    places: Sequence[Place]
    prior: list[float]
    scores: list[float]
    reasons: list[str]

    @cached_property
    def contained(self) -> bool:
        """Whether some draft is named with what it lies in."""
        return any(draft.within for draft in self.drafts)

    def shares(self) -> list[float]:
        """How likely each candidate is, summing to 1."""
        top = max(self.scores)
        raised = [math.exp(min(score - top, 0.0) * _HEAT) for score in self.scores]
        whole = sum(raised)
        return [one / whole for one in raised]

    def best(self) -> Place:
        """The likeliest candidate."""
        return self.places[max(range(len(self.places)), key=lambda index: self.scores[index])]

    def why(self) -> str:
        """What other names say for the likeliest candidate; "" for nothing."""
        return self.reasons[max(range(len(self.places)), key=lambda index: self.scores[index])]

    def well_founded(self) -> bool:
        """Whether the likeliest candidate is well known, or more speaks for it than that the article names its country."""
        return self.best().population > _WELL_KNOWN or self.why() not in ("", COUNTRY_ONLY)

    def stray(self, country: str) -> bool:
        """Whether a story from `country` hardly means the likeliest candidate: a small town abroad, for which nothing else speaks."""
        best = self.best()
        return bool(country) and best.settled and best.country != country and best.population <= _WELL_KNOWN and not self.why()

    def order(self) -> list[int]:
        """Indices of the candidates, the best first."""
        return sorted(range(len(self.places)), key=lambda index: -self.scores[index])


def names(drafts: Sequence[Draft], *, near: Mapping[str, float], home: Place | None) -> list[Name]:
    """The names of an article with their candidates scored.

    `near` weighs countries that the article points to by other words; `home` is where its outlet is published.
    """
    held: defaultdict[str, list[Draft]] = defaultdict(list)
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.within:
            areas[_one(draft)].add(key(draft.within.name))
    for draft in drafts:
        if draft.candidates:
            apart = draft.within and len(areas[_one(draft)]) > 1  # "Paris, France, and Paris, Texas"
            held[f"{_one(draft)} | {key(draft.within.name)}" if apart and draft.within else _one(draft)].append(draft)
    counties = {key(draft.name).rsplit(" ", 1)[0] for draft in drafts if draft.asked == "admin2" and " " in draft.name}
    made = [_name(text, group, said=key(group[0].name) in counties) for text, group in held.items()]
    if home:
        for name in made:
            name.prior[:] = [score + _at_home(place, home) for score, place in zip(name.prior, name.places, strict=True)]
            name.scores[:] = name.prior
    for _ in range(_ROUNDS):
        _settle(made, near, home)
    return made


def _one(draft: Draft) -> str:
    """The same for all drafts that are one place of the article; "Donetsk region" and "Donetsk" are two."""
    if len(draft.name) <= _CODE:
        return draft.name
    kind = draft.asked if draft.asked in _KINDS and any(place.kind == draft.asked for place in draft.candidates) else ""
    return f"{draft.name.casefold()} {kind}".rstrip()


def _name(text: str, group: list[Draft], *, said: bool) -> Name:
    """`said`: the article names a county or district of this name."""
    places = group[0].candidates[:_MOST]
    prior = [_prior(place, group, said=said) for place in places]
    _prefer_cities(places, prior, group)
    return Name(text, group, places, prior, list(prior), [""] * len(places))


def _prefer_cities(places: Sequence[Place], prior: list[float], group: Sequence[Draft]) -> None:
    """Puts an area behind a large city of its country, or the town within, that it shares its name with, unless the words ask for it."""
    if any(draft.asked in ("admin1", "admin2") for draft in group):
        return
    towns = [(place, score) for place, score in zip(places, prior, strict=True) if place.settled]
    for index, area in enumerate(places):
        if area.kind == "admin1":
            twins = [score for town, score in towns if _named_after(area, town)]
            prior[index] = min([prior[index], max(twins, default=math.inf) - _BEHIND])


def _named_after(area: Place, town: Place) -> bool:
    """Whether the bare name of an area is rather that of a town: of a large one of the country, or of the area's own by its main name."""
    if town.country != area.country:
        return False
    if town.own and town.admin1 == area.admin1:
        return town.population > _SEAT
    return town.population > (_LARGE if town.own else _KNOWN)


def _prior(place: Place, group: Sequence[Draft], *, said: bool) -> float:
    asked = {draft.asked for draft in group if draft.asked}
    score = math.log10(place.population + 100) + _BY_KIND.get(place.kind, 0.0)
    if place.kind == "country" and not place.own:
        score += 1.0
    elif not place.own and place.population and not (place.kind == "admin2" and "admin2" in asked):
        score -= 0.5 if place.population > _KNOWN else 1.5
    if place.kind == "admin2" and not (said or (place.own and ("admin2" in asked or _says_kind(place)))):
        score -= 2.5
    for kind in asked:
        score += _fits(place, kind)
    if any(draft.country == place.country for draft in group if draft.country):
        score += 4.0
    return score + max((_contained(place, draft.within) for draft in group if draft.within), default=0.0)


def _says_kind(place: Place) -> bool:
    return place.name.rsplit(" ", 1)[-1] in ("County", "Parish", "District", "Borough")


def _fits(place: Place, kind: str) -> float:
    if kind == place.kind or (kind == "city" and place.kind == "capital") or (kind == "mountains" and place.kind == "region"):
        return 3.0
    if (kind == "admin2" and place.kind == "admin1") or (kind == "admin1" and place.kind in ("admin2", "region")):
        return 1.0
    if place.kind == "country":
        return -4.0
    return -2.0 if kind in ("admin1", "admin2", "water") else 0.0


def _contained(place: Place, area: Draft | None) -> float:
    """Above 0 where the place lies in one of those that `area` may be."""
    if area is None:
        return 0.0
    return 6.0 if any(within(place, other) for other in area.candidates) else -3.0


def _at_home(place: Place, home: Place) -> float:
    """What a place gets for being where the outlet is published, or for being the area around."""
    if place.kind in ("country", "admin1") or place.country != home.country:
        return 0.0
    if place.geonameid == home.geonameid:
        return 3.5
    return 2.0 if place.admin1 == home.admin1 and place.admin2 == home.admin2 and home.admin2 else 0.0


def _settle(made: Sequence[Name], near: Mapping[str, float], home: Place | None) -> None:
    """One round: each candidate gets what the other names' candidates, weighed by how likely they are, say for it."""
    votes = Votes()
    for number, name in enumerate(made):
        for place, share in zip(name.places, name.shares(), strict=True):
            if share > _LEAST:
                votes.add(number, place, share)
    if home:
        votes.add(_OUTLET, home, 1.0)
    for number, name in enumerate(made):
        for index, place in enumerate(name.places):
            support = votes.support(number, place, near=near)
            name.scores[index] = name.prior[index] + support.points()
            name.reasons[index] = support.reason()
