"""The columns: an array for each thing that claims are counted or narrowed by.

Rows are numbered from 1 on without gaps, so a row's number is its index; element 0 of every array stands for none, and never counts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final, Literal, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Longs = NDArray[np.int64]
Reals = NDArray[np.float64]
Mask = NDArray[np.bool_]

NEVER: Final = int(np.iinfo(np.int64).max)
"""`until` of what holds now."""


class Legend(dict[str | None, int]):
    """Values and the numbers that stand for them, from 0 on, in the order in which they came."""

    def __missing__(self, value: str | None) -> int:
        self[value] = number = len(self)
        return number

    def mask(self, holds: Callable[[str], bool]) -> Mask:
        """By number: whether that holds for the value; of None nothing holds."""
        return np.fromiter((value is not None and holds(value) for value in self), bool, len(self))


@dataclass(frozen=True, slots=True)
class ClaimColumns:
    """By the number of a claim; those that hold no longer too.

    `type`, `modes`, `status`, `quad`, `country`, `outlet`, `origin` and `origin_key` are numbers of the legend of that name. `day` and
    `last` are ordinals of the proleptic Gregorian calendar, 0 where the claim tells none. `since` and `until` are microseconds since 1970.
    """

    article: Numbers
    type: Numbers
    modes: Numbers
    status: Numbers
    quad: Numbers
    score: Reals
    confidence: Reals
    day: Numbers
    last: Numbers
    place: Numbers
    country: Numbers
    outlet: Numbers
    origin: Numbers
    origin_key: Numbers
    since: Longs
    until: Longs


@dataclass(frozen=True, slots=True)
class PartyColumns:
    """An element for each party of each claim, in the order of the claims' numbers; `sole`: the claim has no other in that role."""

    claim: Numbers
    recipient: Mask
    actor: Numbers
    sole: Mask


@dataclass(frozen=True, slots=True)
class PairColumns:
    """An element for each two, actor and recipient, of each claim; `sole`: it is the claim's only one."""

    claim: Numbers
    actor: Numbers
    recipient: Numbers
    sole: Mask


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """By the number of a place. `lat` and `lon` in degrees, NaN where unknown; `x`, `y` in millionths of a degree from 180° W and 90° S.

    `name` and `precision` are numbers of a legend.
    """

    lat: Reals
    lon: Reals
    x: Longs
    y: Longs
    name: Numbers
    precision: Numbers


class Actor(NamedTuple):
    """Who, as a row of actors tells; `sectors` are between spaces."""

    name: str
    name_key: str
    country: str | None
    sectors: str
    wikidata: str | None


Level = Literal["whole", "name", "country", "sectors"]
"""What makes two actors one: name, country and sectors; name and country; the country; or country and sectors."""


@dataclass(frozen=True, slots=True)
class Actors:
    """By the number of an actor: who it is, and at each level the number of those whom it is one with."""

    who: tuple[Actor, ...]
    groups: Mapping[Level, Numbers]
    sizes: Mapping[Level, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a store held when its last coding was the one numbered `coding`; nothing in it is ever changed."""

    coding: int
    claims: ClaimColumns
    parties: PartyColumns
    pairs: PairColumns
    places: PlaceColumns
    actors: Actors
    legends: Mapping[str, Legend]


Group = TypeVar("Group", ClaimColumns, PartyColumns, PairColumns, PlaceColumns)


def joined(groups: Sequence[Group]) -> Group:
    """The elements of one after those of another; of one at least."""
    first = groups[0]
    return type(first)(*(np.concatenate([getattr(group, field.name) for group in groups]) for field in fields(first)))
