"""The word lists of this folder, read once: numerals, qualifiers, what tells of harm or taking part, nouns for people and for things."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from dateline.records.mention import QuantityKind

_TABLES: Final = files("dateline.mentions.quantities") / "tables"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word. `kind`: digit | scale | plural (`dozens`) | vague (`several`) | none (`nobody`); `high` is None where it is open."""

    kind: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells what befell people or what they did.

    `whom` says where those counted stand: object | subject | holder (of an adjective) | of | by | itself | body (`crowd of 500`) |
    members (`consists of 20 officials`). `particle` is the word that must go with it, `up` in `round up`, or "".
    """

    kinds: tuple[QuantityKind, ...]
    whom: str
    particle: str


def _rows(name: str) -> list[dict[str, str]]:
    with (_TABLES / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _kinds(cell: str) -> tuple[QuantityKind, ...]:
    return cast("tuple[QuantityKind, ...]", tuple(cell.split("|")))


@cache
def numerals() -> dict[str, Numeral]:
    """Number words in lower case."""
    return {row["word"]: Numeral(row["kind"], int(row["low"]), int(row["high"]) if row["high"] else None) for row in _rows("numerals.csv")}


@cache
def qualifiers(side: str) -> dict[tuple[str, ...], str]:
    """Phrases, word by word, that stand `before` or `after` a number, and what they do: floor | above | ceiling | below | about."""
    return {tuple(row["phrase"].split()): row["effect"] for row in _rows("qualifiers.csv") if row["side"] == side}


@cache
def triggers() -> dict[tuple[str, str], Trigger]:
    """What (lemma, class) tells of; the classes are verb, noun and adjective."""
    return {(row["lemma"], row["class"]): Trigger(_kinds(row["kind"]), row["whom"], row["particle"]) for row in _rows("triggers.csv")}


@cache
def pairs() -> dict[tuple[str, str], Trigger]:
    """What a noun and the verb that governs it tell of together: (`life`, `lose`), (`hostage`, `take`)."""
    return {(row["noun"], row["verb"]): Trigger(_kinds(row["kind"]), row["whom"], "") for row in _rows("pairs.csv")}


@cache
def telling() -> frozenset[str]:
    """Every lemma that can open the search; a sentence without one has no quantity."""
    single = {lemma for lemma, _ in triggers()}
    return frozenset(single | {noun for noun, _ in pairs()} | {"body", "corpse", "toll", "number", "member", "strong", "man"})


@cache
def _nouns(name: str) -> frozenset[str]:
    lines = (_TABLES / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


_AGENT_ENDINGS: Final = ("man", "men", "woman", "women", "ist", "ian", "person")


def is_people(lemma: str) -> bool:
    """Whether a noun, by its lower-case lemma, names people."""
    return lemma in _nouns("people.txt") or (lemma.endswith(_AGENT_ENDINGS) and lemma not in _nouns("things.txt"))


def is_thing(lemma: str) -> bool:
    """Whether a noun names what is no person: a unit, a machine, a building, an animal, a happening."""
    return lemma in _nouns("things.txt")
