"""An incident of the key against a claim: which claim tells it, and what of it is right."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from dateline.knowledge.countries import Countries
from dateline.knowledge.names import folded
from dateline.learn.incidents.confidence import confidence
from dateline.learn.incidents.keys import Days, Incident
from dateline.learn.incidents.names import alike
from dateline.learn.incidents.relevant import kind
from dateline.records import Claim, When

Right = dict[str, bool]


def paired(text: str, gold: Sequence[Incident], told: Sequence[Claim], countries: Countries) -> Iterator[tuple[Incident, Claim]]:
    """Each incident with the claim that tells it best: one whose sentence names what was hit, and that is right in most slots.

    The exercise's own scoring likewise took the pairing that served a system best. A claim stands for one incident only.
    """
    fits = [(_fit(text, incident, claim, countries), -at, -number) for number, incident in enumerate(gold) for at, claim in enumerate(told)]
    free, open_ = set(range(len(told))), set(range(len(gold)))
    for _, at, number in sorted(fits, reverse=True):
        if -at in free and -number in open_:
            free.remove(-at)
            open_.remove(-number)
            yield gold[-number], told[-at]


def _fit(text: str, incident: Incident, claim: Claim, countries: Countries) -> float:
    sentence = folded(text[claim.sentence.start : claim.sentence.end])
    names = any(folded(word) in sentence for word in incident.words)
    right = judged(incident, claim, countries)
    return 2 * names + right["type"] + sum(right.values())


def judged(incident: Incident, claim: Claim, countries: Countries) -> Right:
    """What of an incident a claim has right; slots that the key leaves empty are not asked."""
    right = {"type": kind(claim) == incident.type}
    if incident.days:
        right["day"] = any(_overlap(days, claim.when) for days in incident.days)
    if incident.countries:
        right["country"] = (claim.where.country if claim.where else None) in _codes(incident, countries)
    if incident.perpetrators:
        right["perpetrator"] = alike(incident.perpetrators, (name for actor in claim.actors for name in (actor.text, actor.name or "")))
    if incident.confidence:
        right["confidence"] = any(_held(confidence(claim), told) for told in incident.confidence)
    return right


def together(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each with the actors and the modes of all that tell the same happening: its own first."""
    by_id = {claim.id: claim for claim in claims}
    return [_whole(claim, [by_id[one] for one in claim.same_as if one in by_id]) if claim.same_as else claim for claim in claims]


def _whole(claim: Claim, others: Sequence[Claim]) -> Claim:
    actors = (actor for one in others for actor in one.actors)
    modes = (mode for one in others for mode in one.modes)
    return msgspec.structs.replace(claim, actors=(*claim.actors, *actors), modes=(*claim.modes, *modes))


def _held(given: str, told: str) -> bool:
    """Whether two confidences are one; whose suspicion it is, authorities' or others', is the source chain's to say."""
    return told.startswith(given)


def _overlap(days: Days, when: When | None) -> bool:
    if when is None or when.first is None or when.last is None:
        return False
    return when.first <= days.last and (days.first or dt.date.min) <= when.last


def _codes(incident: Incident, countries: Countries) -> set[str]:
    return {row.id for name in incident.countries for row in countries.named(name)}
