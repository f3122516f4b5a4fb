"""One happening told twice in a story: which claims of an article tell the same."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import msgspec

from dateline.coding.carried import ELSEWHERE
from dateline.coding.same import HARM
from dateline.records import Claim, Party

_NEXT: Final = 4  # characters between two sentences that follow each other


def retold(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with the ids of those that tell the same happening, in the order of the text; assaults were linked before.

    A claim without a day has that of the one that it retells.
    """
    same: dict[str, list[Claim]] = {}
    for one, other in combinations((claim for claim in claims if claim.type != HARM), 2):
        if one.id != other.id and tells_the_same(one, other):
            same.setdefault(one.id, []).append(other)
            same.setdefault(other.id, []).append(one)
    return tuple(_with(claim, same.get(claim.id, ())) for claim in claims)


def _with(claim: Claim, others: Sequence[Claim]) -> Claim:
    if not others:
        return claim
    day = claim.when or next((other.when for other in others if other.when is not None), None)
    why = (*claim.why, ELSEWHERE) if claim.when is None and day is not None else claim.why
    return msgspec.structs.replace(claim, same_as=tuple(dict.fromkeys(other.id for other in others)), when=day, why=why)


def tells_the_same(one: Claim, other: Claim) -> bool:
    """Whether two claims of one article tell one happening: type, status and parties agree, days and places do not differ.

    Where no days are told that meet, the words of the triggers must be the same: two attacks by one army are two.
    """
    if one.type != other.type or _settled(one) != _settled(other) or _modes_differ(one, other):
        return False
    if not _meet(one.actors, other.actors) or not _agree(one.recipients, other.recipients) or _apart(one, other):
        return False
    days = _days(one, other)
    if days is None:
        alike = one.trigger.text.lower() == other.trigger.text.lower() or bool(set(one.modes) & set(other.modes) & {"visit"})
        return alike or _repeated(one, other)
    return days


def _repeated(one: Claim, other: Claim) -> bool:
    """Whether one sentence says again what the one before says: the same to the same, as when a quotation follows."""
    near = 0 <= other.sentence.start - one.sentence.end <= _NEXT
    return near and bool(one.recipients) and bool(other.recipients)


def _settled(claim: Claim) -> str:
    return "happened" if claim.status == "historical" else claim.status


def _modes_differ(one: Claim, other: Claim) -> bool:
    return bool(one.modes) and bool(other.modes) and not set(one.modes) & set(other.modes)


def _meet(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    return any(mine in set(_marks(theirs)) for mine in _marks(ours))


def _agree(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    return not ours or not theirs or _meet(ours, theirs)


def _marks(parties: Sequence[Party]) -> Iterator[tuple[str | None, str]]:
    """What parties are told apart by: their names, and for those without, country and first sector."""
    for party in parties:
        if party.name is not None:
            yield None, party.name
        if party.country is not None:
            yield party.country, party.sectors[0] if party.sectors else ""


def _apart(one: Claim, other: Claim) -> bool:
    """Whether the places are known and in different countries, or at different known points of one."""
    if one.where is None or other.where is None:
        return False
    if one.where.country and other.where.country and one.where.country != other.where.country:
        return True
    names = {place.name for place in (one.where, other.where) if place.precision not in {"country", None}}
    return len(names) > 1


def _days(one: Claim, other: Claim) -> bool | None:
    """Whether the days overlap; None where they are not known of both."""
    mine, theirs = one.when, other.when
    if mine is None or theirs is None or mine.first is None or theirs.first is None or mine.last is None or theirs.last is None:
        return None
    return mine.first <= theirs.last and theirs.first <= mine.last
