"""CSV and its kin: each row with a text is a page."""

import codecs
import csv
import io
import itertools
from collections.abc import Iterator, Sequence
from typing import Final, cast

from dateline.errors import BadInput, LimitExceeded
from dateline.read.fields import HTML_NAMES, TEXT_NAMES, page
from dateline.read.kinds import looks_like_html, refuse_binary
from dateline.read.source import Source
from dateline.read.table_shape import TEXTS, column_names, table_shape
from dateline.records import Dropped, Page

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def table_pages(source: Source) -> Iterator[Page | Dropped]:
    """A page for each row with a text, numbered as a spreadsheet numbers them: the header is row 1.

    The cells keep their bytes (the file is read as latin-1, where every byte is one character), so that each page's encoding can be found
    out by itself; a UTF-16 table is rewritten as UTF-8.
    """
    # The module's only way to allow long cells is its own global; every reader of tables sets it to what it is allowed.
    csv.field_size_limit(source.limits.page_bytes)
    held: Page | Dropped | None = None
    for one in _rows(source):
        if held:
            yield held
        held = one
    if held and not (isinstance(held, Page) and source.faults()):  # the row that a damaged file breaks off in
        yield held
    source.ended()


def _rows(source: Source) -> Iterator[Page | Dropped]:
    wide = source.head.startswith(_WIDE)
    rows = _parsed(source, wide=wide)
    names = _header(rows)
    cells = "utf-8" if wide else "latin-1"
    for number in itertools.count(2):
        try:
            row = next(rows, None)
            if row is None:
                return
            if any(cell.strip() for cell in row):
                yield _page(names, [cell.encode(cells, "replace") for cell in row], path=source.at(number))
        except csv.Error as error:
            reason = "too-large" if "field limit" in str(error) else "bad-row"
            yield source.dropped(number, BadInput(reason, str(error)))
        except BadInput as error:
            yield source.dropped(number, error)


def _parsed(source: Source, *, wide: bool) -> Iterator[list[str]]:
    encoding = "utf-16" if wide else "latin-1"
    text = io.TextIOWrapper(cast(io.BufferedReader, source.stream), encoding=encoding, errors="replace", newline="")
    delimiter = table_shape(source.head.decode(encoding, "replace")) or _by_name(source.name, source.head)
    return csv.reader(_Lines(text, most=source.limits.page_bytes), delimiter=delimiter)


class _Lines:
    """Lines of a text, none longer than `most` characters: a table without line ends must not fill the memory."""

    def __init__(self, text: io.TextIOWrapper, *, most: int) -> None:
        self._text = text
        self._most = most

    def __iter__(self) -> "Iterator[str]":
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._most + 1)
        if not line:
            raise StopIteration
        if len(line) > self._most:
            while line and not line.endswith("\n"):
                line = self._text.readline(self._most)
            raise LimitExceeded("too-large", f"a line of more than {self._most:,} bytes")
        return line


def _by_name(name: str, head: bytes) -> str:
    first = head.partition(b"\n")[0]
    if name.lower().removesuffix(".gz").endswith((".tsv", ".tab")) or b"\t" in first:
        return "\t"
    return max(",;|", key=lambda delimiter: first.count(delimiter.encode()))


def _header(rows: Iterator[list[str]]) -> list[str]:
    try:
        names = column_names(next(rows, []))
    except csv.Error as error:
        raise BadInput("bad-row", f"the header: {error}") from error
    if not TEXTS.intersection(names):
        raise BadInput("no-text-column", f"expected one of {', '.join(TEXT_NAMES[:4])}, …, found {', '.join(names)[:200] or 'nothing'}")
    return names


def _page(names: Sequence[str], cells: Sequence[bytes], *, path: str) -> Page:
    by_name = dict(zip(names, cells, strict=False))
    fields = {name: cell.decode("utf-8", "replace") for name, cell in by_name.items() if name not in TEXTS}
    for name in (*TEXT_NAMES, *HTML_NAMES):
        if content := by_name.get(name, b"").strip():
            refuse_binary(content[:1024])
            html = name in HTML_NAMES or (name != "text" and looks_like_html(content[:65_536].decode("latin-1")))
            return page(fields, content, path=path, html=html)
    raise BadInput("empty", "no text in the row")
