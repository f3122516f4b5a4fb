"""Visits that no verb of visiting tells: `the delegation was in the country between …`."""

from collections.abc import Iterator
from typing import Final

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.lexicon import Sense
from dateline.coding.matching import Match

_TRAVEL: Final = frozenset({"GOV", "MIL", "LEG", "IGO"})
_STAY: Final = Sense("be", "in", "noun", "CONSULT", ("visit",), ("subj",), ("obj",), (), (), "", "stays.py: who is in another's country")
_ABROAD: Final = ("in", "on", "at")


def stays(clauses: Clauses, cast: Cast) -> Iterator[Match]:
    """Matches at places that an official or a delegation of another country is said to be in, on some day."""
    reading = clauses.reading
    days = cast.times(reading.index)
    for word, relation in enumerate(reading.relations):
        if relation not in {"root", "ccomp", "conj", "parataxis"} or clauses.case(word) not in _ABROAD or not days:
            continue
        if any(True for _ in clauses.children(word, "cop")):
            guests = clauses.subjects(word)
            parties = [role.party for role in cast.roles(reading.index, guests)]
            hosts = {role.party.country for role in cast.roles(reading.index, [word], places=True)}
            abroad = bool(hosts) and all(party.country and party.country not in hosts for party in parties)
            if parties and abroad and any(_TRAVEL & {*party.sectors, party.country} for party in parties):
                yield Match(word, _STAY, tuple(guests), (word,))
