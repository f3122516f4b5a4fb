"""Which claims tell of an incident in the sense of MUC-4, and of which kind.

The rules are those of the exercise's task description, section 1: violence against others than armed opponents, within two months,
told as a fact, and of or in one of nine countries.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.records import Claim, Party

_NINE: Final = frozenset({"SLV", "GTM", "HND", "ARG", "BOL", "CHL", "COL", "ECU", "PER"})
_RECENT: Final = dt.timedelta(days=62)
_ARMED: Final = frozenset({"MIL", "COP", "REB", "PAR", "SPY", "UAF", "CRM"})
_STATE: Final = frozenset({"MIL", "COP", "GOV", "SPY"})
_CLASHES: Final = re.compile("clash|fight|battle|combat|skirmish|firefight|war$|engage|counter", re.IGNORECASE)
_VAGUE: Final = frozenset(
    "attack assault violence terrorism act action operation campaign struggle offensive wave waged waging launched".split()
)
_MANY: Final = re.compile(
    "(?:attack|act|assault|action|crime|murder|killing|massacre|kidnapping|bombing|campaign|assassination|ambushe|execution)s$|genocide|torture",
    re.IGNORECASE,
)
_TOLL: Final = 500  # dead of a war, not of an incident
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        "HIJACKING": "hijack|commandeer",
        "KIDNAPPING": "kidnap|abduct|hostage|captive",
        "ARSON": "burn|arson|torch|incinerat",
        "BOMBING": "bomb|blast|explo|dynamit|detonat|blow|blew|mine|grenade",
        "ROBBERY": "rob|loot|steal|stole|rifle",
    }.items()
}
_FIRE: Final = frozenset({"set", "setting"})  # on fire, where they set off no bomb
_BY_MODE: Final = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}


def incidents(claims: Iterable[Claim], published: dt.date | None) -> Iterator[Claim]:
    """Those of a story's claims that tell of an incident, in the order of the text."""
    return (claim for claim in claims if _told(claim, published))


def kind(claim: Claim) -> str:
    """The type that MUC-4 gives such an incident: by the trigger, else by the mode, else ATTACK, which is for all others."""
    found = next((name for name, words in _KINDS.items() if words.match(claim.trigger.text)), None)
    by_mode = next((_BY_MODE[mode] for mode in claim.modes if mode in _BY_MODE), None)
    return found or by_mode or ("ARSON" if claim.trigger.text.lower() in _FIRE else "ATTACK")


def _told(claim: Claim, published: dt.date | None) -> bool:
    return _violent(claim) and _specific(claim) and _recent(claim, published) and not _of_war(claim) and _of_the_nine(claim)


def _violent(claim: Claim) -> bool:
    return claim.type == "ASSAULT" and claim.status in {"happened", "historical"} and not _CLASHES.match(claim.trigger.text)


def _specific(claim: Claim) -> bool:
    """Whether the nature of the attack or someone hit is told: `guerrilla attacks` and `a wave of violence` are no incident."""
    trigger = claim.trigger.text.lower()
    if trigger in _VAGUE:
        return bool(claim.modes) or bool(_hit(claim))
    dead = claim.quantities.get("dead")
    return not _MANY.match(trigger) and not (dead and dead.low and dead.low > _TOLL)


def _recent(claim: Claim, published: dt.date | None) -> bool:
    last = claim.when.last if claim.when else None
    return last is None or published is None or published - last <= _RECENT


def _of_war(claim: Claim) -> bool:
    """Whether it is a matter of guerrillas, soldiers and police among themselves, as is what a state's forces do to nobody named."""
    hit = _hit(claim)
    if hit:
        return all(_sector(party) in _ARMED for party in hit)
    return bool(claim.actors) and all(_sector(party) in _STATE for party in claim.actors)


def _hit(claim: Claim) -> list[Party]:
    """Those it is done to, but for a place that stands for its people."""
    return [party for party in claim.recipients if not party.basis.startswith("place")]


def _sector(party: Party) -> str:
    return next(iter(party.sectors), "")


def _of_the_nine(claim: Claim) -> bool:
    parties = [party.country for party in (*claim.actors, *claim.recipients) if party.country]
    countries = {*parties, *([claim.where.country] if claim.where and claim.where.country else [])}
    return not countries or bool(countries & _NINE)
