"""Distils outlets that are tied to a state from the State Media Matrix of the Alliance for Securing Democracy (MIT).

`python -m dateline.learn.knowledge.outlets State_Media_Matrix.csv src/dateline/knowledge/tables` writes `outlets_distilled.csv`. Outlets
that `outlets.csv` has, by name and country, are left out: what is entered by hand comes first.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dateline.knowledge.countries import Countries, countries
from dateline.knowledge.names import folded

HEADER: Final = ("name", "aliases", "kind", "country", "state", "control", "domain", "wikidata", "source")
SOURCE: Final = "State Media Matrix, February 2024"
ENCODING: Final = "utf-8-sig"

# Its typology: who pays, who appoints, who edits → whether the state decides what is published, and how it is tied.
TYPES: Final = {
    "SC": ("yes", "paid, run and edited by the state"),
    "CaPu": ("yes", "public, run and edited by the state, not paid by it"),
    "CaPr": ("yes", "private, edited as the state wants"),
    "ISFM": ("no", "paid and run by the state, edited independently"),
    "ISF": ("no", "paid by the state, edited independently"),
    "ISM": ("no", "run by the state, edited independently"),
    "IP": ("no", "public, independent"),
}
COUNTRIES: Final = {
    "UAE": "ARE",
    "Palestine territories": "PSE",
    "Europen Union": "EUR",
    "DR Congo": "COD",
    "Congo": "COG",
    "Macao": "MAC",
    "Hong Kong": "HKG",
    "The Gambia": "GMB",
    "Vatican City": "VAT",
}
# The first that fits what the outlet, or else its owner, is called.
_KINDS: Final = (
    (
        "agency",
        re.compile(
            r"(?i)\bagenc|\bagên|\bajans|news service|\bpress service|novosti|\b(?:TASS|BelTA|Antara|Bernama|Xinhua|SANA|PAP|MTI)\b"
        ),
    ),
    (
        "broadcaster",
        re.compile(r"(?i)\b(?:tv|tele\w*|radio\w*|rádio|televi\w*|fm|broadcast\w*|channel|canal|kanal|vision|tvr?\d*)\b|TV\b|\bTV"),
    ),
    ("magazine", re.compile(r"(?i)\b(?:magazine|revista|review|weekly|illustrated)\b")),
    ("site", re.compile(r"(?i)\.(?:ru|com|net|org)\b|\b(?:online|portal|website)\b")),
    (
        "paper",
        re.compile(
            r"(?i)\b(?:daily|times|herald|gazet\w*|newspaper\w*|press|pravda|post|news|mail|tribune|sun|star|jornal|diario|journal|"
            r"chronicle|observer|standard|mirror|bulletin|ribao|\w*zeitung|print\w*|publish\w*)\b"
        ),
    ),
)
BRACKETED: Final = re.compile(r"^(.*?)\s*\(([^()]{2,30})\)\s*\*?$")
_SORT: Final = re.compile(
    r"^(?:print(?: media)?|radio|tv|television|online|news agency|newspapers?|magazines?|other)\s*:\s*", re.IGNORECASE
)
_LANGUAGES: Final = frozenset(("english", "french", "arabic", "russian", "spanish", "german", "chinese", "turkish", "persian"))
_SHARED_HOSTS: Final = frozenset(
    ("facebook.com", "twitter.com", "x.com", "youtube.com", "instagram.com", "vk.com", "ok.ru", "t.me", "tiktok.com", "rutube.ru")
)


@dataclass(slots=True, kw_only=True)
class _Found:
    """What the rows for one outlet say together."""

    name: str
    aliases: list[str] = field(default_factory=list)
    kind: str
    type: str
    domains: list[str] = field(default_factory=list)


def distilled(matrix: Path, by_hand: Path) -> list[tuple[str, ...]]:
    """The rows of `outlets_distilled.csv`, sorted by country and name, without those of `by_hand`."""
    known = set(_hand_names(by_hand))
    with matrix.open(encoding=ENCODING, newline="") as lines:
        found = _found(csv.DictReader(lines), countries())
    rows = [
        (outlet.name, "|".join(outlet.aliases), outlet.kind, country, *TYPES[outlet.type], "|".join(outlet.domains), "", SOURCE)
        for (country, _), outlet in found.items()
        if known.isdisjoint((country, folded(name)) for name in (outlet.name, *outlet.aliases))
    ]
    return sorted(rows, key=lambda row: (row[3], folded(row[0])))


def _found(rows: Iterable[Mapping[str, str]], known: Countries) -> dict[tuple[str, str], _Found]:
    found: dict[tuple[str, str], _Found] = {}
    for row in rows:
        code = COUNTRIES.get(row["Country"].strip()) or known.code(row["Country"].strip())
        type_ = row["Typology"].strip().rstrip("?")
        names = [_told_apart(name, known) for name in _names(row["Main assets"] or row["Media company"])]
        if not code or type_ not in TYPES or not names:
            continue
        kind = _kind(names[0], row["Media company"])
        outlet = found.setdefault((code, folded(names[0])), _Found(name=names[0], kind=kind, type=type_))
        outlet.aliases += [name for name in names[1:] if name not in outlet.aliases]
        outlet.domains += [domain for domain in _domains(row) if domain not in outlet.domains]
    return found


def _names(cell: str) -> list[str]:
    """`Oromia Broadcasting Network (OBN)` as two names."""
    cell = _SORT.sub("", " ".join(cell.replace("|", " ").split()).strip(" *"))
    cell = re.sub(r"\s*\([^()]{31,}\)", "", cell)  # remarks
    if match := BRACKETED.match(cell):
        return [part.strip() for part in match.groups() if part.strip() and part.casefold() not in _LANGUAGES]
    return [cell] if cell else []


def _told_apart(name: str, known: Countries) -> str:
    """`Iran newspaper` for a paper that is called by the name of its country."""
    return f"{name} newspaper" if known.named(name) else name


def _kind(name: str, company: str) -> str:
    for text in (name, company):
        for kind, pattern in _KINDS:
            if pattern.search(text):
                return kind
    return "paper"


def _domains(row: Mapping[str, str]) -> Iterator[str]:
    address = row["URL"].strip()
    host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
    if "." in host and host not in _SHARED_HOSTS:
        yield host
    channel = urlsplit(row["Telegram Link"].strip()).path.strip("/").lower()
    if channel and "/" not in channel and not channel.endswith("_bot"):
        yield f"t.me/{channel}"


def _hand_names(table: Path) -> Iterator[tuple[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["name"], *row["aliases"].split("|")):
                yield row["country"], folded(name.partition(" (")[0])


def main(matrix: Path, tables: Path) -> None:
    """Writes `outlets_distilled.csv` into `tables`."""
    with (tables / "outlets_distilled.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(distilled(matrix, tables / "outlets.csv"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
