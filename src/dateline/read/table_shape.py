"""Whether a text is a table: what its first lines show."""

from collections.abc import Sequence
from typing import Final

from dateline.read.fields import HTML_NAMES, TEXT_NAMES

TEXTS: Final = frozenset((*TEXT_NAMES, *HTML_NAMES))
_DELIMITERS: Final = ",\t;|"
_LONGEST_HEADER: Final = 20_000  # characters of the first line
_LONGEST_NAME: Final = 40  # characters of a column's name


def column_names(cells: Sequence[str]) -> list[str]:
    """The cells of a header as names: lower case, words joined by underscores."""
    clean = (cell.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf").strip().strip('"').strip() for cell in cells)
    return [name.casefold().replace(" ", "_").replace("-", "_") for name in clean]


def table_shape(text: str) -> str | None:
    """The delimiter, where the first line of `text` names columns, one of them a text's; else None."""
    line = text[:_LONGEST_HEADER].lstrip("\ufeff").removeprefix("\xef\xbb\xbf").partition("\n")[0].rstrip("\r")
    best, columns = None, 1
    for delimiter in _DELIMITERS:
        names = column_names(line.split(delimiter))
        plain = all(name and len(name) <= _LONGEST_NAME and not name.endswith(".") for name in names)
        if len(names) > columns and plain and TEXTS.intersection(names) and _second_row(text, delimiter, len(names)):
            best, columns = delimiter, len(names)
    return best


def _second_row(text: str, delimiter: str, columns: int) -> bool:
    """Whether something follows the header that has as many columns, or a quoted one that runs on."""
    rest = text.partition("\n")[2].lstrip("\r\n")[:_LONGEST_HEADER]
    line = rest.partition("\n")[0]
    return line.count(delimiter) >= columns - 1 or '"' in line
