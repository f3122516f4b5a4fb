"""Claims as CSV, safe to open in a spreadsheet."""

import csv
import io
from typing import Final

from dateline.records import Document
from dateline.views.columns import COLUMNS
from dateline.views.rows import Cell, rows_of

# What makes a spreadsheet take a cell for a formula, as OWASP lists it: news is written by strangers, and a headline may begin so.
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")


def header() -> bytes:
    """The line of column names."""
    return _lines([list(COLUMNS)])


def csv_lines(record: Document) -> bytes:
    """A line for each claim: UTF-8, commas, quotes where needed, no line break within a cell."""
    return _lines([[_safe(cell) for cell in row.values()] for row in rows_of(record)])


def _safe(cell: Cell) -> Cell:
    """Text that begins like a formula gets an apostrophe, which spreadsheets take for `this is text`; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    line = " ".join(cell.split("\n")).replace("\r", " ")
    return f"'{line}" if line.lstrip(" ").startswith(_FORMULA) else line


def _lines(held: list[list[Cell]] | list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(held)
    return out.getvalue().encode("utf-8")
