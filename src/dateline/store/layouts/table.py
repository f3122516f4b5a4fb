"""Layouts by name, and claims written in one."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dateline.records import Document
from dateline.store.layouts.acled import ACLED
from dateline.store.layouts.gdelt import EVENTS, MENTIONS
from dateline.store.layouts.layout import Cell, Layout, Line, Unfit
from dateline.store.layouts.polecat import POLECAT
from dateline.store.layouts.ucdp import UCDP

LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType({one.name: one for one in (POLECAT, EVENTS, MENTIONS, ACLED, UCDP)})
_FORMULA: Final = tuple("=+-@＝＋－＠")


def lines(documents: Iterable[Document], layout: Layout, *, unfit: Counter[str]) -> Iterator[bytes]:
    """The lines of a file in this layout, UTF-8; `unfit` counts the claims that have no row, by reason."""
    if layout.head:
        yield _line(layout.columns, layout)
    for document in documents:
        if document.article is None:
            continue
        for claim in document.claims:
            for row in layout.rows(claim, document.article):
                if isinstance(row, Unfit):
                    unfit[row.reason] += 1
                else:
                    yield _line(row, layout)


def _line(row: Line, layout: Layout) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=layout.separator, lineterminator="\n").writerow([_cell(cell, layout) for cell in row])
    return out.getvalue().encode("utf-8")


def _cell(cell: Cell, layout: Layout) -> Cell:
    """Text on one line and without tabs; where spreadsheets open the file, what looks like a formula gets an apostrophe.

    Between tabs there are no quotation marks, so that no cell needs to be quoted: some read such files with quotes, some without.
    """
    if not isinstance(cell, str):
        return cell
    line = " ".join(cell.split())
    if layout.separator == "\t":
        return line.replace('"', "'")
    return f"'{line}" if line.startswith(_FORMULA) else line
