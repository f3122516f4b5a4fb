"""Whom pronouns stand for: the mention that stands out most among those that they can stand for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from dateline.mentions.actors.chains import Chains
from dateline.mentions.actors.draft import Draft
from dateline.mentions.actors.pronouns import can_be
from dateline.mentions.actors.windows import behind, of_sentence, since
from dateline.records.reading import Reading

_REACH: Final = 3  # sentences back
_NEARNESS: Final = (3.0, 2.4, 1.2, 0.6)  # by sentences between; hand-set, so that a subject of the sentence before beats an object
_SUBJECT: Final = 1.0
_NAMED: Final = 0.4
_LEADS: Final = 0.4
_OWN_CLAUSE: Final = 1.5  # `ECOWAS closed its borders`
_SPEAKERS: Final = frozenset({"we", "i"})


def join_pronouns(chains: Chains, drafts: Sequence[Draft], readings: Mapping[int, Reading]) -> None:
    """Join each pronoun with the actor that it most likely stands for; one that fits nobody stays alone."""
    for at, draft in enumerate(drafts):
        if draft.form != "pronoun":
            continue
        reading = readings[draft.sentence]
        if _empty(draft, reading):
            continue
        if draft.pronoun in _SPEAKERS:
            chosen = _speaker(chains, drafts, at, reading)
        elif draft.text.lower().endswith(("self", "selves")) and (own := _own_subject(drafts, draft, reading)) is not None:
            chosen = own
        else:
            taken = _partners(chains, drafts, at, reading)
            fitting = (one for one in _candidates(chains, drafts, at) if id(chains.of(one)) not in taken)
            above = frozenset(_above(draft.head, reading))
            scored = [(_score(one, draft, reading, above), one.start, one) for one in fitting]
            chosen = max(scored, key=lambda row: row[:2])[2] if scored else None
            if draft.pronoun == "they" and (pair := _pair(drafts, at, readings)) and (chosen is None or not chosen.plural):
                draft.members = pair
                continue
        if chosen is not None:
            chains.join(chosen, draft)


def _partners(chains: Chains, drafts: Sequence[Draft], at: int, reading: Reading) -> set[int]:
    """The actors whom other pronouns of the same verb stand for: in `he trusted him` two are meant."""
    draft = drafts[at]
    if reading.relations[draft.head] == "nmod:poss" or draft.text.lower().endswith(("self", "selves")):
        return set()
    verb = reading.heads[draft.head]
    others = (one for one in since(drafts, draft.sentence, at) if one.form == "pronoun" and one.start < draft.start)
    return {
        id(chains.of(one)) for one in others if reading.heads[one.head] == verb and reading.relations[one.head] in {"nsubj", "nsubj:pass"}
    }


def _candidates(chains: Chains, drafts: Sequence[Draft], at: int) -> Iterator[Draft]:
    draft = drafts[at]
    for one in reversed(since(drafts, draft.sentence - _REACH, at)):
        if draft.sentence - one.sentence > _REACH:
            break
        again = one.form == "pronoun" and one.pronoun == draft.pronoun and draft.pronoun in {"he", "she"} and _resolved(chains, one)
        if again or (one.form in {"name", "nominal"} and one.end <= draft.start and _fits(chains, one, draft)):
            yield one
    for one in behind(drafts, at):  # "During his visit, the general said"
        if one.sentence != draft.sentence:
            break
        if one.form in {"name", "nominal"} and one.subject and _fits(chains, one, draft) and one.owner is not draft:
            yield one


def _pair(drafts: Sequence[Draft], at: int, readings: Mapping[int, Reading]) -> list[Draft]:
    """Two actors before the pronoun, in its sentence or the one before, that `and` joins or that met: `Trump and Kim … their summit`."""
    draft = drafts[at]
    named = [one for one in since(drafts, draft.sentence - 1, at) if one.form == "name" and one.kind != "place"]
    people = [one for one in named if one.person]
    for one, other in [*reversed(list(pairwise(named))), *reversed(list(pairwise(people)))]:
        reading = readings[one.sentence]
        if one.sentence == other.sentence and one.kind == other.kind and (_joined(one, other, reading) or _met(one, other, reading)):
            return [one, other]
    return []


def _joined(one: Draft, other: Draft, reading: Reading) -> bool:
    return reading.lowered[one.last : other.first] in (["and"], [",", "and"])


def _met(one: Draft, other: Draft, reading: Reading) -> bool:
    """Whether two persons are subject and object of one verb: `the prince met the president … where they`."""
    verb = reading.heads[one.head]
    return (
        one.person
        and other.person
        and one.subject
        and reading.heads[other.head] == verb
        and reading.relations[other.head] in {"obj", "iobj"}
    )


def _fits(chains: Chains, one: Draft, draft: Draft) -> bool:
    if not can_be(one, draft.pronoun):
        return False
    gender = chains.of(one).genders
    return draft.pronoun not in {"he", "she"} or not gender or draft.pronoun in gender


def _score(one: Draft, draft: Draft, reading: Reading, above: frozenset[int]) -> float:
    behind = one.start > draft.start
    score = _NEARNESS[draft.sentence - one.sentence] - (0.5 if behind else 0.0)
    score += _SUBJECT * one.subject + _NAMED * (one.form == "name")
    if one.subject and one.leads:
        score += _LEADS
    if one.sentence == draft.sentence and one.subject:
        governs = reading.heads[one.head]
        if governs in above:
            possessive = reading.relations[draft.head] == "nmod:poss"
            own = reading.heads[draft.head] == governs
            score += -9.0 if own and not possessive else _OWN_CLAUSE if possessive else 0.5
    if draft.plural and one.plural:
        score += 0.8
    return score


def _above(word: int, reading: Reading) -> Iterator[int]:
    """The words that govern `word`, from the nearest on."""
    seen = 0
    while reading.heads[word] != word and seen < len(reading.forms):
        word = reading.heads[word]
        seen += 1
        yield word


def _resolved(chains: Chains, draft: Draft) -> bool:
    return any(one.form != "pronoun" for one in chains.of(draft).drafts)


def _empty(draft: Draft, reading: Reading) -> bool:
    """Whether `it` only holds the place of a clause: `it is unclear whether`, `it is believed that`."""
    if draft.pronoun != "it" or reading.relations[draft.head] not in {"nsubj", "nsubj:pass"}:
        return False
    verb = reading.heads[draft.head]
    behind = {reading.relations[at] for at in range(verb + 1, len(reading.forms)) if reading.heads[at] == verb and at != verb}
    told = reading.upos[verb] == "ADJ" or reading.relations[draft.head] == "nsubj:pass"
    return told and bool(behind & {"csubj", "csubj:pass", "ccomp", "xcomp"})


def _own_subject(drafts: Sequence[Draft], draft: Draft, reading: Reading) -> Draft | None:
    """The subject of the clause that a reflexive stands in."""
    subjects = {reading.heads[one.head]: one for one in of_sentence(drafts, draft.sentence) if one.subject and one is not draft}
    return next((subjects[verb] for verb in _above(draft.head, reading) if verb in subjects), None)


def _speaker(chains: Chains, drafts: Sequence[Draft], at: int, reading: Reading) -> Draft | None:
    """The subject of a verb above the pronoun's own clause, or of the sentence before: who says `we` in a quotation."""
    draft = drafts[at]
    here = {one.head: one for one in of_sentence(drafts, draft.sentence) if one.subject and one is not draft and one.owner is not draft}
    own = reading.heads[draft.head]
    of_verb: dict[int, Draft] = {}
    for head, one in here.items():
        if one.pronoun not in _SPEAKERS:
            of_verb.setdefault(reading.heads[head], one)
    for verb in _above(draft.head, reading):
        if verb != own and verb in of_verb:
            return of_verb[verb]
    for one in reversed(since(drafts, draft.sentence - _REACH, at)):  # the quotation goes on
        if draft.sentence - one.sentence > _REACH:
            break
        if one.pronoun == draft.pronoun and _resolved(chains, one):
            return one
    before = [
        one
        for one in since(drafts, draft.sentence - 1, at)
        if one.subject and draft.sentence - one.sentence == 1 and can_be(one, draft.pronoun)
    ]
    return before[0] if before else None
