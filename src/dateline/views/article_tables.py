"""One table an article, for people."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from rich.console import Console, RenderableType
from rich.text import Text

from dateline.records import Document, Mentioned

_UNPIPED_WIDTH: Final = 160  # columns, where no terminal says how wide it is
_NARROWEST: Final = 120  # columns: below, a terminal breaks the lines

Outcome = TypeVar("Outcome", Document, Mentioned)


def terminal() -> Console:
    """Standard output, as wide as the terminal but never so narrow that lines break."""
    console = Console()
    return Console(width=max(console.width, _NARROWEST) if console.is_terminal else _UNPIPED_WIDTH)


def print_article_tables(found: Iterable[Outcome], table: Callable[[Outcome, int], RenderableType | None]) -> int:
    """Write each article's day, title and `table` (of a record, as wide as given), and what was dropped; how much that was."""
    console = terminal()
    dropped = 0
    for record in found:
        dropped += len(record.dropped)
        for drop in record.dropped:
            console.print(Text(f"dropped {drop.path}: {drop.reason} {drop.detail}", style="red"))
        shown = table(record, console.width) if record.article else None
        if record.article is not None and shown is not None:
            title = record.article.title or record.article.text[:80]
            console.print(Text(f"\n{record.article.published.last or '?'}  {title}", style="bold"))
            console.print(shown)
    return dropped
