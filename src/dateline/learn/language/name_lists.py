"""The lists of names that ship with the English model, and the names that training swaps in."""

import csv
import gzip
import html
import importlib
import io
import json
import pkgutil
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from dateline.errors import UsageError
from dateline.language.names import KINDS

LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’. -]+")
CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g".split(" "),
        strict=True,
    )
)
ByLocale = dict[str, list[str]]


@dataclass(frozen=True)
class Names:
    """Names by kind (see `dateline.language.names.KINDS`), and given names and surnames by locale."""

    listed: dict[str, frozenset[str]]
    given: ByLocale
    surnames: ByLocale

    @cached_property
    def nationalities(self) -> frozenset[str]:
        """Words for peoples and what is theirs: `Burmese`, `Kurds`."""
        return self.listed["nationality"]

    @cached_property
    def countries(self) -> frozenset[str]:
        """Names of countries, in lower case."""
        return frozenset(name.lower() for name in self.listed["country"])

    def save(self, path: Path) -> None:
        """Writes the lists as `NameLists.load` reads them; the same names give the same bytes."""
        rows = [f"{kind}\t{name}\n" for kind in KINDS for name in sorted(self.listed[kind])]
        with path.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
            packed.write("".join(rows).encode())


def collect(knowledge: Path) -> Names:
    """Names from the tables in `knowledge`, from Faker's locales, and from the words in `names_by_hand.json`."""
    by_hand = json.loads((files("dateline.learn.language") / "names_by_hand.json").read_text(encoding="utf-8"))
    given, surnames = _faker()
    given |= {locale: names.split() for locale, names in by_hand["given"].items()}
    surnames |= {locale: names.split() for locale, names in by_hand["surname"].items()}
    listed: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for kind, name in [*_factbook(knowledge), *_codes(knowledge), *_geonames(knowledge), *_groups(knowledge), *_media(knowledge)]:
        listed[kind].add(name)
    listed["country"] |= set(by_hand["country"])
    listed["organisation"] |= set(by_hand["organisation"])
    listed["nationality"] |= set(by_hand["nationality"].split())
    listed["nationality"] |= {name + "s" for name in listed["nationality"] if " " not in name and name.endswith("n")}
    listed["given"] |= {name for names in given.values() for name in names}
    listed["surname"] |= {name for names in surnames.values() for name in names if name[0].isupper() or name.startswith("al-")}
    common = set(by_hand["common words"].split())
    return Names(
        {kind: frozenset(name for name in names if name not in common and len(name) > 1) for kind, names in listed.items()}, given, surnames
    )


def _factbook(knowledge: Path) -> Iterator[tuple[str, str]]:
    """Countries, nationalities, capitals, armed groups and rulers' surnames of the World Factbook (public domain)."""
    for path in sorted((knowledge / "factbook_json").glob("*/*.json")):
        if path.parent.name != "meta":
            yield from _factbook_page(json.loads(path.read_text(encoding="utf-8")))


