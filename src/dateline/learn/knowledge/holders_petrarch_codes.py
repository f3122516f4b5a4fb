"""What a code of PETRARCH's dictionaries tells: country, sectors, office and spell."""

import calendar
import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.learn.knowledge.holders_rows import before

_SEEN: Final = "2014-01"  # the lists end here: how an open spell went on is not known
_BEGIN: Final = "030101"  # the lists of cabinets begin on this day: those in office then may have been long before
_TURN: Final = 20  # of years in two digits: the lists end in 2014
_OLDEST: Final = "1985"  # no conflict news that anyone codes is older
_CODE: Final = re.compile(r"\[([A-Z]{3,}) +([<>]?)(\d{6,8})(?:-(\d{6,8}))? *\](?:[^\[#]*#([^\[#]*))?")
_ROLES: Final = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "REB", "PTY", "REL")
_INTERNATIONAL: Final = {"UNO": "UNO", "EUR": "EUR"}
_STATES: Final = {"TMP": "TLS", "KSV": "XKX", "DDR": "DEU", "KNT": "KNA", "SUN": "RUS", "ROM": "ROU", "ZAR": "COD"}
_SAID: Final = (
    (r"president of the coeu", None),  # a foreign minister in the chair of the Union's council for half a year
    (r"\b(?:dep|deputy)\.? (?:pm|prime minister)\b", "deputy prime minister"),
    (r"^(?:acting )?(?:pm|prime minister)(?! of)\b", "prime minister"),
    (r"^chancellor of germany\b", "prime minister"),
    (r"^president(?! of (?:the )?(?:bundesrat|coeu))\b", "president"),
    (r"^foreign minister\b", "foreign minister"),
    (r"^supreme leader\b", "supreme leader"),
    (r"^(?:secretary of state|sec\.? state)\b", "secretary of state"),
    (r"^(?:sec\.? def|secretary of defense)\b", "defence secretary"),
    (r"^(?:national security advisor)\b", "national security adviser"),
    (r"^dci\b", "director of the CIA"),
    (r"^senator\b", "senator"),
    (r"^vice president\b", "vice president"),
)


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One coded spell; `seen` as in `Holder`."""

    country: str
    sectors: str
    office: str
    first: str
    last: str
    seen: str


def spells(line: str) -> list[Spell]:
    """The dated codes of a line that tell of a role held after 1985, but not those of former officials (ELI)."""
    return [spell for code in _CODE.findall(line) if (spell := _spell(*code))]


def _spell(whole: str, mark: str, start: str, end: str, said: str) -> Spell | None:
    country, sectors = _role(whole)
    first = "" if mark == "<" or start == _BEGIN else day(start, ends=False)
    last = day(start, ends=True) if mark == "<" else day(end, ends=True) if end else ""
    office = _office(said)
    told = sectors or country in {"UNO", "EUR", "IGO"}
    if not told or office is None or "ELI" in whole or (last and last < _OLDEST) or (first and before(last or _SEEN, first)):
        return None
    return Spell(country=country, sectors=sectors, office=office, first=first, last=last, seen="" if last else _SEEN)


def _role(code: str) -> tuple[str, str]:
    """Country and sectors: `TCDGOVMIL` is Chad's, GOV MIL; of a ministry of trade, GOVBUS, the minister is GOV only."""
    parts = [code[place : place + 3] for place in range(0, len(code), 3)]
    if parts[0] == "IGO":
        return next((_INTERNATIONAL[part] for part in parts[1:] if part in _INTERNATIONAL), "IGO"), ""
    roles = dict.fromkeys(part for part in parts[1:] if part in _ROLES)
    return _STATES.get(parts[0], parts[0]), " ".join(roles)


def _office(said: str) -> str | None:
    """The office that the comment tells, empty where it tells none; None where the code is to be left out."""
    lower = said.strip().lower()
    return next((office for pattern, office in _SAID if re.search(pattern, lower)), "")


def day(digits: str, *, ends: bool) -> str:
    """`yymmdd` or `yyyymmdd` as an ISO day, as a month at its first (with `ends` its last) day, as a year where it is neither."""
    whole = digits if len(digits) == len("19940922") else ("20" if int(digits[:2]) < _TURN else "19") + digits
    year, month, date = whole[:4], int(whole[4:6]), int(whole[6:8] or 0)
    if not 1 <= month <= len(calendar.month_name) - 1:
        return year
    length = calendar.monthrange(int(year), month)[1]
    coarse = date == (length if ends else 1) or not 1 <= date <= length
    return f"{year}-{month:02}" if coarse else f"{year}-{month:02}-{date:02}"


def joined(told: list[Spell]) -> list[Spell]:
    """Spells of one kind that touch made one, in the order of their kinds and first days."""
    made: list[Spell] = []
    for spell in sorted(told, key=lambda one: (one.country, one.sectors, one.office, one.first)):
        last = made[-1] if made else None
        if last and _kind(last) == _kind(spell) and (not last.last or not before(_next_month(last.last), spell.first or last.last)):
            ends = max([last, spell], key=lambda one: one.last or "9")
            made[-1] = replace(last, last=ends.last, seen=ends.seen)
        else:
            made.append(spell)
    return made


def _kind(spell: Spell) -> tuple[str, str, str]:
    return spell.country, spell.sectors, spell.office


def _next_month(last: str) -> str:
    year, month = int(last[:4]), int(last[5:7] or 12)
    return f"{year + month // 12}-{month % 12 + 1:02}"
