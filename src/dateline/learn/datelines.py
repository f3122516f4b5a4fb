"""How well datelines are read, measured on wire stories of the MUC-3 and MUC-4 exercises (FBIS translations, 1988 to 1990).

`python -m dateline.learn.datelines DIRECTORY [TRUTH.tsv]`
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.extract.dateline import Opening, opening
from dateline.extract.normalise import one_line
from dateline.knowledge.names import folded

_HEADER: Final = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4}).*$", re.MULTILINE)
_PARTS: Final = ("dev", "tst1", "tst2")  # the other two are kept for the end


@dataclass(frozen=True, kw_only=True, slots=True)
class Truth:
    """What a reader saw in one opening: place, `1989-10-29` (`-----10-29` without a year) and agency, each "" where there is none."""

    place: str
    day: str
    agency: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DatelineScores:
    """Stories seen, and how many gave a dateline and each part of one; of the `checked` ones, how many parts are right."""

    stories: int
    found: int
    with_place: int
    with_day: int
    with_agency: int
    checked: int
    right_place: int
    right_day: int
    right_agency: int
    right_all: int
    wrong: tuple[str, ...]

    def lines(self) -> list[str]:
        """A table for people."""
        parts = [("dateline", self.found), ("place", self.with_place), ("day", self.with_day), ("agency", self.with_agency)]
        rows = [
            f"{self.stories:,} stories",
            *(f"  {name:9} found in {count:,}, {count / max(self.stories, 1):.3f}" for name, count in parts),
        ]
        if self.checked:
            right = [("place", self.right_place), ("day", self.right_day), ("agency", self.right_agency), ("all three", self.right_all)]
            rows.append(f"{self.checked:,} checked by hand")
            rows += [f"  {name:9} right in {count:,}, {count / self.checked:.3f}" for name, count in right]
        return [*rows, *(f"  wrong: {line}" for line in self.wrong)]


def evaluate(directory: Path, *, truth: Path | None) -> DatelineScores:
    """Coverage over all stories under `directory`; with `truth` (tab-separated: id, place, day, agency) also accuracy on those it names."""
    found = {name: opening(text, start=0, end=len(text)) for name, text in stories(directory)}
    checks = {name: _checks(found.get(name), said) for name, said in (_truths(truth) if truth else {}).items()}
    seen = [one for one in found.values() if one]
    return DatelineScores(
        stories=len(found),
        found=len(seen),
        with_place=sum(one.place is not None for one in seen),
        with_day=sum(one.day is not None for one in seen),
        with_agency=sum(one.agency is not None for one in seen),
        checked=len(checks),
        right_place=sum(place for place, _, _ in checks.values()),
        right_day=sum(day for _, day, _ in checks.values()),
        right_agency=sum(agency for _, _, agency in checks.values()),
        right_all=sum(all(check) for check in checks.values()),
        wrong=tuple(f"{name} {found.get(name)}" for name, check in checks.items() if not all(check)),
    )


def stories(directory: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each story, paragraphs on one line each and parted by blank lines, as articles have them."""
    for part in _PARTS:
        for file in sorted((directory / part).glob("*-muc[34]*")):
            if file.name.startswith("key") or file.name.endswith(".muc4"):
                continue
            pieces = _HEADER.split(file.read_text(encoding="latin-1"))
            for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
                yield name, "\n\n".join(filter(None, (one_line(paragraph) for paragraph in re.split(r"\n\s*\n", body))))


def _truths(file: Path) -> dict[str, Truth]:
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["id"]: Truth(place=row["place"], day=row["day"], agency=row["agency"]) for row in csv.DictReader(rows, delimiter="\t")}


def _checks(found: Opening | None, truth: Truth) -> tuple[bool, bool, bool]:
    """Whether place, day and agency are what the reader saw; case, accents and spaces around hyphens aside."""
    if found is None:
        return False, False, False
    day = f"{found.year or '----'}-{found.month:02}-{found.day:02}" if found.month and found.day else ""
    agency = folded(found.agency or "").replace(" - ", "-")
    return folded(found.place or "") == folded(truth.place), day == truth.day, agency == folded(truth.agency)


if __name__ == "__main__":
    scores = evaluate(Path(sys.argv[1]), truth=Path(sys.argv[2]) if len(sys.argv) > 2 else None)  # noqa: PLR2004
    print("\n".join(scores.lines()))
