"""The table of contexts: which words, and what of a claim itself, tell in what domain an event stands."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.ontology import Ontology, plover

SHIPPED: Final = Path(str(files("dateline.coding"))) / "contexts.csv"
_WEIGHTS: Final = {"strong": 2, "weak": 1, "none": 0}
_LINKS: Final = {"claim": 4, "hint": 2}
_BESIDE: Final = frozenset({"abroad", "domestic", "both"})
_SECTOR: Final = re.compile(r"(?:actor|recipient):[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row that tell of a context. `row` is that of the table: the phrases of one row count once."""

    words: tuple[str, ...]
    context: str
    weight: int
    row: int


@dataclass(frozen=True, slots=True)
class Link:
    """What must all hold of a claim, and what that counts: its type, modes, `actor:GOV`, whether the parties share a country."""

    asked: frozenset[str]
    context: str
    points: int


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases by their first word, and links."""

    phrases: Mapping[str, Sequence[Phrase]]
    links: Sequence[Link]


@cache
def table() -> Table:
    """The table that ships, for PLOVER."""
    return load(SHIPPED, plover())


def load(file: Path, ontology: Ontology) -> Table:
    """The table of a file with the columns context, weight, phrases. UsageError names the line of what is wrong."""
    phrases: dict[str, list[Phrase]] = {}
    links: list[Link] = []
    seen: dict[tuple[str, tuple[str, ...]], int] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            context, weight = row.get("context") or "", row.get("weight") or ""
            told = [one.strip() for one in (row.get("phrases") or "").split("|")]
            if context not in ontology.contexts or weight not in _WEIGHTS | _LINKS or not all(told) or None in row:
                raise UsageError(f"{file} line {number}: need a context, one of {', '.join(_WEIGHTS | _LINKS)}, and phrases, found {row}")
            for one in told:
                if weight in _LINKS:
                    links.append(Link(_asked(one, ontology, f"{file} line {number}"), context, _LINKS[weight]))
                    continue
                words = tuple(one.replace("-", " ").replace("'s ", " 's ").split())
                if (before := seen.setdefault((context, words), number)) != number:
                    raise UsageError(f"{file} line {number}: {one!r} stands under {context} in line {before} too")
                phrases.setdefault(words[0], []).append(Phrase(words, context, _WEIGHTS[weight], number))
    return Table(phrases, links)


def _asked(cell: str, ontology: Ontology, at: str) -> frozenset[str]:
    asked = frozenset(cell.split())
    types = [ontology.types[name] for name in asked if name in ontology.types]
    modes = frozenset(mode for type_ in types for mode in type_.modes)
    if wrong := [one for one in asked - _BESIDE - ontology.types.keys() - modes if not _SECTOR.fullmatch(one)]:
        raise UsageError(f"{at}: need a type, its modes, actor:SECTOR, recipient:SECTOR, {', '.join(sorted(_BESIDE))}; found {wrong[0]!r}")
    return asked
