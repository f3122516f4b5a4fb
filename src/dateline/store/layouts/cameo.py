"""CAMEO, the older coding scheme that GDELT is written in: codes of events and actors, and Goldstein's scale."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, NamedTuple

from dateline.ontology import plover
from dateline.records import Claim, Party
from dateline.store.layouts.parts import country

_SAME: Final = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "UAF", "CVL", "BUS", "LAB", "EDU", "REF", "CRM")
# PLOVER's MED is health and CAMEO's is the media: taken over by letter they would swap doctors and reporters.
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {code: code for code in _SAME} | {"ELI": "ELI", "AGR": "AGR", "MED": "HLH", "JRN": "MED", "SOC": "CVL", "PRE": "SEP"}
)
_BODIES: Final = MappingProxyType({"IGO": "IGO", "NGO": "NGO", "MNC": "MNC", "IMG": "IMG", "UNO": "IGO", "EUR": "IGO"})
_GROUPS: Final = MappingProxyType({"UNO": "UNO", "EUR": "EEC"})
_TYPES_AT_MOST: Final = 3
_ROOT: Final = 2  # digits


class Scored(NamedTuple):
    """What a CAMEO code says of an event."""

    score: float
    quad: int


class ActorCode(NamedTuple):
    """An actor in CAMEO: `code` is all of the rest in one."""

    code: str
    country: str
    group: str
    types: tuple[str, ...]


def event_code(claim: Claim) -> str | None:
    """The CAMEO code of a claim; None where CAMEO has none. The first code of the mode, else of the type, the nearest that there is."""
    held = plover()
    if claim.type not in held.types:
        return None
    mode = claim.modes[0] if claim.modes and claim.modes[0] in held.types[claim.type].modes else None
    return held.cameo(claim.type, mode)


def actor_code(party: Party | None) -> ActorCode:
    """The codes of a party, as far as CAMEO has them."""
    if party is None:
        return ActorCode("", "", "", ())
    place = party.country if country(party.country) else ""
    group = _GROUPS.get(party.country or "", "")
    found = [_BODIES.get(party.country or "", ""), *(_TYPES.get(sector, "") for sector in party.sectors)]
    types = tuple(dict.fromkeys(one for one in found if one))[:_TYPES_AT_MOST]
    return ActorCode("".join([place or "", group, *types]), place or "", group, types)


def goldstein(code: str) -> float | None:
    """Goldstein's score of a CAMEO code, or of its base or its root where it has none of its own: the table of ICEWS."""
    table = _goldstein()
    return next((table[code[:size]].score for size in range(len(code), 1, -1) if code[:size] in table), None)


def quad(code: str) -> int | None:
    """The quad class of a CAMEO code. Not always that of the PLOVER type: an appeal (02) is verbal cooperation here."""
    held = _goldstein().get(code[:_ROOT])
    return held.quad if held else None


@cache
def _goldstein() -> Mapping[str, Scored]:
    text = (files("dateline.store.layouts") / "cameo_goldstein.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["code"]: Scored(float(row["goldstein"]), int(row["quad"])) for row in csv.DictReader(text.splitlines())})
