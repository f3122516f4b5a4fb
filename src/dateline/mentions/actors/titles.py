"""What the words around a noun say of an actor: the role, the country, and whether that is over."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.knowledge.agents import Agent
from dateline.knowledge.library import Knowledge
from dateline.mentions.actors.chunks import HYPHENS
from dateline.mentions.actors.identities import at_the_head
from dateline.records import Entity
from dateline.records.reading import NO_ENTITY, Reading

_FORMER: Final = frozenset({"former", "ex", "onetime", "one-time", "erstwhile", "then"})
_NOT_OF: Final = frozenset(  # `US-backed rebels` are not of the USA
    "backed supported sponsored funded financed armed trained allied aligned brokered mediated occupied held claimed made born".split()
)
_PARTS: Final = frozenset({"latin", "central", "south", "north", "pan"})  # of the Americas
_LED: Final = frozenset({"led", "run", "controlled", "dominated"})  # `the Saudi-led coalition` is, where nothing closer tells
_LONGEST: Final = 3  # words of a country's name or adjective inside a phrase: "United Arab Emirates" troops


@dataclass(frozen=True, slots=True)
class Belonging:
    """A country code that words of a phrase tell, with the sectors of a body that they name, and where it is from.

    `nation` is what they name where that is a country. A `loose` one counts where no other does.
    """

    country: str | None
    sectors: tuple[str, ...]
    basis: str
    first: int
    last: int
    nation: "Nation | None" = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Nation:
    """What a name, an adjective or a seat of government stands for: the id, code and name of its country, and who acts under it."""

    id: str
    country: str
    name: str
    form: str
    sectors: tuple[str, ...]

    @property
    def people(self) -> bool:
        """Whether the word is for people or things of the country, not for the country."""
        return self.form in {"adjective", "demonym"}

    @property
    def basis(self) -> str:
        """In words."""
        return {"adjective": "nationality", "demonym": "nationality", "seat": "seat of government"}.get(self.form, "country")


class Titles:
    """Reads descriptions; remembers what words stand for on the article's day."""

    def __init__(self, knowledge: Knowledge, day: dt.date | None, *, places: Mapping[int, str] | None = None) -> None:
        """`places` are the countries of the article's places, by the code point at which each begins."""
        self._places = places or {}
        self._knowledge = knowledge
        self._day = day
        self._nations: dict[str, Nation | None] = {}

    def agent(self, reading: Reading, first: int, noun: int, complement: Sequence[str] = ()) -> Agent | None:
        """The agent noun that the words [first, noun] end with, by its longest match; `complement` are the words of an `of …`."""
        words: list[str] = []
        for at in range(first, noun + 1):
            if at < noun and (reading.upos[at] in {"DET", "NUM"} or reading.entity[at] != NO_ENTITY):
                continue
            word = reading.lemmas[at].lower() if at == noun else reading.lowered[at]
            if words and reading.joined(at) and (word in HYPHENS or words[-1][-1] in HYPHENS):
                words[-1] += word
            else:
                words.append(word)
        words = [word.strip("".join(HYPHENS)) or word for word in words]  # what is left of `US-backed` without its name
        found = self._knowledge.agents.match([*words, *complement], head=len(words) - 1) if words else None
        return replace(found, office="") if found and "*" in found.office else found  # a name in the star's place is no office

    def former(self, reading: Reading, first: int, noun: int) -> bool:
        """Whether the words before `noun` say that the office is over, be they parted from it: `former U.S. president`."""
        return any(reading.lowered[at] in _FORMER for at in range(max(first - 1, 0), noun))

    def belongings(self, reading: Reading, first: int, noun: int) -> list[Belonging]:
        """What countries and known bodies the words [first, noun) name: "Russian", "North Korean", "U.S.", "Taliban"."""
        found: list[Belonging] = []
        at = first
        while at < noun:
            belonging = self._belonging(reading, at, noun)
            joint = _hyphened(reading, belonging.last) if belonging else None
            if belonging and joint not in _NOT_OF and not _of_a_continent(reading, belonging):
                found.append(replace(belonging, loose=joint in _LED))
            at = belonging.last if belonging else at + 1
        return found

    def nation(self, words: str) -> Nation | None:
        """What country `words` name, be it by an adjective or a seat of government."""
        if words not in self._nations:
            rows = self._knowledge.countries.named(words, day=self._day)
            self._nations[words] = None
            if rows:
                country = self._knowledge.countries.country(rows[0].id)
                sectors = rows[0].sectors or (("PRE",) if country.kind == "breakaway" else ())
                self._nations[words] = Nation(country.id, country.code, country.name, rows[0].form, sectors)
        return self._nations[words]

    def _belonging(self, reading: Reading, at: int, noun: int) -> Belonging | None:
        if reading.forms[at].islower():
            return None
        for last in range(min(at + _LONGEST, noun), at, -1):
            nation = self.nation(reading.words(at, last))
            if nation and (nation.people or reading.upos[at] == "PROPN" or reading.entity[at] != NO_ENTITY):  # `Male protesters`
                return Belonging(nation.country, () if nation.people else nation.sectors, nation.basis, at, last, nation)
        number = reading.entity[at]
        if number == NO_ENTITY or reading.entities[number].first != at:
            return None
        return self._of_entity(reading, reading.entities[number])

    def _of_entity(self, reading: Reading, entity: Entity) -> Belonging | None:
        words, span = reading.words(entity.first, entity.last), (entity.first, entity.last)
        if entity.kind == "LOC":
            code = self.place(entity.start)
            return Belonging(code, (), f"place {words}", *span) if code else None
        if entity.kind == "PERSON":
            head = at_the_head(words, self._knowledge.actors, self._day) if self._day else None
            return Belonging(head.country, (), head.name, *span) if head else None
        rows = [row for row in self._knowledge.actors.named(words) if self._day is None or row.on(self._day)]
        if len({row.country for row in rows}) != 1:  # a party's name may be one of several countries
            return None
        return Belonging(rows[0].country, rows[0].sectors, rows[0].name, *span)

    def place(self, start: int) -> str | None:
        """The country of the place whose name begins at the code point `start`."""
        return self._places.get(start)


def _of_a_continent(reading: Reading, belonging: Belonging) -> bool:
    """`Latin American` is not of the United States."""
    american = reading.lowered[belonging.last - 1].startswith("american")
    return american and belonging.first > 0 and reading.lowered[belonging.first - 1] in _PARTS


def _hyphened(reading: Reading, at: int) -> str | None:
    """The word that a hyphen at `at` joins to the one before: `led` in `Saudi-led`."""
    whole = at + 1 < len(reading.forms) and reading.forms[at] in HYPHENS and reading.joined(at) and reading.joined(at + 1)
    return reading.lowered[at + 1] if whole else None
