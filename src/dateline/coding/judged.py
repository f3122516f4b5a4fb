"""The model disposes: which words of a sentence tell an event, of which type, and who stands where, with the rules' proposals as its hints.

A word that the rules propose is kept, and one that they do not know is added, where the model is sure enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.judge import EVEN, Judgement, Scores
from dateline.coding.lexicon import Pos, Sense
from dateline.coding.matching import Match
from dateline.coding.places import LIGHT
from dateline.records.claim import Status

KEPT: Final = 0.3  # the least chance of an event at a word that the rules propose …
ADDED: Final = 0.5  # … and at one that they do not know
OVERRULED: Final = (
    3.0  # how much likelier another type must be than that of the row; these three were set on what docs/explanation/coding.md tells
)
LEAST: Final = 1e-6
_POS: Final[dict[str, Pos]] = {"VERB": "verb", "ADJ": "adj"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model says of a trigger."""

    chance: float  # that it tells an event
    type: str
    share: float  # the chance of that type among events
    modes: tuple[str, ...]
    status: Status
    by_rule: bool  # whether the rules propose the word


def judged(clauses: Clauses, cast: Cast, proposed: Sequence[Match], judgement: Judgement) -> Iterator[tuple[Match, Verdict]]:
    """The triggers that the model keeps, in order, with those who take part as it or the rules have them."""
    by_word = {match.word: match for match in proposed}
    chances = _of_events(clauses, 1 - judgement.kinds[:, 0])
    for word in np.flatnonzero(chances >= min(KEPT, ADDED)).tolist():
        match = by_word.get(word)
        if chances[word] < (ADDED if match is None else KEPT):
            continue
        type_ = _type(judgement, word, match)
        verdict = Verdict(
            chance=float(chances[word]),
            type=type_,
            share=judgement.of_type(word, type_) / max(judgement.event(word), LEAST),
            modes=judgement.modes_of(word, type_),
            status=judgement.status(word),
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


def _of_events(clauses: Clauses, chances: Scores) -> Scores:
    """The chance that each word tells an event; a light verb and its noun tell one, at the likelier of the two."""
    found = chances.copy()
    for noun in range(len(chances)):
        verb = clauses.reading.heads[noun]
        light = clauses.reading.relations[noun] in {"obj", "nsubj:pass"} and clauses.reading.lemmas[verb] in LIGHT
        if light and noun != verb and clauses.reading.upos[verb] == "VERB":
            best, other = (noun, verb) if found[noun] >= found[verb] else (verb, noun)
            found[best], found[other] = min(1.0, found[noun] + found[verb]), 0
    return found


def _unlisted(clauses: Clauses, word: int, verdict: Verdict) -> Match:
    """A match for a word that no row of the lexicon knows."""
    pos = _POS.get(clauses.reading.upos[word], "noun")
    lemma = clauses.reading.lemmas[word]
    sense = Sense(lemma, "", pos, verdict.type, verdict.modes, ("subj",), ("obj",), (), (), "", "the model alone")
    return Match(word, sense, (), ())


def _with_parties(match: Match, judgement: Judgement, roles: Scores) -> Match:
    """The match with whoever the model sees in a role that the rules leave empty."""
    return replace(
        match,
        actors=match.actors or _filled(judgement, roles, "actor"),
        recipients=match.recipients or _filled(judgement, roles, "recipient"),
    )


def _filled(judgement: Judgement, roles: Scores, name: str) -> tuple[int, ...]:
    return tuple(np.flatnonzero(roles[:, judgement.labels.roles.index(name)] > EVEN).tolist())
