"""Distils armed groups from open tables.

`python -m dateline.learn.knowledge.armed_groups KNOWLEDGE_FOLDER src/dateline/knowledge/tables/actors` writes
`armed_groups_distilled.csv`; groups that stand in `armed_groups.csv`, which is entered by hand, or in the tables by hand of parties,
bodies, security services and international organisations are left out of it.

From UCDP's conflicts and non-state conflicts (CC BY 4.0): short, full and native names, ids, countries, years of fighting. Its ethnic
groups and supporters of parties are left out: their names are those of whole peoples. From PETRARCH's list of armed non-state actors
(MIT): names and other names of groups of the years up to 2013.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from dateline.knowledge.actors import COLUMNS, bare, rows
from dateline.knowledge.countries import countries

_CONFLICTS: Final = "ucdp_prio_acd/acd/input/v22.1/ucdp-prio-acd-221.csv"
_NON_STATE: Final = "ucdp_prio_acd/acd/input/v22.1/ucdp-nonstate-221.csv"
_PETRARCH: Final = "petrarch2_dicts/petrarch2/data/dictionaries/Phoenix.MilNonState.actors.txt"
_BY_HAND: Final = ("armed_groups.csv", "parties.csv", "bodies.csv", "security_services.csv", "international.csv")
_UCDP_SOURCE: Final = "UCDP 22.1"
_PETRARCH_SOURCE: Final = "PETRARCH2, 2013"
# UCDP 22.1 ends with 2021; who last fought in the ten years before is taken to go on.
_QUIET_SINCE: Final = 2012
_ORGANISED: Final = "1"  # UCDP's kind of non-state actors that have a name and an organisation of their own
# Where armed groups that fight no government are those of organised crime.
_CRIME: Final = frozenset({"MEX", "BRA", "HND", "GTM", "SLV", "ECU", "JAM", "HTI", "VEN", "PRI", "TTO"})
_TRANSNATIONAL: Final = "IMG"
_NOWHERE: Final = frozenset({_TRANSNATIONAL, "IGO", "UNO", "EUR"})  # where the bodies are that initials stand for in any country
# Names of countries in UCDP that the table of countries does not know; who fights Israel is from Palestine where nothing else is known.
_LOCATIONS: Final = {"Israel": "PSE", "DR Congo": "COD", "Congo": "COG", "Bosnia-Herzegovina": "BIH", "Hyderabad": "IND"}
_PETRARCH_COUNTRIES: Final = {"INT": _TRANSNATIONAL, "IMG": _TRANSNATIONAL, "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "GAZ": "PSE"}
# Names that say who leads or that anyone could bear, and governments: nothing that the press would call a group by.
_NO_NAMES: Final = re.compile(
    r"(?i)government of|^forces? |forces of|faction|supporters of|^opposition|military|^non |civilians|students|republic of"
    r"|^n/a$|^.{0,2}$|^\d+$|^[a-z]+ \d+$"
)
_SMALL: Final = frozenset({"of", "the", "for", "and", "in", "to", "a", "on", "by", "de", "la", "del", "al", "el", "y", "das", "do"})
_LEAST_WORDS: Final = 3  # of an English rendering of a native name: shorter ones are everybody's (`Islamic Party`)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A group as a source has it.

    `last` is the last year of its fighting, empty where that is late or not given; when it was founded, none of the sources says.
    """

    names: tuple[str, ...]
    country: str
    sectors: str
    source: str
    last: str = ""
    ucdp: str = ""

    def row(self) -> list[str]:
        """The line of the table."""
        name, *others = self.names
        return [name, "|".join(others), "group", self.country, self.sectors, "", "", self.last, "", self.ucdp, self.source]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sighting:
    """A group in one row of UCDP's."""

    id: str
    names: tuple[str, ...]
    country: str
    year: int
    against_state: bool


