"""Whether an event is of public life: a striker who attacks, a bank that punishes and a film that bombs are not."""

from collections.abc import Sequence
from typing import Final

from dateline.records import Party

_PRIVATE: Final = frozenset({"BUS", "CVL", "JRN", "EDU", "MED"})
_BY_PRIVATE_PEOPLE: Final = frozenset({"PROTEST"})  # what such people do in public
_DONE_TO_PEOPLE: Final = 4  # the quad class of material conflict
_FREED: Final = "RETREAT"


def of_public_life(type_: str, quad: int, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether a public party is there, or someone who is harmed or freed; an event that nobody is named for is told by its day or place."""
    if type_ in _BY_PRIVATE_PEOPLE or not (actors or recipients):
        return True
    if any(public(party) for party in (*actors, *recipients)):
        return True
    return (quad == _DONE_TO_PEOPLE or type_ == _FREED) and any(not party.basis.startswith("place") for party in recipients)


def public(party: Party) -> bool:
    """Whether a party is more than a private person or firm: by sector, or by a country that the text itself gives them."""
    if party.sectors and not set(party.sectors) <= _PRIVATE:
        return True
    if party.country is None or party.basis.startswith("place"):
        return False
    guessed = "context" in party.basis or party.basis.startswith("refers")
    return not guessed if party.sectors else party.basis != "unresolved"
