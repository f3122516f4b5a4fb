"""Spells that several sources tell, made one; and made to agree with the tables that are kept by hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.knowledge.names import folded, transcribed
from dateline.learn.knowledge.holders_rows import Holder, before, earlier

_Key = tuple[str, str]
_LONG_AGO: Final = "1950"
_LATER: Final = "2030"
_TELLING: Final = 4  # letters of a word of a name that tells one person from another


def merged(rows: Iterable[Holder]) -> list[Holder]:
    """One row for what several tell: the same country, office and person, by a name or the id, and spells that meet; the widest spell."""
    by_office: dict[_Key, list[Holder]] = defaultdict(list)
    for row in rows:
        by_office[row.country, row.office or f"({row.sectors})"].append(row)
    return [spell for held in by_office.values() for person in _persons(held) for spell in _spells(person)]


def _persons(rows: Sequence[Holder]) -> list[list[Holder]]:
    """Rows by person: linked by any name, as far as spellings agree, or by the id."""
    groups: list[list[Holder]] = []
    by_name: dict[str, list[Holder]] = {}
    for row in rows:
        marks = [transcribed(name) for name in row.names if len(name.split()) > 1 or name == row.name]
        marks = [mark for mark in marks if mark] + ([row.wikidata] if row.wikidata else [])
        group = next((by_name[mark] for mark in marks if mark in by_name), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(row)
        for mark in marks:
            by_name.setdefault(mark, group)
    return groups


def _spells(rows: Sequence[Holder]) -> Iterator[Holder]:
    """The spells of one person in one office, those that meet joined."""
    joined: list[Holder] = []
    for row in sorted(rows, key=lambda row: row.first or "0"):
        if joined and _meet(joined[-1], row):
            joined[-1] = _joined(joined[-1], row)
        else:
            joined.append(row)
    yield from joined


def _meet(one: Holder, other: Holder) -> bool:
    """Whether `other`, which begins later, begins before `one` ends; one whose end is not known goes on to the next of the same person."""
    return not one.last or not other.first or not before(one.last, other.first)


def _joined(one: Holder, other: Holder) -> Holder:
    ended = [row for row in (one, other) if row.last]
    known = [row for row in (one, other) if not row.last and not row.seen]
    last = "" if known or not ended else max((row.last for row in ended), key=lambda day: (day[:4], len(day), day))
    return replace(
        one,
        aliases=_aliases(one, other),
        first="" if one.source == other.source and not one.first else earlier(one.first, other.first),
        last=last,
        seen="" if known or last else max(one.seen, other.seen),
        wikidata=one.wikidata or other.wikidata,
        source="; ".join(dict.fromkeys([*one.source.split("; "), *other.source.split("; ")])),
    )


def _aliases(one: Holder, other: Holder) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys([*one.aliases, other.name, *other.aliases]) if name != one.name)


def settled(rows: Iterable[Holder], by_hand: Sequence[Holder]) -> Iterator[Holder]:
    """The rows as far as the tables kept by hand leave them room.

    Where such a table has the same person in the same office, its spells hold, and a row is left only for an id or another spelling;
    so it is for the spells of those whom it has in other offices, where there is another spelling.
    Where its spells of the person in the country fill those of a row without office, that row is left out.
    """
    index: dict[_Key, list[Holder]] = defaultdict(list)
    offices: dict[_Key, list[Holder]] = defaultdict(list)
    for held in by_hand:
        offices[held.country, held.office].append(held)
        for mark in {transcribed(name) for name in held.names if len(name.split()) > 1 or name == held.name}:
            index[held.country, mark].append(held)
    for row in rows:
        known = _known(row, index)
        same = [held for held in known if held.office == row.office]
        same = same or [held for held in offices[row.country, row.office] if _alike(row, held)]
        yield from _as_held(row, same if row.office else known)
        if not same and not (known and not row.office and _covered(row, known)):
            yield row


def _known(row: Holder, index: Mapping[_Key, Sequence[Holder]]) -> list[Holder]:
    found = [held for name in row.names for held in index.get((row.country, transcribed(name)), ())]
    return list(dict.fromkeys(found))


def _alike(row: Holder, held: Holder) -> bool:
    """Whether both began in one year under names that share a word: Muhammad bin Zayid and Mohamed bin Zayed are written in many ways."""
    return bool(row.first) and row.first[:4] == held.first[:4] and bool(_words(row) & _words(held))


def _words(row: Holder) -> set[str]:
    words = (transcribed(word) for name in row.names for word in name.replace("-", " ").split())
    return {word for word in words if len(word) >= _TELLING}


def _as_held(row: Holder, held_by: Sequence[Holder]) -> Iterator[Holder]:
    """The spells of the table kept by hand under its name, where the row has an id or a spelling that it lacks."""
    spelled = {folded(name) for held in held_by for name in held.names}
    other = tuple(name for name in row.names if folded(name) not in spelled)
    wikidata = "" if any(held.wikidata for held in held_by) else row.wikidata
    if other or wikidata:
        for held in held_by:
            yield replace(held, aliases=other, wikidata=wikidata, source=f"{row.source}; days as in the public record")


def _covered(row: Holder, known: Sequence[Holder]) -> bool:
    """Whether spells that are known fill every year of the row's; of one that began at an unknown day the last year counts."""
    told = _years(row.first or row.last or row.seen, row.last or row.seen)
    return bool(known) and told <= frozenset().union(*(_years(held.first or _LONG_AGO, held.last or held.seen or _LATER) for held in known))


def _years(first: str, last: str) -> frozenset[int]:
    return frozenset(range(int(first[:4]), int((last or _LATER)[:4]) + 1))


def without_office_twice(rows: Sequence[Holder]) -> Iterator[Holder]:
    """The rows but those without an office that lie within a row of the same person with one."""
    offices = [row for row in rows if row.office]
    bare = [row for row in rows if not row.office]
    yield from offices
    yield from settled(bare, offices)