def ucdp_groups(knowledge: Path) -> list[Group]:
    """The named groups of UCDP, one for each id, by id."""
    found: dict[str, list[_Sighting]] = {}
    for sighting in (*_rebels(knowledge / _CONFLICTS), *_others(knowledge / _NON_STATE)):
        found.setdefault(sighting.id, []).append(sighting)
    groups = (_group(sightings) for _, sightings in sorted(found.items(), key=lambda item: int(item[0])))
    alone = [group for group in groups if group is not None]
    told = {name.casefold() for group in alone for name in group.names}
    return [*alone, *_allies(knowledge / _CONFLICTS, told)]


def _allies(file: Path, told: Set[str]) -> Iterator[Group]:
    """Those who are listed only beside allies: without an id, as names and ids of allies are listed in different orders."""
    found: dict[str, list[_Sighting]] = {}
    for row in rows(file):
        names = row["side_b"].split(", ")
        if row["gwno_b"] or len(names) == 1 or len(names) != len(row["side_b_id"].split(", ")):
            continue
        for name in set(names) - {name for name in names if name.casefold() in told}:
            listed = names_of(name, full="", native="")
            sighting = _Sighting(id="", names=listed, country=_country(row["location"]), year=int(row["year"]), against_state=True)
            found.setdefault(name, []).append(sighting)
    groups = (_group(sightings) for _, sightings in sorted(found.items()))
    yield from (group for group in groups if group is not None)


def _rebels(file: Path) -> Iterator[_Sighting]:
    """Who fought a government alone."""
    for row in rows(file):
        if row["gwno_b"] or "," in row["side_b_id"]:
            continue
        yield _Sighting(
            id=row["side_b_id"],
            names=names_of(row["side_b"], full="", native=""),
            country=_country(row["location"]),
            year=int(row["year"]),
            against_state=True,
        )


def _others(file: Path) -> Iterator[_Sighting]:
    for row in rows(file):
        if row["org"] != _ORGANISED:
            continue
        for side in ("side_a", "side_b"):
            if not row[f"{side}_components"]:
                yield _Sighting(
                    id=row[f"{side}_id"],
                    names=names_of(row[f"{side}_name"], full=row[f"{side}_name_fulltext"], native=row[f"{side}_name_mothertongue"]),
                    country=_country(row["location"]),
                    year=int(row["year"]),
                    against_state=False,
                )


def names_of(short: str, *, full: str, native: str) -> tuple[str, ...]:
    """The names of a group, the one to show first: the full one where the short one is initials, else the short one."""
    short, full, native = (re.sub(r" \(.*?\)|\s+$", "", name.replace("’", "'")) for name in (short, full, native))
    initials = sum(letter.isupper() for letter in short) > len(short) / 2
    listed = [full, short] if initials else [short, *([full] if len(full.split()) >= _LEAST_WORDS else [])]
    if native.casefold() != "n/a":
        listed.append(native)
    return tuple(dict.fromkeys(name for name in listed if name and "," not in name))


def _group(sightings: Sequence[_Sighting]) -> Group | None:
    # Full names stand only in some of the rows.
    ordered = sorted(sightings, key=lambda sighting: -len(sighting.names))
    names = tuple(dict.fromkeys(name for sighting in ordered for name in sighting.names if _usable(name)))
    country = Counter(sighting.country for sighting in sightings).most_common(1)[0][0]
    if not names or not country:
        return None
    against_state = any(sighting.against_state for sighting in sightings)
    last = max(sighting.year for sighting in sightings)
    return Group(
        names=names,
        country=country,
        sectors="CRM" if country in _CRIME and not against_state else "REB",
        last="" if last >= _QUIET_SINCE else str(last),
        ucdp=sightings[0].id,
        source=_UCDP_SOURCE if last >= _QUIET_SINCE else f"{_UCDP_SOURCE}; end not known",
    )


def _usable(name: str) -> bool:
    """Whether a name is a group's own, and none of a country or its people."""
    return not _NO_NAMES.search(name) and not countries().named(name)


