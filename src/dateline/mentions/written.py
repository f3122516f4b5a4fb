"""Mentions found in a text as if it were written otherwise, in the words of the text itself."""

import msgspec

from dateline.records import ActorMention, Mentions, PlaceMention, TimeMention


def as_written(found: Mentions, text: str) -> Mentions:
    """The mentions with the words that stand in their spans of `text`; what they are resolved to stays."""
    return msgspec.structs.replace(
        found,
        actors=tuple(_actor(one, text) for one in found.actors),
        places=tuple(_place(one, text) for one in found.places),
        times=tuple(_time(one, text) for one in found.times),
    )


def _actor(one: ActorMention, text: str) -> ActorMention:
    party = one.party
    return msgspec.structs.replace(one, party=msgspec.structs.replace(party, text=text[party.start : party.end]))


def _place(one: PlaceMention, text: str) -> PlaceMention:
    return msgspec.structs.replace(one, where=msgspec.structs.replace(one.where, text=text[one.start : one.end]))


def _time(one: TimeMention, text: str) -> TimeMention:
    return msgspec.structs.replace(one, when=msgspec.structs.replace(one.when, text=text[one.start : one.end]))
