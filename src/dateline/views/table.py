"""Tables for people, on a terminal or in a file."""

from collections.abc import Iterable
from typing import Final, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.records import Article, Document, Dropped, Published

_UNPIPED_WIDTH: Final = 160  # columns, where no terminal says how wide it is
_NARROWEST: Final = 120  # columns: below, a terminal breaks the lines
_WIDTHS: Final = {"published": 15, "basis": 8, "outlet": 16, "title": 0, "dateline": 26, "lang": 4, "words": 5, "from": 24}


def print_articles(documents: Iterable[Document]) -> None:
    """Write one row an article, and one for each thing dropped, to standard output, as wide as the terminal."""
    terminal = Console()
    console = Console(width=max(terminal.width, _NARROWEST) if terminal.is_terminal else _UNPIPED_WIDTH)
    console.print(_table(documents, width=console.width))


def _table(documents: Iterable[Document], *, width: int) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 1), row_styles=["", "dim"])
    left = width - sum(_WIDTHS.values()) - 2 * (len(_WIDTHS) - 1)
    for name, columns in _WIDTHS.items():
        justify: Literal["left", "right"] = "right" if name == "words" else "left"
        table.add_column(name, width=columns or left, justify=justify, no_wrap=True, overflow="ellipsis")
    for document in documents:
        if document.article:
            table.add_row(*(Text(cell) for cell in _cells(document.article)))
        for drop in document.dropped:
            table.add_row(*_dropped_cells(drop), style="red")
    return table


def _cells(article: Article) -> tuple[str, ...]:
    return (
        _day(article.published),
        article.published.basis,
        article.outlet or "",
        article.title or f"({article.body.within(article.text)[:80]}…)",
        article.dateline.text if article.dateline else "",
        article.language or "",
        f"{len(article.body.within(article.text).split()):,}",
        _tail(article.path),
    )


def _dropped_cells(drop: Dropped) -> tuple[Text, ...]:
    return (
        Text("–"),
        Text("dropped"),
        Text(""),
        Text(f"{drop.reason}: {drop.detail}".rstrip(": ")),
        Text(""),
        Text(""),
        Text(""),
        Text(_tail(drop.path)),
    )


def _day(published: Published) -> str:
    """The day, `2015–2024-11-16` where the year is open between two, or a question mark."""
    if published.first is None or published.last is None:
        return "?"
    if published.first == published.last:
        return published.first.isoformat()
    return f"{published.first.year}–{published.last}"


def _tail(path: str) -> str:
    """The last two parts of a path: enough to know the file by."""
    return "/".join(path.rsplit("/", 2)[-2:])