def _factbook_page(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    government = page.get("Government", {})
    written = government.get("Country name", {})
    for field in ("conventional long form", "conventional short form", "former", "abbreviation"):
        text = re.sub(r"\(.*?\)", "", _text(written.get(field, {}))).split(";")[0]
        for part in map(str.strip, text.split(",") if field == "former" else [text]):
            if 2 < len(part) < 45 and part[0].isupper() and part.lower() != "none":  # noqa: PLR2004
                yield "country", part
    nationality = page.get("People and Society", {}).get("Nationality", {})
    for field in ("noun", "adjective"):
        for part in map(str.strip, re.split(r"[,;]| or |/", re.sub(r"\(.*?\)", " ", _text(nationality.get(field, {}))))):
            if part and part[0].isupper() and len(part.split()) < 3:  # noqa: PLR2004
                yield "nationality", part
    for value in page.get("Terrorism", {}).values():
        for part in re.split(r"[;,]", _text(value)):
            name = re.sub(r"\(.*?\)", " ", part).strip()
            if name and name[0].isupper() and len(name.split()) < 9 and "group" not in name:  # noqa: PLR2004
                yield "organisation", name
    executive = government.get("Executive branch", {})
    for field in ("chief of state", "head of government"):
        for name in re.findall(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}\b", _text(executive.get(field, {}))):
            yield "surname", name.title()
    capital = _text(government.get("Capital", {}).get("name", {}))
    if capital and len(capital.split()) < 4:  # noqa: PLR2004
        yield "city", capital.strip()


def _text(field: Any) -> str:  # noqa: ANN401 - a page of the factbook is what it is
    return html.unescape(re.sub(r"<[^>]+>", "", field.get("text", ""))) if isinstance(field, dict) else ""


def _codes(knowledge: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(knowledge / "datasets_country_codes/data/country-codes.csv"):
        for field in ("official_name_en", "UNTERM English Short", "CLDR display name"):
            name = re.sub(r"\(.*?\)", "", row.get(field) or "").strip()
            if 2 < len(name) < 45:  # noqa: PLR2004
                yield "country", name


def _geonames(knowledge: Path) -> Iterator[tuple[str, str]]:
    """Cities of more than 15,000 people, and first-order divisions (GeoNames, CC BY 4.0)."""
    with zipfile.ZipFile(knowledge / "geonames_cities15000/cities15000.zip") as packed:
        for line in io.TextIOWrapper(packed.open(packed.namelist()[0]), encoding="utf-8"):
            for name in line.split("\t")[1:3]:
                if len(name) > 2 and LATIN.fullmatch(name):  # noqa: PLR2004
                    yield "city", name
    with (knowledge / "geonames_cities15000/regionInfo.tsv").open(encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t"):
            for name in row[1:3]:
                if len(name) > 3 and LATIN.fullmatch(name) and name[0].isupper():  # noqa: PLR2004
                    yield "city", name


def _groups(knowledge: Path) -> Iterator[tuple[str, str]]:
    """Armed groups of UCDP (CC BY 4.0)."""
    for path in sorted((knowledge / "ucdp_prio_acd/acd").rglob("*.csv")):
        for row in _rows(path):
            for field in ("side_b", "side_a_name", "side_b_name", "org", "name"):
                name = (row.get(field) or "").strip()
                if 2 < len(name) < 60 and name[0].isupper() and not name.startswith("Government") and "," not in name:  # noqa: PLR2004
                    yield "organisation", name


def _media(knowledge: Path) -> Iterator[tuple[str, str]]:
    """State-linked media (MIT)."""
    for row in _rows(knowledge / "state_media_asd/State_Media_Matrix.csv"):
        first = next(
            (value for field, value in row.items() if field and ("outlet" in field.lower() or field.lower().startswith("media"))), ""
        )
        name = re.sub(r"\(.*?\)", "", first or "").strip()
        if 2 < len(name) < 50 and LATIN.fullmatch(name):  # noqa: PLR2004
            yield "organisation", name


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return list(csv.DictReader(lines))


def _faker() -> tuple[ByLocale, ByLocale]:
    """Given names and surnames of Faker's locales (MIT), in Latin letters."""
    try:
        from faker.providers import person
    except ImportError as error:
        raise UsageError("collecting names needs the package faker: pip install faker") from error
    given: ByLocale = {}
    surnames: ByLocale = {}
    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            for prefixes, table in ((("first_rom", "first_name", "unisex", "given"), given), (("last",), surnames)):
                found = sorted(_provided(provider, prefixes))
                if len(found) > 5:  # noqa: PLR2004
                    table[module.name] = found
    return given, surnames


def _provided(provider: Any, prefixes: tuple[str, ...]) -> set[str]:  # noqa: ANN401 - Faker's classes have no types
    names = set()
    for field in dir(provider):
        value = getattr(provider, field)
        if field.startswith(prefixes) and isinstance(value, list | tuple | dict):
            for entry in value:
                name = entry[-1] if isinstance(entry, tuple) else entry
                if isinstance(name, str) and LATIN.fullmatch(latin := _latin(name)) and len(latin) > 1 and latin[0].isupper():
                    names.add(latin)
    return names


def _latin(name: str) -> str:
    if not re.fullmatch("[А-яЁёІіЇїЄєҐґ-]+", name):
        return name
    return "-".join(part.capitalize() for part in "".join(CYRILLIC.get(sign, sign) for sign in name.lower()).split("-"))
