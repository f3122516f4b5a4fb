"""What articles mention, for people: one table an article."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.table import Table
from rich.text import Text

from dateline.records import ActorMention, Mentioned, Mentions, PlaceMention, Quantity, QuantityMention, TimeMention, When
from dateline.views.article_tables import print_article_tables

_COLUMNS: Final = (("what", 9), ("words", 44), ("resolved to", 44), ("basis", 0))
Row = tuple[int, str, str, str, str]  # start, then the cells


def print_mentions(found: Iterable[Mentioned]) -> int:
    """Write each article's actors (each one once, however often it is mentioned), places, times and quantities; how many were dropped."""
    return print_article_tables(found, _of_record)


def _of_record(record: Mentioned, width: int) -> Table | None:
    return _table(record.article.text, record.mentions, width=width) if record.article and record.mentions else None


def _table(text: str, held: Mentions, *, width: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1), show_header=False)
    left = width - sum(columns for _, columns in _COLUMNS) - 2 * len(_COLUMNS)
    for name, columns in _COLUMNS:
        table.add_column(name, width=columns or left, no_wrap=True, overflow="ellipsis")
    rows = [*_actors(held.actors), *_places(text, held.places), *_times(text, held.times), *_quantities(text, held.quantities)]
    for _, *cells in sorted(rows):
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _actors(found: Iterable[ActorMention]) -> Iterator[Row]:
    seen: set[int] = set()
    for mention in found:
        if mention.chain in seen or mention.form == "pronoun":
            continue
        seen.add(mention.chain)
        party = mention.party
        told = " ".join(
            filter(None, [party.country or "–", "/".join(party.sectors), party.name or "", f"({party.office})" if party.office else ""])
        )
        yield mention.start, "actor", party.text, told, party.basis


def _places(text: str, found: Iterable[PlaceMention]) -> Iterator[Row]:
    for mention in found:
        where = mention.where
        told = ", ".join(filter(None, [where.name, where.admin1, where.country]))
        point = f" {where.lat:.2f} {where.lon:.2f}" if where.lat is not None and where.lon is not None else ""
        yield (
            mention.start,
            mention.role,
            text[mention.start : mention.end],
            f"{told}{point}",
            f"{where.precision or ''} {where.basis}",
        )


def _times(text: str, found: Iterable[TimeMention]) -> Iterator[Row]:
    for mention in found:
        words = text[mention.start : mention.end]
        yield (
            mention.start,
            "time",
            words,
            f"{mention.value}  {_days(mention.when)}",
            f"{mention.when.basis} {mention.why}",
        )


def _quantities(text: str, found: Iterable[QuantityMention]) -> Iterator[Row]:
    for mention in found:
        yield mention.start, "quantity", text[mention.start : mention.end], f"{mention.kind} {_range(mention.amount)}", ""


def _days(when: When) -> str:
    if when.first is None or when.last is None:
        return ""
    return str(when.first) if when.first == when.last else f"{when.first} to {when.last}"


def _range(amount: Quantity) -> str:
    return (
        str(amount.low)
        if amount.low == amount.high
        else f"{'…' if amount.low is None else amount.low} to {'…' if amount.high is None else amount.high}"
    )
