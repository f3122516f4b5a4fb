"""Article, sentences and mentions → all attributions of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from dateline.coding.attribution.attribution import Attribution
from dateline.coding.attribution.bare import carried_on
from dateline.coding.attribution.cited import leads_to_speech, passed_on
from dateline.coding.attribution.contents import Quotations, next_paragraph
from dateline.coding.attribution.cues import Cues, cues
from dateline.coding.attribution.layout import laid_out
from dateline.coding.attribution.phrases import phrase, spans
from dateline.coding.attribution.quotations import quotations
from dateline.coding.attribution.signals import Signal, signals
from dateline.coding.attribution.speakers import Speakers, is_medium
from dateline.coding.clauses import Clauses
from dateline.records import ActorMention, Article, Mentions, Sentence, Span
from dateline.records.reading import Reading, readings

_BESIDE: Final = ("iobj", "obj", "obl", "nmod", "advcl")  # where a medium that somebody speaks to, in or on stands below the cue
_WRITTEN: Final = frozenset("report document statement letter memo cable record email study survey investigation article".split())
_NEAR: Final = 60  # characters from the opening of a sentence to its cue: `Smith, the mayor, said.` behind a question that was quoted


def attributions(article: Article, sentences: Sequence[Sentence], mentions: Mentions) -> tuple[Attribution, ...]:
    """The attributions of an article's analysed sentences, in the order of their cues."""
    read = list(readings(article.text, sentences))
    finder = _Finder(article.text, Quotations(quotations(article.text)), Speakers(mentions), cues())
    found = [one for reading in read for one in finder.sentence(reading)]
    found += laid_out(article.text, sentences, finder.quotations, finder.speakers)
    found = carried_on(found, finder.quotations, article.text, sentences)
    return tuple(sorted(_carried(found), key=lambda one: (one.cues or one.contents)[0].start))


def _carried(found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions, those that a medium reports with that medium: `he said, the agency reported`."""
    media = [one for one in found if one.speaker is not None and is_medium(one.speaker)]
    for one in found:
        outer = next((other for other in media if other is not one and _reports(other, one)), None)
        if one.carrier is None and outer is not None:
            yield msgspec.structs.replace(one, carrier=outer.source, medium=outer.speaker)
        else:
            yield one


def _reports(outer: Attribution, inner: Attribution) -> bool:
    """Whether one attribution holds the other's cue, or stands behind it with the same content."""
    if not inner.cues or not outer.cues:
        return False
    behind = outer.contents == inner.contents and outer.cues[0].start > inner.cues[0].start
    return behind or outer.covers(inner.cues[0].start)


@dataclass(frozen=True, slots=True)
class _Finder:
    """What finding attributions needs, and the text."""

    text: str
    quotations: Quotations
    speakers: Speakers
    cues: Cues

    def sentence(self, reading: Reading) -> Iterator[Attribution]:
        """The attributions whose cue stands in a sentence."""
        clauses = Clauses(reading)
        found = {one.words[0]: one for one in signals(clauses, self.cues)}
        taken = spans(reading, {at for one in found.values() for at in one.contents})
        for one in found.values():
            if leads_to_speech(clauses, one, found):
                continue
            told = self._told(clauses, taken, passed_on(clauses, one, found, lambda word: self._tells(reading, word)))
            if told is not None:
                yield told

    def _told(self, clauses: Clauses, taken: Sequence[Span], signal: Signal) -> Attribution | None:
        reading = clauses.reading
        cue = spans(reading, signal.words)
        source = self._source(clauses, signal)
        apart = set(signal.words) | self._own(clauses, signal)
        contents = self.quotations.widened(spans(reading, signal.contents, apart), cue[0]) or self._quoted(reading, taken, signal, cue[0])
        if not contents:
            return None
        carrier, medium = self._carrier(clauses, signal, apart)
        return Attribution(
            sentence=reading.index,
            kind=self.quotations.kind(contents, self.text),
            contents=contents,
            cues=cue,
            cue=signal.cue.words,
            strength=signal.cue.strength,
            source=source,
            speaker=None if signal.source is None else self.speakers.at(reading.index, signal.source),
            carrier=carrier,
            medium=medium,
        )

    def _tells(self, reading: Reading, word: int) -> bool:
        """Whether a word stands for somebody, or for something written, who may be cited."""
        return reading.lemmas[word].lower() in _WRITTEN or self.speakers.at(reading.index, word) is not None

    def _carrier(self, clauses: Clauses, signal: Signal, apart: set[int]) -> tuple[Span | None, ActorMention | None]:
        """Who passes it on: whoever cites, else a medium that is named beside the cue."""
        index = clauses.reading.index
        if signal.through is not None:
            return phrase(clauses, signal.through, clauses.below(signal.words[0])), self.speakers.at(index, signal.through)
        beside = clauses.children(signal.words[0], *_BESIDE)
        around = {at for child in beside for at in clauses.below(child)} - signal.contents - apart
        medium = self.speakers.medium(index, around)
        return (Span(start=medium.start, end=medium.end), medium) if medium else (None, None)

    def _own(self, clauses: Clauses, signal: Signal) -> set[int]:
        """The words of the source, without those of a clause that hangs on it and holds the cue."""
        if signal.source is None:
            return set()
        cue = clauses.below(signal.words[0])
        return clauses.below(signal.source) - (set() if signal.source in cue else cue)

    def _source(self, clauses: Clauses, signal: Signal) -> Span | None:
        if signal.source is None:
            return None
        word = signal.words[0]
        cue = clauses.below(word)
        apart = {*signal.words, *signal.contents} if signal.source in cue else cue
        citing = {at for child in clauses.children(signal.source, "acl") if child > signal.source for at in clauses.below(child)}
        relative = clauses.children(word, "nsubj", "nsubj:pass", "punct")  # `the mayor, who said`: the phrase ends with the pronoun
        return phrase(clauses, signal.source, (apart | citing) - (set() if signal.source in cue else set(relative)))

    def _quoted(self, reading: Reading, taken: Sequence[Span], signal: Signal, cue: Span) -> tuple[Span, ...]:
        """The quotation that stands beside a cue that governs none: in its sentence, or behind the colon that ends it."""
        start, end = reading.sentence.start, reading.sentence.end
        if not {"that", "host"} & signal.cue.contents or self.quotations.around(cue):
            return ()
        beside = [one for one in self.quotations.within(start, end) if not any(one.overlaps(span) for span in taken)]
        if beside:
            return (min(beside, key=lambda one: min(abs(one.end - cue.start), abs(one.start - cue.end))),)
        if self.text[start:end].endswith(":"):
            return tuple(self.quotations.within(end, end + 4)) or next_paragraph(self.text, end)
        before = self.quotations.before(start)
        follows = before is not None and "\n" not in self.text[before.end : start] and not self.text[before.end : start].strip()
        return (before,) if before is not None and follows and cue.start - start < _NEAR else ()
