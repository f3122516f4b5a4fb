"""A sentence made ready for counting: lower-case words, children of each word, numbers."""

from dataclasses import dataclass

from dateline.mentions.quantities.numbers import Number, numbers
from dateline.records import Sentence, Word

_WIDEST = 7  # words from a number to the noun that it counts: "two other suspected Kalmarian drug smugglers"
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "VERB", "ADV", "DET", "NUM", "SYM"})


def _plain(word: str) -> str:
    """The word in lower case, without the dash that opens a list item."""
    return word.lstrip("-–—").lower() or word


@dataclass(frozen=True, slots=True)
class Reading:
    """What counting needs of a sentence; `singles` tells whether an article or a possessive may make a noun one person."""

    words: tuple[Word, ...]
    forms: list[str]
    children: list[list[int]]
    numbers: tuple[Number, ...]
    covered: dict[int, Number]
    singles: bool
    names: frozenset[int]

    @classmethod
    def of(cls, text: str, sentence: Sentence) -> "Reading":
        """The reading of an analysed sentence of `text`."""
        words = sentence.words
        forms = [_plain(text[word.start : word.end]) for word in words]
        children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head is not None and word.head != index:
                children[word.head].append(index)
        found = numbers(forms)
        covered = {index: number for number in found for index in range(number.first, number.last)}
        people = frozenset(at for entity in sentence.entities if entity.kind == "PERSON" for at in range(entity.first, entity.last))
        singles = any(form in {"a", "an", "another"} for form in forms)
        return cls(words, forms, children, found, covered, singles, people)

    def kids(self, head: int, *relations: str) -> tuple[int, ...]:
        """The children of `head` that stand in one of `relations`."""
        return tuple(kid for kid in self.children[head] if self.words[kid].relation in relations)

    def case(self, index: int) -> str | None:
        """The lemma of the preposition of a noun."""
        return next((self.words[kid].lemma for kid in self.children[index] if self.words[kid].relation == "case"), None)

    def is_quantified_by_case(self, index: int) -> bool:
        """Whether the preposition of the noun at `index` is part of its number: `close to 90 people`."""
        number = self.number_of(index)
        if number is None or any(kid < number.first for kid in self.kids(index, "case")):
            return False
        return any(self.words[at].upos == "ADP" and self.words[at].relation == "case" for at in range(number.first, number.core))

    def number_of(self, index: int) -> Number | None:
        """The number that counts the noun at `index`: before it across its modifiers, or the word itself."""
        own = self.covered.get(index)
        if own is not None:
            return None if own.modifier or self._is_label(index) else own
        at = index - 1
        while at >= 0 and index - at <= _WIDEST:
            number = self.covered.get(at)
            if number is not None and not number.modifier:
                return number if number.last == at + 1 or self.words[at].upos == "NUM" else None
            if number is not None:
                at = number.first - 1
                continue
            if self.words[at].upos not in _MODIFIERS or not self._leads_to(at, index):
                return None
            at -= 1
        return None

    def _leads_to(self, at: int, noun: int) -> bool:
        """Whether the word at `at` modifies `noun`, by way of at most three others."""
        for _ in range(4):
            head = self.words[at].head
            if head is None or head == at:
                return False
            if head == noun:
                return self.words[at].relation not in {"conj", "appos", "parataxis"}
            at = head
        return False

    def _is_label(self, index: int) -> bool:
        """Whether a bare number does not count: a day after a month, a sum of money, a percentage, an age between commas."""
        before = self.words[index - 1] if index else None
        after = self.forms[index + 1] if index + 1 < len(self.forms) else ""
        if before is None:
            return False
        dated = before.relation == "compound" and before.upos == "PROPN"
        aged = self.forms[index - 1] == after == "," and self.words[index].relation in {"appos", "nummod", "parataxis"}
        return after in {"%", "percent"} or before.upos == "SYM" or dated or aged
