"""Who and what stands around a trigger: subjects through passives, relatives, control and conjunction; objects; what prepositions hold.

All positions are indices of words of one sentence. Relations are those of Universal Dependencies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.records.reading import Reading

_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
_CLAUSES: Final = frozenset({"acl:relcl", "acl"})
_CONTROLLED: Final = frozenset({"xcomp", "advcl"})
# Verbs whose object, not subject, does what follows: `ordered the army to withdraw`.
_BY_OBJECT: Final = frozenset(
    "ask urge order tell force press persuade allow let help enable beg implore exhort instruct command require compel warn advise "
    "encourage lobby invite forbid permit cause make call".split()
)
_GROUPS: Final = frozenset({"those", "that", "one", "group", "nation", "country", "state", "member", "party"})
_ALONG: Final = frozenset({"along", "including", "like", "such"})
_PARTS: Final = frozenset(
    "some most all many several few dozen hundred thousand score number group handful part majority half third quarter pair couple "
    "series string wave lot bulk rest remnant member one two three".split()
)
_DEPTH: Final = 6  # clauses that are climbed: deeper ones are misparsed more often than not


def _mended(reading: Reading) -> Reading:
    """The reading without two faults of trees: a second root is a clause set beside, and an adverbial clause belongs to the verb before it.

    In `she said after thanking him, the agency reported` the thanking is hers, not the agency's.
    """
    relations = [
        "parataxis" if relation == "root" and reading.heads[word] != word else relation for word, relation in enumerate(reading.relations)
    ]
    heads = list(reading.heads)
    for word, head in enumerate(heads):
        first = next((at for at in range(word, -1, -1) if heads[at] == word and relations[at] == "mark"), word)
        stray = relations[word] == "advcl" and head > word and first > 0 and "Fin" in reading.features[first - 1]
        if stray and reading.upos[first - 1] == "VERB" and not _holds(heads, word, first - 1):
            heads[word] = first - 1
    return replace(reading, heads=heads, relations=relations)


def _holds(heads: Sequence[int], above: int, word: int) -> bool:
    """Whether `word` hangs below `above`."""
    for _ in heads:
        if word == above:
            return True
        word = heads[word]
    return False


class Clauses:
    """One sentence's relations, asked for by place."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading = _mended(reading)
        self._children: list[list[int]] = [[] for _ in reading.forms]
        for word, head in enumerate(reading.heads):
            if head != word:
                self._children[head].append(word)

    def children(self, word: int, *relations: str) -> Iterator[int]:
        """The words that depend on `word` in one of `relations`, subtypes apart (`nsubj` is not `nsubj:pass`); all where none is named."""
        return (child for child in self._children[word] if not relations or self.reading.relations[child] in relations)

    def case(self, word: int) -> str | None:
        """The preposition of a noun, its fixed parts joined: `because of`."""
        for child in self.children(word, "case", "mark"):
            fixed = [self.reading.lowered[part] for part in self.children(child, "fixed")]
            return " ".join([self.reading.lowered[child], *fixed])
        return None

    def passive(self, verb: int) -> bool:
        """Whether the verb's subject is what is done to: by its relations, or as a participle behind a noun."""
        if any(True for _ in self.children(verb, "nsubj:pass", "aux:pass")):
            return True
        participle = "VerbForm=Part" in self.reading.features[verb] and "Tense=Past" in self.reading.features[verb]
        if participle and self.reading.relations[verb] in {"acl", "amod"}:
            return True
        head = self.reading.heads[verb]
        return self.reading.relations[verb] == "conj" and head != verb and participle and self.passive(head) and not self._own_subject(verb)

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """What stands as grammatical subject, each part of a coordination by itself."""
        if depth > _DEPTH:
            return []
        own = self._own_subject(verb)
        if own:
            return [part for word in own for part in self._meant(self._antecedent(word, verb), depth)]
        return self._inherited(verb, depth)

    def _inherited(self, verb: int, depth: int) -> list[int]:
        """The subjects that a clause without its own has from the one above it."""
        head, relation = self.reading.heads[verb], self.reading.relations[verb]
        if head == verb:
            return []
        if relation in _CLAUSES:
            return self._meant(head, depth)
        if relation == "conj":
            return self.subjects(head, depth + 1)
        if relation in _CONTROLLED and self.reading.upos[head] in {"VERB", "ADJ", "NOUN", "AUX"}:
            return self._controller(head, depth)
        return []

    def _own_subject(self, verb: int) -> list[int]:
        return list(self.children(verb, "nsubj", "nsubj:pass", "nsubj:outer"))

    def _controller(self, head: int, depth: int) -> list[int]:
        told = list(self.children(head, "obj", "iobj")) if self.reading.lemmas[head] in _BY_OBJECT else []
        if told and not self.passive(head):
            return self.coordinated(told[0])
        return self.subjects(head, depth + 1)

    def _antecedent(self, word: int, verb: int) -> int:
        """What a relative pronoun stands for."""
        clause = verb
        while self.reading.relations[clause] not in _CLAUSES and self.reading.heads[clause] != clause:
            clause = self.reading.heads[clause]
        relative = self.reading.upos[word] in {"PRON", "SCONJ"} and self.reading.lowered[word] in _RELATIVE
        return self.reading.heads[clause] if relative and self.reading.relations[clause] in _CLAUSES else word

    def _meant(self, word: int, depth: int) -> list[int]:
        """A subject and what is joined to it; `among those that` is whoever is among them, and whom they are told along with."""
        if self.reading.upos[word] == "PROPN" or self.reading.lemmas[word].lower() not in _GROUPS:
            return self.coordinated(word)
        others = [part for child in self.children(word, "nmod") if self._listed(child) for part in self.coordinated(child)]
        for one in (word, *self.above(word)):
            if any(True for _ in self.children(one, "cop")) and word not in self._own_subject(one):
                return [*self.subjects(one, depth + 1), *others] or [word]
        return [word, *others]

    def _listed(self, word: int) -> bool:
        return any(self.reading.lowered[child] in _ALONG for child in self.children(word, "case"))

    def doers(self, verb: int) -> list[int]:
        """Who does it: the subject, or in the passive what `by` holds."""
        return self.held(verb, "by") if self.passive(verb) else self.subjects(verb)

    def done_to(self, verb: int) -> list[int]:
        """To whom: the object, or in the passive the subject; an object that conjoined verbs share."""
        if self.passive(verb):
            return self.subjects(verb)
        objects = [part for word in self.children(verb, "obj") for part in self.coordinated(self._antecedent(word, verb))]
        if objects:
            return objects
        if self.reading.relations[verb] == "acl:relcl" and any(
            self.reading.lowered[word] in {"whom", "that"} for word in self.children(verb)
        ):
            return [] if not self._own_subject(verb) else self.coordinated(self.reading.heads[verb])
        return []

    def held(self, word: int, *prepositions: str) -> list[int]:
        """What the prepositions hold behind `word`, each part of a coordination by itself."""
        found = []
        for child in self.children(word):
            if self.reading.relations[child].split(":")[0] in {"obl", "nmod"} and self.case(child) in prepositions:
                found += self.coordinated(child)
        return found

    def coordinated(self, word: int) -> list[int]:
        """The word and what is joined to it; for `some of its troops`, the troops as well."""
        parts = [part for part in self.held(word, "of") if part > word] if self.reading.lemmas[word].lower() in _PARTS else []
        return [word, *parts, *(part for child in self.children(word, "conj") for part in self.coordinated(child))]

    def names(self, word: int) -> frozenset[str]:
        """What a word is looked up by: its lemma, its form, and both with what a hyphen joins before it: `cease-fire`."""
        reading = self.reading
        found = {reading.lemmas[word].lower(), reading.lowered[word]}
        at, before = word, ""
        while at > 1 and reading.forms[at - 1] == "-" and reading.joined(at) and reading.joined(at - 1):
            at -= 2
            before = f"{reading.lowered[at]}-{before}"
        return frozenset(found | {before + name for name in found})

    def below(self, word: int) -> set[int]:
        """All words that depend on `word`, itself included."""
        found, waiting = set(), [word]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._children[one]
        return found

    def above(self, word: int) -> Iterator[int]:
        """The words that govern `word`, from the nearest on."""
        seen: set[int] = set()
        while self.reading.heads[word] != word and word not in seen:
            seen.add(word)
            word = self.reading.heads[word]
            yield word

    def lemmas(self, words: Sequence[int]) -> set[str]:
        """The lemmas of words, lower-cased."""
        return {self.reading.lemmas[word].lower() for word in words}
