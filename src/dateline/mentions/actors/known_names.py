"""Names that the tagger cuts in two at a possessive, made whole where a table has them: `Lord's Resistance Army`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import msgspec

from dateline.knowledge.actors import Actors
from dateline.records import Entity
from dateline.records.reading import NO_ENTITY, Reading

_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_BEFORE: Final = 3  # words of a name in front of its possessive
_BEHIND: Final = 5
_INSIDE: Final = frozenset({"of", "for", "the", "and", "in", "to"})


def whole(reading: Reading, actors: Actors) -> Reading:
    """The reading with names that hold a possessive as one entity each; the same where there are none."""
    found = list(_found(reading, actors))
    if not found:
        return reading
    kept = [one for one in reading.entities if not any(one.first < other.last and other.first < one.last for other in found)]
    entities = sorted([*kept, *found], key=lambda one: one.first)
    entity = [NO_ENTITY] * len(reading.forms)
    for number, one in enumerate(entities):
        entity[one.first : one.last] = [number] * (one.last - one.first)
    return replace(reading, sentence=msgspec.structs.replace(reading.sentence, entities=tuple(entities)), entity=entity)


def _found(reading: Reading, actors: Actors) -> Iterator[Entity]:
    for at in range(1, len(reading.forms) - 1):
        within = reading.upos[at] == "PART" and reading.forms[at] in _POSSESSIVE and _capital(reading, at - 1) and _capital(reading, at + 1)
        if within and (span := _longest(reading, at, actors)) is not None:
            start, end = reading.span(*span)
            yield Entity(start=start, end=end, first=span[0], last=span[1], kind="ORG")


def _longest(reading: Reading, at: int, actors: Actors) -> tuple[int, int] | None:
    first, last = at - 1, at + 2
    while first > 0 and at - first < _BEFORE and _capital(reading, first - 1):
        first -= 1
    while last < len(reading.forms) and last - at <= _BEHIND and (_capital(reading, last) or reading.lowered[last] in _INSIDE):
        last += 1
    spans = ((one, other) for other in range(last, at + 1, -1) for one in range(first, at))
    return next((span for span in spans if any(row.kind != "person" for row in actors.named(reading.words(*span)))), None)


def _capital(reading: Reading, at: int) -> bool:
    return reading.forms[at][:1].isupper()
