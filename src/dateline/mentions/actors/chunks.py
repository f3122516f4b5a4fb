"""A sentence's words → noun phrases without their clauses: determiners, modifiers, noun, name, and who owns them.

The tree is not trusted for the inside of such phrases: strings of titles, nationalities and names are where small parsers fail most.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.records.reading import NO_ENTITY, Reading

_INSIDE: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
HYPHENS: Final = frozenset({"-", "–", "‑"})
_TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "today yesterday tomorrow tonight month week year day night morning afternoon evening weekend a.m. p.m. gmt".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words [`first`, `last`) of a sentence. `noun` is the index of the common noun that says what it is, None where only a name stands.

    `name` is the index of the entity that it ends with. `head` is the word by which the rest of the sentence holds it. `owner` is the
    index of the chunk that owns it ("Mali's …"), `owned_by` that of a possessive pronoun's word ("his …").
    """

    first: int
    last: int
    head: int
    noun: int | None
    name: int | None
    owner: int | None
    owned_by: int | None


def chunks(reading: Reading) -> list[Chunk]:
    """The noun phrases of a sentence in order."""
    made: list[Chunk] = []
    owner: int | None = None
    owned_by: int | None = None
    for first, last, end in _runs(reading):
        if end == "pronoun":
            owner, owned_by = None, first
            continue
        made.append(_chunk(reading, first, last, owner=owner, owned_by=owned_by))
        owner, owned_by = (len(made) - 1, None) if end == "owns" else (None, None)
    return made


def _runs(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Stretches [first, last), and how each ends: it `owns` the next, it is a possessive `pronoun`, or `""`."""
    at, start, size = 0, None, len(reading.forms)
    while at < size:
        number = reading.entity[at]
        if number != NO_ENTITY and reading.entities[number].first == at:
            entity = reading.entities[number]
            if start is not None and entity.kind == "PERSON" and _closed(reading, start, at):
                yield start, at, ""
                start = None
            start, at = (at if start is None else start), entity.last
            if entity.kind == "PERSON" and not _modifies(reading, at):
                if at < size and reading.forms[at] in _POSSESSIVE and reading.upos[at] == "PART":
                    continue
                yield start, at, ""
                start = None
            continue
        kind = _kind(reading, at, start)
        if kind == "in":
            start = at if start is None else start
        elif kind == "new":
            if start is not None:
                yield start, at, ""
            start = at
        else:
            if start is not None:
                yield start, at, "owns" if kind == "owns" else ""
            start = None
            if kind == "pronoun":
                yield at, at + 1, "pronoun"
        at += 1
    if start is not None:
        yield start, size, ""


def _kind(reading: Reading, at: int, start: int | None) -> str:
    """What word `at` does to a phrase begun at `start`: `in`, `new` (begins another), `owns`, `pronoun` or `out`."""
    upos = reading.upos[at]
    if upos in _INSIDE:
        timed = reading.lowered[at] in _TIMES and not _hyphened(reading, at)  # a 22-month-old boy is no time
        return "out" if timed else "new" if _begins(reading, at, start) else "in"
    if upos == "PRON" and "Poss=Yes" in reading.features[at]:
        return "pronoun"
    if start is not None and upos == "PART" and reading.forms[at] in _POSSESSIVE:
        return "owns"
    if upos == "VERB" and reading.relations[at] == "amod" and reading.heads[at] > at:
        return "in"
    if upos == "ADV" and start is not None and _heightens(reading, at):
        return "in"
    return "in" if start is not None and _within_hyphens(reading, at) else "out"


def _hyphened(reading: Reading, at: int) -> bool:
    behind = at + 1 < len(reading.forms) and reading.forms[at + 1] in HYPHENS and reading.joined(at + 1)
    return behind or (at > 0 and reading.forms[at - 1] in HYPHENS and reading.joined(at))


def _heightens(reading: Reading, at: int) -> bool:
    """Whether an adverb goes with an adjective of the same phrase: `the most radical group`, `a heavily armed man`."""
    head = reading.heads[at]
    return reading.relations[at] == "advmod" and at < head <= at + 2 and reading.upos[head] in {"ADJ", "VERB", "NUM"}


def _begins(reading: Reading, at: int, start: int | None) -> bool:
    """Whether a determiner, or a number behind a noun, opens another phrase."""
    if reading.upos[at] == "DET":
        return True
    return reading.upos[at] == "NUM" and start is not None and reading.upos[at - 1] in {"NOUN", "PROPN"} and reading.heads[at] > at


def _within_hyphens(reading: Reading, at: int) -> bool:
    """Whether word `at` is a hyphen within a word, or is held to the phrase by one: `commander-in-chief`, `state-owned`."""
    if reading.forms[at] in HYPHENS:
        return reading.joined(at) and at + 1 < len(reading.forms) and reading.joined(at + 1)
    return reading.forms[at - 1] in HYPHENS and reading.joined(at) and reading.upos[at] in {"ADP", "VERB", "ADV", "PART", "X"}


def _closed(reading: Reading, start: int, at: int) -> bool:
    """Whether the phrase from `start` is whole before the person's name at `at`: it ends with another person's name."""
    number = reading.entity[at - 1]
    return number != NO_ENTITY and reading.entities[number].kind == "PERSON" and reading.entities[number].first >= start


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a person's name that ends before word `at` modifies a noun there (`Trump administration`) rather than ends its phrase."""
    if at >= len(reading.forms) or reading.upos[at] != "NOUN" or reading.lowered[at] in _TIMES:
        return False
    return reading.relations[at - 1] in {"compound", "nmod", "flat", "nmod:desc"} and (
        reading.heads[at - 1] >= at or reading.heads[reading.heads[at - 1]] >= at
    )


def _chunk(reading: Reading, first: int, last: int, *, owner: int | None, owned_by: int | None) -> Chunk:
    if first and reading.lowered[first] in {"least", "most"} and reading.lowered[first - 1] == "at" and last - first > 1:
        first += 1
    number = reading.entity[last - 1]
    name = number if number != NO_ENTITY and reading.entities[number].first >= first else None
    edge = reading.entities[name].first if name is not None else last
    nouns = [
        at for at in range(first, edge) if reading.upos[at] == "NOUN" or (reading.upos[at] == "PROPN" and reading.entity[at] == NO_ENTITY)
    ]
    outside = [at for at in range(first, last) if not first <= reading.heads[at] < last or reading.heads[at] == at]
    substantive = [at for at in outside if reading.upos[at] in {"NOUN", "PROPN", "ADJ", "NUM"}]
    head = (substantive or outside or [last - 1])[-1]
    return Chunk(first=first, last=last, head=head, noun=nouns[-1] if nouns else None, name=name, owner=owner, owned_by=owned_by)
