"""Files of named entities: one token a line with its BIO label, sentences apart by blank lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import BadInput, NoSuchInput

# Labels of the corpora that we know, as ours; what is missing here names neither people, bodies nor places, and is left out.
OURS: Final = {
    "per": "PERSON", "person": "PERSON", "politician": "PERSON",
    "org": "ORG", "organization": "ORG", "organisation": "ORG", "politicalparty": "ORG", "corporation": "ORG", "group": "ORG",
    "loc": "LOC", "location": "LOC", "country": "LOC", "facility": "LOC", "gpe": "LOC", "fac": "LOC",
    "misc": "MISC", "norp": "MISC", "product": "MISC", "event": "MISC", "election": "MISC", "creative-work": "MISC", "oth": "MISC",
}  # fmt: skip
_LABEL: Final = re.compile(r"O|[BI]-\S+")
_COMMENT: Final = re.compile(r"# ?(?:newdoc|newpar|[\w:]+ =)")  # a lone # may be a token

Name = tuple[int, int, str]  # half-open range of words, and the label


@dataclass(frozen=True)
class Labelled:
    """A sentence as words with their BIO labels, None where a word's label is not known."""

    words: tuple[str, ...]
    labels: tuple[str | None, ...]


def documents(path: Path, *, column: int | None = None) -> list[list[Labelled]]:
    """The sentences of a file, grouped by document; of a folder, each `.tsv` and `.iob2` file in turn.

    `column` counts from 1; without it, the first column is taken in which every cell is a label. Documents are told by `# newdoc`,
    `-DOCSTART-` or, where a file has neither, are the files.
    """
    if path.is_dir():
        found = sorted(file for file in path.iterdir() if file.suffix in {".tsv", ".iob2"})
        if not found:
            raise NoSuchInput(f"need a folder with .tsv or .iob2 files, found none in {path}")
        return [document for file in found for document in documents(file, column=column)]
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    rows = [_cells(line) for line in lines if line.strip() and not _COMMENT.match(line) and not line.startswith("-DOCSTART")]
    label = _label_column(rows, path) if column is None else column - 1
    word = 1 if label > 1 and all(row[0].isdigit() for row in rows) else 0
    grouped: list[list[Labelled]] = [[]]
    for kind, held in _runs(lines):
        if kind == "document" and grouped[-1]:
            grouped.append([])
        elif kind == "sentence":
            grouped[-1].append(_sentence([_cells(line) for line in held], word, label, path))
    return [document for document in grouped if document]


def names(labels: Sequence[str | None]) -> list[Name]:
    """The names that BIO or IOB1 labels mark: an `I-` that continues no name of its kind begins one."""
    found: list[Name] = []
    for index, label in enumerate(labels):
        if label is None or label == "O":
            continue
        kind = label[2:]
        if label[0] == "I" and found and found[-1][1] == index and found[-1][2] == kind:
            found[-1] = (found[-1][0], index + 1, kind)
        else:
            found.append((index, index + 1, kind))
    return found


def ours(kind: str) -> str | None:
    """Our label for a corpus's; None where it has none."""
    return OURS.get(kind.lower())


def _cells(line: str) -> list[str]:
    return line.split("\t") if "\t" in line else line.split()


def _label_column(rows: Sequence[Sequence[str]], path: Path) -> int:
    width = min((len(row) for row in rows), default=0)
    for column in range(1, width):
        if all(_LABEL.fullmatch(row[column].strip()) for row in rows):
            return column
    raise BadInput("no-labels", f"need a column of BIO labels after the first, found none in {path}; name it with --column")


def _runs(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    held: list[str] = []
    for line in [*lines, ""]:
        opens = line.startswith(("# newdoc", "-DOCSTART"))
        comment = _COMMENT.match(line) is not None
        if line.strip() and not opens and not comment:
            held.append(line)
        elif opens or not comment:
            if held:
                yield "sentence", held
                held = []
            if opens:
                yield "document", []


def _sentence(rows: Sequence[Sequence[str]], word: int, label: int, path: Path) -> Labelled:
    for row in rows:
        if len(row) <= max(word, label):
            raise BadInput("short-row", f"need {max(word, label) + 1} columns, found {len(row)} in {path}: {row}")
    return Labelled(tuple(row[word].strip() or "_" for row in rows), tuple(row[label].strip() for row in rows))
