"""Which mentions stand at a word: who acts there, what place or time is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.records import ActorMention, Mentions, Party, PlaceMention, TimeMention


@dataclass(frozen=True, slots=True)
class Role:
    """A party of a claim, and the chain of the article that it belongs to; -1 for a place that stands for its people."""

    party: Party
    chain: int


class Cast:
    """An article's mentions by sentence and word."""

    def __init__(self, mentions: Mentions) -> None:
        self._actors: dict[int, list[ActorMention]] = {}
        self._places: dict[int, list[PlaceMention]] = {}
        self._times: dict[int, list[TimeMention]] = {}
        self._chains: dict[int, ActorMention] = {}
        for actor in mentions.actors:
            self._actors.setdefault(actor.sentence, []).append(actor)
            if actor.form != "pronoun":
                self._chains.setdefault(actor.chain, actor)
        for place in mentions.places:
            self._places.setdefault(place.sentence, []).append(place)
        for time in mentions.times:
            self._times.setdefault(time.sentence, []).append(time)

    def actors(self, sentence: int) -> Sequence[ActorMention]:
        """The actors of a sentence."""
        return self._actors.get(sentence, ())

    def places(self, sentence: int) -> Sequence[PlaceMention]:
        """The places of a sentence."""
        return self._places.get(sentence, ())

    def times(self, sentence: int) -> Sequence[TimeMention]:
        """The times of a sentence."""
        return self._times.get(sentence, ())

    def at(self, sentence: int, word: int) -> list[ActorMention]:
        """The mentions that word `word` heads, else the smallest that cover it: several where one phrase stands for several."""
        covering = [actor for actor in self.actors(sentence) if actor.first <= word < actor.last]
        heading = [actor for actor in covering if actor.head == word]
        if heading:
            return heading
        least = min((actor.last - actor.first for actor in covering), default=0)
        return [actor for actor in covering if actor.last - actor.first == least]

    def roles(self, sentence: int, words: Iterable[int], *, places: bool = False) -> list[Role]:
        """The parties that stand at some words, each once; with `places`, a place where nobody is told stands for its country."""
        found: dict[tuple[int, str | None], Role] = {}
        for word in words:
            for actor in self.at(sentence, word):
                for meant in self._meant(actor):
                    found.setdefault((meant.chain, meant.party.country), meant)
            if places and not self.at(sentence, word):
                for place in self.places(sentence):
                    if place.first <= word < place.last and place.where.country:
                        found.setdefault((-1, place.where.country), Role(_party_of(place), -1))
        return list(found.values())

    def _meant(self, actor: ActorMention) -> list[Role]:
        """A mention's party, or those that "the two sides" stands for."""
        members = [self._chains[chain] for chain in actor.members if chain in self._chains]
        return [Role(one.party, one.chain) for one in members] or [Role(actor.party, actor.chain)]


def _party_of(place: PlaceMention) -> Party:
    where = place.where
    return Party(text=where.text, start=place.start, end=place.end, basis=f"place: {where.basis}", name=where.name, country=where.country)
