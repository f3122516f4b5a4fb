"""Whom a source stands for, and which medium carried what they said."""

from collections.abc import Iterable
from typing import Final

from dateline.coding.cast import Cast
from dateline.records import ActorMention, Mentions

_PRESS: Final = "JRN"


class Speakers:
    """An article's actors, asked for by place and by chain."""

    def __init__(self, mentions: Mentions) -> None:
        self.cast: Final = Cast(mentions)
        self._named: Final[dict[int, ActorMention]] = {}
        for actor in sorted(mentions.actors, key=lambda actor: actor.form != "name"):
            if actor.form != "pronoun":
                self._named.setdefault(actor.chain, actor)

    def at(self, sentence: int, word: int) -> ActorMention | None:
        """The actor that a word heads or is part of; for a pronoun the first mention of its chain that is none, names first."""
        found = next(iter(self.cast.at(sentence, word)), None)
        return self._named.get(found.chain, found) if found is not None and found.form == "pronoun" else found

    def medium(self, sentence: int, words: Iterable[int]) -> ActorMention | None:
        """The first medium that is named among some words of a sentence."""
        held = set(words)
        return next((actor for actor in self.cast.actors(sentence) if actor.head in held and is_medium(actor)), None)


def is_medium(actor: ActorMention) -> bool:
    """Whether an actor is of the press before all else."""
    return actor.party.sectors[:1] == (_PRESS,)
