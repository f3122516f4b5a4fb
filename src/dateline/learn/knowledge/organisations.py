"""Distils security services, parties, parliaments and members of international bodies from the CIA World Factbook (public domain).

`python -m dateline.learn.knowledge.organisations KNOWLEDGE_FOLDER src/dateline/knowledge/tables` writes
`actors/security_services_distilled.csv`, `actors/parties_distilled.csv`, `actors/bodies_distilled.csv` and `members.csv`. What stands
in the tables of the same names without `_distilled`, and in `members_added.csv`, is entered by hand and left out.
"""

import csv
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from dateline.knowledge.actors import COLUMNS, bare, rows
from dateline.knowledge.countries import Country, NameForm, countries

MEMBER_HEADER: Final = ("organisation", "country", "first", "last", "source")
SOURCE: Final = "World Factbook, May 2026"
# The Factbook's initials of bodies → their names in `actors/international.csv`.
BODIES: Final = {
    "APEC": "Asia-Pacific Economic Cooperation",
    "ASEAN": "Association of Southeast Asian Nations",
    "AU": "African Union",
    "BIMSTEC": "BIMSTEC",
    "BRICS": "BRICS",
    "C": "Commonwealth of Nations",
    "Caricom": "Caribbean Community",
    "CE": "Council of Europe",
    "CELAC": "Community of Latin American and Caribbean States",
    "CEMAC": "Central African Economic and Monetary Community",
    "CIS": "Commonwealth of Independent States",
    "COMESA": "Common Market for Eastern and Southern Africa",
    "CPLP": "Community of Portuguese Language Countries",
    "CSTO": "Collective Security Treaty Organization",
    "EAC": "East African Community",
    "EAEU": "Eurasian Economic Union",
    "ECOWAS": "Economic Community of West African States",
    "EFTA": "European Free Trade Association",
    "EU": "European Union",
    "G-7": "Group of Seven",
    "G-20": "Group of Twenty",
    "G-77": "Group of 77",
    "GCC": "Gulf Cooperation Council",
    "IAEA": "International Atomic Energy Agency",
    "ICCt": "International Criminal Court",
    "IGAD": "Intergovernmental Authority on Development",
    "Interpol": "International Criminal Police Organization",
    "LAS": "Arab League",
    "Mercosur": "Mercosur",
    "NAM": "Non-Aligned Movement",
    "NATO": "NATO",
    "OAS": "Organization of American States",
    "OECD": "Organisation for Economic Co-operation and Development",
    "OIC": "Organisation of Islamic Cooperation",
    "OIF": "Organisation internationale de la Francophonie",
    "OPCW": "Organisation for the Prohibition of Chemical Weapons",
    "OPEC": "Organization of the Petroleum Exporting Countries",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "Pacific Alliance": "Pacific Alliance",
    "PIF": "Pacific Islands Forum",
    "SAARC": "South Asian Association for Regional Cooperation",
    "SADC": "Southern African Development Community",
    "SCO": "Shanghai Cooperation Organization",
    "UN": "United Nations",
    "UNASUR": "Union of South American Nations",
    "WTO": "World Trade Organization",
}
_BY_HAND: Final = ("armed_groups.csv", "bodies.csv", "companies.csv", "international.csv", "ngos.csv", "security_services.csv")
_FULL: Final = re.compile(r"(?P<initials>[^(]+?)(?: \((?:suspended|NGOs|compliant country)\))?")
# What a force is, and the sectors that follow; the first that fits counts.
_FORCES: Final = (
    (re.compile(r"(?i)gendarmerie|garde nationale|carabinier"), "COP MIL"),
    (re.compile(r"(?i)police|law enforcement|constabulary|public security|interior|border"), "COP"),
    (re.compile(r"(?i)intelligence|state security|secret service|mukhabarat|mabahith"), "SPY"),
    (re.compile(r"(?i)coast guard"), "COP MIL"),
    (re.compile(r"(?i)militia|volunteers|popular committee|paramilitary"), "PRM"),
    (re.compile(r"(?i)army|navy|naval|air force|force|guard|marine|corps|regiment|rifles|military|command|legion"), "MIL"),
)
_INTERIOR: Final = re.compile(
    r"(?i)^(?:[\w' ]*\b)?(?:ministry|ministries|department) (?:of|for) (?:the )?(?:interior|internal|home|police|public|security)|^interior"
)
# Words of names that any country's forces may bear.
_ANYBODYS: Final = frozenset(
    re.findall(
        r"\S+",
        """
        national state federal republican republic royal special army navy naval air force forces defense defence land ground coast border
        maritime marine marines guard guards police gendarmerie corps service services general directorate command units unit security
        armed and of the intelligence civil public reserve rapid intervention aerospace space territorial militia regiment component
        judicial volunteer presidential internal central interior operations people peoples military facilities emergency board
        protection auxiliary cyber cyberspace engineering digital logistics department construction regular medical health fire reserves
        protection auxiliary strategic missile missiles support states district council islamic united democratic
        """,
    )
)
# Initials of parties that are words of every text.
_WORDS: Final = frozenset(
    re.findall(
        r"\S+",
        """
        the and most per must real care man act fast pre star add gum cane map pen tap pin pact pit cope pros mar ash pads pun spa apt
        can all for new one our you his her who has had not are was now end aid war law pro con net art age air arm
        """,
    )
)
_OWN_FORMS: Final[tuple[NameForm, ...]] = ("name", "official", "short", "adjective", "demonym")  # of a country, no seats of power
_NO_FORCE: Final = re.compile(r"(?i).*\b(?:has|have)\b|ministry|ministries|department|office of|other")
_LONGEST: Final = 7  # words of a name: beyond, it is a sentence about one
_INITIALS: Final = re.compile(r"[A-ZÄÖÜÉŠČŽ][\w.'/+-]*[A-ZÄÖÜÉŠČŽ][\w.'/+-]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A force, party or parliament as the Factbook names it, the name to show first."""

    names: tuple[str, ...]
    kind: str
    country: str
    sectors: str

    def row(self) -> list[str]:
        """The line of the table."""
        return [self.names[0], "|".join(self.names[1:]), self.kind, self.country, self.sectors, "", "", "", "", "", SOURCE]


def pages(knowledge: Path) -> Iterator[tuple[Country, Mapping[str, Any]]]:
    """The pages of states, by country."""
    by_fips = {country.fips: country for country in countries() if country.fips and country.kind == "state"}
    for file in sorted((knowledge / "factbook_json").glob("*/*.json")):
        if (country := by_fips.get(file.stem.upper())) is not None:
            yield country, json.loads(file.read_text(encoding="utf-8"))


def _cell(page: Mapping[str, Any], *path: str) -> str:
    """The text of a cell, line breaks as new lines, without other markup; empty where the page has none."""
    found: Any = page
    for key in (*path, "text"):
        found = found.get(key) if isinstance(found, dict) else None
    text = html.unescape(found) if isinstance(found, str) else ""
    return re.sub(r"<[^>]+>", "", re.sub(r"<br */?>", "\n", text)).replace("’", "'").replace("\xa0", " ")


def forces(country: Country, cell: str) -> Iterator[Named]:
    """The forces of a cell: `Malian Armed Forces (Forces Armées Maliennes or FAMa): Army, Air Force; National Police (2025)`."""
    text = re.sub(r"\(\d{4}\)\s*$", "", cell.strip())
    for line in text.split("\n"):
        inside = False
        for part in re.split(r"[;,:](?![^(]*\))", line):
            inside = bool(_INTERIOR.search(part.strip())) or (inside and not re.match(r"(?i)\s*ministry", part))
            if (force := _force(country, part.strip(), interior=inside)) is not None:
                yield force


def _force(country: Country, part: str, *, interior: bool) -> Named | None:
    name, _, bracket = part.partition(" (")
    name = re.sub(r"^(?:the|and) ", "", name.strip(" .)"))
    if not name or not name[0].isupper() or len(name.split()) > _LONGEST or _NO_FORCE.match(name):
        return None
    sectors = next((sectors for pattern, sectors in _FORCES if pattern.search(name)), None)
    if sectors is None:
        return None
    names = [*_whose(country, name), *_bracketed(bracket.rstrip(") "))]
    spellings = [name.replace("Defense", "Defence") for name in names if "Defense" in name]
    return Named(
        names=tuple(dict.fromkeys([*names, *spellings])),
        kind="body",
        country=country.code,
        sectors="COP" if interior and sectors == "MIL" else sectors,
    )


def _whose(country: Country, name: str) -> list[str]:
    """The name, with the country's where it does not say whose it is: `Army` is the `Malian Army`; alone only where it is one of a kind."""
    if _own(country, name):
        return [name]
    distinct = [] if set(bare(name).split()) <= _ANYBODYS else [name]
    return [*(f"{adjective} {name}" for adjective in _adjectives(country)), f"{_called(country)} {name}", *distinct]


def _own(country: Country, name: str) -> bool:
    """Whether a name has a word that only the country's own names have."""
    words = {word for row in countries().names(country.id, *_OWN_FORMS) for word in bare(row.name).split()} - _ANYBODYS
    return bool(words & set(bare(name).split()))


def _adjectives(country: Country) -> list[str]:
    """The country's usual adjective, the first of several; none where another state has it as well (`Congolese`, `Korean`)."""
    usual = [row.name for row in countries().names(country.id, "adjective")][:1]
    return [name for name in usual if len({row.id for row in countries().named(name) if row.form == "adjective"}) == 1]


def _called(country: Country) -> str:
    """What the press calls a country whose short name tells two by their capitals."""
    return {"COD": "DR Congo", "COG": "Republic of the Congo"}.get(country.id, country.name)


def _bracketed(text: str) -> Iterator[str]:
    """The other names that a bracket gives: `Forces Armées Maliennes or FAMa`, `aka Arab Army`; nothing for what a force includes."""
    if re.search(r"(?i)include|ministry|responsible|under|operations|also|former|regime", text):
        return
    for part in re.split(r", aka |; aka |aka |, | or |; ", text):
        name = re.sub(r"^the ", "", part.strip(" ()"))
        if set(bare(name).split()) <= _ANYBODYS:
            continue
        if len(name) > 2 and name[0].isupper() and not set(name) & set("()") and len(name.split()) <= _LONGEST:  # noqa: PLR2004
            yield name


def parties(country: Country, cell: str) -> Iterator[Named]:
    """The parties of a cell, one a line: `Justice and Development Party or AKP`, `Revolutionary Party (Chama Cha Mapinduzi) or CCM`."""
    for line in cell.split("\n"):
        text = re.sub(r"\((?:formerly|includes|formed|also|note|led)[^)]*\)|; note.*", "", line).strip(" :")
        name, *others = re.split(r" or | \(|\) or |\)|/(?=[A-Z]{3})", text)
        names = [name.strip(), *(other.strip(" ,;") for other in others)]
        kept = [name for name in names[1:] if _another(name)]
        if (
            " " in bare(names[0])
            and names[0][0].isupper()
            and len(names[0].split()) <= _LONGEST
            and not re.search(r"[:.]|parties|only|note", text)
        ):
            yield Named(names=tuple(dict.fromkeys([names[0], *kept])), kind="party", country=country.code, sectors="PTY")


def _another(name: str) -> bool:
    """Whether a party may be told by this other name: initials that are no word, or a name of several words."""
    if " " in name:
        return name[0].isupper()
    return bool(_INITIALS.fullmatch(name)) and len(name) > 2 and name.casefold() not in _WORDS  # noqa: PLR2004


def parliaments(country: Country, page: Mapping[str, Any]) -> Iterator[Named]:
    """The parliament and its chambers: `National Assembly (Bunge)` is the `National Assembly of Tanzania`, the `Tanzanian parliament`."""
    adjectives = _adjectives(country)
    called = _called(country)
    whose = f"{called}'" + ("" if called.endswith("s") else "s")
    for branch in ("Legislative branch", "Legislative branch - lower chamber", "Legislative branch - upper chamber"):
        for key in ("legislature name", "chamber name"):
            name, _, native = _cell(page, "Government", branch, key).split(" - ")[0].strip(") ").partition(" (")
            if not name:
                continue
            names = [f"{name} of {called}", *(f"{adjective} {name}" for adjective in adjectives), f"{whose} {name}"]
            if _own(country, name):
                names = [name]
            if key == "legislature name":
                names += [f"{adjective} parliament" for adjective in adjectives]
            names += [native] if native and not re.search(r"[(]| - ", native) else []
            yield Named(names=tuple(dict.fromkeys(names)), kind="body", country=country.code, sectors="LEG")


def members(country: Country, cell: str) -> Iterator[str]:
    """The bodies of a cell of which the country is a full member, suspended or not; not where it observes, applies or is a partner."""
    for part in re.split(r", (?![^(]*\))", cell):
        found = _FULL.fullmatch(part.strip())
        if found and found["initials"] in BODIES and country.kind == "state":
            yield BODIES[found["initials"]]


def unlisted(found: Iterable[Named], *, listed: Iterable[Mapping[str, str]], taken: frozenset[str] = frozenset()) -> list[Named]:
    """What is not `listed` for its country, each once, by country and name.

    Other names that several share, that a country has or that are `taken` (bare single words that others are better known by) are left
    out.
    """
    hand = {(row["country"], bare(name)) for row in listed for name in (row["name"], *row["aliases"].split("|"))}
    once: dict[tuple[str, str], Named] = {}
    for named in found:
        if not {(named.country, bare(name)) for name in named.names} & hand:
            once.setdefault((named.country, bare(named.names[0])), named)
    shared = Counter(key for named in once.values() for key in {bare(name) for name in named.names})
    kept = [
        replace(
            named,
            names=tuple(name for name in named.names if name == named.names[0] or (_single(name, shared) and bare(name) not in taken)),
        )
        for named in once.values()
    ]
    return sorted(kept, key=lambda named: (named.country, named.names[0]))


def _single(name: str, shared: Mapping[str, int]) -> bool:
    """Whether one bearer alone goes by a name, and no country does."""
    return shared[bare(name)] == 1 and not countries().named(name)


def member_rows(knowledge: Path, *, listed: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """The lines of `members.csv`, by organisation; none of a body whose members are entered by hand."""
    by_hand = {row["organisation"] for row in listed}
    return sorted(
        [organisation, country.code, "", "", SOURCE]
        for country, page in pages(knowledge)
        for organisation in members(country, _cell(page, "Government", "International organization participation"))
        if organisation not in by_hand
    )


def main(arguments: list[str]) -> None:
    """Write the four tables."""
    knowledge, tables = map(Path, arguments)
    every = list(pages(knowledge))
    found = {
        "security_services": [
            force
            for country, page in every
            for force in forces(country, _cell(page, "Military and Security", "Military and security forces"))
        ],
        "parties": [party for country, page in every for party in parties(country, _cell(page, "Government", "Political parties"))],
        "bodies": [body for country, page in every for body in parliaments(country, page)],
    }
    # Initials that the press uses for what is entered by hand.
    by_hand = [row for table in _BY_HAND for row in rows(tables / "actors" / table)]
    taken = frozenset(bare(name) for row in by_hand for name in (row["name"], *row["aliases"].split("|")) if " " not in name)
    for name, named in found.items():
        listed = [row for table in (f"{name}.csv", "armed_groups.csv", "bodies.csv", "ngos.csv") for row in rows(tables / "actors" / table)]
        lines = (row.row() for row in unlisted(named, listed=listed, taken=taken))
        _write(tables / "actors" / f"{name}_distilled.csv", COLUMNS, lines)
    _write(tables / "members.csv", MEMBER_HEADER, member_rows(knowledge, listed=rows(tables / "members_added.csv")))


def _write(file: Path, header: Iterable[str], lines: Iterable[Iterable[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
