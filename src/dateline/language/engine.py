"""What every language engine offers, and the table of those there are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Final, Protocol

from dateline.errors import UsageError
from dateline.language.phrases import Phrases
from dateline.records import Sentence, WordVectors

Wanted = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The sentences of a text, and by sentence the vectors of its words where the engine has such."""

    sentences: tuple[Sentence, ...]
    vectors: WordVectors = field(default_factory=dict)


class Engine(Protocol):
    """Reads texts of one language: sentences, words, grammar and names."""

    def __call__(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> tuple[Sentence, ...]:
        """The sentences of `text`, in order, with their words; spans are code points of `text`.

        `wanted` is asked with each sentence's text; where it says False the sentence comes back with word spans only, and the grammar is
        not worked out. No sentence ends within a phrase of `unbroken`. The same text gives the same sentences in whatever order or
        company texts are read; which sentences are wanted may change the reading of the others a little, as they are read together.
        """
        ...

    def read(self, text: str, *, wanted: Wanted | None = None, unbroken: Phrases | None = None) -> Analysis:
        """As a call, with the vectors of words that models of coding go on from; an engine that has none gives none."""
        ...


def shipped_model(language: str = "english") -> Path:
    """The folder of the model that the package carries for a language."""
    return Path(str(files("dateline.language"))) / "models" / language


def _english(model: str) -> Engine:
    from dateline.language.english import EnglishEngine

    return EnglishEngine.load(Path(model) if model else shipped_model())


def _spacy(model: str) -> Engine:
    from dateline.language.spacy_engine import SpacyEngine

    return SpacyEngine.load(model)


ENGINES: Final[dict[str, Callable[[str], Engine]]] = {"english": _english, "spacy": _spacy}


def engine(name: str = "english") -> Engine:
    """The engine called `name`, or `name:model` with a folder or package that the engine knows what to do with.

    UsageError names the engines there are; an engine raises it as well where its model or its library is missing.
    """
    kind, _, model = name.partition(":")
    if kind not in ENGINES:
        raise UsageError(f"need a language engine out of {', '.join(sorted(ENGINES))}, got {kind!r}")
    return ENGINES[kind](model)


def texts_of(sentences: Iterable[Sequence[tuple[int, int]]], text: str) -> list[list[str]]:
    """The words of each sentence as strings."""
    return [[text[start:end] for start, end in words] for words in sentences]
