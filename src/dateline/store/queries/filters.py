"""What can be asked for: the same filters for every query."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Final

from dateline.errors import UsageError
from dateline.records.claim import Status

_EAST: Final = 180.0
_NORTH: Final = 90.0


@dataclass(frozen=True, slots=True)
class Days:
    """Inclusive days; None leaves an end open."""

    first: dt.date | None = None
    last: dt.date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise UsageError(f"need first <= last, got {self.first} > {self.last}")


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the map in degrees, WGS 84. Where `west` > `east` it crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        sound = abs(self.west) <= _EAST and abs(self.east) <= _EAST and -_NORTH <= self.south <= self.north <= _NORTH
        if not sound:
            raise UsageError(f"need degrees west, south, east, north with south <= north, got {self}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims. Values of one field are alternatives; fields narrow each other; what is empty does not narrow.

    Of `actors`, `recipients` and `parties` (either of them), each is a code of a country or a sector (`RUS`, `REB`), both (`RUS MIL`), or a
    name. `countries` and `places` are where it happened; `places` are names, or GeoNames numbers. `days` are those of the event, which a
    claim meets where it may have happened on one of them; claims without a day meet none. `published` are those of the article. `origins`
    are names of who said it first. `text` is searched in the articles: words, "phrases", -words, beginnings*. `known_on`: as the store knew
    it at the end of that day (UTC), or at the instant of a `datetime`; None: now.
    """

    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    quads: tuple[int, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    box: Box | None = None
    days: Days | None = None
    published: Days | None = None
    origins: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    confidence: float | None = None
    text: str | None = None
    known_on: dt.date | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            given = getattr(self, field.name)
            for text in given if isinstance(given, tuple) else (given,):
                if isinstance(text, str) and not _storable(text):
                    raise UsageError(f"need text in Unicode for {field.name}, got {text!r}")


def _storable(text: str) -> bool:
    """Whether a database takes it: bytes of a command line that are no UTF-8 come as halves of characters, which none does."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


EVERYTHING: Final = Filters()
