"""The words that times are told with, each with its class; the rules are written in these classes."""

from functools import cache
from typing import Final

_MONTHS: Final = "january february march april may june july august september october november december"
_SHORT_MONTHS: Final = "jan feb mar apr jun jul aug sep sept oct nov dec"
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT_DAYS: Final = "mon tue tues wed thu thur thurs fri sat sun"
_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_DECADES: Final = "twenties thirties forties fifties sixties seventies eighties nineties"
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
# One class a word. A word that can be two things (may, second, fall) is looked at again in `line`.
_WORDS: Final = {
    "MONTH": _MONTHS,
    "ABBR": _SHORT_MONTHS,
    "WEEKDAY": _WEEKDAYS,
    "WEEKDAYS": " ".join(f"{word}s" for word in _WEEKDAYS.split()),
    "SHORTDAY": _SHORT_DAYS,
    "CARDINAL": f"single {_ONES} {_TENS}",
    "HUNDRED": "hundred thousand million billion",
    "ORDINAL": _ORDINALS.replace("second ", "") + " thirtieth final",
    "SECOND": "second",
    "TENS": _DECADES,
    "UNIT": "day week month year decade century fortnight",
    "UNITS": "days weeks months years decades centuries fortnights",
    "TINY": "hour minute",
    "TINIES": "hours minutes seconds",
    "QUARTER": "quarter",
    "QUARTERS": "quarters",
    "HALF": "half",
    "PERIOD": "period",
    "WEEKEND": "weekend",
    "WEEKENDS": "weekends",
    "SEASON": "spring summer fall autumn winter",
    "RELDAY": "today tomorrow yesterday",
    "TONIGHT": "tonight overnight",
    "PART": "morning afternoon evening night",
    "INSTANT": "noon midday midnight dawn dusk daybreak sunrise sunset nightfall",
    "AN": "a an",
    "THE": "the",
    "ITS": "its their his her our my",
    "THIS": "this",
    "THESE": "these",
    "THAT": "that",
    "SAME": "same corresponding comparable",
    "CURRENT": "current present",
    "LATEST": "latest",
    "LAST": "last past",
    "PREVIOUS": "previous preceding prior",
    "NEXT": "next coming upcoming",
    "FOLLOWING": "following",
    "RECENT": "recent",
    "EACH": "every each",
    "PER": "per",
    "OTHERWORD": "other",
    "AGO": "ago",
    "BACK": "back",
    "EARLIER": "earlier previously",
    "LATER": "later",
    "BEFORE": "before",
    "AFTER": "after",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "END": "end close",
    "START": "beginning start",
    "MIDDLE": "middle",
    "OF": "of",
    "IN": "in",
    "AT": "at",
    "ON": "on",
    "BY": "by",
    "SINCE": "since",
    "FROM": "from",
    "UNTIL": "until till",
    "THROUGH": "through thru",
    "TO": "to",
    "AND": "and",
    "OR": "or",
    "ABOUT": "about around nearly almost roughly approximately some",
    "MORE": "more less fewer",
    "THAN": "than",
    "LEAST": "least most",
    "UP": "up",
    "SO": "so",
    "FEW": "few several many",
    "COUPLE": "couple",
    "DOZEN": "dozen dozens",
    "FULL": "full entire whole",
    "TRADING": "trading working business calendar consecutive straight successive",
    "LONG": "long",
    "OLD": "old",
    "AM": "am pm a.m p.m a.m. p.m.",
    "ZONE": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist eet msk",
    "LOCAL": "local",
    "TIME": "time",
    "BEING": "being",
    "HOURS": "hrs",
    "OCLOCK": "o'clock o’clock",
    "FISCAL": "fiscal financial",
    "ELECTION": "election",
    "CHRISTMAS": "christmas thanksgiving easter halloween",
    "GOOD": "good",
    "NEW": "new",
    "VALENTINE": "valentine",
    "EVE": "eve",
    "NOW": "now currently nowadays",
    "RIGHT": "right",
    "RECENTLY": "recently lately",
    "SOON": "soon shortly",
    "THEN": "then",
    "FUTURE": "future",
    "NEAR": "near",
    "MOMENT": "moment",
    "DATE": "date",
    "DAILY": "daily hourly nightly weekly biweekly fortnightly monthly quarterly yearly annually",
    "Q": "q",
    "H": "h",
    "S": "s",
    "DOT": ".",
    "COMMA": ",",
    "DASH": "- – — ‑",
    "SLASH": "/",
    "APOS": "' ’",
}
# Shapes of tokens with digits, see `line`.
_SHAPES: Final = ("DAYNUM", "YEAR", "NUMERAL", "CLOCK", "NTH", "DECADE", "ISO", "OTHER")

# What makes a sentence worth a closer look; the rest (the, of, first …) only helps.
_TRIGGERS: Final = (
    "MONTH ABBR WEEKDAY WEEKDAYS TENS UNIT UNITS TINY TINIES QUARTER QUARTERS WEEKEND WEEKENDS SEASON RELDAY TONIGHT PART INSTANT AM ZONE "
    "HOURS OCLOCK NOW RECENTLY SOON THEN FUTURE MOMENT DAILY CHRISTMAS RECENT CURRENT TIME LAST PERIOD EVE DATE"
)
_SPOKEN_YEARS: Final = frozenset({"nineteen"})  # `nineteen ninety-six` may be all that a sentence tells

_FIRST_LETTER: Final = 0x4E00  # a block of letters that regular expressions give no meaning to
CODES: Final = {name: chr(_FIRST_LETTER + number) for number, name in enumerate((*_WORDS, *_SHAPES))}

MONTHS: Final = {
    word: _MONTHS.split().index(name) + 1
    for word in f"{_MONTHS} {_SHORT_MONTHS}".split()
    for name in _MONTHS.split()
    if name.startswith(word[:3])
}
WEEKDAYS: Final = {
    word: at for at, name in enumerate(_WEEKDAYS.split()) for word in f"{_WEEKDAYS} {_SHORT_DAYS}".split() if name.startswith(word[:3])
}
NUMBERS: Final = (
    {word: at for at, word in enumerate(_ONES.split(), 1)}
    | {word: 10 * at for at, word in enumerate(_TENS.split(), 2)}
    | {"a": 1, "an": 1, "single": 1, "couple": 2, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
)
ORDINALS: Final = {word: at for at, word in enumerate(_ORDINALS.split(), 1)} | {"thirtieth": 30}
TENS: Final = {word: 10 * at for at, word in enumerate(_DECADES.split(), 2)}
SEASON_CODES: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
STEPS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
}


def month_of(word: str) -> int:
    """1 to 12 for a month's name or abbreviation, lower case."""
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation, lower case."""
    return WEEKDAYS[word]


@cache
def codes() -> dict[str, str]:
    """The one-letter class of each word, lower case."""
    return {word: CODES[name] for name, words in _WORDS.items() for word in words.split()}


@cache
def triggers() -> frozenset[str]:
    """The words at which a time can be told."""
    return frozenset(word for name in _TRIGGERS.split() for word in _WORDS[name].split()) | _SPOKEN_YEARS


def clock_phrases() -> tuple[str, ...]:
    """What a sentence break must not split: `p.m. Wednesday`, `a.m. EST`. A segmenter takes the full stop for an end otherwise."""
    follow = [
        *_WEEKDAYS.title().split(),
        *_WORDS["ZONE"].upper().split(),
        "ET",
        "local",
        *_MONTHS.title().split(),
        "today",
        "yesterday",
        "tomorrow",
    ]
    return tuple(f"{half} {word}" for half in ("a.m.", "p.m.") for word in follow)
