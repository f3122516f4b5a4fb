"""What follows a role and a preposition: `head of the junta`, `rebels from Darfur`, `spokesman for the ministry`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.mentions.actors.chunks import Chunk
from dateline.mentions.actors.draft import Draft, new_draft, spread
from dateline.mentions.actors.titles import Titles
from dateline.records.reading import Reading

_OWNED_BY: Final = frozenset({"of", "for"})  # what joins an office to its body
_PLACED: Final = frozenset({"of", "from", "in", "at"})  # what joins anyone to a country
_MOVES: Final = frozenset(
    "withdraw withdrawal pull pullout evacuate evacuation return remove removal recall expel expulsion release escape flee deport".split()
)
_JOINTS: Final = (["and"], ["or"], [","], [",", "and"])
_BELONGS: Final = _OWNED_BY | _PLACED | {"to", "with"}


@dataclass(frozen=True, slots=True)
class _Joint:
    """A preposition, the phrase before it, and the phrase after it with its drafts."""

    reading: Reading
    titles: Titles
    word: str
    before: Chunk
    after: Chunk
    others: list[Draft]


def complete(reading: Reading, found: Sequence[Chunk], made: Sequence[list[Draft]], titles: Titles) -> None:
    """Tell each role whose it is and where its bearer is from, as far as the phrase behind it does. `made` are the drafts of `found`."""
    for at in range(len(found) - 2, -1, -1):  # from the right, so that a chain of them passes on what it is told
        before = found[at]
        if before.name is not None or before.noun is None or not made[at]:
            continue
        end = before.last
        for behind in range(at + 1, len(found)):
            after, word = found[behind], reading.lowered[end]
            if after.first != end + 1 or word not in _BELONGS:
                break
            joint = _Joint(reading, titles, word, before, after, made[behind])
            absorbed = [_complete(joint, draft, nearest=behind == at + 1) for draft in made[at] if draft.form == "nominal"]
            made[at].extend(list(_of_others(joint, made[at], found, made, behind)))
            if made[behind] or not any(absorbed):
                break
            end = after.last  # `the minister of defence of Chad`


def _complete(joint: _Joint, draft: Draft, *, nearest: bool) -> bool:
    """Tell a role what one complement says; whether the complement only completes its name, as `of defence` does."""
    role = draft.agent is not None and (draft.agent.kind in {"office", "person"} or not draft.sectors)
    named = _named_behind(joint, draft)
    if nearest and _closer(joint, draft, named) and not joint.others:
        return True
    holder = named or next(iter(joint.others), None)
    if holder is None:
        return False
    apart = draft.owned and joint.word not in _OWNED_BY  # `its embassy in Minsk`
    told = joint.word in _OWNED_BY if role else joint.word in _PLACED
    if draft.country is None and holder.country and not apart and (told or joint.word in _PLACED) and not _moved(joint, draft):
        draft.country, draft.basis = holder.country, f"{joint.word} {holder.text}"
    if not role or joint.word not in _OWNED_BY:
        return False
    if draft.agent is not None and "*" in draft.agent.phrase and holder.form == "name" and holder.kind == "body":
        draft.sectors = ()  # `leader of Hamas` is what Hamas is, which the tables know
    draft.sectors = draft.sectors or holder.sectors
    draft.owner = draft.owner or holder
    if draft.person and not draft.office:
        draft.office = _office(joint, named)
    if named is None:
        _extend(joint, draft, joint.after.last)
    return False


def _moved(joint: _Joint, draft: Draft) -> bool:
    """Whether `from` says where someone leaves, not where they belong: `the withdrawal of troops from Iraq`."""
    reading = joint.reading
    governing = {reading.lemmas[reading.heads[draft.head]], reading.lemmas[reading.heads[joint.after.head]]}
    return joint.word == "from" and bool(_MOVES & governing)


def _extend(joint: _Joint, draft: Draft, last: int) -> None:
    draft.last, draft.end = last, joint.reading.sentence.words[last - 1].end
    draft.text = joint.reading.words(draft.first, last)


def _of_others(joint: _Joint, drafts: Sequence[Draft], found: Sequence[Chunk], made: Sequence[list[Draft]], at: int) -> Iterator[Draft]:
    """`the presidents of France and Germany`: one more draft for each country that follows the first."""
    first = next((draft for draft in drafts if draft.plural and draft.form == "nominal" and draft.country), None)
    while first is not None and at + 1 < len(found):
        between = joint.reading.lowered[found[at].last : found[at + 1].first]
        other = next((draft for draft in made[at + 1] if draft.kind == "country" and draft.form == "name"), None)
        if between not in _JOINTS or other is None:
            return
        yield spread(first, other, joint.reading)
        at += 1


def _closer(joint: _Joint, draft: Draft, named: Draft | None) -> bool:
    """Take the agent noun that the complement makes of the role, `head` becoming `head of the junta`; whether its words end it."""
    if joint.before.noun is None:
        return False
    last = named.last if named is not None else joint.after.last
    words = [joint.word, *(joint.reading.lowered[at] for at in range(joint.after.first, last) if joint.reading.upos[at] != "DET")]
    closer = joint.titles.agent(joint.reading, joint.before.first, joint.before.noun, words)
    if closer is None or closer == draft.agent:
        return False
    draft.agent, draft.sectors = closer, closer.sectors or draft.sectors
    draft.office = (closer.office or None) if not draft.plural else None
    if f" {joint.word} " not in closer.phrase or "*" in closer.phrase:
        return False
    held = named or next(iter(joint.others), None)
    if held is None or (held.form == "nominal" and joint.reading.upos[held.first] != "DET"):
        if held is not None:
            joint.others.remove(held)  # the state of a secretary of state does not act by itself
        _extend(joint, draft, last)
    return True


def _named_behind(joint: _Joint, draft: Draft) -> Draft | None:
    """For `head of the junta Aung Hlaing`: a draft of the junta, and the name made the same actor as the head; else None."""
    after, reading = joint.after, joint.reading
    if joint.word != "of" or after.name is None or not joint.others or joint.others[0].kind != "person" or not draft.person:
        return None
    bearer = joint.others[0]
    entity = reading.entities[after.name]
    if entity.first == after.first or (bearer.agent is not None and bearer.agent.kind not in {"body", "group"}):
        return None
    body = new_draft(reading, after.first, entity.first, head=entity.first - 1, form="nominal", kind="body")
    body.agent, body.lemma, body.sectors = bearer.agent, bearer.lemma, bearer.sectors
    body.country, body.basis, body.definite = bearer.country, bearer.basis, True
    bearer.agent, bearer.office, bearer.sectors, bearer.lemma = None, None, (), ""
    bearer.first, bearer.start, bearer.text = entity.first, entity.start, bearer.name or bearer.text
    draft.same.append(bearer)
    joint.others.append(body)
    return body


def _office(joint: _Joint, named: Draft | None) -> str:
    """The role in the story's own words, without its article: `deputy commander-in-chief of the Russian navy`."""
    reading, first = joint.reading, joint.before.first
    first += reading.upos[first] == "DET"
    last = named.last if named is not None else joint.after.last
    return f"{reading.words(first, joint.before.last)} {joint.word} {reading.words(joint.after.first, last)}"
