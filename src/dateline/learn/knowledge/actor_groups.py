"""Who was in a government or against one, from PETRARCH's dictionaries and UCDP's conflicts; and state media."""

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.learn.knowledge.actor_candidate import FIRST_DAY, LONGEST, Candidate, countries, day_within
from dateline.learn.knowledge.actor_office_holders import cased

_DICTIONARY_READ: Final = dt.date(2011, 3, 1)

_PERSON: Final = re.compile(r"[A-Z'-]{2,}(?:_[A-Z'-]{2,}){1,2}_")
_SPELL: Final = re.compile(r"\[(?P<country>[A-Z]{3})(?P<role>[A-Z]*)(?: (?P<dates>[<>]?\d{6,8}(?:-\d{6,8})?))?\]")
_TITLED: Final = {
    "+PRESIDENT_": "president",
    "+PRIME_MINISTER_": "prime minister",
    "+FOREIGN_MINISTER_": "foreign minister",
    "+DEFENSE_MINISTER_": "defence minister",
    "+DEFENCE_MINISTER_": "defence minister",
    "+CHANCELLOR_": "chancellor",
    "+KING_": "king",
    "+SECRETARY_OF_STATE_": "secretary of state",
    "+VICE_PRESIDENT_": "vice president",
}
_NOTED: Final = {
    "PM": "prime minister",
    "Prime Minister": "prime minister",
    "Foreign Minister": "foreign minister",
    "Secretary of State": "secretary of state",
    "Sec State": "secretary of state",
    "Sec Def": "secretary of defence",
    "Supreme Leader": "supreme leader",
    "President of Germany": "president",
    "Chancellor of Germany": "chancellor",
}
_SECTORS: Final = frozenset({"GOV", "ELI", "MIL", "REB", "OPP", "JUD", "LEG", "SPY"})
_TITLES: Final = re.compile(
    r"MINISTER|PRESIDENT|GENERAL|PARTY|COUNCIL|ARMY|GOVERN|SECRETAR|ACTING|KING_|QUEEN|PRINCE|SULTAN|EMBASSY|COMMISSION|FORCE|COMMITTEE"
)


def _date(digits: str) -> dt.date:
    if len(digits) == len("yymmdd"):
        digits = ("19" if digits[:2] > "30" else "20") + digits
    return dt.date(int(digits[:4]), min(max(int(digits[4:6]), 1), 12), min(max(int(digits[6:8]), 1), 28))


@dataclass(frozen=True, slots=True)
class _Spell:
    country: str
    role: str
    first: dt.date | None
    last: dt.date
    note: str


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    titles: frozenset[str]
    spells: tuple[_Spell, ...]


def _entries(path: Path) -> Iterator[_Entry]:
    """The entries of a dictionary: first name, offices that its synonyms carry, spells."""
    name, titles, spells = "", set[str](), list[_Spell]()
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), "END_"]:
        if line[:1].isspace():
            spells += _spell(line)
        elif line.startswith("+"):
            titles |= {office for start, office in _TITLED.items() if line.startswith(start)}
        elif line and not line.startswith("#"):
            if name and spells:
                yield _Entry(name, frozenset(titles), tuple(spells))
            name, titles, spells = line.split()[0], set(), []


def _spell(line: str) -> list[_Spell]:
    code, _, note = line.partition("#")
    match = _SPELL.search(code)
    if match is None:
        return []
    first, last = _ends(match["dates"]) if match["dates"] else (None, _DICTIONARY_READ)
    return [_Spell(match["country"], match["role"][:3], first, last, _NOTED.get(note.strip(), ""))]


def _ends(dates: str) -> tuple[dt.date, dt.date]:
    first, _, last = dates.strip("<>").partition("-")
    if dates.startswith("<"):
        return dt.date(1985, 1, 1), _date(first)
    return _date(first), _date(last) if last else _DICTIONARY_READ


def _titled(name: str) -> str:
    return " ".join(cased(word) for word in name.strip("_").split("_")).removeprefix("Sir ")


