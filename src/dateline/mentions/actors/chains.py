"""Mentions of one article that are one actor, and what is known of each such actor."""

import datetime as dt
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from dateline.knowledge.actors import Known, bare
from dateline.knowledge.library import Knowledge
from dateline.knowledge.names import transcribed
from dateline.knowledge.people import surnames
from dateline.mentions.actors import identities
from dateline.mentions.actors.draft import Draft
from dateline.mentions.actors.identities import Evidence
from dateline.mentions.actors.offices import names_of

_NOT_MEANT: Final = frozenset("a an any another every each no next future first new possible potential prospective would-be".split())
K = TypeVar("K", str, int)


@dataclass(slots=True, eq=False)
class Chain:
    """One actor of an article. `tokens` are the words of its longest name in one spelling; facts are None or empty until they are found.

    `genders` are those of its pronouns (`he`, `she`), `codes` the countries that its mentions' own words tell.
    """

    drafts: list[Draft] = field(default_factory=list)
    name: str | None = None
    tokens: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    wikidata: str | None = None
    known: Known | None = None
    basis: list[str] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)

    @property
    def latest(self) -> Draft:
        """The mention that was added last."""
        return self.drafts[-1]

    @property
    def person(self) -> bool:
        """Whether any mention says that this is one person."""
        return any(draft.person for draft in self.drafts)


class Chains:
    """The actors of an article, grown mention by mention in the order of the text."""

    def __init__(self) -> None:
        self._of: dict[int, Chain] = {}
        self._all: dict[int, Chain] = {}

    @property
    def all(self) -> list[Chain]:
        """The actors found so far."""
        return list(self._all.values())

    def of(self, draft: Draft) -> Chain:
        """The chain that holds `draft`, a new one where none does."""
        chain = self._of.get(id(draft))
        if chain is None:
            chain = Chain([draft])
            self._of[id(draft)] = chain
            self._all[id(chain)] = chain
            chain.genders |= {draft.pronoun} & {"he", "she"}
            chain.codes |= {draft.country} if draft.country else set()
            if draft.name and draft.form == "name":
                _rename(chain, draft)
        return chain

    def join(self, one: Draft, other: Draft) -> None:
        """Make the chains of two mentions one."""
        first, second = self.of(one), self.of(other)
        if first is second:
            return
        if first.drafts[0].start > second.drafts[0].start:
            first, second = second, first
        for draft in second.drafts:
            self._of[id(draft)] = first
            insort(first.drafts, draft, key=_start)
        first.genders |= second.genders
        first.codes |= second.codes
        if len(second.name or "") > len(first.name or ""):
            first.name, first.tokens = second.name, second.tokens
        first.country, first.sectors = first.country or second.country, first.sectors or second.sectors
        first.office, first.known = first.office or second.office, first.known or second.known
        first.wikidata = first.wikidata or second.wikidata
        first.basis += [one for one in second.basis if one not in first.basis]
        del self._all[id(second)]


def _start(draft: Draft) -> int:
    return draft.start


def _rename(chain: Chain, draft: Draft) -> None:
    chain.name = draft.name
    chain.tokens = tuple(transcribed(draft.name or "").split())


def join_names(chains: Chains, drafts: Iterable[Draft]) -> None:
    """Join the mentions whose names are one name: whole or in part, however spelled; countries with their seats of government."""
    people: dict[str, list[Chain]] = {}  # by each word of their names
    bodies: dict[str, Draft] = {}
    countries: dict[str, Draft] = {}
    for draft in drafts:
        if draft.form not in {"name", "modifier"}:
            continue
        if draft.kind == "country" and draft.key:
            _join_first(chains, countries, draft.key, draft)
        elif draft.kind == "person" and draft.name:
            _join_person(chains, people, draft)
        elif draft.name:
            _join_body(chains, bodies, draft)


