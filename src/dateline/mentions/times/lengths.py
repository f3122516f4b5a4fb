"""Units of time and how TIMEX3 writes so many of them."""

from typing import Final

from dateline.mentions.times.calendar import Unit

UNITS: Final[dict[str, Unit]] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "years": "year",
    "decades": "decade",
    "centuries": "century",
    "quarter": "quarter",
    "quarters": "quarter",
    "weekend": "weekend",
    "weekends": "weekend",
}
_LETTERS: Final = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "weekend": "WE"}
_HOURLY: Final = {"hour": "H", "hours": "H", "minute": "M", "minutes": "M", "second": "S", "seconds": "S"}


def length(word: str, count: str) -> str | None:
    """The TIMEX3 value of so many of a unit: `P3D`, `PT5H`; decades and centuries are counted in years."""
    if word in _HOURLY:
        return f"PT{count}{_HOURLY[word]}"
    if word.startswith("fortnight"):
        return f"P{2 * int(count) if count.isdecimal() else count}W"
    unit = UNITS.get(word)
    if unit is None:
        return None
    years = {"decade": 10, "century": 100}.get(unit)
    if years and count.isdecimal():
        return f"P{int(count) * years}Y"
    return f"P{count}{_LETTERS[unit]}"
