"""Marked sentences → what models of claims are trained on: their words as the coder would see them, and what is right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.features import Inputs, Labels, beside, inputs
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match, matches
from dateline.coding.places import LIGHT
from dateline.learn.coding.marks import Marked, MarkedClaim
from dateline.records import Article, Mentions, Published, Sentence, Span, WordVectors
from dateline.records.reading import Reading, readings

UNSTATED: Final = -1
Read = Callable[[Article], tuple[Sequence[Sentence], Mentions, WordVectors]]
"""An article → its sentences, what they mention, and the vectors of their words."""
_REPORTS: Final = frozenset({"say", "tell"})  # a mark on these stands for what is said, which the sentence tells elsewhere


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
    proposed: tuple[tuple[int, int], ...]  # word and type of each match of the rules, for comparison
    parse: tuple[tuple[str, ...], ...]  # by word, what a linear model over parses is told, for comparison


def examples(sentences: Iterable[Marked], *, read: Read, lexicon: Lexicon, labels: Labels) -> Iterator[Example]:
    """One example for each sentence that the language engine finds in a marked one; its claims are those whose trigger is in it."""
    for one in sentences:
        article = Article(id="", path="", text=one.text, body=Span(start=0, end=len(one.text)), published=Published(), language="en")
        read_as, mentions, vectors = read(article)
        cast = Cast(mentions)
        for reading in readings(one.text, read_as):
            clauses = Clauses(reading)
            found = list(matches(clauses, cast, lexicon))
            scene = _Scene(clauses, cast, found, labels, one.whole)
            triggers = {claim.trigger.start: scene.trigger(claim) for claim in one.claims}
            answers = [scene.answer(claim, word) for claim in one.claims if (word := triggers[claim.trigger.start]) is not None]
            loose = [word for word in (head(reading, span) for span in one.doubtful) if word is not None]
            reports = {answer.word for answer in answers if reading.lemmas[answer.word] in _REPORTS}
            kept = tuple(answer for answer in answers if answer.word not in reports)
            if one.whole or kept:
                yield Example(
                    text=one.text,
                    at=one.at,
                    whole=one.whole,
                    vectors=vectors[reading.index].astype(np.float16),
                    inputs=inputs(clauses, cast, found, lexicon, labels),
                    answers=kept,
                    doubtful=(*loose, *reports),
                    proposed=tuple((match.word, labels.types.index(match.sense.type)) for match in found),
                    parse=tuple(_parse(clauses, word, found) for word in range(len(reading.forms))),
                )


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence in which claims are looked up."""

    clauses: Clauses
    cast: Cast
    found: list[Match]
    labels: Labels
    whole: bool

    def trigger(self, claim: MarkedClaim) -> int | None:
        """The word of a claim's trigger; of a light verb the noun behind it, where the rules know that as an event."""
        word = head(self.clauses.reading, claim.trigger)
        if word is None or self.clauses.reading.lemmas[word] not in LIGHT or self.clauses.reading.upos[word] != "VERB":
            return word
        known = {match.word for match in self.found}
        return next((noun for noun in self.clauses.children(word, "obj", "nsubj:pass") if noun in known), word)

    def answer(self, claim: MarkedClaim, word: int) -> Answer:
        """What is right for a trigger."""
        match = next((one for one in self.found if one.word == word), None)
        fillers = np.zeros((len(self.clauses.reading.forms), len(self.labels.roles)), dtype=np.bool_)
        for name, spans in claim.roles.items():
            held = [filler for filler in (head(self.clauses.reading, span) for span in spans) if filler is not None]
            fillers[held, self.labels.roles.index(name)] = True
        return Answer(
            word=word,
            type=self.labels.types.index(claim.type),
            modes=tuple(self.labels.modes.index((claim.type, mode)) for mode in claim.modes),
            status=self.labels.statuses.index(claim.status) if self.whole else UNSTATED,
            fillers=fillers,
            beside=beside(self.clauses, self.cast, word, match),
            alone=beside(self.clauses, self.cast, word, None),
        )


def _parse(clauses: Clauses, word: int, found: Sequence[Match]) -> tuple[str, ...]:
    """Lemma, tag, relation, rows of the lexicon, governor and dependents of a word."""
    reading = clauses.reading
    lemma, upos = reading.lemmas[word].lower(), reading.upos[word]
    told = [f"row {match.sense.type} {match.sense.pos}" for match in found if match.word == word]
    held = [f"{reading.relations[child]} {reading.lemmas[child].lower()}" for child in clauses.children(word)]
    bare = [f"has {reading.relations[child]}" for child in clauses.children(word)]
    above = f"under {reading.relations[word]} {reading.lemmas[reading.heads[word]].lower()}"
    pairs = [f"{lemma} {one}" for one in (*told, *held)]
    return (lemma, f"{lemma} {upos}", upos, f"{upos} {reading.relations[word]}", above, *told, *held, *bare, *pairs)


def head(reading: Reading, span: Span) -> int | None:
    """The word of a span that the others in it hang from; None where the span is outside the sentence."""
    words = reading.sentence.words
    inside = [at for at, word in enumerate(words) if word.start < span.end and word.end > span.start]
    return next((at for at in inside if reading.heads[at] not in inside or reading.heads[at] == at), inside[0] if inside else None)
