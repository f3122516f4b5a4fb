"""The rows of trigger tables that an explanation names, as they stand in their files."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

_NAMED: Final = re.compile(r"\b(\w+\.csv):(\d+): (\S[^()]*?) \(")  # as the coder's `why` has it: TYPE.csv:LINE: trigger (part of speech)
_HEAD: Final = 2  # the line of the first row


def rows_named(why: Sequence[str], folder: Path) -> Iterator[str]:
    """`FILE:LINE` and the filled cells of each row that `why` names; a file or row that is not there any more is told as such."""
    for name, number, trigger in (found for line in why for found in _NAMED.findall(line)):
        file = folder / name
        row = _row(file, int(number))
        if row is None or row.get("trigger") != trigger:
            yield f"{file}:{number} does not hold «{trigger}»: another lexicon made this claim (see --lexicon)"
        else:
            yield f"{file}:{number}: {'; '.join(f'{column} {cell}' for column, cell in row.items() if cell)}"


def _row(file: Path, number: int) -> dict[str, str] | None:
    if not file.is_file():
        return None
    with file.open(encoding="utf-8", newline="") as lines:
        return next(islice(csv.DictReader(lines), number - _HEAD, None), None)
