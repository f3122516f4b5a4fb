"""A trigger with its parties, and what the rules alone keep: events that are told for themselves, with enough of an event to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.coding.cast import Cast, Role
from dateline.coding.clauses import Clauses
from dateline.coding.judged import Verdict
from dateline.coding.matching import Match
from dateline.coding.places import LIGHT

_SPEECH: Final = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "CONCEDE", "SUPPORT"})
_HAPPEN: Final = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE", "RETREAT", "MOBILIZE"})
_WITHIN: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "obl", "obj", "nmod", "csubj"})


@dataclass(frozen=True, slots=True)
class Told:
    """A match with its parties, and what the model says of it, where it was asked."""

    match: Match
    actors: list[Role]
    recipients: list[Role]
    verdict: Verdict | None = None

    @property
    def word(self) -> int:
        """The index of the trigger."""
        return self.match.word

    @property
    def type(self) -> str:
        """The type that the model gives it, else the lexicon."""
        return self.verdict.type if self.verdict is not None else self.match.sense.type


def merged(clauses: Clauses, found: Sequence[Told]) -> list[Told]:
    """The matches, a verb and a noun that tell one event joined: `killed in an ambush by rebels`, `launched an attack on`."""
    by_word = {one.word: one for one in found}
    lost: set[int] = set()
    for one in found:
        head = by_word.get(clauses.reading.heads[one.word])
        if head is None or one.match.sense.pos == "verb" or head.match.sense.pos != "verb" or head.word == one.word:
            continue
        relation = clauses.reading.relations[one.word]
        needed = any(need.place == "obj" and need.words for need in head.match.sense.needs) and relation in {"obj", "nsubj:pass"}
        told = needed and head.type != "ACCUSE"  # `condemned the coup` tells of two
        if told or (head.type == one.type and relation.split(":")[0] in {"obj", "obl", "nsubj"}):
            by_word[head.word] = replace(head, actors=head.actors or one.actors, recipients=head.recipients or one.recipients)
            lost.add(one.word)
        elif relation in {"obj", "nsubj:pass"} and clauses.reading.lemmas[head.word] in LIGHT:
            lost.add(head.word)
    return [by_word[one.word] for one in found if one.word not in lost]


def own(clauses: Clauses, one: Told, by_word: Mapping[int, Told]) -> bool:
    """Whether a match is told as an event of its own, and not as what another speech act is about."""
    reading, previous = clauses.reading, one.word
    for above in clauses.above(one.word):
        outer = by_word.get(above)
        participle = reading.relations[previous] == "acl" and "VerbForm=Inf" not in reading.features[previous]
        if participle or reading.relations[previous] in {"acl:relcl", "parataxis", "conj"}:
            return True
        if outer is not None and outer.type in _SPEECH and reading.relations[previous] in _WITHIN:
            return one.match.sense.pos != "verb" and outer.type in {"ACCUSE", "SUPPORT"}
        previous = above
    return True


def sound(clauses: Clauses, cast: Cast, one: Told) -> bool:
    """Whether there is enough of an event: a party; a noun that only names one may have a day or a place instead."""
    if one.match.sense.recipient[:1] == ("subj",) and not one.actors:
        return False
    if one.actors or one.recipients:
        return True
    return one.match.sense.pos == "noun" and one.type in _HAPPEN and _staged(clauses, cast, one)


def _staged(clauses: Clauses, cast: Cast, one: Told) -> bool:
    """Whether a noun that only names an event has a day, or a place that is none of its parties."""
    below = clauses.below(one.word) - set(one.match.actors) - set(one.match.recipients)
    times, places = cast.times(clauses.reading.index), cast.places(clauses.reading.index)
    return any(time.first in below for time in times) or any(place.first in below and place.role == "place" for place in places)
