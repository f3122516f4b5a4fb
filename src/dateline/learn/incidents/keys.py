"""The answer keys of MUC-3 and MUC-4: one template an incident, 25 numbered slots a template."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import UsageError

ID, TEMPLATE, DATE, LOCATION, TYPE, STAGE = range(6)
INSTRUMENT, INDIVIDUAL, ORGANIZATION, CONFIDENCE = 6, 9, 10, 11
_TARGETS: Final = (INSTRUMENT, 12, 18, 19)  # instrument, things and people that were hit, and what these people are
_SLOT: Final = re.compile(r"(\d{1,2})\.\s+[A-Z]+(?: TGT)?: ?[A-Z ]+?(?:\s{2,}(.*))?$")
_STRING: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_DAY: Final = r"(\d{2}) ([A-Z]{3}) (\d{2})"
_DATES: Final = re.compile(rf"(-\s*)?{_DAY}(?:\s*-\s*{_DAY})?")
_MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_COUNTRY: Final = re.compile(r":.*| - .*")  # what follows it: `PERU: LIMA (CITY)`, `PERU - BOLIVIA`
_EARLIEST: Final = 60  # years below are typing errors
_CENTURY: Final = 1900
_EMPTY: Final = frozenset({"", "-", "*"})

Slots = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Days:
    """Inclusive days; `first` is None for `on or before`."""

    first: dt.date | None
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One template. Several `days`, `countries` or `perpetrators` are ways to say it, each as good; names are in capitals, as in the text.

    `confidence` holds the organisations' fills (`REPORTED AS FACT`), `words` what was hit and with what, for finding it in the text.
    """

    message: str
    number: str
    optional: bool
    type: str
    days: tuple[Days, ...]
    countries: tuple[str, ...]
    perpetrators: tuple[str, ...]
    confidence: tuple[str, ...]
    words: tuple[str, ...]


def keys(folder: Path) -> dict[str, tuple[Incident, ...]]:
    """The incidents of each document of a test set, by its id; none where the key says that it has none. UsageError without a key."""
    files = sorted(folder.glob("key-*"))
    if not files:
        raise UsageError(f"need a test set with a file key-*, found none in {folder}")
    found: dict[str, list[Incident]] = {}
    for file in files:
        for slots in templates(file.read_text(encoding="latin-1")):
            message = _first(slots, ID).split()[0]
            incidents = found.setdefault(message, [])
            if _first(slots, TEMPLATE) != "*":
                incidents.append(_incident(message, slots))
    return {message: tuple(incidents) for message, incidents in found.items()}


def templates(text: str) -> Iterator[Slots]:
    """The slots of each template: the lines of a fill, by the slot's number. Comments begin with a semicolon."""
    slots: Slots = {}
    number = ID
    for raw in text.splitlines():
        line = raw.rstrip()
        if not line or line.startswith(";"):
            continue
        head = _SLOT.match(line)
        if head and int(head[1]) == ID and slots:
            yield slots
            slots = {}
        number = int(head[1]) if head else number
        slots.setdefault(number, []).append((head[2] or "") if head else line.strip())
    if slots:
        yield slots


def _incident(message: str, slots: Slots) -> Incident:
    number = _first(slots, TEMPLATE)
    return Incident(
        message=message,
        number=number.split()[0],
        optional="OPTIONAL" in number,
        type=_first(slots, TYPE).split(" / ")[0].lstrip("?").strip(),
        days=days(_first(slots, DATE)),
        countries=tuple(name for way in _first(slots, LOCATION).split("/") if (name := _COUNTRY.sub("", way).strip(" ()?-"))),
        perpetrators=tuple(name for slot in (INDIVIDUAL, ORGANIZATION) for name in _strings(slots, slot)),
        confidence=tuple(
            told.strip() for fill in slots.get(CONFIDENCE, ()) if fill not in _EMPTY for told in fill.split(":")[0].lstrip("?").split(" / ")
        ),
        words=tuple(word for slot in _TARGETS for word in _strings(slots, slot)),
    )


def days(fill: str) -> tuple[Days, ...]:
    """The ways to date an incident: `03 JAN 90`, `25 OCT 89 - 31 OCT 89`, `- 14 MAR 89`, and several of them parted by slashes."""
    found = []
    for way in fill.split("/"):
        told = _DATES.search(way)
        if told:
            first, last = _day(*told.group(2, 3, 4)), _day(*told.group(5, 6, 7)) if told[5] else None
            if first:
                found.append(Days(None if told[1] else first, last or first))
    return tuple(found)


def _day(day: str, month: str, year: str) -> dt.date | None:
    """A day of the twentieth century; None for one that no calendar has, as keys have typing errors."""
    try:
        return None if int(year) < _EARLIEST else dt.date(_CENTURY + int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _strings(slots: Slots, slot: int) -> list[str]:
    """What stands in quotes in a slot, without the referent behind a colon's fill."""
    return [word.replace("\\", "").replace('"', "").strip() for fill in slots.get(slot, ()) for word in _STRING.findall(fill)]


def _first(slots: Slots, slot: int) -> str:
    return next(iter(slots.get(slot, ())), "").strip()
