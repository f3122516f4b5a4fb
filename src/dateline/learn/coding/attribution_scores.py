"""How well sources, cues and contents of attributions are found, counted by overlap, on texts in the layout of PolNeAR."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from dateline.coding.attribution import attributions, outermost
from dateline.coding.attribution.quotations import quotations
from dateline.knowledge.library import Knowledge
from dateline.language import Engine
from dateline.learn.coding.polnear import ROLES, Annotated, Fragments, Role, annotated
from dateline.mentions.read import mentions
from dateline.records import Article, Published, Span

_CONTEXT: Final = 60  # code points shown around a span


@dataclass(frozen=True, slots=True)
class Count:
    """How many spans of a role were `given`, how many there are (`gold`), and how many of both meet, one to one."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.given + other.given, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / (self.given or 1)

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.right / (self.gold or 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / ((self.given + self.gold) or 1)


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """Counts by role, over outermost attributions; `misses` are for people."""

    counts: Mapping[Role, Count]
    texts: int
    misses: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """F1 by role, then what it is made of, then one miss or false alarm a line."""
        return [
            *(f"{role} F1 {self.counts[role].f1:.3f}" for role in ROLES),
            *(f"{role} precision {count.precision:.3f} recall {count.recall:.3f} gold {count.gold}" for role, count in self._listed()),
            f"texts {self.texts}",
            *self.misses,
        ]

    def _listed(self) -> Iterator[tuple[Role, Count]]:
        return ((role, self.counts[role]) for role in ROLES)


def evaluate(directory: Path, engine: Engine, knowledge: Knowledge, *, errors: bool = False, limit: int | None = None) -> AttributionScores:
    """Scores over the texts of a folder, the first `limit` of them; with `errors` also every span that was missed or made up."""
    counts = dict.fromkeys(ROLES, Count())
    misses: list[str] = []
    texts = 0
    for one in islice(annotated(directory), limit):
        given = answers(one.text, engine, knowledge)
        texts += 1
        for role in ROLES:
            pairs = paired(given[role], one.spans[role])
            counts[role] += Count(len(pairs), len(given[role]), len(one.spans[role]))
            if errors:
                misses += _misses(one, role, given[role], pairs)
    return AttributionScores(counts, texts, tuple(misses))


def answers(text: str, engine: Engine, knowledge: Knowledge) -> dict[Role, frozenset[Fragments]]:
    """The spans that we find: those of attributions that stand in no other's content and in no quotation, as the corpus marks them."""
    article = Article(id="", path="", text=text, body=Span(start=0, end=max(len(text), 1)), published=Published(), language="en")
    sentences = engine(text)
    found = outermost(attributions(article, sentences, mentions(article, sentences, knowledge)))
    quoted = quotations(text)
    outside = [one for one in found if not any(cue.overlaps(span) for cue in one.cues[:1] for span in quoted)]
    return {
        "source": frozenset(_spans([one.source] if one.source else [] for one in outside)),
        "cue": frozenset(_spans(one.cues for one in outside)),
        "content": frozenset(_spans(one.contents for one in outside)),
    }


def _spans(listed: Iterable[Sequence[Span]]) -> Iterator[Fragments]:
    return (tuple((span.start, span.end) for span in spans) for spans in listed if spans)


def paired(given: Iterable[Fragments], gold: Iterable[Fragments]) -> dict[Fragments, Fragments]:
    """Gold spans by the given span that meets each, one to one; pairs that share most are made first."""
    wanted = sorted(gold)
    shared = [(-common, one, other) for one in given for other in wanted if (common := _shared(one, other))]
    pairs: dict[Fragments, Fragments] = {}
    taken: set[Fragments] = set()
    for _, one, other in sorted(shared):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _shared(one: Fragments, other: Fragments) -> int:
    """Code points in both."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def _misses(one: Annotated, role: Role, given: Iterable[Fragments], pairs: Mapping[Fragments, Fragments]) -> Iterator[str]:
    found = set(pairs.values())
    wrong = [("missed", span) for span in one.spans[role] - found] + [("made up", span) for span in given if span not in pairs]
    for what, span in sorted(wrong, key=lambda pair: pair[1]):
        before, after = one.text[max(span[0][0] - _CONTEXT, 0) : span[0][0]], one.text[span[-1][1] : span[-1][1] + _CONTEXT]
        told = " … ".join(one.text[start:end] for start, end in span)
        yield f"  {what} {role}: {before}[{told}]{after}".replace("\n", " ")
