"""Heads of states and governments from Wikidata: every-politician's list of 2022 (CC0), the world leaders archive of 2026 (CC BY-SA)."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.knowledge.countries import countries
from dateline.learn.knowledge.holders_rows import Holder

_SEEN: Final = "2022-10"  # the day of every-politician's list: who was in office then may have left since
_POSITIONS: Final = (
    (r"(?:federal )?chancellor(?: of .*)?", "chancellor"),
    (r"taoiseach|(?:prime minister|premier)(?: of .*)?", "prime minister"),
    (r"president of (?!(?:the )?(?:government|council|european|senate|national|house|executive|governorate|pontifical)).*", "president"),
    (r"supreme leader of .*|leader of the islamic emirate.*", "supreme leader"),
    (r"governor-general of .*", "governor-general"),
    (r"emperor of japan|emperor", "emperor"),
    (r"emir of .*|emir", "emir"),
    (r"sultan of .*|sultan(?: and prime minister)?", "sultan"),
    (r"(?:king|monarch) .*|king|monarch|druk gyalpo|ngwenyama.*", "king"),
    (r"pope", "pope"),
    (r"president", "president"),
    (r"president of the european commission", "European Commission president"),
    (r"president of the european council", "European Council president"),
    (r"chairperson of the african union", "African Union chairperson"),
    (r"chairperson of the african union commission", "African Union commission chairperson"),
)
_QUEENS: Final = frozenset({"Elizabeth II", "Margrethe II of Denmark", "Margrethe II", "Beatrix of the Netherlands"})


def heads_of_2022(file: Path, codes: Mapping[str, str]) -> Iterator[Holder]:
    """Who was in office in 2021 and 2022, by year."""
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            country = codes.get(row["countryid"])
            name = re.sub(r" \(.*", "", row["officeholderLabel"])
            office = _office(row["positionLabel"], name)
            if country and office and row["start_year"]:
                place = countries().country(country)
                apart = place.kind == "breakaway"  # its president is not that of the state which claims it
                yield Holder(
                    name=re.sub(r",? (?:King|Grand Duke|Prince|Queen) of .*| of (?:the )?[A-Z].*", "", name),
                    country=place.code,
                    office=f"{office} of {place.name}" if apart else office,
                    sectors="PRE" if apart else "GOV",
                    first=row["start_year"],
                    last=row["end_year"],
                    seen="" if row["end_year"] else _SEEN,
                    wikidata=row["officeholder"],
                    source="Wikidata, 2022",
                )


def heads_of_2026(folder: Path, codes: Mapping[str, str]) -> Iterator[Holder]:
    """Who was in office on 22 August 2026 in the states that the archive follows, and whom they followed since it began."""
    for file in sorted(folder.glob("countries/*/current.json")):
        page = json.loads(file.read_text(encoding="utf-8"))
        country = codes[page["country"]["iso_code"]]
        for part, position in page["positions"].items():
            holder, title = position.get("current_holder") or {}, re.sub(r" \(.*", "", position["title_en"])
            borrowed = part == "head_of_state" and "(" in page["positions"]["head_of_government"]["title_en"]
            office = _office(title, holder.get("name_en") or "")
            # Where the archive has the head of government stand in for a king, or no day, the other sources know better.
            if office and holder.get("since") and not borrowed:
                yield _current(holder, country=country, office=office)
    for change in json.loads((folder / "changes/2026.json").read_text(encoding="utf-8"))["changes"]:
        code = {"uk": "GBR", "usa": "USA"}.get(change["country"], "")
        if code:
            office = _office(change["position_title"], "")
            yield _left(change["old_holder_en"], country=code, office=office, day=change["change_date"])


def _current(holder: Mapping[str, str | None], *, country: str, office: str) -> Holder:
    name, native = holder["name_en"] or "", holder.get("name_local") or ""
    since = holder["since"] or ""
    return Holder(
        name=name,
        aliases=(native,) if native and native != name else (),
        country=country,
        office=office,
        sectors="" if country in {"EUR", "IGO"} else "GOV",
        first=since.removesuffix("-01-01"),
        wikidata=holder.get("wikidata_id") or "",
        source="Wikidata, August 2026",
    )


def _left(name: str, *, country: str, office: str, day: str) -> Holder:
    return Holder(name=name, country=country, office=office, sectors="GOV", last=day, source="Wikidata, August 2026")


def _office(position: str, name: str) -> str:
    lower = position.lower()
    for pattern, office in _POSITIONS:
        if re.fullmatch(pattern, lower):
            return "queen" if office == "king" and name in _QUEENS else office
    return ""
