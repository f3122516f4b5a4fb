"""Which claims tell of an incident in the sense of MUC-4, and of which kind.

The rules are those of the exercise's task description, section 1: violence against others than armed opponents, within two months,
told as a fact, and of or in one of nine countries.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.records import Claim, Document, Party

_NINE: Final = frozenset({"SLV", "GTM", "HND", "ARG", "BOL", "CHL", "COL", "ECU", "PER"})
_RECENT: Final = dt.timedelta(days=62)
_ARMED: Final = frozenset({"MIL", "COP", "REB", "PAR", "SPY", "UAF"})
_CLASHES: Final = frozenset("clash fight fighting battle combat skirmish firefight war engage counterattack offensive".split())
_KINDS: Final[Mapping[str, re.Pattern[str]]] = {
    kind: re.compile(words, re.IGNORECASE)
    for kind, words in {
        "HIJACKING": "hijack|commandeer",
        "KIDNAPPING": "kidnap|abduct|hostage|captive",
        "ARSON": "burn|arson|torch|fire(?:d|s)? to|set|incinerat|ablaze",
        "BOMBING": "bomb|blast|explo|dynamit|detonat|blow|blew|mine|grenade",
        "ROBBERY": "rob|loot|steal|stole|rifle",
    }.items()
}
_BY_MODE: Final = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}


def incidents(document: Document) -> Iterator[Claim]:
    """The claims of a document that tell of an incident, in the order of the text."""
    published = document.article.published.last if document.article else None
    return (claim for claim in document.claims if _told(claim, published))


def kind(claim: Claim) -> str:
    """The type that MUC-4 gives such an incident: by the trigger, else by the mode, else ATTACK, which is for all others."""
    found = next((name for name, words in _KINDS.items() if words.match(claim.trigger.text)), None)
    return found or next((_BY_MODE[mode] for mode in claim.modes if mode in _BY_MODE), "ATTACK")


def _told(claim: Claim, published: dt.date | None) -> bool:
    return _violent(claim) and _recent(claim, published) and not _between_armed(claim) and _of_the_nine(claim)


def _violent(claim: Claim) -> bool:
    if claim.status not in {"happened", "historical"}:
        return False
    return claim.type == "ASSAULT" and claim.trigger.text.lower() not in _CLASHES


def _recent(claim: Claim, published: dt.date | None) -> bool:
    last = claim.when.last if claim.when else None
    return last is None or published is None or published - last <= _RECENT


def _between_armed(claim: Claim) -> bool:
    """Whether it is known to be a matter of guerrillas, soldiers and police among themselves."""
    return bool(claim.recipients) and all(_armed(party) for party in claim.recipients)


def _armed(party: Party) -> bool:
    return bool(party.sectors) and party.sectors[0] in _ARMED


def _of_the_nine(claim: Claim) -> bool:
    parties = [party.country for party in (*claim.actors, *claim.recipients) if party.country]
    countries = {*parties, *([claim.where.country] if claim.where and claim.where.country else [])}
    return not countries or bool(countries & _NINE)
