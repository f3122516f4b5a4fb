"""Finds places in what the tagger took for a person, a body or something else, and in words that it passed over."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.knowledge.gazetteer import Gazetteer, Place
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.spans import PARTY, draft_of, trimmed
from dateline.mentions.places.words import ACTS, BODIES, CLOSE, EVENTS, KIND_OF, NAMED, PLAIN, TAKES, TIMES
from dateline.records import Entity
from dateline.records.reading import NO_ENTITY, Reading

_LONGEST: Final = 5  # words of a place in the name of a body
_KNOWN: Final = 50_000  # people: a smaller place in the name of a body must be named elsewhere
_TITLES: Final = frozenset(("of", "for"))
_STRONG: Final = frozenset(("country", "capital", "region", "water", "continent", "site"))


def taken_otherwise(reading: Reading, entity: Entity, gazetteer: Gazetteer, seen: frozenset[str]) -> Draft | None:
    """A whole name that is no place to the tagger, and that the words around it make one."""
    first, last = trimmed(reading, entity.first, entity.last)
    if first >= last or (last - first == 1 and reading.lowered[first] in PLAIN):
        return None
    draft = draft_of(reading, first, last, gazetteer)
    if not draft.candidates or (first and reading.lowered[first - 1] in NAMED):
        return None
    if PARTY.match(reading.words(first, last)) or _is_one(reading, entity, draft, gazetteer, seen):
        return draft
    return _may_be_one(reading, entity, draft)


def _is_one(reading: Reading, entity: Entity, draft: Draft, gazetteer: Gazetteer, seen: frozenset[str]) -> bool:
    """Whether it surely is a place: named with what it lies in, a country or capital that can only act, or a place elsewhere."""
    last = draft.last
    if last + 1 < len(reading.forms) and reading.forms[last] == "," and _container(reading, last + 1, gazetteer):
        return True
    if entity.kind == "PERSON":
        return _speaks(reading, draft)
    if entity.kind != "ORG":
        return False
    strong = any(place.kind in _STRONG and place.own for place in draft.candidates)
    return draft.text in seen or (strong and reading.upos[entity.last - 1] != "ADJ")


def _may_be_one(reading: Reading, entity: Entity, draft: Draft) -> Draft | None:
    """The draft where it counts if others speak for it: behind a preposition, as what is taken or attacked, and any body's name."""
    led = _before(reading, draft.first) in CLOSE
    draft.sure = led and entity.kind != "PERSON"
    if led or entity.kind == "ORG":
        return draft
    draft.weak = draft.last - draft.first == 1
    return draft if _taken(reading, draft) else None


def _before(reading: Reading, first: int) -> str:
    at = first - 2 if first > 1 and reading.lowered[first - 1] == "the" else first - 1
    return reading.lowered[at] if at >= 0 else ""


def _speaks(reading: Reading, draft: Draft) -> bool:
    """Whether a capital stands in front of a verb of acting: `Washington urged calm`."""
    capital = any(place.kind == "capital" and place.own and place.population > _KNOWN for place in draft.candidates)
    last = draft.last
    return capital and last < len(reading.forms) and reading.lemmas[last] in ACTS and reading.upos[last] == "VERB"


def _taken(reading: Reading, draft: Draft) -> bool:
    """Whether it is the object of a verb of taking or attacking places."""
    first, last = draft.first, draft.last
    head = next((at for at in range(first, last) if not first <= reading.heads[at] < last), first)
    while reading.relations[head] == "conj" and reading.heads[head] < head:
        head = reading.heads[head]
    return reading.relations[head] == "obj" and reading.lemmas[reading.heads[head]] in TAKES


def _container(reading: Reading, at: int, gazetteer: Gazetteer) -> bool:
    """Whether a country or a first-level area is named from word `at` on."""
    for end in range(min(at + 3, len(reading.forms)), at, -1):
        name = reading.words(at, end)
        if name[:1].isupper() and any(place.kind in ("country", "admin1") for place in gazetteer.candidates(name)):
            return True
    return False


def embedded(reading: Reading, entity: Entity, gazetteer: Gazetteer, seen: frozenset[str]) -> Iterator[Draft]:
    """The place in the name of a body: `Athens` of `Athens Police Department`, `Cincinnati` of `University of Cincinnati`."""
    first, last = trimmed(reading, entity.first, entity.last)
    starts = [first, *(at + 1 for at in range(first, last - 1) if reading.lowered[at] in _TITLES)]
    for begin in starts:
        end = _longest(reading, begin, last, gazetteer, entity_first=first)
        if end is None and last - begin > 1 and reading.forms[begin] in seen:
            end = begin + 1
        if end is not None:
            draft = draft_of(reading, begin, end, gazetteer)
            draft.embedded = True
            draft.sure = any(well_known(place) for place in draft.candidates)
            yield draft
            return


def _longest(reading: Reading, begin: int, last: int, gazetteer: Gazetteer, *, entity_first: int) -> int | None:
    whole = entity_first == begin  # the place may end the name, but not be all of it
    for end in range(min(last - whole, begin + _LONGEST), begin, -1):
        name = reading.words(begin, end)
        if not name[:1].isupper() or name.lower() in BODIES | PLAIN or (end < last and reading.forms[end] == "-"):
            continue
        places = gazetteer.candidates(name)
        if places and (end == last or gives_way(reading, end) or reading.lowered[end] in EVENTS or _state(places)):
            return end
    return None


def _state(places: Sequence[Place]) -> bool:
    """Whether it is a country or a first-level area, which whatever follows may belong to: `U.S. Centers for Disease Control`."""
    return any(place.kind in ("country", "admin1") for place in places)


def gives_way(reading: Reading, at: int) -> bool:
    """Whether the words from `at` on say what kind of thing a name is, so that what stands before may be a place."""
    word = reading.lowered[at]
    return word in BODIES or (KIND_OF.get(word) in ("city", "admin1", "admin2", "site") and word not in ("city", "town"))


def well_known(place: Place) -> bool:
    """Whether a name by itself may stand for the place: an area, a capital, or a town of some size."""
    return place.own and (place.kind in ("country", "admin1", "capital") or place.population >= _KNOWN or place.kind == "admin2")


def overlooked(reading: Reading, gazetteer: Gazetteer, seen: frozenset[str]) -> Iterator[Draft]:
    """Words in no name: those that are places elsewhere, abbreviated states behind a comma, capitalised words behind `in` or `near`."""
    for at, form in enumerate(reading.forms):
        if reading.entity[at] == NO_ENTITY and form[:1].isupper():
            before = reading.lowered[at - 1] if at else ""
            if form in seen:
                yield draft_of(reading, at, at + 1, gazetteer)
            elif before == "," and reading.entity[max(at - 2, 0)] != NO_ENTITY:
                draft = draft_of(reading, at, at + 1, gazetteer)
                if any(place.kind in ("admin1", "country") for place in draft.candidates):
                    yield draft
            elif before in ("in", "near", "at", "from") and reading.upos[at] == "PROPN" and reading.lowered[at] not in TIMES:
                draft = draft_of(reading, at, at + 1, gazetteer)
                draft.sure = False
                if draft.candidates:
                    yield draft
