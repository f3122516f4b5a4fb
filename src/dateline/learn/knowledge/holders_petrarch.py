"""Members of governments, soldiers, judges and spies with their spells, to 2014, from PETRARCH's dictionaries of actors (MIT).

A block is a name, its synonyms (`+`), and codes with days: `[TCDGOVMIL 030101-060930]`. The days are those of lists of cabinets, which
come month by month: a spell from the first to the last day of a month is known to the month only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.learn.knowledge.holders_petrarch_codes import Spell, joined, spells
from dateline.learn.knowledge.holders_rows import Holder

SOURCE: Final = "PETRARCH, 2014"
# What no name of a person has in it, but synonyms with titles and the names of bodies do.
_TITLES: Final = re.compile(
    r"\b(?:PRESIDENT|MINISTER|PREMIER|CHANCELLOR|SECRETARY|GENERAL|GEN|AMBASSADOR|SENATOR|FORMER|KING|QUEEN|PRINCE|EMIR|SULTAN|CHIEF|MR|MS|MRS"
    r"|DR|GOVERNOR|COLONEL|LEADER|AYATOLLAH|SHEIKH|SPEAKER|JUSTICE|JUDGE|DEPUTY|VICE|PM|FM|THEN|BARON|VISCOUNT|MINISTRY|PARTY|GOVERNMENT"
    r"|ARMY|FORCES|POLICE|COUNCIL|COURT|ASSEMBLY|PARLIAMENT|COMMITTEE|OFFICE|DEPARTMENT|AGENCY|FRONT|MOVEMENT|UNION|STATE|REPUBLIC|NATIONAL"
    r"|INTERNATIONAL|FEDERAL|PROVINCE|CITY|BANK|ORGANI[SZ]ATION|ASSOCIATION|LEAGUE|SERVICES?|BUREAU|ADMINISTRATION|CABINET|SENATE|CONGRESS"
    r"|TROOPS|SOLDIERS|MILITARY|SECURITY|FOREIGN|DEFEN[SC]E|PRIME|ALLIANCE|COALITION|DISTRICT|REGION|LIBERATION|PEOPLE|UNITED|COMMISSION"
    r"|CENTER|FUND|JA[IY]SH|CONFERENCE|GROUP|BRIGADES?|PROGRAM(?:ME)?|MISSION)\b",
    re.IGNORECASE,
)
_STRANGE: Final = re.compile(r"[^\w\s.'’-]|\d")
_SMALL: Final = frozenset({"BIN", "BEN", "IBN", "DE", "DA", "DI", "DOS", "DU", "VAN", "VON", "DER", "DEN", "LA", "Y", "E", "AG", "OF"})
_SPANISH: Final = frozenset(
    (
        "ARG",
        "BOL",
        "CHL",
        "COL",
        "CRI",
        "CUB",
        "DOM",
        "ECU",
        "ESP",
        "GNQ",
        "GTM",
        "HND",
        "MEX",
        "NIC",
        "PAN",
        "PER",
        "PRY",
        "SLV",
        "URY",
        "VEN",
    )
)
_COMMON: Final = re.compile("ez$|Garcia$|Diaz$|Castro$|Silva$|Torres$")  # who bears one of these goes by both surnames
_OFTEN: Final = 3  # so many names that begin with a word make it a given name
_MOST_WORDS: Final = 6  # a longer name is no name that the press writes


@dataclass(frozen=True, kw_only=True)
class _Block:
    names: tuple[str, ...]
    spells: tuple[Spell, ...]


def members(files: Iterable[Path]) -> Iterator[Holder]:
    """Spells of persons; bodies, which stand among them, are left out."""
    blocks = [block for file in files for block in _blocks(file.read_text(encoding="utf-8", errors="replace").splitlines())]
    first_words = Counter(press_name(block.names[0]).split(" ")[0] for block in blocks)
    given = frozenset(word for word, times in first_words.items() if times >= _OFTEN)
    for block in blocks:
        persons = tuple(dict.fromkeys(person for name in block.names if (person := press_name(name))))
        if press_name(block.names[0]):
            yield from _holders(persons, block, given)


def _blocks(lines: Iterable[str]) -> Iterator[_Block]:
    names: list[str] = []
    told: list[Spell] = []
    for line in lines:
        plain = line.split("#", 1)[0]
        if not plain.strip():
            continue
        if not plain[0].isspace() and not line.startswith("+"):
            if names:
                yield _Block(names=tuple(names), spells=tuple(told))
            names, told = [], []
        if not plain[0].isspace():
            names.append(re.split(r"[\t\[]", plain, maxsplit=1)[0].strip(" +_\n"))
        told += spells(line)
    if names:
        yield _Block(names=tuple(names), spells=tuple(told))


def _shorter(name: str, country: str, given: frozenset[str]) -> tuple[str, ...]:
    """`Luis Valdivieso` for `Luis Valdivieso Montano`: of two Spanish surnames the press writes the first."""
    words = name.split(" ")
    start = next((place for place, word in enumerate(words) if place and word not in given), 0)
    surnames = words[start:]
    two = country in _SPANISH and start and len(surnames) == len(("father's", "mother's")) and not _COMMON.search(surnames[0])
    return (" ".join(words[:-1]),) if two and all(word[0].isupper() and len(word) > 1 for word in surnames) else ()


def press_name(name: str) -> str:
    """`Abdel Wahed Al Nur` from `ABDEL_WAHED_AL_NUR`; empty for titles, single words and what is no person."""
    words = [word for word in name.replace("_", " ").split(" ") if word]
    if not len(("given", "surname")) <= len(words) <= _MOST_WORDS or _TITLES.search(" ".join(words)) or _STRANGE.search(" ".join(words)):
        return ""
    return " ".join(_cased(word, first=not place) for place, word in enumerate(words))


def _cased(word: str, *, first: bool) -> str:
    if not first and word.upper() in _SMALL:
        return word.lower()
    if re.fullmatch(r"I{2,3}|IV|VI{0,3}", word):
        return word
    cased = re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)
    return re.sub(r"^(Mc)(\w)", lambda found: found[1] + found[2].upper(), cased)


def _holders(persons: tuple[str, ...], block: _Block, given: frozenset[str]) -> Iterator[Holder]:
    for spell in joined(list(block.spells)):
        yield Holder(
            name=persons[0],
            aliases=tuple(dict.fromkeys([*persons[1:], *_shorter(persons[0], spell.country, given)])),
            country=spell.country,
            office=spell.office,
            sectors=spell.sectors,
            first=spell.first,
            last=spell.last,
            seen=spell.seen,
            source=SOURCE,
        )
