"""Article, sentences and mentions → claims, by the rules of grammar and lexicon."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.coding.answerable import answerable, suffered
from dateline.coding.carried import carried
from dateline.coding.cast import Cast, Role
from dateline.coding.clauses import Clauses
from dateline.coding.denials import denials
from dateline.coding.lexicon import Lexicon
from dateline.coding.matching import Match, matches
from dateline.coding.places import LIGHT
from dateline.coding.public import of_public_life
from dateline.coding.roles import roles
from dateline.coding.same import linked
from dateline.coding.scene import historical, home, visited, when, where
from dateline.coding.sources import chain
from dateline.coding.status import status
from dateline.ontology import Ontology
from dateline.records import Article, Claim, Mentions, Quantity, Sentence, Span, Trigger, digest
from dateline.records.claim import Status
from dateline.records.reading import Reading, readings

MAKER: Final = "coding/1"
_CONFLICT: Final = 4  # the quad class
_SPEECH: Final = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "CONCEDE", "SUPPORT"})
_HAPPEN: Final = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE", "RETREAT", "MOBILIZE"})
_WITHIN: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "obl", "obj", "nmod", "csubj"})


def claims(
    article: Article, sentences: Sequence[Sentence], mentions: Mentions, *, lexicon: Lexicon, ontology: Ontology
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text."""
    coder = _Coder(article, Cast(mentions), mentions, lexicon, ontology)
    skip = article.title is not None
    found: list[Claim] = []
    for reading in readings(article.text, sentences):
        if skip and reading.sentence.end <= article.body.start:
            continue  # a headline tells again what the story tells
        denied = list(denials(Clauses(reading), coder.cast, article, found))
        found += [*coder.sentence(reading), *denied]
    return tuple(carried(list(linked(found, article)), article, sentences, mentions))


@dataclass(frozen=True, slots=True)
class _Told:
    """A match with its parties."""

    match: Match
    actors: list[Role]
    recipients: list[Role]

    @property
    def word(self) -> int:
        """The index of the trigger."""
        return self.match.word

    @property
    def type(self) -> str:
        """The type that the lexicon gives it."""
        return self.match.sense.type


@dataclass(frozen=True, slots=True)
class _Coder:
    """What coding an article needs, and the article."""

    article: Article
    cast: Cast
    mentions: Mentions
    lexicon: Lexicon
    ontology: Ontology

    def sentence(self, reading: Reading) -> Iterator[Claim]:
        """The claims of one sentence."""
        clauses = Clauses(reading)
        found = [self._told(clauses, match) for match in matches(clauses, self.cast, self.lexicon)]
        found = merged(clauses, found)
        by_word = {one.word: one for one in found}
        kept = [one for one in found if _own(clauses, one, by_word) and _sound(clauses, self.cast, one) and self._public(one)]
        for one in kept:
            yield self._claim(clauses, one, [other.word for other in kept])

    def _public(self, one: _Told) -> bool:
        actors, recipients = ([role.party for role in roles] for roles in (one.actors, one.recipients))
        return of_public_life(one.type, self.ontology.quad(one.type), actors, recipients)

    def _told(self, clauses: Clauses, match: Match) -> _Told:
        victims = suffered(clauses, match.word) if match.sense.pos == "noun" else []
        doers = [word for word in match.actors if word not in victims]
        if match.sense.pos == "noun" and not doers:
            doers = answerable(clauses, match.word)
        actors = roles(clauses, self.cast, doers)
        chains = {role.chain for role in actors if role.chain >= 0}
        recipients = [role for role in roles(clauses, self.cast, match.recipients or victims, places=True) if role.chain not in chains]
        return _Told(match, actors, recipients)

    def _likely(self, one: _Told) -> frozenset[str]:
        """The countries that material conflict is likely to be in: those of its parties and that of the dateline."""
        if self.ontology.quad(one.type) != _CONFLICT:
            return frozenset()
        countries = (*(role.party.country for role in (*one.actors, *one.recipients)), home(self.article, self.mentions))
        return frozenset(filter(None, countries))

    def _claim(self, clauses: Clauses, one: _Told, triggers: Sequence[int]) -> Claim:
        article, cast, ontology = self.article, self.cast, self.ontology
        reading, word, sense = clauses.reading, one.word, one.match.sense
        days = when(clauses, cast, word, triggers)
        refusal = any(one.place == "neg" for one in sense.needs)
        told: Status = status(clauses, word, negated=not refusal)
        if refusal and told == "future":
            told = "happened"  # `will not` is the refusal itself
        type_ = ontology.to_come(sense.type) if told == "future" else sense.type
        if told == "happened" and historical(days, article):
            told = "historical"
        modes = tuple(mode for mode in sense.modes if mode in ontology.types[type_].modes)
        start, end = reading.sentence.words[word].start, reading.sentence.words[word].end
        place = where(clauses, cast, word, triggers, likely=self._likely(one)) or (visited(one.recipients) if "visit" in modes else None)
        filled = bool(one.actors) + bool(one.recipients) + bool(sense.needs)
        return Claim(
            id=digest("c", MAKER, article.id, start, sense.type),
            type=type_,
            status=told,
            quad=ontology.quad(type_),
            score=ontology.score(type_, *modes),
            sentence=Span(start=reading.sentence.start, end=reading.sentence.end),
            trigger=Trigger(start=start, end=end, text=reading.forms[word]),
            confidence=round(0.4 + 0.15 * filled, 2),
            modes=modes,
            actors=tuple(role.party for role in one.actors),
            recipients=tuple(role.party for role in one.recipients),
            when=days,
            where=place,
            sources=chain(clauses, cast, word, article),
            quantities=_quantities(clauses, self.mentions, word),
            why=(f"«{reading.forms[word]}» is {sense.type} by {sense.at}: {sense.trigger} ({sense.pos})",),
        )


