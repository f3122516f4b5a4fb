"""Finds the words of a sentence that name places: those that the tagger took for one, and what `mistaken` adds."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from dateline.knowledge.gazetteer import Gazetteer, Place
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.mistaken import embedded, gives_way, overlooked, taken_otherwise, well_known
from dateline.mentions.places.spans import draft_of, joint, split, trimmed
from dateline.mentions.places.words import BODIES, DIRECTIONS, KIND_OF, NAMED_AFTER, PLAIN, STREETS
from dateline.records import Article, Entity
from dateline.records.reading import Reading

_SHORTEST: Final = 3  # letters of an abbreviation


def known(readings: Iterable[Reading], gazetteer: Gazetteer, home: Place | None) -> frozenset[str]:
    """What the tagger took for a place anywhere in the article, or the outlet is at home in, in single words that the gazetteer has."""
    found = {home.name} if home else set()
    for reading in readings:
        for entity in reading.entities:
            if entity.kind == "LOC" and entity.last - entity.first == 1:
                name = reading.forms[entity.first]
                if name.lower() not in PLAIN and len(name) > _SHORTEST and gazetteer.candidates(name):
                    found.add(name)
    return frozenset(found)


def drafts(reading: Reading, gazetteer: Gazetteer, seen: frozenset[str]) -> list[Draft]:
    """Drafts in order of the text; they do not overlap. `seen` are names that are those of places elsewhere in the article."""
    found: list[Draft] = []
    for entity in _joined(reading, gazetteer):
        if entity.kind == "LOC":
            found.extend(_located(reading, entity, gazetteer))
        elif draft := taken_otherwise(reading, entity, gazetteer, seen):
            found.append(draft)
        elif entity.kind != "PERSON":
            found.extend(embedded(reading, entity, gazetteer, seen))
    found.extend(overlooked(reading, gazetteer, seen))
    return sorted(found, key=lambda draft: draft.start)


def _joined(reading: Reading, gazetteer: Gazetteer) -> Iterator[Entity]:
    """The names, two places that make one put together: `Jammu and Kashmir`."""
    held = list(reading.entities)
    while held:
        entity = held.pop(0)
        after = held[0] if held else None
        if after and entity.kind == after.kind == "LOC" and reading.lowered[entity.last : after.first] in (["and"], ["&"], ["-"]):
            first, last = trimmed(reading, entity.first, after.last)
            if any(place.kind in ("country", "admin1") for place in gazetteer.candidates(reading.words(first, last))):
                held[0] = replace(entity, end=after.end, last=after.last)
                continue
        yield entity


def _located(reading: Reading, entity: Entity, gazetteer: Gazetteer) -> Iterator[Draft]:
    """The drafts of one name that the tagger took for a place: `Paris, Texas` is two."""
    first, last = trimmed(reading, entity.first, entity.last)
    if last - first == 1 and reading.lowered[first] in PLAIN:
        return
    if first < last and gazetteer.candidates(reading.words(first, last)):
        yield draft_of(reading, first, last, gazetteer)
        return
    for part_first, part_last in split(reading, entity.first, entity.last, gazetteer):
        first, last = trimmed(reading, part_first, part_last)
        if first < last and not (last - first == 1 and reading.lowered[first] in PLAIN):
            cut = joint(reading, first, last, gazetteer)
            if cut:
                yield draft_of(reading, first, cut, gazetteer)
                first = cut
            yield _inner(reading, first, last, gazetteer)


def _inner(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> Draft:
    """The longest place within a name that as a whole is none: `Texas` of `East Texas`, `Butler County` of `Butler County Jail`."""
    whole = first, last
    if gazetteer.candidates(reading.words(first, last)):
        return draft_of(reading, first, last, gazetteer)
    if reading.lowered[last - 1].rstrip(".") in STREETS or reading.forms[last - 1][:1].isdigit():
        return draft_of(reading, first, last, gazetteer, name="", why="street")
    if last - first > 2 and reading.lowered[first] in KIND_OF and reading.lowered[first + 1] == "of":  # noqa: PLR2004
        first += 2
    first = _without_directions(reading, first, last, gazetteer)
    for end in range(last, first, -1):
        if end - first == 1 and reading.lowered[first] in PLAIN:
            break
        if gazetteer.candidates(reading.words(first, end)) and (end == last or gives_way(reading, end)):
            draft = draft_of(reading, first, end, gazetteer)
            if end < last and reading.lowered[end] in BODIES and reading.lowered[end] not in KIND_OF:
                draft.whole = draft_of(reading, *whole, gazetteer, name="", why="site")
                draft.sure = any(well_known(place) for place in draft.candidates) and reading.lowered[end] not in NAMED_AFTER
            return draft
    return draft_of(reading, *whole, gazetteer)


def _without_directions(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Where the name begins: `Texas` in `East Texas`, but not `Wing` in `West Wing`."""
    begin = first
    while last - begin > 1 and reading.lowered[begin] in DIRECTIONS:
        begin += 1
    places = gazetteer.candidates(reading.words(begin, last))
    return first if places and not any(well_known(place) for place in places) else begin


def with_dateline(article: Article, reading: Reading, found: list[Draft], gazetteer: Gazetteer) -> list[Draft]:
    """With the places of the dateline that the tagger passed over, if the sentence holds it."""
    line = article.dateline
    if line is None or not reading.sentence.start <= line.start < reading.sentence.end:
        return found
    added = [draft for place in (line.places or (line.place or "",)) if (draft := _stated(article, reading, place, gazetteer))]
    fresh = [draft for draft in added if not any(draft.start < other.end and other.start < draft.end for other in found)]
    return sorted([*found, *fresh], key=lambda draft: draft.start)


def _stated(article: Article, reading: Reading, place: str, gazetteer: Gazetteer) -> Draft | None:
    """The words of the dateline that are `place`, or its part before a comma."""
    name = place.split(",", maxsplit=1)[0].strip()
    start = article.text.find(name, reading.sentence.start) if name else -1
    at = [index for index, word in enumerate(reading.sentence.words) if start <= word.start and word.end <= start + len(name)]
    return draft_of(reading, at[0], at[-1] + 1, gazetteer) if start >= 0 and at else None
