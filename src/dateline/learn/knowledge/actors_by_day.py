"""Draws who was who on which day from open tables: what the look-up of actors is measured against.

`python -m dateline.learn.knowledge.actors_by_day KNOWLEDGE_FOLDER > tests/knowledge/actors_by_day.csv`

Rows are drawn from each source with a fixed seed, half of them into `dev` and half into `test` by a digest of the name, never by how
hard they are. `actors_by_day_names.csv` beside this file says, from reading the draw, how the press writes a name and which candidates
are left out. The table draws on no table of `dateline.knowledge`, so that it can measure them.
"""

import csv
import datetime as dt
import hashlib
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.knowledge.names import folded
from dateline.learn.knowledge.actor_candidate import Candidate
from dateline.learn.knowledge.actor_groups import dictionary, groups, outlets
from dateline.learn.knowledge.actor_office_holders import archive, congress, embassies, executive, factbook, holders

_SEED: Final = 1905
_HALF: Final = 150
_CENTURY: Final = dt.date(2000, 1, 1)
_SNAPSHOT: Final = dt.date(2021, 1, 1)
_MOST_OF_A_COUNTRY: Final = 9
_FIELDS: Final = ("split", "name", "day", "country", "sectors", "office", "source")

# Each stratum: its source, a test of its candidates, and how many go into each half.
_Stratum = tuple[Callable[[Path], Iterable[Candidate]], Callable[[Candidate], bool], int]
_STRATA: Final[tuple[_Stratum, ...]] = (
    (executive, lambda row: row.sector == "ELI", 3),
    (executive, lambda row: row.sector == "GOV", 3),
    (holders, lambda row: row.sector == "ELI", 9),
    (dictionary, lambda row: row.sector == "ELI", 10),
    (archive, lambda row: True, 9),
    (factbook, lambda row: row.office != "prime minister", 14),
    (factbook, lambda row: row.office == "prime minister", 16),
    (embassies, lambda row: True, 4),
    (holders, lambda row: row.sector == "GOV" and row.day < _SNAPSHOT, 13),
    (holders, lambda row: row.sector == "GOV" and row.day >= _SNAPSHOT, 9),
    (congress, lambda row: True, 11),
    (dictionary, lambda row: row.sector == "GOV" and row.office != "", 9),
    (dictionary, lambda row: row.sector == "GOV" and row.day < _CENTURY, 10),
    (dictionary, lambda row: row.sector == "GOV" and row.day >= _CENTURY, 10),
    (dictionary, lambda row: row.sector not in {"GOV", "ELI"}, 2),
    (outlets, lambda row: True, 6),
    (groups, lambda row: True, _HALF),  # what is left: some 15 a half
)


def split_of(name: str) -> str:
    """`dev` or `test`, by the name alone."""
    return "test" if hashlib.sha256(name.lower().encode()).digest()[0] % 2 else "dev"


def press_names() -> Mapping[str, str]:
    """Source name to the name in the press; empty for a candidate that is left out."""
    with (files("dateline.learn.knowledge") / "actors_by_day_names.csv").open(encoding="utf-8") as lines:
        return {row["source_name"]: row["name"] for row in csv.DictReader(lines)}


def rows(folder: Path) -> Iterator[Candidate]:
    """The candidates drawn, stratum by stratum, under their press names, no name twice and no country too often."""
    names = press_names()
    countries: Counter[str] = Counter()
    taken: set[str] = set()
    free = {"dev": _HALF, "test": _HALF}
    for source, fits, half in _STRATA:
        candidates = sorted((row for row in source(folder) if fits(row)), key=lambda row: (row.name, row.day))
        random.Random(_SEED).shuffle(candidates)  # noqa: S311
        left = {split: min(half, free[split]) for split in free}
        for candidate in candidates:
            row = candidate.named(names.get(candidate.name, candidate.name))
            split = split_of(row.name)
            if not row.name or folded(row.name) in taken or not left[split]:
                continue
            if countries[row.country] >= _MOST_OF_A_COUNTRY and row.country != "USA":
                continue
            taken.add(folded(row.name))
            countries[row.country] += 1
            left[split] -= 1
            free[split] -= 1
            yield row


def main(arguments: list[str]) -> None:
    """Writes the table to standard output."""
    (folder,) = arguments
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_FIELDS)
    drawn = sorted(rows(Path(folder)), key=lambda row: (split_of(row.name), row.day, row.name))
    for row in drawn:
        writer.writerow((split_of(row.name), row.name, row.day.isoformat(), row.country, row.sector, row.office, row.source))


if __name__ == "__main__":
    main(sys.argv[1:])
