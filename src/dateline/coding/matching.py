"""Words → the senses of the lexicon that they have, with the words that stand in each place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.lexicon import POS_OF, Condition, Lexicon, Sense
from dateline.coding.places import parties_in, words_in
from dateline.coding.roles import roles


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger word with the sense that fits it best, and the words in the places of actor and recipient."""

    word: int
    sense: Sense
    actors: tuple[int, ...]
    recipients: tuple[int, ...]


def matches(clauses: Clauses, cast_: Cast, lexicon: Lexicon) -> Iterator[Match]:
    """The triggers of a sentence, in order."""
    reading = clauses.reading
    for word, upos in enumerate(reading.upos):
        pos = POS_OF.get(upos)
        if pos is None or (upos == "PROPN" and reading.forms[word][:1].isupper()):
            continue
        senses = [sense for name in sorted(clauses.names(word)) for sense in lexicon.senses(name, pos)]
        fitting = [sense for sense in senses if _fits(clauses, cast_, word, sense)]
        if fitting:
            yield max((_match(clauses, cast_, word, sense) for sense in fitting), key=_told)


def _told(match: Match) -> tuple[int, int, int]:
    """How much a match rests on: its conditions and particle, then its places that are filled."""
    sense = match.sense
    return len(sense.needs) + 2 * bool(sense.particle), bool(match.recipients) + bool(match.actors), bool(sense.modes)


def _match(clauses: Clauses, cast_: Cast, word: int, sense: Sense) -> Match:
    noun = sense.pos != "verb"
    doing = [parties_in(clauses, word, place, noun=noun) for place in (*sense.actor, *(("subj",) if noun else ()))]
    actors = _filled(clauses, cast_, doing)
    done_to = [parties_in(clauses, word, place, noun=noun) for place in (*sense.recipient, *(("obj",) if noun else ()))]
    recipients = _filled(clauses, cast_, ([one for one in words if one not in actors] for words in done_to), places=True)
    return Match(word, sense, tuple(actors), tuple(recipients))


def _filled(clauses: Clauses, cast_: Cast, held: Iterable[list[int]], *, places: bool = False) -> list[int]:
    """The first words that stand for a party; where none do, the first at all."""
    filled = [words for words in held if words]
    return next((words for words in filled if roles(clauses, cast_, words, places=places)), filled[0] if filled else [])


def _fits(clauses: Clauses, cast_: Cast, word: int, sense: Sense) -> bool:
    if sense.particle and not _particle(clauses, word, sense.particle):
        return False
    noun = sense.pos != "verb"
    if not all(_holds(clauses, cast_, word, condition, noun=noun) for condition in sense.needs):
        return False
    return not any(_holds(clauses, cast_, word, condition, noun=noun) for condition in sense.unless)


def _particle(clauses: Clauses, word: int, particle: str) -> bool:
    """Whether each word of a particle goes with the trigger: as particle or adverb, as preposition of what follows, or as object."""
    reading = clauses.reading
    near = {reading.lowered[child] for child in clauses.children(word, "compound:prt", "advmod", "obj", "obl", "xcomp", "compound", "amod")}
    near |= {clauses.case(child) or "" for child in clauses.children(word)}
    return all(part in near for part in particle.split())


def _holds(clauses: Clauses, cast_: Cast, word: int, condition: Condition, *, noun: bool) -> bool:
    words = words_in(clauses, word, condition.place, noun=noun)
    if not words or not condition.words:
        return bool(words)
    if any(clauses.names(one) & condition.words for one in words):
        return True
    return any(_is(cast_, clauses.reading.index, one, condition) for one in words)


def _is(cast_: Cast, sentence: int, word: int, condition: Condition) -> bool:
    actors = cast_.at(sentence, word) if {"@actor", "@state"} & condition.words else []
    if "@actor" in condition.words and actors:
        return True
    if "@state" in condition.words and any("GOV" in actor.party.sectors for actor in actors):
        return True
    return "@place" in condition.words and any(place.first <= word < place.last for place in cast_.places(sentence))
