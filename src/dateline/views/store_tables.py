"""Claims and articles of a store, for people and as JSON lines."""

import sys
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.store.queries.articles import Listed
from dateline.store.queries.claims import Told
from dateline.store.queries.paging import Page
from dateline.views.claim_table import claim_cells

_COLUMNS: Final = ("id", "when", "type", "who", "to whom", "where", "trigger", "on whose word")
_NARROW: Final = 6  # of them, where there is no room for all
_WIDE: Final = 120  # columns of a terminal
_UNPIPED_WIDTH: Final = 160
_DAY: Final = len("2024-01-01")


def print_claims(page: Page[Told]) -> None:
    """One row a claim, and how to get the next."""
    console = _console()
    shown = _COLUMNS if console.width >= _WIDE else _COLUMNS[:_NARROW]
    rows = ([told.claim.id, *claim_cells(told.claim)][: len(shown)] for told in page.items)
    _print(console, shown, rows, following=page.following)


def print_articles(page: Page[Listed]) -> None:
    """One row an article."""
    rows = ([one.id, one.published_last or "?", one.outlet or "–", one.title or "–", str(one.claims)] for one in page.items)
    _print(_console(), ["id", "published", "outlet", "title", "claims"], rows, following=page.following)


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=_UNPIPED_WIDTH)


def _print(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]], *, following: str | None) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 1))
    for name in columns:
        table.add_column(name, overflow="fold", header_style="dim", no_wrap=name == "id", min_width=_DAY if name == "when" else None)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    if following is not None:
        Console(stderr=True, soft_wrap=True).print(Text(f"more: --after {following}", style="dim"))


def claim_lines(page: Page[Told]) -> None:
    """One claim a line, with its article, its maker and its time."""
    _lines(page.items, following=page.following)


def article_lines(page: Page[Listed]) -> None:
    """One article a line."""
    _lines(page.items, following=page.following)


def _lines(items: Iterable[Told] | Iterable[Listed], *, following: str | None) -> None:
    out = sys.stdout.buffer
    for item in items:
        out.write(msgspec.json.encode(item) + b"\n")
    out.flush()
    if following is not None:
        sys.stderr.write(f"more: --after {following}\n")
