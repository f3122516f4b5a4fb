"""In what domain an event stands: the contexts of a claim, by the words of its paragraph and by the claim itself."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from dateline.coding.context_table import Phrase, Table, table
from dateline.ontology import Ontology
from dateline.records import Article, Claim, Sentence

_OWN: Final = 2  # a word in the claim's own sentence counts as much as two around it
_ENOUGH: Final = 4  # one strong word in the claim's own sentence, two weak ones there, or two strong ones around it
_LONG: Final = 5  # sentences: of a longer paragraph only the neighbours count

Forms = frozenset[str]  # what a word is looked up by: as written, in small letters, and its lemma
Evidence = Mapping[str, Mapping[int, int]]  # context → row of the table → weight


def with_contexts(
    claims: Iterable[Claim], article: Article, sentences: Sequence[Sentence], ontology: Ontology, using: Table | None = None
) -> tuple[Claim, ...]:
    """The claims with their contexts, in the ontology's order; those that the ontology lacks are left out."""
    using = using or table()
    text, at = article.text, {sentence.start: index for index, sentence in enumerate(sentences)}
    read: dict[int, Evidence] = {}
    found = []
    for claim in claims:
        own = at[claim.sentence.start]
        near = _paragraph(text, sentences, own)
        for index in near:
            if index not in read:
                read[index] = evidence(forms(text, sentences[index]), using)
        told = contexts(claim, read[own], [read[index] for index in near if index != own], using)
        found.append(msgspec.structs.replace(claim, contexts=tuple(name for name in ontology.contexts if name in told)))
    return tuple(found)


def contexts(claim: Claim, own: Evidence, around: Iterable[Evidence], using: Table) -> frozenset[str]:
    """The contexts for which there is enough in the claim, in its own sentence and in those around it."""
    points: dict[str, int] = {}
    facts = _facts(claim)
    for link in using.links:
        if link.asked <= facts:
            points[link.context] = max(points.get(link.context, 0), link.points)
    for context, rows in own.items():
        points[context] = points.get(context, 0) + _OWN * sum(rows.values())
    beside: dict[tuple[str, int], int] = {
        (context, row): weight for one in around for context, rows in one.items() for row, weight in rows.items()
    }
    for (context, row), weight in beside.items():
        points[context] = points.get(context, 0) + (0 if row in own.get(context, ()) else weight)
    return frozenset(context for context, sum_ in points.items() if sum_ >= _ENOUGH)


def evidence(words: Sequence[Forms], using: Table) -> Evidence:
    """What the words of a sentence tell of each context: the longest phrase at each word, no word twice for one context."""
    found: dict[str, dict[int, int]] = {}
    taken: dict[str, int] = {}
    for at, word in enumerate(words):
        fits: dict[str, Phrase] = {}
        for first in word:
            for phrase in using.phrases.get(first, ()):
                longer = phrase.context not in fits or len(phrase.words) > len(fits[phrase.context].words)
                if longer and at >= taken.get(phrase.context, 0) and _stands(phrase.words, words, at):
                    fits[phrase.context] = phrase
        for context, phrase in fits.items():
            taken[context] = at + len(phrase.words)
            if phrase.weight:
                found.setdefault(context, {})[phrase.row] = phrase.weight
    return found


def _stands(phrase: Sequence[str], words: Sequence[Forms], at: int) -> bool:
    return at + len(phrase) <= len(words) and all(one in forms for one, forms in zip(phrase, words[at:], strict=False))


def forms(text: str, sentence: Sentence) -> list[Forms]:
    """What each word of a sentence is looked up by; words are parted at hyphens, and names of people only looked up as written."""
    people = {at for name in sentence.entities if name.kind == "PERSON" for at in range(name.first, name.last)}
    found: list[Forms] = []
    for at, word in enumerate(sentence.words):
        parts = text[word.start : word.end].replace("’", "'").split("-")
        lemma = word.lemma or parts[-1]
        lowered = [{part.lower(), *([lemma.split("-")[-1].lower()] if part is parts[-1] else [])} for part in parts]
        found += [frozenset({part} if at in people else {part, *more}) for part, more in zip(parts, lowered, strict=True) if part]
    return found


def _facts(claim: Claim) -> frozenset[str]:
    """What links can ask of a claim."""
    actors, recipients = ({one.country for one in side if one.country} for side in (claim.actors, claim.recipients))
    facts = {claim.type, *claim.modes}
    facts |= {f"actor:{sector}" for party in claim.actors for sector in party.sectors}
    facts |= {f"recipient:{sector}" for party in claim.recipients for sector in party.sectors}
    facts |= {"domestic"} if actors & recipients else {"abroad"} if actors and recipients else set()
    return frozenset(facts | ({"both"} if len(actors) > 1 else set()))


def _paragraph(text: str, sentences: Sequence[Sentence], own: int) -> range:
    """The indices of the sentences on the same lines as the one at `own`."""
    first = last = own
    while first > 0 and "\n" not in text[sentences[first - 1].end : sentences[first].start]:
        first -= 1
    while last + 1 < len(sentences) and "\n" not in text[sentences[last].end : sentences[last + 1].start]:
        last += 1
    return range(first, last + 1) if last - first < _LONG else range(max(first, own - 1), min(last, own + 1) + 1)
