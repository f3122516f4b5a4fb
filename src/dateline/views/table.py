"""Tables for people, on a terminal or in a file."""

from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.records import Article, Document, Dropped, Published

_UNPIPED_WIDTH: Final = 160  # columns, where no terminal says how wide it is


def articles_table(documents: Iterable[Document]) -> Table:
    """One row an article, and one for each thing dropped."""
    table = Table(box=None, header_style="bold", pad_edge=False, row_styles=["", "dim"])
    table.add_column("published", no_wrap=True, min_width=15)
    table.add_column("basis", no_wrap=True, min_width=8)
    table.add_column("outlet", min_width=14, max_width=18, overflow="ellipsis", no_wrap=True)
    table.add_column("title", ratio=1, overflow="ellipsis", no_wrap=True)
    table.add_column("dateline", min_width=24, max_width=28, overflow="ellipsis", no_wrap=True)
    table.add_column("lang", no_wrap=True, min_width=4)
    table.add_column("words", justify="right", no_wrap=True, min_width=5)
    table.add_column("from", min_width=22, max_width=26, overflow="ellipsis", no_wrap=True)
    for document in documents:
        if document.article:
            table.add_row(*(Text(cell) for cell in _cells(document.article)))
        for drop in document.dropped:
            table.add_row(*_dropped_cells(drop), style="red")
    return table


def print_table(table: Table) -> None:
    """Write the table to standard output, as wide as the terminal."""
    console = Console()
    (console if console.is_terminal else Console(width=_UNPIPED_WIDTH)).print(table)


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
