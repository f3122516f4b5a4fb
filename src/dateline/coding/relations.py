"""Standing relations told as facts: who supplies, is allied with, is a member of, controls or leads whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.records import Party, Relation

_NOUNS: Final = {
    "supplies": frozenset("supplier provider donor backer patron financier sponsor".split()),
    "allied-with": frozenset("ally partner friend".split()),
    "member-of": frozenset("member signatory".split()),
}  # nouns for who leads or controls name an office, which mentions hold
_VERBS: Final = {
    "supply": "supplies", "arm": "supplies", "control": "controls", "own": "controls", "rule": "controls", "lead": "leads",
    "head": "leads", "command": "leads", "belong": "member-of",
}  # fmt: skip
_BEHIND: Final = ("of", "to", "for", "with", "in")
_OWNED: Final = frozenset({"state-owned", "state-run", "government-owned", "state-controlled", "government-run"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """A word that tells a relation of a kind."""

    word: int
    kind: str


def relations(clauses: Clauses, cast: Cast) -> Iterator[Relation]:
    """The relations of a sentence, in the order of the words that tell them."""
    reading = clauses.reading
    for word, lemma in enumerate(reading.lemmas):
        if reading.upos[word] == "NOUN":
            yield from _by_noun(clauses, cast, word, lemma)
        elif reading.upos[word] == "VERB" and lemma in _VERBS and "Tense=Pres" in reading.features[word]:
            held = clauses.done_to(word) or clauses.held(word, "to")
            yield from _told(clauses, cast, _Telling(word, _VERBS[lemma]), clauses.doers(word), held)


def _by_noun(clauses: Clauses, cast: Cast, word: int, lemma: str) -> Iterator[Relation]:
    kind = next((kind for kind, nouns in _NOUNS.items() if lemma.lower() in nouns), None)
    reading = clauses.reading
    if kind is not None and not _new(clauses, word):
        yield from _told(clauses, cast, _Telling(word, kind), _holders(clauses, word), _behind(clauses, word))
    owned = [child for child in clauses.children(word, "amod") if reading.lowered[child] in _OWNED or _spelt(clauses, child) in _OWNED]
    if owned and reading.relations[word] == "appos":
        owners = list(clauses.children(word, "nmod:poss"))
        yield from _told(clauses, cast, _Telling(word, "controls"), owners, [reading.heads[word]])


def _behind(clauses: Clauses, word: int) -> list[int]:
    """To whom the relation is: `supplier to X`, `X's ally`, `X counts Y as a member`; of joined nouns both, as `its` may be the first's."""
    reading = clauses.reading
    behind = clauses.held(word, *_BEHIND) or list(clauses.children(word, "nmod:poss", "compound"))
    if reading.relations[word] == "conj":
        behind = [*behind, *clauses.held(reading.heads[word], *_BEHIND)]
    verb = reading.heads[word]
    return behind or (clauses.subjects(verb) if _counted(clauses, word) else [])


def _counted(clauses: Clauses, word: int) -> bool:
    """Whether the noun is what someone is counted as: `includes Y as a member`."""
    return clauses.case(word) == "as" and clauses.reading.lemmas[clauses.reading.heads[word]] in {"include", "count"}


def _spelt(clauses: Clauses, word: int) -> str:
    return max(clauses.names(word), key=len)


def _new(clauses: Clauses, word: int) -> bool:
    """Whether the relation is only to come, or denied."""
    auxiliaries = {clauses.reading.lowered[child] for child in clauses.children(word, "aux")}
    negated = any(clauses.reading.lowered[child] in {"not", "n't", "no", "never"} for child in clauses.children(word, "advmod", "det"))
    return negated or bool(auxiliaries & {"will", "would", "may", "might", "could", "should"})


def _holders(clauses: Clauses, word: int) -> list[int]:
    """Of whom a noun is said: `X is a supplier`, `X is one of the suppliers`, `X is among its allies`, `X, an ally`, `X as a member`."""
    reading = clauses.reading
    for one in (word, *clauses.above(word)):
        if any(True for _ in clauses.children(one, "cop")):
            return clauses.subjects(one)
        if reading.relations[one] == "appos":
            return [reading.heads[one]]
        if reading.relations[one] == "conj" and reading.relations[reading.heads[one]] == "appos":
            return [reading.heads[reading.heads[one]]]
        if reading.relations[one] == "conj" and any(True for _ in clauses.children(reading.heads[one], "cop")):
            return clauses.subjects(reading.heads[one])
        if reading.upos[one] in {"VERB", "AUX"}:
            return clauses.done_to(one) if _counted(clauses, word) else []
    return []


def _told(clauses: Clauses, cast: Cast, telling: _Telling, holders: list[int], held: list[int]) -> Iterator[Relation]:
    sentence = clauses.reading.index
    subjects = [role.party for role in cast.roles(sentence, holders, places=True)]
    objects = [role.party for role in cast.roles(sentence, held, places=True)]
    start, end = _span(clauses, telling.word)
    for subject in subjects:
        for other in objects:
            if _name(subject) != _name(other):
                yield Relation(start=start, end=end, kind=telling.kind, subject=_name(subject), object=_name(other))


def _span(clauses: Clauses, word: int) -> tuple[int, int]:
    inside = [child for child in clauses.children(word, "amod", "compound", "det", "nmod:poss") if child < word]
    return clauses.reading.span(min([word, *inside]), word + 1)


def _name(party: Party) -> str:
    return party.name or party.text
