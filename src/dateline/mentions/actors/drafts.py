"""The mentions of one sentence, before anything outside it is looked at."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.knowledge.agents import Agent
from dateline.mentions.actors.chunks import Chunk, chunks
from dateline.mentions.actors.complements import complete
from dateline.mentions.actors.draft import Draft, DraftForm, DraftKind, new_draft, spread, twin
from dateline.mentions.actors.pronouns import pronoun
from dateline.mentions.actors.titles import Belonging, Nation, Titles
from dateline.records.reading import NO_ENTITY, Reading

_DEFINITE: Final = frozenset("the this that these those both".split())
_COUNTRY_NOUNS: Final = frozenset({"country", "nation", "state", "kingdom", "republic"})
_BARE: Final = frozenset({"head", "figure"})  # someone only with what they are the head or a figure of
_SEATED: Final = frozenset({"office", "department", "ministry", "bureau"})
_MONEY: Final = frozenset("dollar pound peso rupee euro dinar ruble rouble yen yuan franc shilling rial riyal lira dirham".split())
_JOINTS: Final = (["and"], ["or"], [","], [",", "and"])
TWO: Final = frozenset({"two", "both", "2", "neither", "either"})
SIDES: Final = frozenset(
    "side country nation neighbour neighbor party leader government army state ally rival minister president delegation".split()
)


def drafts(reading: Reading, titles: Titles, *, skip: tuple[int, int]) -> list[Draft]:
    """The mentions of a sentence in order; what lies in the code points `skip`, the dateline, is none."""
    found = chunks(reading)
    made: list[list[Draft]] = []
    for chunk in found:
        inside = skip[0] <= reading.sentence.words[chunk.first].start < skip[1]
        made.append([] if inside else _of_chunk(reading, chunk, titles))
    complete(reading, found, made, titles)
    _owners(reading, found, made)
    _shared_nouns(reading, found, made)
    held = [draft for of_chunk in made for draft in of_chunk]
    held += [draft for at in range(len(reading.forms)) if (draft := pronoun(reading, at))]
    _possessors(reading, found, made, held)
    held.sort(key=lambda draft: (draft.start, -draft.end))
    return held


def _of_chunk(reading: Reading, chunk: Chunk, titles: Titles) -> list[Draft]:
    edge = reading.entities[chunk.name].first if chunk.name is not None else chunk.last
    noun = chunk.noun
    belongings = titles.belongings(reading, chunk.first, edge if noun is None else noun)
    if chunk.name is not None:
        return _named(reading, chunk, titles, belongings)
    if noun is not None:
        made = _nominal(reading, chunk, noun, titles, belongings)
        if made:
            return made
    return list(_inside(reading, chunk, titles, belongings))


def _nominal(reading: Reading, chunk: Chunk, noun: int, titles: Titles, belongings: Sequence[Belonging]) -> list[Draft]:
    """A phrase whose noun is someone who can act: one draft, or one a country where it names several."""
    agent = titles.agent(reading, chunk.first, noun)
    lemma = reading.lemmas[noun].lower()
    if lemma in _BARE and not belongings and chunk.owner is None and reading.lowered[min(chunk.last, len(reading.forms) - 1)] != "of":
        return []  # a head that hurts
    if lemma == "state" and chunk.last < len(reading.forms) and reading.lowered[chunk.last] == "of":
        return []  # a state of emergency, of siege, of affairs
    people = _people(reading, noun, titles)
    if agent is None and people is None and lemma not in _COUNTRY_NOUNS and not _two(reading, chunk, lemma):
        return []
    plural = "Number=Plur" in reading.features[noun] or reading.forms[noun].lower() in {"people", "police"}
    kind: DraftKind = "person"
    if agent is not None and agent.kind in {"body", "group"}:
        kind = "body" if agent.kind == "body" else "group"
    if plural:
        kind = "group" if kind == "person" else kind
    if agent is None and people is None:
        kind = "country" if not plural and lemma in _COUNTRY_NOUNS else "group"
    draft = new_draft(reading, chunk.first, chunk.last, head=chunk.head, form="nominal", kind=kind)
    draft.agent, draft.plural, draft.lemma = agent, plural, lemma
    draft.sectors = agent.sectors if agent else ()
    draft.office = _office(agent) if not plural else None
    draft.former = (agent is not None and agent.former) or titles.former(reading, chunk.first, noun)
    draft.definite = reading.lowered[chunk.first] in _DEFINITE
    draft.owned = chunk.owner is not None or chunk.owned_by is not None
    _belong(draft, belongings)
    if people is not None:  # `Bosnian Serbs` are of Bosnia
        draft.country, draft.basis = (draft.country, draft.basis) if draft.country else (people.country, people.basis)
        draft.sectors = draft.sectors or ("CVL",)
    others = {one.country: one for one in belongings if one.country and one.country != draft.country and not one.sectors and not one.loose}
    return [draft, *(twin(draft, other.country, other.basis) for other in (others.values() if plural else ()))]


def _office(agent: Agent | None) -> str | None:
    return agent.office.removeprefix("former ") or None if agent else None


def _two(reading: Reading, chunk: Chunk, lemma: str) -> bool:
    """Whether the phrase is `the two sides`, `both countries` or the like."""
    return lemma in SIDES and any(reading.lowered[at] in TWO for at in range(chunk.first, min(chunk.first + 3, chunk.last)))


def _people(reading: Reading, noun: int, titles: Titles) -> Nation | None:
    """The country of a noun that names people by it: Russians, a Briton."""
    nation = titles.nation(reading.forms[noun]) if reading.forms[noun][:1].isupper() else None
    return nation if nation and nation.people else None


def _belong(draft: Draft, belongings: Sequence[Belonging]) -> None:
    """Give the draft the country, and where its noun has none the sectors, of the last thing that its words name."""
    for one in [*(one for one in reversed(belongings) if not one.loose), *(one for one in belongings if one.loose)]:
        if draft.country is None and one.country:
            draft.country, draft.basis = one.country, one.basis
        if not draft.sectors and one.sectors and one.nation is None:
            draft.sectors = one.sectors


def _named(reading: Reading, chunk: Chunk, titles: Titles, belongings: Sequence[Belonging]) -> list[Draft]:
    """A phrase that ends with a name, whatever stands before it."""
    assert chunk.name is not None  # noqa: S101
    entity = reading.entities[chunk.name]
    words = reading.words(entity.first, entity.last)
    nation = titles.nation(words)
    kind: DraftKind = "person" if entity.kind == "PERSON" else "body"
    lone = entity.kind == "PERSON" and chunk.noun is None  # `Downing Street said`
    if (lone or entity.kind in {"LOC", "ORG"}) and nation and not nation.people:
        kind = "place" if nation.form == "part" else "country"
    elif entity.kind == "LOC":
        kind = "place"
    elif entity.kind == "MISC" or (nation and nation.people):
        return _by_nationality(reading, chunk, nation, words, belongings)
    draft = new_draft(reading, chunk.first, chunk.last, head=chunk.head, form="name", kind=kind)
    draft.name = words
    draft.owned = chunk.owner is not None or chunk.owned_by is not None
    if kind == "country" and nation:
        draft.country, draft.basis, draft.name, draft.sectors = nation.country, nation.basis, nation.name, nation.sectors
        draft.key = f"{nation.id} {' '.join(nation.sectors)}"
    if kind == "place" and (code := nation.country if nation else titles.place(entity.start)):
        draft.country, draft.basis = code, "place"
    if chunk.noun is not None and chunk.noun < entity.first:
        draft.agent, draft.lemma = titles.agent(reading, chunk.first, chunk.noun), reading.lemmas[chunk.noun].lower()
        draft.former = (draft.agent is not None and draft.agent.former) or titles.former(reading, chunk.first, chunk.noun)
        draft.office = _office(draft.agent)
        draft.sectors = draft.sectors or (draft.agent.sectors if draft.agent else ())
    _belong(draft, belongings)
    if kind == "body" and draft.country is None:
        _belong(
            draft,
            [one for one in titles.belongings(reading, entity.first, entity.last) if one.last - one.first < entity.last - entity.first],
        )
    return [draft]


def _by_nationality(reading: Reading, chunk: Chunk, nation: Nation | None, words: str, belongings: Sequence[Belonging]) -> list[Draft]:
    """`the Taliban`, `Houthis`, `the French`, or an adjective that stands alone before a coordinated one."""
    draft = new_draft(reading, chunk.first, chunk.last, head=chunk.head, form="name", kind="group")
    draft.name, draft.plural = words, True
    _belong(draft, belongings)
    if nation:
        draft.country, draft.basis = (draft.country, draft.basis) if draft.country else (nation.country, nation.basis)
        draft.form = "name" if reading.upos[chunk.last - 1] in {"NOUN", "PROPN"} else "modifier"
        draft.name, draft.sectors = None, ("CVL",)
    return [draft]


def _inside(reading: Reading, chunk: Chunk, titles: Titles, belongings: Sequence[Belonging]) -> Iterator[Draft]:
    """The names and nationalities in a phrase that is itself no actor: `Rosoboronexport facilities`, `Russian airstrikes`."""
    covered = NO_ENTITY
    for one in belongings:
        if one.basis.startswith("place ") or _in_larger(reading, one) or reading.lemmas[min(one.last, chunk.last - 1)].lower() in _MONEY:
            continue
        form: DraftForm = "modifier" if one.basis == "nationality" else "name"
        kind: DraftKind = "country" if one.basis in {"nationality", "country", "seat of government"} else "body"
        draft = new_draft(reading, one.first, one.last, head=one.last - 1, form=form, kind=kind)
        nation, sectors = one.nation, one.sectors or (one.nation.sectors if one.nation else ()) or ("GOV",)
        draft.country, draft.basis, draft.sectors = one.country, one.basis, sectors
        draft.name = (nation.name if nation else draft.text) if form == "name" else None
        draft.key = f"{nation.id} {' '.join(sectors)}" if nation else ""
        covered = max(covered, one.last)
        yield draft
    for entity in reading.entities:
        if chunk.first <= entity.first and entity.last <= chunk.last and entity.first >= covered and entity.kind in {"PERSON", "ORG"}:
            draft = new_draft(
                reading, entity.first, entity.last, head=entity.last - 1, form="name", kind="person" if entity.kind == "PERSON" else "body"
            )
            draft.name = draft.text
            yield draft


def _in_larger(reading: Reading, one: Belonging) -> bool:
    """Whether what names a country is part of a longer name of a body: `Dubai Police`."""
    number = reading.entity[one.first]
    if number == NO_ENTITY:
        return False
    entity = reading.entities[number]
    return entity.kind in {"ORG", "PERSON"} and entity.last - entity.first > one.last - one.first


def _shared_nouns(reading: Reading, found: Sequence[Chunk], made: Sequence[list[Draft]]) -> None:
    """`French, German and Polish ministers` are ministers of each: the nationalities in front become so."""
    for at in range(len(found) - 2, -1, -1):
        alone = made[at] and made[at][0].form == "modifier" and found[at].last - found[at].first == made[at][0].last - made[at][0].first
        between = reading.lowered[found[at].last : found[at + 1].first]
        behind = next((draft for draft in made[at + 1] if draft.form == "nominal" and draft.country), None)
        if alone and behind is not None and between in _JOINTS and made[at][0].country not in {None, behind.country}:
            made[at][:] = [spread(behind, made[at][0], reading)]


def _owners(reading: Reading, found: Sequence[Chunk], made: Sequence[list[Draft]]) -> None:
    """What a possessor tells of what it owns: `Mali's President`, `Kabul's Taliban administration`."""
    for chunk, owned in zip(found, made, strict=True):
        if chunk.owner is None or not made[chunk.owner]:
            continue
        holder = made[chunk.owner][0]
        if chunk.noun is not None and reading.lemmas[chunk.noun].lower() in _SEATED and holder.form == "nominal" and holder.person:
            _seat(reading, holder, chunk, owned, made[chunk.owner])
            continue
        for draft in owned:
            draft.owner = holder
            if draft.country is None and holder.country and draft.form != "modifier":
                draft.country, draft.basis = holder.country, f"possessor {holder.text}"
            if not draft.sectors and draft.agent is not None and holder.sectors:
                draft.sectors = holder.sectors


def _seat(reading: Reading, holder: Draft, chunk: Chunk, owned: list[Draft], person: list[Draft]) -> None:
    """`the Sheriff's Office` is a body, and no sheriff: one mention takes the place of both."""
    draft = new_draft(reading, holder.first, chunk.last, head=chunk.head, form="nominal", kind="body")
    draft.agent, draft.lemma, draft.sectors = holder.agent, holder.lemma, holder.sectors
    draft.country, draft.basis, draft.definite = holder.country, holder.basis, holder.definite
    person.clear()
    owned[:] = [draft]


def _possessors(reading: Reading, found: Sequence[Chunk], made: Sequence[list[Draft]], held: Sequence[Draft]) -> None:
    """Tie what `his`, `its` or `their` owns to the pronoun's mention."""
    pronouns = {draft.first: draft for draft in held if draft.form == "pronoun"}
    for chunk, owned in zip(found, made, strict=True):
        if chunk.owned_by is not None:
            for draft in owned:
                draft.owner = pronouns.get(chunk.owned_by)
