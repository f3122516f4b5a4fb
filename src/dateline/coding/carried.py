"""When and where a claim happened whose own sentence does not tell: as the sentences around it, or the story as a whole, do.

What is carried over says so in its basis. The orders and reaches below were set on a sample of MUC-4's development set; see
docs/explanation/incidents.md.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

import msgspec

from dateline.records import Article, Claim, Mentions, PlaceMention, Sentence, TimeMention, When, Where

ELSEWHERE: Final = "the day is told in another sentence"
_HARM: Final = 4  # the quad class of events that happen on a day and at a place
_TOLD: Final = frozenset({"happened", "historical"})
_LONGEST: Final = dt.timedelta(days=6)  # a longer time is told of a whole development
_BEFORE: Final = 3  # sentences back in the same paragraph
_EARLIER: Final = 2  # sentences back, beyond the paragraph
_DAY: Final = dt.timedelta(days=1)


def carried(claims: Iterable[Claim], article: Article, sentences: Sequence[Sentence], mentions: Mentions) -> Iterator[Claim]:
    """The claims, those of material conflict that have no day or place with one from around them, as far as there is one."""
    around = _Around(article, sentences, mentions)
    for claim in claims:
        if claim.quad != _HARM or claim.status not in _TOLD:
            yield claim
        else:
            when, where = claim.when or around.when(claim), claim.where or around.where(claim)
            why = (*claim.why, ELSEWHERE) if claim.when is None and when is not None and when.basis != "published" else claim.why
            yield msgspec.structs.replace(claim, when=when, where=where, why=why)


class _Around:
    """The times and places of an article by sentence."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], mentions: Mentions) -> None:
        self._article = article
        self._numbers = {sentence.start: number for number, sentence in enumerate(sentences)}
        self._paragraphs = _paragraphs(article.text, sentences)
        self._times: dict[int, list[TimeMention]] = {}
        self._places: dict[int, list[PlaceMention]] = {}
        for time in mentions.times:
            if _dates(time):
                self._times.setdefault(time.sentence, []).append(time)
        for place in mentions.places:
            if place.role == "place" and place.where.country and not _in_dateline(place, article):
                self._places.setdefault(place.sentence, []).append(place)
        self._home = self._of_story(mentions.places)

    def when(self, claim: Claim) -> When | None:
        """The day of the sentence before in the paragraph, else of the next, else of those shortly before, else of the story."""
        for number in self._near(self._numbers[claim.sentence.start]):
            if number in self._times:
                return self._times[number][-1].when
        day = self._article.published.last
        if day is None or day != self._article.published.first:
            return None
        return When(first=day - _DAY, last=day, basis="published")

    def where(self, claim: Claim) -> Where | None:
        """The place of a sentence near by, of those in a party's or the story's country; else that of the story."""
        likely = {party.country for party in (*claim.recipients, *claim.actors)} | {self._home.country if self._home else None}
        for number in self._near(self._numbers[claim.sentence.start]):
            for place in reversed(self._places.get(number, ())):
                if place.where.country in likely:
                    return msgspec.structs.replace(place.where, basis=f"told near by: {place.where.basis}")
        return self._home

    def _near(self, number: int) -> Iterator[int]:
        paragraph = self._paragraphs[number]
        before = range(number - 1, number - 1 - _BEFORE, -1)
        same = (at for at in before if at >= 0 and self._paragraphs[at] == paragraph)
        earlier = (at for at in range(number - 1, number - 1 - _EARLIER, -1) if at >= 0)
        return chain(same, (number + 1,), earlier)

    def _of_story(self, places: Sequence[PlaceMention]) -> Where | None:
        """The country of the dateline, else the one that the story tells most places of."""
        told = [place for place in places if place.where.country and place.role == "place"]
        first = next((place for place in told if _in_dateline(place, self._article)), None)
        if first is not None:
            return msgspec.structs.replace(first.where, basis=f"the story's dateline: {first.where.basis}")
        most = Counter(place.where.country for place in told).most_common(1)
        if not most:
            return None
        place = next(place for place in told if place.where.country == most[0][0])
        return Where(text=place.where.text, basis="most places of the story", country=place.where.country, precision="country")


def _dates(time: TimeMention) -> bool:
    when = time.when
    if when.first is None or when.last is None or when.basis == "dateline":
        return False
    return when.last - when.first <= _LONGEST


def _in_dateline(place: PlaceMention, article: Article) -> bool:
    line = article.dateline
    return line is not None and line.start <= place.start < line.end


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The number of the paragraph that each sentence is in."""
    numbers: list[int] = []
    before, number = 0, 0
    for sentence in sentences:
        number += "\n" in text[before : sentence.start]
        numbers.append(number)
        before = sentence.end
    return numbers