def _join_first(chains: Chains, seen: dict[K, Draft], key: K, draft: Draft) -> None:
    if key in seen:
        chains.join(seen[key], draft)
    else:
        seen[key] = draft
        chains.of(draft)


def _join_person(chains: Chains, people: dict[str, list[Chain]], draft: Draft) -> None:
    own = chains.of(draft)
    bearers = {id(chain): chain for word in own.tokens for chain in people.get(word, ())}
    alike = [chain for chain in bearers.values() if _one_name(own, chain)]
    if alike:
        chains.join(max(alike, key=lambda chain: chain.latest.start).latest, draft)
        own = chains.of(draft)
    for word in own.tokens:
        listed = people.setdefault(word, [])
        if all(chain is not own for chain in listed):
            listed.append(own)


def _one_name(one: Chain, other: Chain) -> bool:
    """Whether one's name is the other's or a part of it that can stand for it: the surname, or more than one word; no given name."""
    short, long = (one, other) if len(one.tokens) <= len(other.tokens) else (other, one)
    if len(short.tokens) == 1:
        return short.tokens == long.tokens or short.tokens[0] in {transcribed(part) for part in surnames(long.name or "")}
    left = iter(long.tokens)
    return all(word in left for word in short.tokens)


def _join_body(chains: Chains, bodies: dict[str, Draft], draft: Draft) -> None:
    name = draft.name or ""
    short = identities.acronym(name).lower() if " " in name else ""
    if len(short) > 1 and bare(name) not in bodies and short in bodies:
        bodies[bare(name)] = bodies[short]
    _join_first(chains, bodies, bare(name), draft)
    if len(short) > 1:
        bodies.setdefault(short, draft)


def identify(chains: Chains, knowledge: Knowledge, *, day: dt.date | None, about: frozenset[str]) -> None:
    """Give each chain what its mentions say of it and what the tables know of its name on `day`."""
    for chain in chains.all:
        _tell(chain)
        if chain.name and any(draft.kind == "person" for draft in chain.drafts):
            _person(chain, knowledge, day, about)
            if chain.known is None and chain.name.count(" "):  # the tagger takes some bodies for persons
                _known_body(chain, knowledge, day, about)
        elif chain.name and any(draft.kind in {"body", "group"} for draft in chain.drafts):
            _body(chain, knowledge, day, about)


def _tell(chain: Chain) -> None:
    """Take country, sectors and office from the mentions' own words, the first that say something."""
    for draft in chain.drafts:
        if chain.country is None and draft.country:
            chain.country = draft.country
            chain.basis.append(draft.basis)
        if not chain.sectors and draft.sectors:
            chain.sectors = draft.sectors
            if draft.agent is not None:
                chain.basis.append(f"title: {draft.agent.phrase}")
        if chain.office is None and draft.office:
            chain.office = draft.office
    if chain.sectors[:1] == ("UAF",) and chain.name and chain.person:
        chain.sectors = ("CRM",)  # a gunman who is named is none unidentified
    if any(draft.former for draft in chain.drafts[:1]) and chain.person:
        chain.sectors, chain.office = ("ELI",), None
        chain.basis.append("former")


def evidence(chain: Chain, about: frozenset[str]) -> Evidence:
    """What the mentions of a chain say, for choosing among the bearers of its name."""
    return Evidence(
        offices=frozenset(draft.office for draft in chain.drafts if draft.office),
        countries=frozenset(draft.country for draft in chain.drafts if draft.country and draft.basis != "context"),
        sectors=frozenset(sector for draft in chain.drafts for sector in draft.sectors),
        about=about,
        former=any(draft.former for draft in chain.drafts[:1]),
    )


def _person(chain: Chain, knowledge: Knowledge, day: dt.date | None, about: frozenset[str]) -> None:
    found = identities.person(chain.name or "", knowledge.actors, day=day, evidence=evidence(chain, about))
    if found:
        chain.known, chain.name, chain.wikidata = found.known, found.known.name, found.known.wikidata
        chain.country = found.known.country or chain.country
        chain.sectors = found.sectors or chain.sectors
        chain.office = found.office if found.held != "unknown" else chain.office
        chain.basis.append(found.basis)


