"""What a layout is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from dateline.records import Article, Claim

QUOTES: Final = "a quotation mark becomes an apostrophe, as readers of such files differ on what it means"
Cell = str | int | float | None
Line = Sequence[Cell]


class Unfit(NamedTuple):
    """Why a claim has no row."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table of another data set. `rows` gives the rows of a claim, or why there is none; `lost` says what has no column.

    `by_us` says which columns are ours to fill as best we can, and how.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Claim, Article], Iterator[Line | Unfit]]
    lost: tuple[str, ...]
    by_us: tuple[str, ...] = ()
    separator: str = ","
    head: bool = True
