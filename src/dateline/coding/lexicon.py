"""The trigger lexicon: which words make which event, with who stands where and what must or must not be there."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal, cast

from dateline.errors import UsageError
from dateline.ontology import Ontology, plover

Pos = Literal["verb", "noun", "adj"]
COLUMNS: Final = ("trigger", "pos", "mode", "actor", "recipient", "needs", "unless", "example")
_POS: Final = frozenset({"verb", "noun", "adj"})
POS_OF: Final[Mapping[str, Pos]] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "PROPN": "noun"}
SHIPPED: Final = Path(str(files("dateline.coding"))) / "triggers"
_CLASSES: Final = "classes.csv"
_LONGEST_CELL: Final = 100_000  # characters
BY_CODE: Final = frozenset({"@actor", "@state", "@place"})  # classes that mentions decide, not words
_OUR: Final = "ise", "isation", "our", "yse"
_THEIR: Final = "ize", "ization", "or", "yze"


@dataclass(frozen=True, slots=True)
class Condition:
    """What stands in a place (`obj`, `subj`, a preposition, `mod`, `comp` …) must be one of `words`; none given: anything must be there."""

    place: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """One row: `lemma` with its `particle` is an event of `type` where all of `needs` and none of `unless` hold."""

    lemma: str
    particle: str
    pos: Pos
    type: str
    modes: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    example: str
    at: str  # file and line, for explanations

    @property
    def trigger(self) -> str:
        """The words as the file has them."""
        return f"{self.lemma} {self.particle}".rstrip()


class Lexicon:
    """Senses by lemma and part of speech, those that ask for more first."""

    def __init__(self, senses: Iterable[Sense]) -> None:
        self._senses: dict[tuple[str, Pos], list[Sense]] = {}
        for sense in senses:
            for lemma in _spellings(sense.lemma):
                self._senses.setdefault((lemma, sense.pos), []).append(sense)
        for listed in self._senses.values():
            listed.sort(key=lambda sense: (-bool(sense.particle), -len(sense.needs)))
        self._types = {key: frozenset(sense.type for sense in listed) for key, listed in self._senses.items()}

    def __len__(self) -> int:
        return len({id(sense) for listed in self._senses.values() for sense in listed})

    def __iter__(self) -> Iterator[Sense]:
        return iter({id(sense): sense for listed in self._senses.values() for sense in listed}.values())

    def types(self, lemma: str, upos: str) -> frozenset[str]:
        """The types that a word may have, whatever stands around it; `upos` is its tag in Universal Dependencies."""
        return self._types.get((lemma, POS_OF.get(upos, "noun")), frozenset())

    def senses(self, lemma: str, pos: Pos) -> tuple[Sense, ...]:
        """The senses of a word, the most particular first."""
        return tuple(self._senses.get((lemma, pos), ()))


def _spellings(lemma: str) -> set[str]:
    """The lemma as it stands and as American English has it."""
    found = {lemma}
    for our, their in zip(_OUR, _THEIR, strict=True):
        if lemma.endswith(our) and len(lemma) > len(our) + 1:
            found.add(lemma[: -len(our)] + their)
    return found


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships, for PLOVER."""
    return Lexicon(load(SHIPPED, plover()))


def load(folder: Path, ontology: Ontology) -> list[Sense]:
    """The senses of a folder: `TYPE.csv` for each type, `classes.csv` for classes of words. UsageError names the line of what is wrong."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))  # the module's own global, which readers of pages may have lowered
    classes = _classes(folder / _CLASSES)
    found = []
    for name in ontology.types:
        file = folder / f"{name}.csv"
        if file.is_file():
            found += list(_senses(file, name, ontology, classes))
    if not found:
        raise UsageError(f"need a file such as {next(iter(ontology.types))}.csv in {folder}, found none")
    return found


def _classes(file: Path) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found.setdefault(f"@{row['class'].lstrip('@')}", set()).update(row["words"].split())
    return {name: frozenset(words) for name, words in found.items()}


def _senses(file: Path, type_: str, ontology: Ontology, classes: Mapping[str, frozenset[str]]) -> Iterator[Sense]:
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            at = f"{file.name}:{number}"
            modes = tuple((row["mode"] or "").split())
            unknown = [mode for mode in modes if mode not in ontology.types[type_].modes]
            if row["pos"] not in _POS or not row["trigger"] or unknown or None in row.values():
                raise UsageError(f"{file} line {number}: need a trigger, a part of speech and modes of {type_}, found {row}")
            lemma, _, particle = row["trigger"].strip().partition(" ")
            yield Sense(
                lemma=lemma,
                particle=particle,
                pos=cast(Pos, row["pos"]),
                type=type_,
                modes=modes,
                actor=tuple(row["actor"].split()),
                recipient=tuple(row["recipient"].split()),
                needs=tuple(_conditions(row["needs"], classes, at)),
                unless=tuple(_conditions(row["unless"], classes, at)),
                example=row["example"] or "",
                at=at,
            )


def _conditions(cell: str, classes: Mapping[str, frozenset[str]], at: str) -> Iterator[Condition]:
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        place, _, listed = part.partition("=")
        words: set[str] = set()
        for word in filter(None, listed.split("|")):
            if word.startswith("@") and word not in classes and word not in BY_CODE:
                raise UsageError(f"{at}: need a class of {_CLASSES}, found {word}")
            words |= classes.get(word, frozenset()) | ({word} if word in BY_CODE or not word.startswith("@") else set())
        yield Condition(place.strip(), frozenset(words))
