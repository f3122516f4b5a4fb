"""Makes drafts of words: what is part of a name, where one name ends and the next begins, and what is looked up."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.knowledge.gazetteer import Gazetteer
from dateline.mentions.places.draft import Draft, within
from dateline.mentions.places.words import ARTICLES, KIND_OF
from dateline.records.reading import Reading

_PARTS: Final = frozenset((",", ";", "/", "(", ")", "|", "–", "—", ":"))
_JOINS: Final = frozenset(("and", "&", "or", "in", "from", "near"))
_JOINER: Final = 3  # letters of a word that may stand within a name: `del`, `sur`
_PARTIES: Final = frozenset(("D", "R", "I", "DFL", "Dem", "Rep"))
PARTY: Final = re.compile(r"(?:D|R|I|DFL|Dem|Rep)-(?=[A-Z])")


def draft_of(reading: Reading, first: int, last: int, gazetteer: Gazetteer, *, name: str | None = None, why: str = "") -> Draft:
    """The words [first, last) as a draft, with the full stop of an abbreviation and without a party in front.

    `name` is what is looked up, if it is not the words; "" for nothing.
    """
    if name is None and _of_a_city(reading, first, last, gazetteer):
        last -= 1
    start, end = reading.span(first, last)
    text = reading.words(first, last)
    if name is None and (party := PARTY.match(text)) and not gazetteer.candidates(text):
        start, text = start + party.end(), text[party.end() :]
    if name is None:
        name = text + "." if gazetteer.abbreviates(text + ".") and not gazetteer.candidates(text) else text
        if last < len(reading.forms) and reading.forms[last] == "." and reading.joined(last) and gazetteer.abbreviates(text + "."):
            name, text, end, last = text + ".", text + ".", end + 1, last + 1
    return Draft(
        sentence=reading.index,
        first=first,
        last=last,
        start=start,
        end=end,
        text=text,
        name=name,
        candidates=gazetteer.candidates(name),
        why=why,
    )


def _of_a_city(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether `City` is no part of the name, as in `Dublin City Council` but not in `Kansas City Police`."""
    if last - first < 2 or reading.lowered[last - 1] not in ("city", "town"):  # noqa: PLR2004
        return False
    whole, part = gazetteer.candidates(reading.words(first, last)), gazetteer.candidates(reading.words(first, last - 1))
    return any(place.settled and place.own for place in part) and not any(place.settled and place.own for place in whole)


def trimmed(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Without lower-case words, articles and possessives at the ends, and without the party in `R-Elbow Lake`."""
    while first < last and not reading.forms[first][:1].isupper() and not reading.forms[first][:1].isdigit():
        if reading.lowered[first] in ARTICLES and first + 1 < last and reading.forms[first + 1] == "-":
            break
        first += 1
    if last - first > 1 and reading.lowered[first] == "the" and (first == 0 or reading.forms[first] == "the"):  # The Hague
        first += 1
    while first < last and (reading.forms[last - 1].islower() or not reading.forms[last - 1][:1].isalnum()):
        last -= 1
    if last - first > 2 and reading.forms[first] in _PARTIES and reading.forms[first + 1] == "-":  # noqa: PLR2004
        first += 2
    return first, last


def split(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The stretches of words between commas, slashes, joining words and common nouns, and around the `of` in `Gold Coast of Australia`."""
    begin = first
    for at in range(first, last):
        if _parts(reading, at) or (begin < at and _joins_two(reading, begin, at, last, gazetteer)):
            if begin < at:
                yield begin, at
            begin = at + 1
    if begin < last:
        yield begin, last


def _joins_two(reading: Reading, begin: int, at: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether word `at` is an `of` or a hyphen between two places: `Gold Coast of Australia`, `Logan-Rogersville`."""
    if reading.lowered[at] not in ("of", "-") or at + 1 >= last:
        return False
    whole = gazetteer.candidates(reading.words(begin, last))
    return not whole and bool(gazetteer.candidates(reading.words(begin, at)) and gazetteer.candidates(reading.words(at + 1, last)))


def _parts(reading: Reading, at: int) -> bool:
    form = reading.forms[at]
    noun = form.islower() and len(form) > _JOINER and form.isalpha() and reading.upos[at] == "NOUN"
    return form in _PARTS or reading.lowered[at] in _JOINS or noun


def joint(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Where a second name begins in what the tagger took for one: `Maiduguri Borno State`; 0 where none does."""
    if last - first < 2 or gazetteer.candidates(reading.words(first, last)):  # noqa: PLR2004
        return 0
    for cut in range(last - 1, first, -1):
        behind = gazetteer.candidates(reading.words(cut, last))
        kind = reading.lowered[last - 1] in KIND_OF and last - cut > 1 and gazetteer.candidates(reading.words(cut, last - 1))
        areas = [place for place in (behind or kind or ()) if place.kind in ("admin1", "country")]
        if areas and any(within(place, area) for place in gazetteer.candidates(reading.words(first, cut)) for area in areas):
            return cut
    return 0
