"""Denials: who denies a report, a charge or a part in something denies the event that was told before."""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.sources import carriers, told_by
from dateline.records import Article, Claim, Span, Trigger, digest

_DENY: Final = frozenset("deny dismiss reject refute rebut disavow disclaim rubbish".split())
_PART: Final = frozenset("involvement responsibility role part hand link connection complicity".split())
_TOLD: Final = frozenset("report claim allegation accusation charge story rumour rumor suggestion account assertion".split())
_REACH: Final = 4  # claims back: what is denied was told just before
_HARM: Final = frozenset({3, 4})  # quad classes: nobody denies a good deed


def denials(clauses: Clauses, cast: Cast, article: Article, told: Sequence[Claim]) -> Iterator[Claim]:
    """For each denial in a sentence, the latest harm among the claims `told` before it, negated on the denier's word."""
    for word, lemma in enumerate(clauses.reading.lemmas):
        if lemma not in _DENY or clauses.reading.upos[word] != "VERB":
            continue
        objects = clauses.lemmas(clauses.done_to(word))
        part = lemma != "dismiss" and bool(objects & _PART)
        harm = next((one for one in reversed(told[-_REACH:]) if one.quad in _HARM and one.status == "happened"), None)
        if harm is not None and (part or objects & _TOLD):
            yield _denied(clauses, cast, word, article, harm, by_actor=part)


def _denied(clauses: Clauses, cast: Cast, word: int, article: Article, harm: Claim, *, by_actor: bool) -> Claim:
    reading = clauses.reading
    start, end = reading.sentence.words[word].start, reading.sentence.words[word].end
    deniers = cast.roles(reading.index, clauses.doers(word))
    return msgspec.structs.replace(
        harm,
        id=digest("c", harm.id, start),
        status="negated",
        sentence=Span(start=reading.sentence.start, end=reading.sentence.end),
        trigger=Trigger(start=start, end=end, text=reading.forms[word]),
        actors=tuple(role.party for role in deniers) if by_actor and deniers else harm.actors,
        sources=(*carriers(article), *told_by(clauses, cast, word)),
        why=(f"«{reading.forms[word]}» denies «{harm.trigger.text}» ({harm.type}), which was told before",),
    )
