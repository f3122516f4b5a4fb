"""The runs of words that a dateline is made of: places, and what is no place though it stands where one would."""

import re
from typing import Final, NamedTuple

from dateline.extract.months import month, weekday
from dateline.knowledge.cities import cities
from dateline.knowledge.names import folded

_LETTER: Final = "[^\\W\\d_]"
_MARK: Final = "[\u0300-\u036f\u0610-\u065f\u0900-\u0e4f]"  # vowel signs, which Python takes for no letters
_LETTERS: Final = f"(?:{_LETTER}|{_MARK})+"
WORD: Final = f"(?:(?:{_LETTER}\\.){{1,4}}|(?:St|Ste|Sta|Sto|Mt|Ft|ST|MT|FT)\\.|{_LETTER}(?:{_LETTERS})?(?:['’`‘ʼ-]{_LETTERS}){{0,4}})"
_RUN: Final = re.compile(f"{WORD}(?: {WORD}){{0,5}}")
_SLASH: Final = re.compile(" ?/ ?(?![^/\n]{2,30}/(?:\\W|$))| & ")  # not the first of a pair, which holds an agency: Kabul /KHAAMA/
_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]{2,30}\.(?:com?|net|org|info|id|ru|ua|my|in)\b", re.IGNORECASE)

_ARTICLE: Final = 3  # letters at most of an article before a hyphen or apostrophe: al-, ash-, d'
_MOST: Final = 5  # places of one dateline
# Words in lower case that stand inside the names of places.
_PARTICLES: Final = frozenset(
    "de del della di da do dos das la las le les el al ash az of the upon on sur am an der den en in y i and et".split()  # noqa: SIM905
)
# What stands where a place would and says that there is none: the Foreign Broadcast Information Service's conventions among them.
_NOWHERE: Final = frozenset({"no city", "clandestine", "undated", "unknown", "no place", "place unknown", "(no city)"})
# First words that open prose, notes or labels in capitals, never the name of a place.
_OPENERS: Final = (
    "the a an this that these in on at by from for to as when while after before if but and updated update published posted last first "
    "breaking exclusive analysis opinion editorial explainer watch live video photo photos note editor's correction he she it we they i "
    "mr mrs ms dr sir president minister"
)
_NO_PLACE: Final = frozenset(_OPENERS.split())


class Names(NamedTuple):
    """Names found from one position of a line on, and where they end."""

    names: tuple[str, ...]
    end: int


def run(line: str, at: int) -> Names | None:
    """The words from `at` on that could all belong to one name; None where they are prose."""
    found = _RUN.match(line, at)
    if not found:
        return None
    words = found[0].split(" ")
    fine = named(words[0]) and words[-1] not in _PARTICLES and all(named(word) or word in _PARTICLES for word in words)
    return Names((found[0],), found.end()) if fine else None


def named(word: str) -> bool:
    """Whether `word` begins as a name does: with a capital, or in a script that has none. `al-Hasakah` and `d'Ivoire` are names."""
    if not word[0].islower():
        return True
    head, _, tail = word.replace("’", "'").replace("-", "'").partition("'")
    return len(head) <= _ARTICLE and bool(tail) and tail[0].isupper()


def places(line: str, at: int) -> Names | None:
    """The places that a dateline at `at` begins with, as they are written: `BOGOTA/MEDELLIN` is two."""
    names: list[str] = []
    while len(names) < _MOST and (found := run(line, at)):
        names += _parted(found.names[0])
        slash = _SLASH.match(line, found.end)
        if not slash:
            return Names(tuple(names), found.end) if _may_be_place(names[0]) else None
        at = slash.end()
    return None


def domain(line: str, at: int) -> re.Match[str] | None:
    """The name of a web outlet that some agencies put before the place, as in `OUTLET.COM, Jakarta - `."""
    return _DOMAIN.match(line, at)


def _parted(name: str) -> list[str]:
    """`LONDON and PARIS` is two places, `Trinidad and Tobago` one: only capitals around a small word tell them apart."""
    one, _, other = name.partition(" and ")
    return [one, other] if other and one.isupper() and other.isupper() else [name]


def _may_be_place(name: str) -> bool:
    first = folded(name.split(" ", maxsplit=1)[0])
    return first not in _NO_PLACE and weekday(first) is None and (month(first) is None or " " in name) and len(name) > 1


def nowhere(name: str) -> bool:
    """Whether `name` says that the place is unknown or kept back."""
    return folded(name) in _NOWHERE


def known(name: str) -> bool:
    """Whether `name` is a capital or large city: what a place that stands alone must be."""
    return folded(name) in cities()


def spelled(name: str) -> str:
    """`name` as it is written in running text: `SAN SALVADOR` becomes `San Salvador`, `U.N.` stays."""
    if not name.isupper() or "." in name.removeprefix("ST.").removeprefix("MT.").removeprefix("FT."):
        return name
    words = [part if part.lower() in _PARTICLES and place else part.capitalize() for place, part in enumerate(name.split(" "))]
    return " ".join(word.lower() if word.lower() in _PARTICLES and place else _capitals(word) for place, word in enumerate(words))


def _capitals(word: str) -> str:
    """A capital after each hyphen and apostrophe: `Tel-Aviv`, `N'Djamena`; not after `Port-au-`."""
    parts = re.split("([-'’])", word)
    return "".join(
        part.lower() if number and part.lower() in {"au", "s", "sur", "de", "en", "upon"} else part.capitalize()
        for number, part in enumerate(parts)
    )
