"""Article, sentences and places → its actors, each mention resolved."""

import datetime as dt
from collections.abc import Sequence, Set
from typing import Final

from dateline.knowledge.library import Knowledge
from dateline.mentions.actors.appositions import same_actors
from dateline.mentions.actors.chains import Chain, Chains, identify, join_names, name_holders
from dateline.mentions.actors.context import Context, fill, told
from dateline.mentions.actors.draft import Draft
from dateline.mentions.actors.drafts import drafts
from dateline.mentions.actors.known_names import whole
from dateline.mentions.actors.nominals import join_descriptions
from dateline.mentions.actors.reference import join_pronouns
from dateline.mentions.actors.services import settle
from dateline.mentions.actors.titles import Titles
from dateline.records import ActorMention, Article, Party, PlaceMention, Published
from dateline.records.reading import Reading

_APART: Final = dt.timedelta(days=31)
_COUNTERPARTS: Final = {"secretary of state": "foreign minister"}  # of the USA, as others call it


def actors(
    article: Article, readings: Sequence[Reading], knowledge: Knowledge, *, places: Sequence[PlaceMention] = ()
) -> tuple[ActorMention, ...]:
    """Everyone in the article who can act, in the order of the text; offices are those held on the day of publication.

    Mentions of one actor share a chain, and what is known of it. Where nothing but the story's subject tells a country, the basis says
    `context`.
    """
    day = _day(article.published)
    titles = Titles(knowledge, day, places={place.start: place.where.country for place in places if place.where.country})
    skip = (article.dateline.start, article.dateline.end) if article.dateline else (0, 0)
    readings = [whole(reading, knowledge.actors) for reading in readings]
    by_sentence = [drafts(reading, titles, skip=skip) for reading in readings]
    found = [draft for of_sentence in by_sentence for draft in of_sentence]
    chains = Chains()
    for draft in found:
        chains.of(draft)
    join_names(chains, found)
    for reading, of_sentence in zip(readings, by_sentence, strict=True):
        for one, other in same_actors(reading, of_sentence):
            chains.join(one, other)
            held = chains.of(one).basis
            held += ["apposition"] if "apposition" not in held else []
    context = Context(told(found, places))
    identify(chains, knowledge, day=day, about=context.about)
    join_descriptions(chains, found)
    join_pronouns(chains, found, {reading.index: reading for reading in readings})
    _inherit(chains)
    settle(chains)
    name_holders(chains, knowledge, day)
    fill(chains, context)
    placed = {place.start for place in places if place.role == "place"}
    return _mentions(chains, [draft for draft in found if not _stage(draft, placed)])


def _day(published: Published) -> dt.date | None:
    """The day of publication, the last possible one where there are several of one month; None where they lie further apart."""
    if published.first is None or published.last is None or published.last - published.first > _APART:
        return None
    return published.last


def _stage(draft: Draft, placed: Set[int]) -> bool:
    """Whether a draft is only where something happens: a place that does nothing, or a seat of government as one (`talks in Doha`)."""
    where = draft.start in placed
    return (draft.kind == "place" and not draft.subject) or (where and draft.basis == "seat of government" and draft.inside)


def _inherit(chains: Chains) -> None:
    """Pass country and sectors from owners to what they own, once pronouns are resolved: `their spokesman`, `its military`."""
    for _ in range(2):  # an owner may itself be owned
        for chain in chains.all:
            owner = next((draft.owner for draft in chain.drafts if draft.owner is not None), None)
            if owner is None:
                continue
            holder = chains.of(owner)
            if chain.country is None and holder.country:
                chain.country = holder.country
                chain.basis.append(f"of {owner.text}")
            if not chain.sectors and holder.sectors and any(draft.agent for draft in chain.drafts):
                chain.sectors = holder.sectors
            if not chain.office and chain.person and any(draft.lemma == "counterpart" for draft in chain.drafts):
                chain.office, chain.sectors = _COUNTERPARTS.get(holder.office or "", holder.office), holder.sectors

    for chain in chains.all:
        chain.sectors = chain.sectors or next((draft.agent.sectors for draft in chain.drafts if draft.agent), ())


def _mentions(chains: Chains, found: Sequence[Draft]) -> tuple[ActorMention, ...]:
    numbers: dict[int, int] = {}
    for draft in found:
        numbers.setdefault(id(chains.of(draft)), len(numbers))
    return tuple(_mention(draft, chains.of(draft), numbers[id(chains.of(draft))], chains, numbers) for draft in found)


def _mention(draft: Draft, chain: Chain, number: int, chains: Chains, numbers: dict[int, int]) -> ActorMention:
    basis = _basis(draft, chain)
    return ActorMention(
        start=draft.start,
        end=draft.end,
        sentence=draft.sentence,
        first=draft.first,
        last=draft.last,
        head=draft.head,
        form=draft.form,
        chain=number,
        plural=draft.plural,
        members=tuple(dict.fromkeys(numbers[id(chains.of(member))] for member in draft.members if id(chains.of(member)) in numbers)),
        party=Party(
            text=draft.text,
            start=draft.start,
            end=draft.end,
            basis="; ".join(dict.fromkeys(one for one in basis if one)) or "unresolved",
            name=chain.name,
            country=draft.country if draft.form == "nominal" and draft.country else chain.country,
            sectors=chain.sectors,
            office=chain.office,
            wikidata=chain.wikidata,
        ),
    )


def _basis(draft: Draft, chain: Chain) -> list[str]:
    if draft.kind == "country" and draft.form != "pronoun" and draft.basis:
        return [draft.basis]
    if draft.form != "pronoun":
        return chain.basis
    meant = next((one for one in chain.drafts if one.form != "pronoun"), None)
    return [f"refers to {meant.text}", *chain.basis] if meant else ["unresolved"]
