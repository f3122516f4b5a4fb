"""What the model of claims is told about a sentence: tags, relations, what the rules found, and who stands where around a trigger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match

BESIDE: Final = 8  # features of a word beside a trigger
MARKS: Final = 3  # any rule, an actor's head, a time or a place


def hints_for(types: int) -> int:
    """How many hints a word has: what the rules propose, three marks, and which types the lexicon knows its lemma as at all."""
    return 2 * types + MARKS


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """`model.json`: what the model's numbers mean."""

    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]  # type and mode
    statuses: tuple[str, ...]
    roles: tuple[str, ...]
    upos: tuple[str, ...]  # the last stands for all others
    relations: tuple[str, ...]  # without subtypes; the last stands for all others


@dataclass(frozen=True, slots=True)
class Inputs:
    """A sentence as the model reads it, beside the vectors of its words."""

    upos: NDArray[np.int64]  # (words,)
    relations: NDArray[np.int64]  # (words,)
    hints: NDArray[np.float32]  # (words, `hints_for(types)`)


def inputs(clauses: Clauses, cast: Cast, found: Sequence[Match], lexicon: Lexicon, labels: Labels) -> Inputs:
    """The inputs of a sentence in which the rules found some matches."""
    reading, sentence = clauses.reading, clauses.reading.index
    types = len(labels.types)
    hints = np.zeros((len(reading.forms), hints_for(types)), dtype=np.float32)
    for match in found:
        if match.sense.type in labels.types:
            hints[match.word, [labels.types.index(match.sense.type), types]] = 1
    for actor in cast.actors(sentence):
        hints[actor.head, types + 1] = 1
    for one in (*cast.times(sentence), *cast.places(sentence)):
        hints[one.first : one.last, types + 2] = 1
    places = {name: types + MARKS + place for place, name in enumerate(labels.types)}
    for word, lemma in enumerate(reading.lemmas):
        known = lexicon.types(lemma.lower(), reading.upos[word])
        if known:
            hints[word, [places[name] for name in known if name in places]] = 1
    return Inputs(
        upos=_numbers(reading.upos, labels.upos),
        relations=_numbers([relation.split(":")[0] for relation in reading.relations], labels.relations),
        hints=hints,
    )


def _numbers(values: Sequence[str], known: Sequence[str]) -> NDArray[np.int64]:
    places = {name: place for place, name in enumerate(known)}
    return np.array([places.get(value, len(known) - 1) for value in values], dtype=np.int64)


def beside(clauses: Clauses, cast: Cast, trigger: int, match: Match | None) -> NDArray[np.float32]:
    """(words, BESIDE): how each word stands to a trigger in the tree, whom the rules take for actor and recipient, and who acts at all."""
    heads = np.asarray(clauses.reading.heads)
    words = np.arange(len(heads))
    own = words == trigger
    features = np.zeros((len(heads), BESIDE), dtype=np.float32)
    features[:, 0] = (heads == trigger) & ~own
    features[:, 1] = (heads[heads] == trigger) & (heads != trigger) & ~own
    features[:, 2] = (words == heads[trigger]) & ~own
    features[:, 3] = own
    if match is not None:
        features[list(match.actors), 4] = 1
        features[list(match.recipients), 5] = 1
    features[:, 6] = words < trigger
    features[[actor.head for actor in cast.actors(clauses.reading.index)], 7] = 1
    return features