def _known_body(chain: Chain, knowledge: Knowledge, day: dt.date | None, about: frozenset[str]) -> bool:
    """Whether the tables of actors have the body; it is told what they have."""
    found = identities.body(chain.name or "", knowledge.actors, day=day, evidence=evidence(chain, about))
    if found is None:
        return False
    chain.known, chain.name, chain.wikidata = found.known, found.known.name, found.known.wikidata
    chain.country = found.known.country or chain.country
    chain.sectors = found.sectors or chain.sectors
    chain.basis.append(found.basis)
    return True


def _body(chain: Chain, knowledge: Knowledge, day: dt.date | None, about: frozenset[str]) -> None:
    name = chain.name or ""
    outlet = knowledge.outlets.named(name)
    known = identities.body(name, knowledge.actors, day=day, evidence=evidence(chain, about))
    apart = outlet is not None and (known is None or known.known.country not in about)  # AFP is a police force in Australia alone
    if not apart and _known_body(chain, knowledge, day, about):
        return
    if outlet:
        chain.country, chain.sectors = outlet.country or chain.country, ("JRN",)
        chain.basis.append(f"table: {outlet.name} [{outlet.source}]")
        return
    _by_its_words(chain, name, knowledge)


def _by_its_words(chain: Chain, name: str, knowledge: Knowledge) -> None:
    """A body that no table has, by the noun and the country in its own name: `Ministry of Defence`, `Rakhine State Police`."""
    agent = knowledge.agents.match([word.lower() for word in name.replace("-", " ").split()])
    if agent and not chain.sectors:
        chain.sectors = agent.sectors
        chain.basis.append(f"name: {agent.phrase}")
    if chain.country is None:
        parts = name.split()
        spans = ((first, last) for size in (3, 2, 1) for first in range(len(parts) - size + 1) for last in (first + size,))
        for first, last in spans:
            code = knowledge.countries.code(" ".join(parts[first:last]))
            if code:
                chain.country = code
                chain.basis.append(f"name: {' '.join(parts[first:last])}")
                return


def name_holders(chains: Chains, knowledge: Knowledge, day: dt.date | None) -> None:
    """Name those who are told by office and country alone, and join the mentions that turn out to be of one row of the tables."""
    known: dict[int, Draft] = {}
    for chain in list(chains.all):
        if day and chain.office and chain.country and chain.person and not chain.name and all(_meant(draft) for draft in chain.drafts):
            _holder(chain, knowledge, day)
        if chain.known is not None:
            _join_first(chains, known, chain.known.id, chain.drafts[0])


def _meant(draft: Draft) -> bool:
    """Whether a description is of him who holds an office, not of any or the next."""
    return draft.form == "pronoun" or _NOT_MEANT.isdisjoint(draft.text.lower().split())


def _holder(chain: Chain, knowledge: Knowledge, day: dt.date) -> None:
    """Name the holder of an office where the tables have just one on that day; the office as the story calls it first."""
    told = [draft.agent.phrase for draft in chain.drafts if draft.agent is not None]
    names = names_of(chain.office or "", chain.country, told=told)
    found = (knowledge.actors.holders(name, chain.country or "") for name in names)
    rows = next((held for of_name in found if (held := [row for row in of_name if row.on(day)])), [])
    if len({transcribed(row.name) for row in rows}) == 1:
        chain.known, chain.name, chain.wikidata = rows[0], rows[0].name, rows[0].wikidata
        chain.sectors = rows[0].sectors or chain.sectors
        chain.basis.append(f"table: {rows[0].office} {rows[0].first or '…'} to {rows[0].last or 'now'} [{rows[0].source}]")
