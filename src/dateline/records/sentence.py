"""A sentence as the language engine reads it: words with their grammar, and the names in it."""

from typing import Literal

from dateline.records.base import Record

EntityKind = Literal["PERSON", "ORG", "LOC", "MISC"]


class Word(Record, frozen=True, kw_only=True):
    """A word in the sense of Universal Dependencies, so `don't` is two; `start` and `end` are code points of `Article.text`.

    `upos`, `lemma`, `head` and `relation` are None where the sentence was not analysed. `head` is the index of the governing word within
    the sentence, and the word's own index for the root. `features` is as in CoNLL-U, sorted, `Number=Sing|Person=3`, and "" where there
    are none.
    """

    start: int
    end: int
    upos: str | None = None
    features: str = ""
    lemma: str | None = None
    head: int | None = None
    relation: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """A name: the half-open range of words [`first`, `last`) that it covers, and the same range in code points."""

    start: int
    end: int
    first: int
    last: int
    kind: EntityKind


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence `[start, end)` of `Article.text`, without the white space around it. Sentences never overlap and come in order.

    `analysed` is False where the caller asked for other sentences only: then the words have spans and nothing else.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    entities: tuple[Entity, ...] = ()
    analysed: bool = True

    def root(self) -> int | None:
        """The index of the word that heads the sentence; None where it was not analysed."""
        return next((index for index, word in enumerate(self.words) if word.head == index), None)

    def children(self, head: int) -> tuple[int, ...]:
        """The indices of the words that depend on `head`, in order of the text."""
        return tuple(index for index, word in enumerate(self.words) if word.head == head and index != head)
