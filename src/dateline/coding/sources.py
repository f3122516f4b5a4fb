"""On whose word: the chain from the outlet to the person, body or document that a claim goes back to."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.coding.attribution import Attribution, covering
from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.records import ActorMention, Article, Source, Span
from dateline.records.claim import SourceKind

VOUCHES: Final = frozenset({"said", "confirmed", "claimed", "denied", "revealed", "warned", "thought"})
"""Strengths of attributions whose content is told as so; what is asked, promised, wanted or judged is told by nobody."""
_MEDIA: Final = frozenset({"JRN"})
_DOCUMENTS: Final = frozenset(
    "report document statement communique letter file record memo cable filing study survey investigation website transcript email "
    "footage video photograph image leak dossier article".split()
)
_PEOPLE: Final = frozenset(
    "source official witness resident spokesman spokeswoman officer diplomat aide expert analyst survivor relative doctor activist "
    "reporter journalist facilitator villager person people".split()
)
_PEOPLE_OF_MEDIA: Final = frozenset({"reporter", "journalist", "correspondent"})
_NEAR: Final = 6  # words behind the cue: `claimed in an exclusive report`
_POINTING: Final = frozenset({"the", "this", "that", "its", "their"})


def chain(attributions: Sequence[Attribution], at: int, article: Article) -> tuple[Source, ...]:
    """The sources of what the code point `at` tells, nearest first: outlet, agency, then who passed it on and who said it, outermost first.

    Behind a document that was told of before (`according to the report`) stands whoever published it.
    """
    found: list[Source] = []
    for one in covering(attributions, at):
        if one.strength in VOUCHES:
            found += _carriers(one, article.text)
            found += _speakers(one, article.text)
            found += _authors(one, attributions, article.text)
    told = {(source.start, source.end): source for source in found}
    return (*carriers(article), *told.values())


def carriers(article: Article) -> list[Source]:
    """The outlet and the agency of the page, as far as they are known."""
    outlet = [Source(name=article.outlet, kind="outlet")] if article.outlet else []
    return [*outlet, *([Source(name=article.agency, kind="agency")] if article.agency else [])]


def _carriers(one: Attribution, text: str) -> Iterator[Source]:
    if one.medium is not None:
        yield _named(one.medium, "medium", one.cue)
    elif one.carrier is not None:
        yield _unnamed(one.carrier, text, one.cue)


def _speakers(one: Attribution, text: str) -> Iterator[Source]:
    if one.speaker is not None:
        lemma = one.speaker.party.text.lower().split()[-1]
        yield _named(one.speaker, _kind(one.speaker, lemma), one.cue)
    elif one.source is not None:
        yield _unnamed(one.source, text, one.cue)


def _authors(one: Attribution, attributions: Sequence[Attribution], text: str) -> Iterator[Source]:
    """Of a document that the story has told of, who published it: `the outlet claimed in a report …`, later `according to the report`."""
    words = one.source.within(text).lower().split() if one.source is not None else []
    if one.speaker is not None or not words or words[0] not in _POINTING or words[-1] not in _DOCUMENTS:
        return
    for other in reversed(attributions):
        if other.speaker is not None and other.cues and other.cues[0].start < (one.cues or one.contents)[0].start:
            behind = text[other.cues[-1].end :].split(".", maxsplit=1)[0].lower().split()
            if words[-1] in behind[:_NEAR]:
                yield from _speakers(other, text)
                return


def _named(mention: ActorMention, kind: SourceKind, cue: str | None) -> Source:
    party = mention.party
    return Source(name=party.name or party.text, kind=kind, cue=cue, country=party.country, start=mention.start, end=mention.end)


def _unnamed(span: Span, text: str, cue: str | None) -> Source:
    words = span.within(text).split()
    kind: SourceKind = "document" if words[-1].lower() in _DOCUMENTS else "unnamed"
    return Source(name=" ".join(words), kind=kind, cue=cue, start=span.start, end=span.end)


def _kind(mention: ActorMention, lemma: str) -> SourceKind:
    party = mention.party
    if _MEDIA & set(party.sectors[:1]) and lemma not in _PEOPLE_OF_MEDIA:
        return "medium"
    if mention.form == "nominal" and party.name is None:
        return "unnamed" if lemma in _PEOPLE else "body"
    return "person" if party.office or mention.form == "pronoun" or (party.name and " " in party.name and not party.sectors) else "body"


def told_by(clauses: Clauses, cast: Cast, verb: int) -> Iterator[Source]:
    """Those who do the saying of `verb`."""
    reading = clauses.reading
    for speaker in clauses.doers(verb):
        mentions = cast.at(reading.index, speaker)
        if mentions:
            yield _named(mentions[0], _kind(mentions[0], reading.lemmas[speaker].lower()), reading.lemmas[verb])
