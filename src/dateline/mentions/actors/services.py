"""Whose officers are meant: the police's in a story of police, the army's in one of soldiers."""

from typing import Final

from dateline.mentions.actors.chains import Chain, Chains

_EITHER: Final = frozenset({"officer", "senior officer", "commander", "sergeant", "lieutenant", "captain", "deputy", "recruit"})


def settle(chains: Chains) -> None:
    """Make those of either service policemen where the story tells of police, and of no soldiers."""
    told = {sector for chain in chains.all if not _open(chain) for sector in chain.sectors[:1]}
    if "COP" in told and "MIL" not in told:
        for chain in chains.all:
            if _open(chain):
                chain.sectors = ("COP",)


def _open(chain: Chain) -> bool:
    phrases = {draft.agent.phrase for draft in chain.drafts if draft.agent is not None}
    return chain.known is None and bool(phrases) and phrases <= _EITHER and chain.sectors[:1] in {("MIL",), ("LEG",)}
