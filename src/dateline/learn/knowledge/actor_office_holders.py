"""Who held which office, from the World Factbook, two archives of Wikidata, and the members of the United States Congress."""

import csv
import datetime as dt
import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dateline.extract.months import month
from dateline.learn.knowledge.actor_candidate import FIRST_DAY, MARGIN, Candidate, countries, day_within

_FACTBOOK_READ: Final = dt.date(2026, 1, 20)  # its latest holders took office in January 2026; changes of March 2026 are not in it
_ARCHIVE_READ: Final = dt.date(2026, 8, 22)
_HOLDERS_READ: Final = dt.date(2022, 9, 1)  # a snapshot of October 2022
_CONGRESS_READ: Final = dt.date(2026, 6, 1)

_OFFICES: Final = (
    "president",
    "prime minister",
    "king",
    "chancellor",
    "supreme leader",
    "vice president",
    "emir",
    "sultan",
    "grand duke",
)
_HELD: Final = re.compile(
    r"^(?P<title>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<name>[^,;(]+?) \(since (?P<day>\d{1,2} \w+ \d{4}|\w+ \d{4}|\d{4})\)"
)


def _day(text: str) -> dt.date | None:
    match = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text)
    number = month(match[2]) if match else None
    return dt.date(int(match[3]), number, int(match[1])) if match and number else None


def _spoken(name: str) -> str:
    """A name of the Factbook as the press has it: the first given name and the surname that stands in capitals."""
    name = re.sub(r"\b(Gen|Sr|Col|Capt|Dr|Sir|Dame)\.? ", "", name).strip()
    words = name.split()
    capital = [at for at, word in enumerate(words) if len(bare := re.sub("^(al|el)-", "", word)) > 1 and bare.upper() == bare]
    if not capital:
        return name
    surname = " ".join(cased(words[at]) for at in capital)
    before = [word for word in words[: capital[0]] if not re.fullmatch(r"[A-Z]\.", word)]
    if before:
        return f"{before[0]} {surname}"
    return " ".join([surname, *words[capital[-1] + 1 : capital[-1] + 2]])


def cased(word: str) -> str:
    """A word in capitals with its first letters alone in capitals: `El-Sisi`, `Ramos-Horta`; numbers of kings stay."""
    if re.fullmatch("[IVX]+", word) and word != "XI":  # the surname, not the number
        return word
    return re.sub(
        r"(?<!['’])[^\W\d_]+", lambda match: match[0] if match[0] in {"al", "el"} else match[0].capitalize(), word.replace("'S", "'s")
    )


def _pages(folder: Path) -> Iterator[tuple[str, dict[str, dict[str, object]]]]:
    for path in sorted((folder / "factbook_json").glob("*/*.json")):
        country = countries(folder).get(path.stem.upper())
        government = json.loads(path.read_text(encoding="utf-8")).get("Government")
        if country and government:
            yield country, government


def _text(cell: object) -> str:
    text = cell.get("text", "") if isinstance(cell, dict) else ""
    return html.unescape(re.sub("<[^>]+>", " ", str(text)))


def factbook(folder: Path) -> Iterator[Candidate]:
    """Heads of state and of government in January 2026; none of dependent territories, and kings at home only."""
    for country, government in _pages(folder):
        if "dependency" in _text(government.get("Dependency status")) or government.get("Dependency status"):
            continue
        branch = government.get("Executive branch", {})
        for part in ("chief of state", "head of government"):
            match = _HELD.match(_text(branch.get(part)).replace("Amir ", "Emir "))
            since = _day(match["day"]) if match else None
            if match is None or since is None or match["title"].lower() not in _OFFICES or "represented" in _text(branch.get(part)):
                continue
            day = day_within(match["name"], max(since + MARGIN, dt.date(2023, 6, 1)), _FACTBOOK_READ)
            if since + MARGIN <= _FACTBOOK_READ:
                yield Candidate(_spoken(match["name"]), day, country, "GOV", match["title"].lower(), "factbook_json")


def embassies(folder: Path) -> Iterator[Candidate]:
    """Ambassadors in Washington and those of the United States abroad, on a day of January 2026."""
    for country, government in _pages(folder):
        for part, sender in (("Diplomatic representation in the US", country), ("Diplomatic representation from the US", "USA")):
            match = _HELD.match(_text(government.get(part, {}).get("chief of mission")))
            since = _day(match["day"]) if match else None
            if match is not None and since is not None and match["title"] == "Ambassador" and since > dt.date(2020, 1, 1):
                last = min(since + dt.timedelta(days=500), _FACTBOOK_READ)
                if since + MARGIN < last:
                    yield Candidate(
                        _spoken(match["name"]),
                        day_within(match["name"], since + MARGIN, last),
                        sender,
                        "GOV",
                        "ambassador",
                        "factbook_json",
                    )


