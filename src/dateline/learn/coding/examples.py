"""Marked sentences → what the network is trained on: their words as the coder would see them, and what is right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.features import Inputs, Labels, beside, inputs
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match, matches
from dateline.learn.coding.marks import Marked, MarkedClaim
from dateline.records import Article, Published, Span
from dateline.records.reading import Reading, readings
from dateline.run.mentions import Reader

UNSTATED: Final = -1


@dataclass(frozen=True, slots=True)
class Answer:
    """What is right for one trigger; arrays are over words."""

    word: int
    type: int
    modes: tuple[int, ...]
    status: int  # UNSTATED where the marks do not say
    fillers: NDArray[np.bool_]  # (words, roles)
    beside: NDArray[np.float32]  # (words, BESIDE), as the rules see it
    alone: NDArray[np.float32]  # the same, with nothing from the rules


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its answers; where not `whole`, only the triggers in `answers` are known, all other words may tell events too."""

    text: str
    at: str
    whole: bool
    vectors: NDArray[np.float16]
    inputs: Inputs
    answers: tuple[Answer, ...]
    doubtful: tuple[int, ...]
    proposed: tuple[tuple[int, int], ...]  # word and type of each match of the rules, for the ablation


def examples(sentences: Iterable[Marked], *, read: Reader, lexicon: Lexicon, labels: Labels) -> Iterator[Example]:
    """One example for each sentence that the language engine finds in a marked one; its claims are those whose trigger is in it."""
    for one in sentences:
        article = Article(
            id="", path="", text=one.text, body=Span(start=0, end=len(one.text)), published=Published(), language="en"
        )  # fmt: skip
        read_as, mentions, vectors = read.with_vectors(article)
        cast = Cast(mentions)
        for reading in readings(one.text, read_as):
            clauses = Clauses(reading)
            found = list(matches(clauses, cast, lexicon))
            answers = tuple(answer for claim in one.claims for answer in _answer(claim, clauses, cast, found, labels, whole=one.whole))
            if one.whole or answers:
                yield Example(
                    one.text,
                    one.at,
                    one.whole,
                    vectors[reading.index].astype(np.float16),
                    inputs(clauses, cast, found, labels),
                    answers,
                    tuple(at for at in (head(reading, span) for span in one.doubtful) if at is not None),
                    tuple((match.word, labels.types.index(match.sense.type)) for match in found),
                )


def _answer(
    claim: MarkedClaim, clauses: Clauses, cast: Cast, found: list[Match], labels: Labels, *, whole: bool
) -> Iterator[Answer]:
    word = head(clauses.reading, claim.trigger)
    if word is None:
        return
    match = next((one for one in found if one.word == word), None)
    fillers = np.zeros((len(clauses.reading.forms), len(labels.roles)), dtype=np.bool_)
    for name, spans in claim.roles.items():
        for filler in (head(clauses.reading, span) for span in spans):
            if filler is not None:
                fillers[filler, labels.roles.index(name)] = True
    yield Answer(
        word=word,
        type=labels.types.index(claim.type),
        modes=tuple(labels.modes.index((claim.type, mode)) for mode in claim.modes),
        status=labels.statuses.index(claim.status) if whole else UNSTATED,
        fillers=fillers,
        beside=beside(clauses, cast, word, match),
        alone=beside(clauses, cast, word, None),
    )


def head(reading: Reading, span: Span) -> int | None:
    """The word of a span that the others in it hang from; None where the span is outside the sentence."""
    words = reading.sentence.words
    inside = [at for at, word in enumerate(words) if word.start < span.end and word.end > span.start]
    return next((at for at in inside if reading.heads[at] not in inside or reading.heads[at] == at), inside[0] if inside else None)
