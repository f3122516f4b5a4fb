"""How well names are resolved by date: a table of (name, day) with the country, primary sector and office that are right."""

import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import UsageError
from dateline.knowledge.library import Knowledge
from dateline.mentions.actors.identities import who

_COLUMNS: Final = ("split", "name", "day", "country", "sectors", "office")

Answer = tuple[str, str, str]  # country, primary sector, office


@dataclass(frozen=True, slots=True)
class ActorScores:
    """Rows of which all that the table states is right, by the name of the split; `misses` are for people."""

    right: dict[str, int]
    rows: dict[str, int]
    misses: tuple[str, ...] = ()

    def share(self, split: str) -> float:
        """The share of a split's rows that are right, 0 to 1."""
        return self.right.get(split, 0) / self.rows[split]

    def lines(self) -> list[str]:
        """One split a line, then one miss a line."""
        return [*(f"actors by day, {split} {self.share(split):.3f} of {count}" for split, count in sorted(self.rows.items())), *self.misses]


def evaluate(table: Path, knowledge: Knowledge, *, errors: bool = False) -> ActorScores:
    """The scores on a CSV file with the columns `split,name,day,country,sectors,office`; an empty office is not scored."""
    right: dict[str, int] = {}
    rows: dict[str, int] = {}
    misses: list[str] = []
    with table.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if missing := [column for column in _COLUMNS if column not in (reader.fieldnames or ())]:
            raise UsageError(f"need a table with the columns {', '.join(_COLUMNS)}, found none of {', '.join(missing)} in {table}")
        for row in reader:
            want = (row["country"], next(iter(row["sectors"].split()), ""), row["office"])
            got = resolved(row["name"], dt.date.fromisoformat(row["day"]), knowledge)
            fits = got is not None and _fits(got, want)
            rows[row["split"]] = rows.get(row["split"], 0) + 1
            right[row["split"]] = right.get(row["split"], 0) + fits
            if errors and not fits:
                misses.append(f"{row['split']} {row['name']} on {row['day']}: want {_told(want)}, got {_told(got) if got else 'nobody'}")
    return ActorScores(right, rows, tuple(misses))


def resolved(name: str, day: dt.date, knowledge: Knowledge) -> Answer | None:
    """Country, primary sector and office of whomever `name` alone stands for on `day`."""
    found = who(name, knowledge.actors, day=day)
    if found is not None:
        return found.known.country or "", next(iter(found.sectors), ""), found.office or ""
    outlet = knowledge.outlets.named(name)
    return (outlet.country, "JRN", "") if outlet else None


def _fits(got: Answer, want: Answer) -> bool:
    return got[:2] == want[:2] and want[2] in {"", got[2]}


def _told(answer: Iterable[str]) -> str:
    return " ".join(filter(None, answer))
