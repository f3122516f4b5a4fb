"""What the words around a noun say of an actor: the role, the country, and whether that is over."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.knowledge.agents import Agent
from dateline.knowledge.library import Knowledge
from dateline.mentions.actors.chunks import HYPHENS
from dateline.mentions.reading import NO_ENTITY, Reading

FORMER: Final = frozenset(
    "former ex ex-president onetime one-time erstwhile late deposed ousted overthrown retired toppled fugitive exiled then".split()
)
_LONGEST: Final = 3  # words of a country's name or adjective inside a phrase: "United Arab Emirates" troops


@dataclass(frozen=True, slots=True)
class Belonging:
    """A country code that words of a phrase tell, with the sectors of a body that they name, and where it is from."""

    country: str | None
    sectors: tuple[str, ...]
    basis: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Nation:
    """What a name, an adjective or a seat of government stands for: the code and name of its country, and who acts under it."""

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
        found = self._knowledge.agents.match([*words, *complement], head=len(words) - 1) if words else None
        return replace(found, office="") if found and "*" in found.office else found  # a name in the star's place is no office

    def former(self, reading: Reading, first: int, noun: int) -> bool:
        """Whether the words before `noun` say that the office is over."""
        before = range(max(first - 1, 0), noun)
        return any(reading.lowered[at] in FORMER or reading.lowered[at].startswith("ex-") for at in before)

    def belongings(self, reading: Reading, first: int, noun: int) -> list[Belonging]:
        """What countries and known bodies the words [first, noun) name: "Russian", "North Korean", "U.S.", "Taliban"."""
        found: list[Belonging] = []
        at = first
        while at < noun:
            belonging = self._belonging(reading, at, noun)
            if belonging:
                found.append(belonging)
            at = belonging.last if belonging else at + 1
        return found

    def nation(self, words: str) -> Nation | None:
        """What country `words` name, be it by an adjective or a seat of government."""
        if words not in self._nations:
            rows = self._knowledge.countries.named(words, day=self._day)
            self._nations[words] = None
            if rows:
                country = self._knowledge.countries.country(rows[0].id)
                self._nations[words] = Nation(country.code, country.name, rows[0].form, rows[0].sectors)
        return self._nations[words]

    def _belonging(self, reading: Reading, at: int, noun: int) -> Belonging | None:
        if reading.forms[at].islower():
            return None
        for last in range(min(at + _LONGEST, noun), at, -1):
            if nation := self.nation(reading.words(at, last)):
                return Belonging(nation.country, () if nation.people else nation.sectors, nation.basis, at, last)
        number = reading.entity[at]
        if number == NO_ENTITY or reading.entities[number].first != at:
            return None
        entity = reading.entities[number]
        words = reading.words(at, entity.last)
        if entity.kind == "LOC":
            code = self.place(entity.start)
            return Belonging(code, (), f"place {words}", at, entity.last) if code else None
        known = next((row for row in self._knowledge.actors.named(words) if self._day is None or row.on(self._day)), None)
        return Belonging(known.country, known.sectors, known.name, at, entity.last) if known else None

    def place(self, start: int) -> str | None:
        """The country of the place whose name begins at the code point `start`."""
        return self._places.get(start)
