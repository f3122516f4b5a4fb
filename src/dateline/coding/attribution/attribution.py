"""An attribution: a part of the text that is told on somebody's word, with whose, by which words, and through whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from dateline.records import ActorMention, Quote, Span
from dateline.records.base import Record
from dateline.records.claim import QuoteKind

Strength = Literal["said", "confirmed", "claimed", "denied", "revealed", "asked", "promised", "warned", "thought", "wanted", "judged"]


class Attribution(Record, frozen=True, kw_only=True):
    """What `contents` cover is told, thought or wanted by the `source`; spans are code points of the article.

    `sentence` is that of the cue, or of the content where there is none. `source` is the whole noun phrase, None where the text has none
    there: in the passive, and for quotations that carry on. `speaker` is whom the source stands for, pronouns resolved where the chain
    has a name. `carrier` is the medium that passed it on (`told Reuters`), `medium` the actor that it stands for. `cue` is the cue's
    dictionary form.
    """

    sentence: int
    kind: QuoteKind
    contents: tuple[Span, ...]
    cues: tuple[Span, ...] = ()
    cue: str | None = None
    strength: Strength = "said"
    source: Span | None = None
    speaker: ActorMention | None = None
    carrier: Span | None = None
    medium: ActorMention | None = None

    def covers(self, at: int) -> bool:
        """Whether a code point is in the content."""
        return any(span.start <= at < span.end for span in self.contents)

    @property
    def length(self) -> int:
        """Code points of the content."""
        return sum(span.end - span.start for span in self.contents)


def covering(found: Iterable[Attribution], at: int) -> tuple[Attribution, ...]:
    """The attributions that the code point `at` is told on, outermost first: who is quoted by another comes behind that other.

    Of two with the same content, the later cue is the outer one: `he said, the agency reported`.
    """
    return tuple(sorted((one for one in found if one.covers(at)), key=lambda one: (-one.length, -_at(one))))


def outermost(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions that no other's content covers; where two cover each other, both."""
    return tuple(one for one in found if not any(_holds(other, one) and not _holds(one, other) for other in found))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer is not inner and outer.covers(_at(inner))


def _at(one: Attribution) -> int:
    """Where the cue begins, or the content where there is none."""
    return (one.cues or one.contents)[0].start


def quotes(found: Iterable[Attribution], text: str) -> Iterator[Quote]:
    """One quote for each span of content, with the names of who said it and of who carried it."""
    for one in found:
        for span in one.contents:
            yield Quote(
                start=span.start,
                end=span.end,
                kind=one.kind,
                speaker=_name(one.speaker, one.source, text),
                carrier=_name(one.medium, one.carrier, text),
                cue=one.cue,
            )


def _name(actor: ActorMention | None, span: Span | None, text: str) -> str | None:
    if actor is not None:
        return actor.party.name or actor.party.text
    return span.within(text) if span is not None else None
