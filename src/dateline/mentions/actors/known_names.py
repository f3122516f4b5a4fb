"""Names that the tagger cuts in two, or does not see, made whole where a table has them: `Lord's Resistance Army`, `Security Council`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import msgspec

from dateline.knowledge.actors import Actors
from dateline.records import Entity
from dateline.records.reading import NO_ENTITY, Reading

_INSIDE: Final = frozenset({"'s", "’s", "'", "’", "of", "for", "the", "and", "in", "to"})
_LONGEST: Final = 8  # words of a name


def whole(reading: Reading, actors: Actors) -> Reading:
    """The reading with names of two words or more that a table has as one entity each; the same where there are no others."""
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
    at = 0
    while at < len(reading.forms):
        last = _last(reading, at, actors) if _capital(reading, at) else None
        if last is not None and not _is_entity(reading, at, last):
            start, end = reading.span(at, last)
            yield Entity(start=start, end=end, first=at, last=last, kind="ORG")
        at = last or at + 1


def _last(reading: Reading, first: int, actors: Actors) -> int | None:
    """Where the longest name of an organisation ends that begins at this word and that no name of the tagger reaches beyond."""
    last = first + 1
    while last < len(reading.forms) and last - first < _LONGEST and (_capital(reading, last) or reading.lowered[last] in _INSIDE):
        last += 1
    ends = (end for end in range(last, first + 1, -1) if _capital(reading, end - 1) and not _cuts(reading, first, end))
    return next((end for end in ends if any(row.kind != "person" for row in actors.named(reading.words(first, end)))), None)


def _cuts(reading: Reading, first: int, last: int) -> bool:
    """Whether a name of the tagger lies partly within and partly without."""
    return any(one.first < last and first < one.last and (one.first < first or one.last > last) for one in reading.entities)


def _is_entity(reading: Reading, first: int, last: int) -> bool:
    return any((one.first, one.last) == (first, last) for one in reading.entities)


def _capital(reading: Reading, at: int) -> bool:
    return reading.forms[at][:1].isupper()
