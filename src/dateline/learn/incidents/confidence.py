"""How sure a claim is of who did it, in MUC-4's words, told from its source chain, its status and its actors."""

from typing import Final

from dateline.records import Claim

_CARRIERS: Final = frozenset({"outlet", "agency", "medium"})
FACT: Final = "REPORTED AS FACT"
ACCUSED: Final = "SUSPECTED OR ACCUSED"
BY_AUTHORITIES: Final = "SUSPECTED OR ACCUSED BY AUTHORITIES"
CLAIMED: Final = "CLAIMED OR ADMITTED"
POSSIBLE: Final = "POSSIBLE"


def confidence(claim: Claim) -> str:
    """The fill: CLAIMED where an actor is the source, POSSIBLE without an actor, ACCUSED on another's word, else FACT."""
    if not claim.actors or claim.status != "happened":
        return POSSIBLE
    actors = {name for party in claim.actors for name in (party.text.lower(), (party.name or "").lower()) if name}
    voices = [source for source in claim.sources if source.kind not in _CARRIERS]
    if any(source.name.lower() in actors for source in voices):
        return CLAIMED
    return ACCUSED if voices else FACT
