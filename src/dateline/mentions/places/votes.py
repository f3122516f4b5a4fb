"""What the names of an article say for each other's candidates: that they are in one country, area or district, or near."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.gazetteer import Place

COUNTRY_ONLY: Final = "the article names its country"
_HALF: Final = 0.7  # names that speak for half of the most that a kind of support can give
# The most that the other names of an article give for being in one country, in one first-level area, near, and in one district. None of
# these, halved or doubled, moves a score of docs/explanation/places.md by two points.
_COUNTRY: Final = 2.5
_AREA: Final = 2.0
_NEAR: Final = 3.0
_DISTRICT: Final = 2.0
_CELL: Final = 1.5  # degrees: what lies in one such square is near, what lies in the next is half as near
_TOLD: Final = 0.5  # names that must speak for a reason to be given
_WIDE: Final = frozenset(("country", "region", "continent", "water"))
_UNBOUND: Final = frozenset(("country", "region", "continent", "admin1"))  # their point says little about what is near


@dataclass(frozen=True, slots=True)
class Support:
    """How many other names speak for a candidate by each of the four."""

    country: float
    area: float
    district: float
    near: float

    def points(self) -> float:
        """What it adds to a candidate's score."""
        return _COUNTRY * _few(self.country) + _AREA * _few(self.area) + _DISTRICT * _few(self.district) + _NEAR * _few(self.near)

    def reason(self) -> str:
        """The closest of what speaks for the candidate, in words; "" where too little does."""
        if self.near > _TOLD:
            return "other places of the article are near"
        if self.area > _TOLD:
            return "other places of the article lie in the same area"
        return COUNTRY_ONLY if self.country > _TOLD else ""


class Votes:
    """The votes of all names, each by a number of its own."""

    def __init__(self) -> None:
        self._whole: defaultdict[Hashable, float] = defaultdict(float)
        self._own: defaultdict[tuple[Hashable, int], float] = defaultdict(float)

    def add(self, number: int, place: Place, share: float) -> None:
        """A vote of name `number` for where its candidate `place` is, weighed by how likely that is."""
        self._add(place.country, number, share)
        if place.kind in _WIDE:
            return
        if place.admin1:
            self._add((place.country, place.admin1), number, share)
        if place.admin2:
            self._add((place.country, place.admin1, place.admin2), number, share)
        if place.kind != "admin1":
            self._add(_cell(place), number, share)

    def support(self, number: int, place: Place, *, near: Mapping[str, float]) -> Support:
        """What all names but `number` say for `place`; `near` are votes for countries by other words."""
        country, area = place.country, place.admin1
        return Support(
            country=self._others(country, number) + near.get(country, 0.0) if country else 0.0,
            area=self._others((country, area), number) if area else 0.0,
            district=self._others((country, area, place.admin2), number) if place.admin2 else 0.0,
            near=0.0 if place.kind in _UNBOUND else self._around(place, number),
        )

    def _add(self, key: Hashable, number: int, share: float) -> None:
        self._whole[key] += share
        self._own[key, number] += share

    def _others(self, key: Hashable, number: int) -> float:
        whole = self._whole.get(key, 0.0)
        return max(whole - self._own.get((key, number), 0.0), 0.0) if whole else 0.0

    def _around(self, place: Place, number: int) -> float:
        row, column = _cell(place)
        whole = self._others((row, column), number)
        for y in (row - 1, row, row + 1):
            for x in (column - 1, column, column + 1):
                if (y, x) != (row, column):
                    whole += self._others((y, x), number) / 2
        return whole


def _few(mass: float) -> float:
    """From 0 to 1: one name more says less when several have spoken."""
    return mass / (mass + _HALF)


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // _CELL), int(place.lon // _CELL)
