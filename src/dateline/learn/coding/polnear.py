"""PolNeAR's layout: `text/NAME.txt`, and `attributions/NAME_ANNOTATOR.ann` in the standoff format of brat."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from dateline.errors import UsageError

Role = Literal["source", "cue", "content"]
Fragments = tuple[tuple[int, int], ...]  # half-open code points; several where a span is broken

ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
_TRAINING: Final = "annotator-training"
_METADATA: Final = "metadata.tsv"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the spans that people marked, each once, by role."""

    name: str
    text: str
    spans: dict[Role, frozenset[Fragments]]


def annotated(directory: Path) -> Iterator[Annotated]:
    """The texts of a folder by name, each as the first of its annotators has it.

    Those on which annotators were trained are left out, where `metadata.tsv` beside or above the folder tells. Texts that nobody
    annotated are skipped. UsageError where the folder has none.
    """
    skipped = _training(directory)
    files = [file for file in sorted((directory / "text").glob("*.txt")) if file.stem not in skipped]
    if not files:
        raise UsageError(f"need text/*.txt and attributions/*.ann in {directory}, found no text")
    for file in files:
        marks = sorted((directory / "attributions").glob(f"{file.stem}_*.ann"))
        if marks:
            with file.open(encoding="utf-8", newline="") as held:
                yield Annotated(file.stem, held.read(), spans(marks[0].read_text(encoding="utf-8")))


def spans(standoff: str) -> dict[Role, frozenset[Fragments]]:
    """The spans of a standoff file that an attribution refers to; references to lines that are missing are passed over."""
    marks: dict[str, Fragments] = {}
    events: list[str] = []
    for line in standoff.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T") and rest:
            marks[key] = _fragments(rest.split("\t")[0])
        elif key.startswith("E"):
            events += rest.split()
    found: dict[Role, set[Fragments]] = {role: set() for role in ROLES}
    for event in events:
        label, _, mark = event.partition(":")
        role = next((role for role in ROLES if label.rstrip("0123456789").lower() == role), None)
        if role is not None and mark in marks:
            found[role].add(marks[mark])
    return {role: frozenset(held) for role, held in found.items()}


def _fragments(described: str) -> Fragments:
    """The stretches of `Content 12 30;41 50`."""
    _, _, numbers = described.partition(" ")
    pairs = (part.split() for part in numbers.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _training(directory: Path) -> frozenset[str]:
    file = next((folder / _METADATA for folder in (directory, directory.parent) if (folder / _METADATA).is_file()), None)
    if file is None:
        return frozenset()
    with file.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["filename"] for row in csv.DictReader(rows, delimiter="\t") if row["compartment"] == _TRAINING)
