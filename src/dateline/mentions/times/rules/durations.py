"""Rules for how long: three days, a two-week truce, months of talks."""

from dataclasses import replace
from typing import Final

from dateline.mentions.times.calendar import around, moved
from dateline.mentions.times.lengths import UNITS, length
from dateline.mentions.times.pattern import Hit, Rule, number, rule
from dateline.mentions.times.place import heading
from dateline.mentions.times.story import Answer, Story, unresolved
from dateline.mentions.times.words import CODES

_HALVES: Final = {"year": "P6M", "hour": "PT30M", "day": "PT12H", "century": "P50Y", "decade": "P5Y", "month": "P2W", "week": "P3D"}
_RATED: Final = frozenset("once twice times % percent million billion dlrs dollars euros tons tonnes barrels people".split())
_REFERRED: Final = frozenset("ago later earlier before after".split())
_BEFORE_UNITS: Final = frozenset("for in within of over after lasting took take takes last lasted spent follows the".split())
_AFTER_UNITS: Final = frozenset("of after before later earlier -".split())


def count_of(words: list[str]) -> str:
    """The number as TIMEX3 writes it; X where it is vague, decimals as they stand."""
    whole = number(words)
    return str(whole) if whole is not None else next((word for word in words if word[:1].isdigit()), "X")


def _counted(hit: Hit, story: Story) -> Answer | None:
    """`three days`, `about two weeks`, `12 to 18 months` (the shorter end)."""
    count = count_of(hit.words("count"))
    if hit.has("half") and count.isdecimal():
        count = f"{count}.5"
    value = length(hit.word("unit"), count)
    if value is None or _age(hit) or _year_number(hit) or _fraction(hit):
        return None
    plain = unresolved("DURATION", value)
    return _anchored(hit, story, plain) or _ahead(hit, story, plain) or plain


def _age(hit: Hit) -> bool:
    """`44-year-old`, `55 years old`: how old someone is, not how long something took."""
    return hit.line.lower(hit.last - 1) == "old" and hit.word("unit") in {"year", "years"}


def _year_number(hit: Hit) -> bool:
    """`World Cup 2018 day five`: the number is a year, not a count of the singular that follows."""
    unit = hit.at("unit")
    return hit.line.code[unit - 1] == CODES["YEAR"] and not hit.word("unit").endswith("s")


def _fraction(hit: Hit) -> bool:
    return hit.word("unit") == "quarters" and hit.following() == "of" and hit.number("count") in {2, 3}


def _anchored(hit: Hit, story: Story, plain: Answer) -> Answer | None:
    """`a day after E` dates E where the main clause has its day, told before in the same sentence; else nothing is claimed."""
    step = {"after": -1, "before": 1}.get(hit.following())
    count, main = hit.number("count"), story.here
    if step is None or count is None or UNITS.get(hit.word("unit")) != "day" or main is None:
        return None
    found = moved(main.first, step * count, "day")
    side = "before" if step < 0 else "after"
    return replace(plain, first=found, last=found, basis="relative", why=f"what follows lies {count} day(s) {side} {main.value}")


def _ahead(hit: Hit, story: Story, plain: Answer) -> Answer | None:
    """`in two weeks` of what is to come ends so far from the day of writing."""
    count, unit = hit.number("count"), UNITS.get(hit.word("unit"))
    if hit.previous() != "in" or count is None or unit is None or story.today is None or heading(hit, hit.at("unit")) <= 0:
        return None
    found = around(moved(story.today, count, unit), unit)
    return replace(plain, first=found.first, last=found.last, basis="relative", why=story.why)


def _single(hit: Hit, story: Story) -> Answer | None:
    """`a week`, `a month`: how long, or how often after a price or a number of things."""
    value = length(hit.word("unit"), "1")
    if value is None:
        return None
    if _rate(hit):
        return unresolved("SET", value)
    plain = unresolved("DURATION", value)
    return _anchored(hit, story, plain) or plain


def _rate(hit: Hit) -> bool:
    """Whether `a year` says per year: after an amount, a plural, or an adverb of number."""
    before = hit.previous()
    if before in _RATED or before[:1].isdigit():
        return True
    if hit.first == 0 or hit.following() in _REFERRED:
        return False
    word = hit.line.word(hit.first - 1)
    return word.upos == "NOUN" and "Number=Plur" in word.features


def _plural(hit: Hit, _story: Story) -> Answer | None:
    """`for weeks`, `months of talks`, `in years`: how long is open."""
    value = length(hit.word("unit"), "X")
    told = hit.previous() in _BEFORE_UNITS or hit.following() in _AFTER_UNITS
    return unresolved("DURATION", value) if told and value else None


def _half(hit: Hit, _story: Story) -> Answer | None:
    value = _HALVES.get(hit.word("unit"))
    return unresolved("DURATION", value) if value else None


def _long(hit: Hit, _story: Story) -> Answer | None:
    value = length(hit.word("unit"), "1")
    return unresolved("DURATION", value) if value else None


_AGED: Final = "(?:DASH? (?:LONG|OLD))?"
RULES: Final[tuple[Rule, ...]] = (
    rule(
        "counted",
        "(?:THE (?:ORD|LATEST)?|THESE)? APPROX? (?P<count>NUMBER|VAGUE|FEW) (?:DASH? (?:TO|OR|DASH) DASH? NUMBER)? (?P<half>AND AN HALF)? "
        f"(?:MORE|FULL|TRADING)? (?P<unit>UNIT|UNITS|TINY|TINIES|SECOND|QUARTERS|WEEKENDS) {_AGED} (?:OR SO)?",
        _counted,
    ),
    rule("three-day", f"(?P<count>NUMBER) DASH (?P<unit>UNIT|TINY|SECOND) {_AGED} PERIOD?", _counted),
    rule("single", "APPROX? (?P<count>AN) FULL? (?P<unit>UNIT|TINY|QUARTER|WEEKEND) (?!DASH)", _single),
    rule("half", "(?:AN|THE)? HALF (?:DASH? AN?)? DASH? (?P<unit>UNIT|TINY)", _half),
    rule("units", "(?P<unit>UNITS|TINIES)", _plural),
    rule("day-long", "(?P<unit>UNIT|TINY) DASH? LONG", _long),
)
