"""Presidents, vice-presidents and members of Congress of the United States (congress-legislators, CC0)."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.learn.knowledge.holders_rows import Holder

_OFFICES: Final = {
    "prez": ("president", "GOV"),
    "viceprez": ("vice president", "GOV"),
    "sen": ("senator", "LEG"),
    "rep": ("representative", "LEG"),
}
_TERM: Final = re.compile(r"^  - type: (\w+)\n    start: '([\d-]+)'\n    end: '([\d-]+)'", re.MULTILINE)
_FIELD: Final = r"^    {}: (.+)$"
_SINCE: Final = "1945"
_NEXT: Final = dt.timedelta(days=40)  # from one Congress to the next, and past a late oath
_OF: Final = "2026-06-15"  # the day of the list: a term that runs on then is not over


def presidents(file: Path) -> Iterator[Holder]:
    """Presidents and vice-presidents since 1945."""
    for person in _persons(file):
        yield from _spells(person)


def members(file: Path) -> Iterator[Holder]:
    """All spells of those who sat in Congress in June 2026."""
    for person in _persons(file):
        yield from _spells(person)


def _persons(file: Path) -> list[str]:
    return re.split(r"^- id:\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def _spells(person: str) -> Iterator[Holder]:
    names = _names(person)
    spells: list[tuple[str, str, str]] = []
    for kind, start, end in _TERM.findall(person):
        follows = spells and spells[-1][0] == kind and dt.date.fromisoformat(start) - dt.date.fromisoformat(spells[-1][2]) <= _NEXT
        spells[-1:] = [(kind, spells[-1][1], end)] if follows else [*spells[-1:], (kind, start, end)]
    for kind, start, end in spells:
        if start >= _SINCE:
            office, sectors = _OFFICES[kind]
            yield Holder(
                name=names[0],
                aliases=names[1:],
                country="USA",
                office=office,
                sectors=sectors,
                first=start,
                last="" if end > _OF else end,
                wikidata=_field(person, "wikidata"),
                source="congress-legislators, June 2026",
            )


def _names(person: str) -> tuple[str, ...]:
    """As the press has it, then the other ways to write it, without repetition."""
    first, last, nick = _field(person, "first"), _field(person, "last"), _field(person, "nickname")
    whole, page = _field(person, "official_full"), re.sub(r" \(.*", "", _field(person, "wikipedia"))
    wanted = [page or whole or f"{first} {last}", whole, f"{first} {last}", f"{nick} {last}" if nick else ""]
    return tuple(dict.fromkeys(name for name in wanted if name))


def _field(person: str, name: str) -> str:
    found = re.search(_FIELD.format(name), person, re.MULTILINE)
    return found[1].strip("'\"") if found else ""
