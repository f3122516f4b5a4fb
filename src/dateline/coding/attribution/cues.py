"""The cues: words that say on whose word something is told, as a table, with what they take as content."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast, get_args

from dateline.coding.attribution.attribution import Strength
from dateline.errors import UsageError

Pos = Literal["verb", "noun", "adj", "adv"]
COLUMNS: Final = ("cue", "pos", "strength", "contents")
SHIPPED: Final = Path(__file__).with_name("cues.csv")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row: a word, with its particle, and the places that its content may stand in.

    `contents` are `that` (a clause or a quotation), `to` (an infinitive, or what the preposition holds), `obj`, `label` (an object with
    what it is called), `host` (only the clause that it is set into: `as he put it`), `clause` (of adverbs), and prepositions.
    """

    lemma: str
    particle: str
    strength: Strength
    contents: frozenset[str]

    @property
    def words(self) -> str:
        """The cue as the table has it."""
        return f"{self.lemma} {self.particle}".rstrip()


Cues = dict[tuple[str, Pos], tuple[Cue, ...]]


@cache
def cues() -> Cues:
    """The cues that ship."""
    return load(SHIPPED)


def load(file: Path) -> Cues:
    """The cues of a table by lemma and part of speech, those with a particle first. UsageError names the line of what is wrong."""
    found: dict[tuple[str, Pos], list[Cue]] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            wrong = tuple(row) != COLUMNS or row["pos"] not in get_args(Pos) or row["strength"] not in get_args(Strength)
            if wrong or not row["cue"] or not row["contents"]:
                raise UsageError(f"{file} line {number}: need {', '.join(COLUMNS)} with a known pos and strength, found {row}")
            lemma, _, particle = row["cue"].partition(" ")
            one = Cue(lemma, particle, cast(Strength, row["strength"]), frozenset(row["contents"].split()))
            found.setdefault((lemma, cast(Pos, row["pos"])), []).append(one)
    return {key: tuple(sorted(listed, key=lambda one: -len(one.particle))) for key, listed in found.items()}
