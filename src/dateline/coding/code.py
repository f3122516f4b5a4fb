"""Article, sentences and mentions → claims, quotes, silences and standing relations: rules propose events, the model of claims disposes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.coding.answerable import answerable, homegrown, suffered
from dateline.coding.attribution import Attribution, attributions, quotes
from dateline.coding.carried import carried
from dateline.coding.cast import Cast
from dateline.coding.clauses import Clauses
from dateline.coding.contexts import with_contexts
from dateline.coding.denials import denials
from dateline.coding.judge import Judge, Judged, Judgement
from dateline.coding.judged import judged, kept, tells
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match, matches
from dateline.coding.public import of_public_life
from dateline.coding.relations import relations
from dateline.coding.retelling import retold
from dateline.coding.roles import roles
from dateline.coding.same import linked
from dateline.coding.scene import historical, home, visited, when, where
from dateline.coding.silences import silences, unreported
from dateline.coding.sources import chain
from dateline.coding.status import status
from dateline.coding.stays import stays
from dateline.coding.told import Told, merged, own, sound
from dateline.ontology import Ontology
from dateline.records import (
    Article,
    Claim,
    Mentions,
    Party,
    Quantity,
    Quote,
    Relation,
    Sentence,
    Silence,
    Source,
    Span,
    Trigger,
    When,
    WordVectors,
    digest,
)
from dateline.records.claim import Status
from dateline.records.reading import Reading, readings

MAKER: Final = "coding/2"
_CONFLICT: Final = 4  # the quad class


@dataclass(frozen=True, slots=True)
class Coding:
    """All that is coded from one article."""

    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    silences: tuple[Silence, ...]
    relations: tuple[Relation, ...]


def coding(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    *,
    lexicon: Lexicon,
    ontology: Ontology,
    judge: Judge | None = None,
    vectors: WordVectors | None = None,
) -> Coding:
    """What an article tells, each kind in the order of the text; by the rules alone without a `judge`, or `vectors` for it to read.

    A judge that knows other types than the ontology has is not asked.
    """
    asked = judge if judge is not None and set(judge.labels.types) <= set(ontology.types) else None
    told_by = attributions(article, sentences, mentions)
    coder = _Coder(article, Cast(mentions), mentions, lexicon, ontology, told_by)
    read = [clauses for clauses in map(Clauses, readings(article.text, sentences)) if not _of_title(clauses, article)]
    proposed = {clauses.reading.index: coder.proposed(clauses) for clauses in read}
    judgements = _judgements(read, coder.cast, proposed, lexicon, asked, vectors or {})
    in_story = tells(judgements.values())
    found: list[Claim] = []
    silent: list[Silence] = []
    standing: list[Relation] = []
    for clauses in read:
        index = clauses.reading.index
        silent += silences(clauses, found)
        standing += relations(clauses, coder.cast)
        denied = list(denials(clauses, coder.cast, article, found))
        kept_ = coder.kept(clauses, proposed[index], judgements.get(index), in_story=in_story)
        found += [*coder.claims(clauses, kept_), *denied]
    placed = list(carried(list(linked(found, article)), article, sentences, mentions))
    claims_ = with_contexts(retold(placed), article, sentences, ontology)
    return Coding(claims_, tuple(quotes(told_by, article.text)), tuple(silent), tuple(standing))


def _of_title(clauses: Clauses, article: Article) -> bool:
    """Whether a sentence is of the headline, which tells again what the story tells."""
    return article.title is not None and clauses.reading.sentence.end <= article.body.start


def _judgements(  # noqa: PLR0917 - a story as read, and who judges it
    read: Sequence[Clauses],
    cast: Cast,
    proposed: Mapping[int, Sequence[Match]],
    lexicon: Lexicon,
    judge: Judge | None,
    vectors: WordVectors,
) -> dict[int, Judgement]:
    """What the model makes of each sentence whose words have vectors."""
    if judge is None:
        return {}
    asked = [clauses.reading.index for clauses in read if clauses.reading.index in vectors]
    by_index = {clauses.reading.index: clauses for clauses in read}
    return dict(zip(asked, judge([Judged(by_index[at], vectors[at], proposed[at]) for at in asked], cast, lexicon), strict=True))


@dataclass(frozen=True, slots=True)
class _Coder:
    """What coding an article needs, and the article."""

    article: Article
    cast: Cast
    mentions: Mentions
    lexicon: Lexicon
    ontology: Ontology
    attributions: Sequence[Attribution]

    def proposed(self, clauses: Clauses) -> list[Match]:
        """What the rules find in a sentence: rows of the lexicon that fit, and visits without a verb, where the scheme knows such."""
        return [*matches(clauses, self.cast, self.lexicon), *self._stays(clauses)]

    def _stays(self, clauses: Clauses) -> list[Match]:
        return [match for match in stays(clauses, self.cast) if match.sense.type in self.ontology.types]

    def kept(self, clauses: Clauses, proposed: Sequence[Match], judgement: Judgement | None, *, in_story: bool) -> list[Told]:
        """The triggers that are events, by the rules alone where the model was not asked."""
        if judgement is None:
            found = merged(clauses, [self._told(clauses, match) for match in proposed])
            found = [one for one in found if self._public(one)]
        else:
            judged_ = judged(clauses, self.cast, proposed, judgement)
            found = [replace(self._told(clauses, match), verdict=verdict) for match, verdict in judged_]
            found = [one for one in found if self._sure(one, in_story=in_story)]
            known = {one.word for one in found}  # a stay asks for so much around it that nobody need be asked
            found += [self._told(clauses, match) for match in self._stays(clauses) if match.word not in known]
        by_word, silent = {one.word: one for one in found}, unreported(clauses)
        told = [one for one in found if one.word not in silent]
        return [one for one in told if own(clauses, one, by_word) and sound(clauses, self.cast, one)]

    def claims(self, clauses: Clauses, kept_: Sequence[Told]) -> Iterator[Claim]:
        """The claims of a sentence with these events."""
        for one in kept_:
            yield self._claim(clauses, one, [other.word for other in kept_])

    def _sure(self, one: Told, *, in_story: bool) -> bool:
        if one.verdict is None:
            return True
        actors, recipients = ([role.party for role in roles_] for roles_ in (one.actors, one.recipients))
        return kept(one.verdict, actors, recipients, public=self._public(one), in_story=in_story)

    def _public(self, one: Told) -> bool:
        actors, recipients = ([role.party for role in roles] for roles in (one.actors, one.recipients))
        return of_public_life(one.type, self.ontology.quad(one.type), actors, recipients)

    def _told(self, clauses: Clauses, match: Match) -> Told:
        victims = suffered(clauses, match.word) if match.sense.pos == "noun" else []
        doers = [word for word in match.actors if word not in victims]
        if match.sense.pos == "noun" and not doers:
            doers = answerable(clauses, match.word)
        home_ = homegrown(clauses, match.word) if match.sense.pos == "noun" else []
        actors = roles(clauses, self.cast, doers) or roles(clauses, self.cast, home_, places=True)
        chains = {role.chain for role in actors if role.chain >= 0 and not home_}
        told_on = roles(clauses, self.cast, match.recipients or victims, places=True)
        if not told_on and match.sense.pos == "verb":  # who condemns the coup in Mali condemns Mali's
            told_on = roles(clauses, self.cast, [at for one in clauses.done_to(match.word) for at in homegrown(clauses, one)], places=True)
        return Told(match, actors, [role for role in told_on if role.chain not in chains])

    def _likely(self, one: Told) -> frozenset[str]:
        """The countries that material conflict is likely to be in: those of its parties and that of the dateline."""
        if self.ontology.quad(one.type) != _CONFLICT:
            return frozenset()
        countries = (*(role.party.country for role in (*one.actors, *one.recipients)), home(self.article, self.mentions))
        return frozenset(filter(None, countries))

    def _status(self, clauses: Clauses, one: Told, days: When | None) -> Status:
        """What grammar and days say of whether it happened."""
        refusal = any(need.place == "neg" for need in one.match.sense.needs)
        told: Status = status(clauses, one.word, negated=not refusal)
        if refusal and told == "future":
            told = "happened"  # `will not` is the refusal itself
        return "historical" if told == "happened" and historical(days, self.article) else told

    def _modes(self, one: Told, type_: str) -> tuple[str, ...]:
        """The modes of the row that the trigger stands in, else those that the model sees."""
        verdict = one.verdict
        if verdict is not None and (not one.match.sense.modes or verdict.type != one.match.sense.type):
            return verdict.modes if verdict.type == type_ else ()
        return tuple(mode for mode in one.match.sense.modes if mode in self.ontology.types[type_].modes)

    def _claim(self, clauses: Clauses, one: Told, triggers: Sequence[int]) -> Claim:
        article, cast, ontology = self.article, self.cast, self.ontology
        reading, word = clauses.reading, one.word
        days = when(clauses, cast, word, triggers)
        told = self._status(clauses, one, days)
        type_ = ontology.to_come(one.type) if told == "future" else one.type
        modes = self._modes(one, type_)
        start, end = reading.sentence.words[word].start, reading.sentence.words[word].end
        place = where(clauses, cast, word, triggers, likely=self._likely(one))
        sources = chain(self.attributions, start, article)
        host = visited(one.recipients) if "visit" in modes else None
        place = host if host is not None and (place is None or place.country != host.country) else place
        return Claim(
            id=digest("c", MAKER, article.id, start, one.type),
            type=type_,
            status=told,
            quad=ontology.quad(type_),
            score=ontology.score(type_, *modes),
            sentence=Span(start=reading.sentence.start, end=reading.sentence.end),
            trigger=Trigger(start=start, end=end, text=reading.forms[word]),
            confidence=_confidence(one),
            modes=modes,
            actors=_acting([role.party for role in one.actors], sources, behind=end),
            recipients=tuple(role.party for role in one.recipients),
            when=days,
            where=place,
            sources=sources,
            quantities=_quantities(clauses, self.mentions, word),
            why=tuple(_why(reading, one)),
        )


def _acting(actors: Sequence[Party], sources: Sequence[Source], *, behind: int) -> tuple[Party, ...]:
    """The actors but for those who only say it, set behind what they say: `A delegation visited, the outlet Kachin Wave reported`."""
    sayers = [source.start for source in sources if source.start is not None and source.start >= behind]
    apart = [actor for actor in actors if not any(actor.start <= at < actor.end for at in sayers)]
    return tuple(apart or actors)


def _confidence(one: Told) -> float:
    """The chance that the model gives the event and its type; without a model, how much of its row is filled."""
    if one.verdict is not None:
        return round(one.verdict.chance * one.verdict.share, 2)
    filled = bool(one.actors) + bool(one.recipients) + bool(one.match.sense.needs)
    return round(0.4 + 0.15 * filled, 2)


def _why(reading: Reading, one: Told) -> Iterator[str]:
    """What made the claim: the row that the trigger stands in, and what the model says of it."""
    sense, verdict = one.match.sense, one.verdict
    if verdict is None or verdict.by_rule:
        yield f"«{reading.forms[one.word]}» is {sense.type} by {sense.at}: {sense.trigger} ({sense.pos})"
    if verdict is not None:
        alone = "" if verdict.by_rule else "; no row of the lexicon fits"
        yield f"the model: an event {verdict.chance:.2f}, {verdict.type} {verdict.share:.2f} of that{alone}"


def _quantities(clauses: Clauses, mentions: Mentions, word: int) -> dict[str, Quantity]:
    """How many were killed, hurt, arrested …, where the count hangs below the trigger."""
    below = clauses.below(word)
    own_ = [one for one in mentions.quantities if one.sentence == clauses.reading.index and one.head in below]
    return {one.kind: one.amount for one in own_}