def _quantities(clauses: Clauses, mentions: Mentions, word: int) -> dict[str, Quantity]:
    """How many were killed, hurt, arrested …, where the count hangs below the trigger."""
    below = clauses.below(word)
    own = [one for one in mentions.quantities if one.sentence == clauses.reading.index and one.head in below]
    return {one.kind: one.amount for one in own}


def merged(clauses: Clauses, found: Sequence[_Told]) -> list[_Told]:
    """The matches, a verb and a noun that tell one event joined: `killed in an ambush by rebels`, `launched an attack on`."""
    by_word = {one.word: one for one in found}
    lost: set[int] = set()
    for one in found:
        head = by_word.get(clauses.reading.heads[one.word])
        if head is None or one.match.sense.pos == "verb" or head.match.sense.pos != "verb" or head.word == one.word:
            continue
        relation = clauses.reading.relations[one.word]
        told = any(need.place == "obj" and need.words for need in head.match.sense.needs) and relation in {"obj", "nsubj:pass"}
        if told or (head.type == one.type and relation.split(":")[0] in {"obj", "obl", "nsubj"}):
            by_word[head.word] = _Told(head.match, head.actors or one.actors, head.recipients or one.recipients)
            lost.add(one.word)
        elif relation in {"obj", "nsubj:pass"} and clauses.reading.lemmas[head.word] in LIGHT:
            lost.add(head.word)
    return [by_word[one.word] for one in found if one.word not in lost]


def _own(clauses: Clauses, one: _Told, by_word: Mapping[int, _Told]) -> bool:
    """Whether a match is told as an event of its own, and not as what another speech act is about."""
    reading, previous = clauses.reading, one.word
    for above in clauses.above(one.word):
        outer = by_word.get(above)
        participle = reading.relations[previous] == "acl" and "VerbForm=Inf" not in reading.features[previous]
        if participle or reading.relations[previous] in {"acl:relcl", "parataxis", "conj"}:
            return True
        if outer is not None and outer.type in _SPEECH and reading.relations[previous] in _WITHIN:
            return one.match.sense.pos != "verb" and outer.type in {"ACCUSE", "SUPPORT"}
        previous = above
    return True


def _sound(clauses: Clauses, cast: Cast, one: _Told) -> bool:
    """Whether there is enough of an event: a party; a noun that only names one may have a day or a place instead."""
    if one.match.sense.recipient[:1] == ("subj",) and not one.actors:
        return False
    if one.actors or one.recipients:
        return True
    return one.match.sense.pos == "noun" and one.match.sense.type in _HAPPEN and _staged(clauses, cast, one)


def _staged(clauses: Clauses, cast: Cast, one: _Told) -> bool:
    """Whether a noun that only names an event has a day, or a place that is none of its parties."""
    below = clauses.below(one.word) - set(one.match.actors) - set(one.match.recipients)
    times, places = cast.times(clauses.reading.index), cast.places(clauses.reading.index)
    return any(time.first in below for time in times) or any(place.first in below and place.role == "place" for place in places)
