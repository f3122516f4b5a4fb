"""On whose word: the chain from the outlet to the person, body or document that a claim goes back to."""

from collections.abc import Iterator
from typing import Final

from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.records import ActorMention, Article, Source
from dateline.records.claim import SourceKind

_SAY: Final = frozenset(
    "say tell report announce claim confirm state add reveal disclose allege maintain insist note acknowledge admit declare explain "
    "write quote cite warn argue believe assert testify deny dismiss estimate indicate suggest show stress recall describe "
    "according attribute conclude find relate inform publish release broadcast post tweet comment remark".split()
)
_MEDIA: Final = frozenset({"JRN"})
_DOCUMENTS: Final = frozenset(
    "report document statement communique letter file record memo cable filing study survey investigation website transcript email "
    "footage video photograph image leak dossier".split()
)
_CITING: Final = frozenset({"cite", "quote"})
_PEOPLE: Final = frozenset(
    "source official witness resident spokesman spokeswoman officer diplomat aide expert analyst survivor relative doctor activist "
    "reporter journalist facilitator villager".split()
)


def chain(clauses: Clauses, cast: Cast, word: int, article: Article) -> tuple[Source, ...]:
    """The sources of the event at `word`, nearest first: outlet, agency, medium, then whoever said it."""
    told = list({(one.start, one.end): one for one in _told(clauses, cast, word)}.values())
    page = carriers(article)
    media = [one for one in told if one.kind in {"medium", "document"}]
    others = [one for one in told if one.kind not in {"medium", "document"}]
    return (*page, *media, *others)


def carriers(article: Article) -> list[Source]:
    """The outlet and the agency of the page, as far as they are known."""
    outlet = [Source(name=article.outlet, kind="outlet")] if article.outlet else []
    return [*outlet, *([Source(name=article.agency, kind="agency")] if article.agency else [])]


def told_by(clauses: Clauses, cast: Cast, verb: int) -> Iterator[Source]:
    """Those who do the saying of `verb`."""
    for speaker in clauses.doers(verb):
        yield from _sources(clauses, cast, speaker, cue=clauses.reading.lemmas[verb])


def _told(clauses: Clauses, cast: Cast, word: int) -> Iterator[Source]:
    """Those whom the sentence names as telling it, the nearest to the reader first."""
    reading = clauses.reading
    seen: set[int] = set()
    previous = word
    for above in [word, *clauses.above(word)]:
        if reading.relations[previous].startswith("nsubj"):
            previous = above
            continue  # what stands in the subject is not what is said
        apart = reading.relations[previous] == "conj" and any(True for _ in clauses.children(previous, "nsubj", "nsubj:pass"))
        verbs = [above, *(one for one in clauses.children(above, "parataxis") if not (apart and one < word))]
        previous = above
        for verb in verbs:
            if verb in seen or verb == word or reading.lemmas[verb] not in _SAY or reading.upos[verb] != "VERB":
                continue
            seen.add(verb)
            yield from told_by(clauses, cast, verb)
            for cited in (one for one in clauses.children(verb, "advcl", "acl") if reading.lemmas[one] in _CITING):
                for speaker in clauses.done_to(cited):
                    yield from _sources(clauses, cast, speaker, cue=reading.lemmas[cited])
        for held in clauses.held(above, "according to"):
            yield from _sources(clauses, cast, held, cue="according to")


def _sources(clauses: Clauses, cast: Cast, word: int, *, cue: str) -> Iterator[Source]:
    reading = clauses.reading
    mentions = cast.at(reading.index, word)
    if mentions:
        mention = mentions[0]
        yield Source(
            name=mention.party.name or mention.party.text,
            kind=_kind(mention, reading.lemmas[word].lower()),
            cue=cue,
            country=mention.party.country,
            start=mention.start,
            end=mention.end,
        )
    elif reading.lemmas[word].lower() in _DOCUMENTS or reading.upos[word] in {"NOUN", "PROPN"}:
        start, end = reading.sentence.words[word].start, reading.sentence.words[word].end
        kind: SourceKind = "document" if reading.lemmas[word].lower() in _DOCUMENTS else "unnamed"
        yield Source(name=reading.forms[word], kind=kind, cue=cue, start=start, end=end)


def _kind(mention: ActorMention, lemma: str) -> SourceKind:
    party = mention.party
    if _MEDIA & set(party.sectors[:1]) and lemma not in {"reporter", "journalist", "correspondent"}:
        return "medium"
    if mention.form == "nominal" and party.name is None:
        return "unnamed" if lemma in _PEOPLE else "body"
    return "person" if party.office or mention.form == "pronoun" or (party.name and " " in party.name and not party.sectors) else "body"
