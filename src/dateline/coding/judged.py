"""The model disposes: which words of a sentence tell an event, of which type, and who stands where, with the rules' proposals as its hints.

A word that the rules propose is kept, and one that they do not know is added, where the model is sure enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.judge import EVEN, Judgement, Scores
from dateline.coding.lexicon import Pos, Sense
from dateline.coding.matching import Match
from dateline.coding.places import LIGHT
from dateline.coding.public import public as of_public
from dateline.records import Party

SURE: Final = 0.8  # from this chance on, a word tells an event whoever takes part
LIKELY: Final = 0.4  # … where somebody of public life takes part
MAYBE: Final = 0.2  # … where somebody of public life does it to somebody, and the rules propose it
IN_STORY: Final = 0.1  # … where the rules propose it and the article tells of events elsewhere
ADDED: Final = 0.5  # … where the rules do not know the word
TELLS: Final = 2  # surely told sentences that make an article one that tells of events
OVERRULED: Final = (
    3.0  # how much likelier another type must be than that of the row; all of these were set as docs/explanation/coding.md tells
)
LEAST: Final = 1e-6  # a chance that is not divided by
_ASPECT: Final = frozenset({"begin", "start", "continue", "keep", "resume"})
_REPORTS: Final = frozenset({"say", "tell", "deny", "refute", "rebut"})  # what is said or denied is the event, if there is one
_POS: Final[dict[str, Pos]] = {"VERB": "verb", "ADJ": "adj"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says of a trigger."""

    chance: float  # that it tells an event
    type: str
    share: float  # the chance of that type among events
    modes: tuple[str, ...]
    by_rule: bool  # whether the rules propose the word


def judged(clauses: Clauses, cast: Cast, proposed: Sequence[Match], judgement: Judgement) -> Iterator[tuple[Match, Verdict]]:
    """The triggers that may tell an event, in order, with those who take part as the model or the rules have them."""
    by_word = {match.word: match for match in proposed}
    chances = _of_events(clauses, 1 - judgement.kinds[:, 0])
    for word in np.flatnonzero(chances >= IN_STORY).tolist():
        match = by_word.get(word)
        if match is None and (chances[word] < ADDED or clauses.reading.lemmas[word] in _REPORTS):
            continue
        type_ = _type(judgement, word, match)
        verdict = Verdict(
            chance=float(chances[word]),
            type=type_,
            share=judgement.of_type(word, type_) / max(judgement.event(word), LEAST),
            modes=judgement.modes_of(word, type_),
            by_rule=match is not None,
        )
        yield _with_parties(match or _unlisted(clauses, word, verdict), judgement, judgement.roles(clauses, cast, word, match)), verdict


def _type(judgement: Judgement, word: int, match: Match | None) -> str:
    """The type of the row, unless the model is far surer of another."""
    best = judgement.type(word)
    if match is None or match.sense.type not in judgement.labels.types:
        return best
    doubted = judgement.of_type(word, best) > OVERRULED * judgement.of_type(word, match.sense.type)
    return best if doubted else match.sense.type


def tells(judgements: Iterable[Judgement]) -> bool:
    """Whether an article surely tells of events: then what is less sure in it is more likely one, too."""
    return sum(bool((1 - one.kinds[:, 0]).max() >= SURE) for one in judgements) >= TELLS


def kept(verdict: Verdict, actors: Sequence[Party], recipients: Sequence[Party], *, public: bool, in_story: bool) -> bool:
    """Whether a trigger is sure enough, by who takes part; `public`: whether the event is of public life; `in_story`: see `tells`."""
    chance = verdict.chance
    if chance >= SURE or (chance >= LIKELY and public):
        return True
    if in_story and (verdict.by_rule or chance >= ADDED):
        return True
    return chance >= MAYBE and bool(recipients) and any(of_public(actor) for actor in actors)


def _of_events(clauses: Clauses, chances: Scores) -> Scores:
    """The chance that each word tells an event; a light verb and its noun tell one, at the likelier of the two."""
    found = chances.copy()
    for noun in range(len(chances)):
        verb = clauses.reading.heads[noun]
        light = clauses.reading.relations[noun] in {"obj", "nsubj:pass"} and clauses.reading.lemmas[verb] in LIGHT
        if light and noun != verb and clauses.reading.upos[verb] == "VERB":
            best, other = (noun, verb) if found[noun] >= found[verb] else (verb, noun)
            found[best], found[other] = min(1.0, found[noun] + found[verb]), 0
        if clauses.reading.relations[noun] == "xcomp" and clauses.reading.lemmas[verb] in _ASPECT and noun != verb:
            found[noun], found[verb] = max(found[noun], found[verb]), 0  # `has begun withdrawing`
    return found


def _unlisted(clauses: Clauses, word: int, verdict: Verdict) -> Match:
    """A match for a word that no row of the lexicon knows."""
    pos = _POS.get(clauses.reading.upos[word], "noun")
    lemma = clauses.reading.lemmas[word]
    sense = Sense(lemma, "", pos, verdict.type, verdict.modes, ("subj",), ("obj",), (), (), "", "the model alone")
    return Match(word, sense, (), ())


def _with_parties(match: Match, judgement: Judgement, roles: Scores) -> Match:
    """The match with whoever the model sees in a role that the rules leave empty, and in no other role."""
    actors = match.actors or _filled(judgement, roles, "actor", set(match.recipients))
    return replace(match, actors=actors, recipients=match.recipients or _filled(judgement, roles, "recipient", set(actors)))


def _filled(judgement: Judgement, roles: Scores, name: str, taken: set[int]) -> tuple[int, ...]:
    likely = np.flatnonzero(roles[:, judgement.labels.roles.index(name)] > EVEN).tolist()
    return tuple(word for word in likely if word not in taken)
