"""Which mentions of a sentence its grammar makes one actor: appositions, titles in a row, what stands in brackets."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.mentions.actors.draft import Draft
from dateline.records.reading import Reading

_BREAKS: Final = frozenset({",", "–", "—", "(", "-", "--", ":"})
_ENDS: Final = frozenset({",", ".", ";", ")", "–", "—", "-", ":", "?", "!", "”", '"', "and", "who", "whose", "which"})


def same_actors(reading: Reading, found: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Pairs of mentions of a sentence that are one actor, the earlier first."""
    outer = [draft for draft in found if draft.form in {"name", "nominal"} and draft.kind != "place"]
    ending: dict[int, list[Draft]] = {}
    for other in outer:
        before = (one for gap in (0, 1, 2) for one in ending.get(other.first - gap, ()))
        if (one := next((one for one in before if _one_actor(reading, one, other)), None)) is not None:
            yield one, other
        ending.setdefault(other.last, []).append(other)  # the longest first: a role with its complement before the complement
    for draft in found:
        yield from ((draft, other) for other in draft.same)


def _one_actor(reading: Reading, one: Draft, other: Draft) -> bool:
    between = reading.lowered[one.last : other.first]
    if between in (["and"], [",", "and"]):
        return _titles_in_a_row(reading, one, other)
    if not between:
        return _adjacent(one, other)
    if len(between) != 1 or between[0] not in _BREAKS or one.plural != other.plural:
        return False
    if between[0] == "(":
        return _bracketed(reading, one, other)
    return _apposed(reading, one, other)


def _titles_in_a_row(reading: Reading, one: Draft, other: Draft) -> bool:
    """`the Burmese military chief and head of the junta`: two roles and one article are one person."""
    if one.form != "nominal" or not (one.person and other.person) or one.agent is None or other.agent is None:
        return False
    return (
        reading.upos[one.first] == "DET" and reading.upos[other.first] not in {"DET", "PROPN"} and not other.owned and other.country is None
    )


def _adjacent(one: Draft, other: Draft) -> bool:
    """A role and the name right behind it, where the role ends with a complement: `the mayor of Tolbara Ann Brook`."""
    return one.form == "nominal" and one.person and other.form == "name" and other.kind == "person" and other.agent is None


def _bracketed(reading: Reading, one: Draft, other: Draft) -> bool:
    closed = other.last < len(reading.forms) and reading.forms[other.last] == ")"
    return closed and one.kind == other.kind == "body" and other.form == "name" and one.form == "name"


def _apposed(reading: Reading, one: Draft, other: Draft) -> bool:
    after = reading.lowered[other.last] if other.last < len(reading.forms) else "."
    marked = reading.relations[other.head] == "appos" and one.first <= reading.heads[other.head] < one.last
    if not marked and after not in _ENDS and other.first > 0 and not reading.upos[other.last].startswith(("VERB", "AUX")):
        return False
    ranked = other.agent is not None and other.agent.kind == "person" and not other.office and other.country is None
    if one.form == "nominal" and other.form == "name" and (other.agent is None or ranked):
        return _introduces(one, other, marked=marked)
    if one.form == "name" and other.form == "nominal":
        return _described(reading, one, other, marked=marked)
    return False


def _introduces(one: Draft, other: Draft, *, marked: bool) -> bool:
    """`Japan's defence minister, Itsunori Onodera,`."""
    if one.agent is None or one.plural or (one.country and other.country and one.country != other.country):
        return False
    if other.kind == "person":
        return one.person
    return other.kind == "body" and one.kind == "body" and (marked or one.definite)


def _described(reading: Reading, one: Draft, other: Draft, *, marked: bool) -> bool:
    """`Rosoboronexport, Russia's state-owned export firm`; `Keita, the president,`."""
    if other.agent is None or other.plural:
        return False
    if one.kind == "person":
        return other.person and (marked or other.definite or other.owned or other.office is not None or reading.upos[other.first] == "DET")
    return one.kind == "body" and other.kind == "body" and marked
