"""Which claims of an article tell one happening: harm to the same people, the parts of one sentence, `the attack` and what it was."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.records import Article, Claim, Party, When

HARM: Final = "ASSAULT"
_TAKEN: Final = "abduct"
_TOLD: Final = frozenset({"happened", "historical"})
_REACH: Final = 6  # claims back that `the attack` may mean
_POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
_LINE: Final = 40  # code points
_WORDS_BEFORE: Final = 3  # of a noun, among which the article stands: `the new terrorist attack`


def linked(claims: Sequence[Claim], article: Article) -> Iterator[Claim]:
    """The claims with `same_as`: the ids of all others that tell the same happening, in the order of the text."""
    group = list(range(len(claims)))
    for later, claim in enumerate(claims):
        if claim.type == HARM and claim.status in _TOLD:
            earlier = next((at for at in range(later - 1, -1, -1) if _same(claims[at], claim, later - at, article.text)), None)
            group[later] = group[earlier] if earlier is not None else later
    for number, claim in enumerate(claims):
        others = tuple(dict.fromkeys(one.id for at, one in enumerate(claims) if group[at] == group[number] and at != number))
        yield msgspec.structs.replace(claim, same_as=others) if others else claim


def _same(one: Claim, other: Claim, apart: int, text: str) -> bool:
    if one.type != HARM or one.status not in _TOLD or not _agree(one, other):
        return False
    if _shared(one.recipients, other.recipients):
        return True
    near = one.sentence == other.sentence or text[one.sentence.end : other.sentence.start].isspace()
    if one.recipients and other.recipients:
        return near and (_shared(one.actors, other.actors) or not (one.actors and other.actors))
    return near or (apart <= _REACH and _points_back(other, text))


def _agree(one: Claim, other: Claim) -> bool:
    """Whether nothing that both state of day, country and kind tells them apart."""
    if (_TAKEN in one.modes) != (_TAKEN in other.modes):
        return False  # who was taken and then killed has suffered two
    if _apart(one.when, other.when):
        return False
    countries = {claim.where.country for claim in (one, other) if claim.where and claim.where.country}
    return len(countries) < 2  # noqa: PLR2004 - at most one


def _apart(one: When | None, other: When | None) -> bool:
    """Whether no day is in both."""
    if one is None or other is None or one.first is None or other.first is None:
        return False
    return (one.last or one.first) < other.first or (other.last or other.first) < one.first


def _points_back(claim: Claim, text: str) -> bool:
    """Whether the trigger is a noun that points to what was told: `the attack`."""
    before = text[max(claim.sentence.start, claim.trigger.start - _LINE) : claim.trigger.start].lower().split()
    return not _POINTING.isdisjoint(before[-_WORDS_BEFORE:])


def _shared(parties: Sequence[Party], others: Sequence[Party]) -> bool:
    return not {_key(party) for party in parties}.isdisjoint(_key(party) for party in others)


def _key(party: Party) -> str:
    """The name, else the last word: `the six priests` are `the priests`."""
    return party.name or next(iter(reversed(party.text.lower().split())), "")