@cache
def _country(location: str) -> str:
    """The code of the country of a location of UCDP's, the first where it lists several; empty where it is not known."""
    name = re.sub(r" \(.*?\)", "", location.split(", ", maxsplit=1)[0])
    return _LOCATIONS.get(name) or countries().code(name) or ""


def petrarch_groups(knowledge: Path) -> list[Group]:
    """The groups of PETRARCH's list of armed non-state actors whose country it gives."""
    text = (knowledge / _PETRARCH).read_text(encoding="utf-8")
    codes = {_TRANSNATIONAL, *(country.id for country in countries())}
    groups = []
    for block in re.split(r"\n\s*\n", text):
        lines = [line.split("#")[0].strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
        found = re.fullmatch(r"(.*?)\s*\[([A-Z]{3})[^\]]*\]", lines[0]) if lines else None
        if found is None:
            continue
        code = _PETRARCH_COUNTRIES.get(found[2], found[2])
        entries = (found[1], *(line.lstrip("+").split("[")[0] for line in lines[1:]))
        listed = dict.fromkeys(name for entry in entries for name in spelled_out(entry) if _usable(name))
        # Single words other than the name itself are renderings of it that stand for anything (`Youth`), unless they are initials.
        names = [name for number, name in enumerate(listed) if not number or " " in name or name.isupper()]
        if code in codes and names:
            groups.append(Group(names=tuple(names), country=code, sectors="REB", source=_PETRARCH_SOURCE))
    return groups


def spelled_out(entry: str) -> Iterator[str]:
    """The names that an entry of PETRARCH's gives: `ANTI-STATE_NUCLEI_(ASN)_` is `Anti-State Nuclei` and `ASN`."""
    words = entry.replace("_", " ").strip()
    initials = re.findall(r"\(([A-Z][A-Z0-9/-]{1,9})\)", words)
    plain = re.sub(r"\s*\([^)]*\)?", "", words).strip()
    if plain and "+" not in plain:
        yield plain if " " not in plain and len(plain) <= 5 else _titled(plain)  # noqa: PLR2004
    yield from initials


def _titled(name: str) -> str:
    words = ("-".join(part.capitalize() for part in word.split("-")) for word in name.lower().split())
    return " ".join(word.lower() if number and word.lower() in _SMALL else word for number, word in enumerate(words))


class Listed:
    """What is in a table already, by name."""

    def __init__(self, table: Iterable[Mapping[str, str]]) -> None:
        self._by_name: dict[str, list[Mapping[str, str]]] = {}
        for row in table:
            for name in (row["name"], *row["aliases"].split("|")):
                self._by_name.setdefault(bare(name), []).append(row)

    def same(self, group: Group) -> Mapping[str, str] | None:
        """The row of the same group: one with a name of several words in common, or with any where the country is the same as well."""
        for name in group.names:
            for row in self._by_name.get(bare(name), ()):
                if row["country"] in {group.country, *_NOWHERE} or (" " in bare(name) and row["kind"] == "group"):
                    return row
        return None


def distilled(groups: Iterable[Group], *, listed: Iterable[Mapping[str, str]]) -> list[Group]:
    """The groups that are not listed, each once; a later source gives nothing that an earlier one has, and takes none of its names."""
    hand, kept, taken = Listed(listed), list[Group](), set[tuple[str, str]]()
    for group in groups:
        keys = {(group.country, bare(name)) for name in group.names}
        if hand.same(group) is None and not keys & taken:
            kept.append(group)
            taken |= keys
    return sorted(kept, key=lambda group: (group.country, group.names[0]))


def main(arguments: list[str]) -> None:
    """Write the table."""
    knowledge, tables = map(Path, arguments)
    listed = [row for table in _BY_HAND for row in rows(tables / table)]
    groups = distilled([*ucdp_groups(knowledge), *petrarch_groups(knowledge)], listed=listed)
    with (tables / "armed_groups_distilled.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(group.row() for group in groups)


if __name__ == "__main__":
    main(sys.argv[1:])
