"""How far a run is, on a terminal: files, claims and articles a second, on standard error."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Told = Callable[[int, int, int], None]  # files done, pages coded in this run, claims

_A_SECOND: Final = 4  # times that the line is drawn anew


@contextmanager
def progress(files: int, *, shown: bool) -> Iterator[Told]:
    """What to tell of each page, while the block runs; nothing is drawn unless `shown` and standard error is a terminal."""
    if not (shown and sys.stderr.isatty()):
        yield lambda *_: None
        return
    columns = (
        BarColumn(bar_width=24),
        TextColumn("{task.completed:,} of {task.total:,} files  {task.fields[claims]:,} claims  {task.fields[rate]:.1f} articles/s"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=_A_SECOND, transient=True) as drawn:
        task = drawn.add_task("", total=files, claims=0, rate=0.0)
        began = time.monotonic()

        def told(done: int, pages: int, claims: int) -> None:
            drawn.update(task, completed=done, claims=claims, rate=pages / max(time.monotonic() - began, 1e-9))

        yield told