def dictionary(folder: Path) -> Iterator[Candidate]:
    """People with dated spells in a government or elsewhere between 1990 and 2011, and former ones after their last spell."""
    path = folder / "petrarch2_dicts" / "petrarch2" / "data" / "dictionaries" / "Phoenix.Countries.actors.txt"
    known = set(countries(folder).values())
    for entry in _entries(path):
        dated = [spell for spell in entry.spells if spell.first is not None]
        plain = _PERSON.fullmatch(entry.name) and not _TITLES.search(entry.name)
        if plain and dated and len({spell.country for spell in dated}) == 1 and dated[0].country in known:
            yield from _serving(entry, dated)
            yield from _former(entry, dated)


def _serving(entry: _Entry, dated: list[_Spell]) -> Iterator[Candidate]:
    spell = dated[int.from_bytes(entry.name.encode()[-3:], "big") % len(dated)]
    if spell.first is None or spell.role not in _SECTORS or spell.role == "ELI":
        return
    start, end = max(spell.first + dt.timedelta(days=20), FIRST_DAY), min(spell.last - dt.timedelta(days=20), _DICTIONARY_READ)
    also = [other for other in dated if other is not spell and other.first is not None and other.first <= end and other.last >= start]
    if start < end and not any(other.role != spell.role for other in also):
        office = spell.note or (min(entry.titles) if len(entry.titles) == 1 and [other.role for other in dated].count("GOV") == 1 else "")
        yield Candidate(_titled(entry.name), day_within(entry.name, start, end), spell.country, spell.role, office, "petrarch2_dicts")


def _former(entry: _Entry, dated: list[_Spell]) -> Iterator[Candidate]:
    final = max(spell.last for spell in dated)
    governed = any(spell.role == "GOV" and spell.last == final for spell in dated)
    if governed and entry.spells[-1].role == "ELI" and entry.spells[-1].first is None and dt.date(1990, 1, 1) < final < dt.date(2009, 1, 1):
        later = final + dt.timedelta(days=180)
        day = day_within(entry.name + "/", later, later + dt.timedelta(days=400))
        yield Candidate(_titled(entry.name), day, dated[0].country, "ELI", "", "petrarch2_dicts")


def groups(folder: Path) -> Iterator[Candidate]:
    """Armed opponents of one government, by UCDP's name for them, on a day of a year in which they fought; the full name where it tells.

    The place of the conflict stands for the country of the group, so those who fight Israel are left out.
    """
    located: dict[str, set[str]] = {}
    years: dict[str, set[int]] = {}
    for row in _conflicts(folder, "ucdp-prio-acd-221.csv"):
        for name in row["side_b"].split(", "):
            located.setdefault(name, set()).add(row["location"])
            years.setdefault(name, set()).add(int(row["year"]))
    sides = [
        (row[f"side_{side}_name"], row[f"side_{side}_name_fulltext"])
        for row in _conflicts(folder, "ucdp-nonstate-221.csv")
        for side in "ab"
    ]
    full = {short: name for short, name in sides if 0 < len(name) < LONGEST}
    for name, places in located.items():
        country = countries(folder).get(min(places).lower()) if len(places) == 1 else None
        fought = sorted(year for year in years[name] if year >= FIRST_DAY.year)
        if (
            country
            and country != "ISR"
            and fought
            and not re.search("Government|Forces of|Military|Republic|insurgents|faction|irregulars", name)
        ):
            year = fought[sum(name.encode()) % len(fought)]
            day = day_within(name, dt.date(year, 3, 1), dt.date(year, 12, 31))
            yield Candidate(full.get(name, name), day, country, "REB", "", "ucdp_prio_acd")


def _conflicts(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "ucdp_prio_acd" / "acd" / "input" / "v22.1" / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def outlets(folder: Path) -> Iterator[Candidate]:
    """State media companies, on a day of 2018 to 2023."""
    with (folder / "state_media_asd" / "State_Media_Matrix.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            country = countries(folder).get((row["Country"] or "").strip().lower())
            name = re.sub(r"\(.*?\)|\*", "", row["Media company"] or "").strip()
            if country and name and len(name) < LONGEST:
                yield Candidate(name, day_within(name, dt.date(2018, 1, 1), dt.date(2023, 12, 31)), country, "JRN", "", "state_media_asd")
