"""A sentence's words as columns: what the finders of mentions look at, taken from the records once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.records.sentence import Entity, Sentence

NO_ENTITY = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """One analysed sentence; all columns have one entry a word.

    `entity` is the index in `entities` of the name that a word is in, or -1.
    """

    index: int
    sentence: Sentence
    forms: Sequence[str]
    lowered: Sequence[str]
    upos: Sequence[str]
    lemmas: Sequence[str]
    features: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    entity: Sequence[int]

    @property
    def entities(self) -> Sequence[Entity]:
        """The names in the sentence."""
        return self.sentence.entities

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The code points of the words [first, last)."""
        return self.sentence.words[first].start, self.sentence.words[last - 1].end

    def words(self, first: int, last: int) -> str:
        """The words [first, last), parted as in the text."""
        held = self.sentence.words
        pieces = [self.forms[first]]
        for at in range(first + 1, last):
            pieces += ["" if held[at - 1].end == held[at].start else " ", self.forms[at]]
        return "".join(pieces)

    def joined(self, at: int) -> bool:
        """Whether word `at` follows the word before it without a space."""
        return at > 0 and self.sentence.words[at - 1].end == self.sentence.words[at].start


def readings(text: str, sentences: Sequence[Sentence]) -> Iterator[Reading]:
    """The sentences that were analysed, each with its index among all."""
    for index, sentence in enumerate(sentences):
        if sentence.analysed and sentence.words:
            yield _reading(index, sentence, text)


def _reading(index: int, sentence: Sentence, text: str) -> Reading:
    words = sentence.words
    forms = [text[word.start : word.end] for word in words]
    entity = [NO_ENTITY] * len(words)
    for number, name in enumerate(sentence.entities):
        entity[name.first : name.last] = [number] * (name.last - name.first)
    return Reading(
        index=index,
        sentence=sentence,
        forms=forms,
        lowered=[form.lower() for form in forms],
        upos=[word.upos or "X" for word in words],
        lemmas=[word.lemma or form.lower() for word, form in zip(words, forms, strict=True)],
        features=[word.features for word in words],
        heads=[at if word.head is None else word.head for at, word in enumerate(words)],
        relations=[word.relation or "dep" for word in words],
        entity=entity,
    )