def archive(folder: Path) -> Iterator[Candidate]:
    """Presidents, prime ministers and chancellors of G20 and ASEAN members between June and August 2026."""
    positions = json.loads((folder / "world_leaders_archive" / "data" / "current" / "by-position.json").read_text(encoding="utf-8"))
    offices = {
        "presidents": "president",
        "prime-ministers": "prime minister",
        "prime_ministers": "prime minister",
        "chancellors": "chancellor",
    }
    monarchs = {leader["name_en"] for leader in positions.get("monarchs", ())}
    for kind, office in offices.items():
        for leader in positions.get(kind, ()):
            place, name = leader["country"], leader["name_en"]
            country = countries(folder).get({"uk": "united kingdom", "usa": "united states"}.get(place, place.replace("_", " ")))
            if country and name not in monarchs and leader["since"]:
                first = max(dt.date.fromisoformat(leader["since"][:10]) + dt.timedelta(days=10), dt.date(2026, 6, 1))
                if first <= _ARCHIVE_READ:
                    yield Candidate(name, day_within(name, first, _ARCHIVE_READ), country, "GOV", office, "world_leaders_archive")


def _position(label: str) -> str:
    head = label.split(" of ", maxsplit=1)[0].lower()
    return {"premier": "prime minister", "federal chancellor": "chancellor", "monarch": "", "emir": "emir"}.get(
        head, head if head in _OFFICES else "?"
    )


def holders(folder: Path) -> Iterator[Candidate]:
    """Those in office in 2021 and 2022, on a day of a year that is wholly theirs, and again well after their last year."""
    with (folder / "everypol_world_leaders_2021" / "data" / "wikidata.csv").open(encoding="utf-8") as lines:
        spells = list(csv.DictReader(lines))
    holding = {spell["officeholder"] for spell in spells if not spell["end_year"]}
    for spell in spells:
        country, office = countries(folder).get(spell["country"].lower()), _position(spell["positionLabel"])
        if not country or office == "?" or not spell["start_year"]:
            continue
        name, start, end = spell["officeholderLabel"], int(spell["start_year"]), int(spell["end_year"] or 2023)
        last = min(dt.date(end - 1, 12, 31), _HOLDERS_READ)
        first = dt.date(start + 1, 1, 1)
        if first < last:
            for day in {day_within(name, max(first, FIRST_DAY), last), day_within(name + "/", max(first, dt.date(2021, 3, 1)), last)}:
                if first <= day <= last:
                    yield Candidate(name, day, country, "GOV", office, "everypol_world_leaders_2021")
        if spell["end_year"] and spell["officeholder"] not in holding:
            day = day_within(name, dt.date(end + 1, 2, 1), dt.date(end + 1, 8, 31))
            yield Candidate(name, day, country, "ELI", "", "everypol_world_leaders_2021")


_TERMS: Final = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}


def _people(path: Path) -> Iterator[tuple[str, list[tuple[str, dt.date, dt.date]]]]:
    """The people of a file of congress-legislators, whose YAML has one key a line: name, terms as kind, first and last day."""
    for block in re.split(r"^- (?=id:)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        parts = dict(re.findall(r"^    (first|middle|last|nickname): (.*)$", block, flags=re.MULTILINE))
        name = f"{parts.get('nickname') or parts['first']} {parts['last']}".replace("'", "").replace('"', "")
        if parts["last"] == "Bush" and parts.get("middle", "").startswith("W"):
            name = "George W. Bush"
        starts = re.findall(r"^  - type: (\w+)\n    start: '(\S+)'\n    end: '(\S+)'", block, flags=re.MULTILINE)
        yield name, [(kind, dt.date.fromisoformat(start), dt.date.fromisoformat(end)) for kind, start, end in starts]


def executive(folder: Path) -> Iterator[Candidate]:
    """Presidents and vice-presidents since 1990, in office and after it."""
    for name, terms in _people(folder / "us_congress" / "executive.yaml"):
        for kind, start, end in terms:
            first, last = max(start + dt.timedelta(days=5), FIRST_DAY), min(end - dt.timedelta(days=5), _FACTBOOK_READ)
            if first < last:
                yield Candidate(name, day_within(f"{name} {start}", first, last), "USA", "GOV", _TERMS[kind], "us_congress")
            later = end + dt.timedelta(days=200)
            if (
                end > FIRST_DAY
                and later + dt.timedelta(days=300) < _FACTBOOK_READ
                and not any(end <= other < end + dt.timedelta(days=800) for _, other, _ in terms)
            ):
                yield Candidate(name, day_within(name, later, later + dt.timedelta(days=300)), "USA", "ELI", "", "us_congress")


def congress(folder: Path) -> Iterator[Candidate]:
    """Members of Congress of June 2026 on a day of one of their terms."""
    for name, terms in _people(folder / "us_congress" / "legislators-current.yaml"):
        kind, start, end = terms[int.from_bytes(hashlib.sha256(name.encode()).digest()[5:7], "big") % len(terms)]
        first, last = max(start + dt.timedelta(days=5), FIRST_DAY), min(end - dt.timedelta(days=5), _CONGRESS_READ)
        if first < last:
            yield Candidate(name, day_within(name, first, last), "USA", "LEG", _TERMS[kind], "us_congress")
