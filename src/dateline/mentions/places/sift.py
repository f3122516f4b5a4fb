"""Leaves out names that are no place where they stand: people called like a town, acronyms, and names of which nothing says place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.knowledge.countries import Countries
from dateline.mentions.places.draft import Draft
from dateline.mentions.places.rank import Name
from dateline.mentions.places.votes import COUNTRY_ONLY
from dateline.mentions.places.words import CLOSE
from dateline.records import Article, Dateline
from dateline.records.reading import Reading

_PEOPLES: Final = frozenset(("arab", "arabs", "kurd", "kurds", "western", "jewish", "muslim", "christian", "soviet"))
_ACRONYM: Final = 4  # letters
_KNOWN: Final = 1_000_000  # people


def outside(article: Article, found: Iterable[Draft]) -> list[Draft]:
    """Without names in the dateline that are none of its places: an agency may be called like one."""
    line = article.dateline
    if line is None:
        return list(found)
    return [draft for draft in found if not line.start <= draft.start < line.end or draft.text.casefold() in _named(line)]


def without_adjectives(found: Iterable[Draft], countries: Countries) -> list[Draft]:
    """Without `Arab` and `English`, though towns are called so."""
    return [draft for draft in found if not _adjective(draft.name, countries)]


def _adjective(name: str, countries: Countries) -> bool:
    if name.casefold() in _PEOPLES:
        return True
    forms = {row.form for row in countries.named(name)}
    return bool(forms) and forms <= {"adjective", "demonym"}


def _named(line: Dateline) -> set[str]:
    names = (*line.places, line.place or "")
    return {part.strip().casefold() for name in names for part in (name, *name.split(","))}


def without_people(readings: Sequence[Reading], found: Iterable[Draft]) -> list[Draft]:
    """Without surnames of people of the article, acronyms, and seats of government that only tell whose aide someone is."""
    by_number = {reading.index: reading for reading in readings}
    surnames = {
        reading.forms[entity.last - 1]
        for reading in readings
        for entity in reading.entities
        if entity.kind == "PERSON" and entity.last - entity.first > 1
    }
    return [draft for draft in found if not _out(by_number[draft.sentence], draft, surnames)]


def _out(reading: Reading, draft: Draft, surnames: set[str]) -> bool:
    if draft.text in surnames and draft.within is None and not _led(reading, draft) and not draft.embedded:
        return True
    if draft.last < len(reading.forms) and reading.forms[draft.last].startswith("$"):
        return True
    bare = draft.text.replace(".", "")
    if len(bare) <= _ACRONYM and bare.isupper() and bare.isalpha() and draft.candidates:
        best = draft.candidates[0]
        return not any(place.kind in ("country", "admin1", "region") for place in draft.candidates) and best.population < _KNOWN
    if draft.candidates and all(place.kind == "site" for place in draft.candidates):
        head = draft.last - 1
        return reading.relations[head] in ("compound", "nmod:poss") and not _led(reading, draft)
    return False


def sifted(found: Iterable[Draft], held: Iterable[Name], readings: Mapping[int, Reading]) -> list[Draft]:
    """The drafts that are places: sure ones, those that the rest of the article bears out, and else what stands in their place."""
    names = {id(draft): name for name in held for draft in name.drafts}
    kept = [draft if draft.sure or _borne_out(names.get(id(draft))) else draft.whole for draft in found]
    return [draft for draft in kept if draft is not None and (draft.candidates or _placed(readings[draft.sentence], draft))]


def _borne_out(name: Name | None) -> bool:
    """Whether a name that may be none of a place is one elsewhere in the article, or lies where other places of it do."""
    if name is None:
        return False
    if any(draft.sure for draft in name.drafts) or name.why() not in ("", COUNTRY_ONLY):
        return True
    weak = all(draft.weak for draft in name.drafts) and not name.well_founded()
    return bool(name.why()) and (not weak or len(name.places) == 1)


def _placed(reading: Reading, draft: Draft) -> bool:
    """Whether the words around a name that no table has make it a place."""
    return bool(draft.within or draft.why or draft.asked or _led(reading, draft))


def _led(reading: Reading, draft: Draft) -> bool:
    """Whether a preposition of place stands in front."""
    at = draft.first - 1
    while at >= 0 and (reading.lowered[at] == "the" or reading.upos[at] in ("ADJ", "DET")):
        at -= 1
    return at >= 0 and reading.lowered[at] in CLOSE
