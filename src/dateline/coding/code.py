"""Article, sentences and mentions → claims, by the rules of grammar and lexicon."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.coding.cast import Cast, Role
from dateline.coding.clauses import Clauses
from dateline.coding.denials import denials
from dateline.coding.judge import Judge, Judgement
from dateline.coding.lexicon import Lexicon, Sense
from dateline.coding.matching import Match, matches
from dateline.coding.places import LIGHT
from dateline.coding.public import of_public_life
from dateline.coding.roles import roles
from dateline.coding.scene import historical, visited, when, where
from dateline.coding.sources import chain
from dateline.coding.status import status
from dateline.ontology import Ontology
from dateline.records import Article, Claim, Mentions, Quantity, Sentence, Span, Trigger, WordVectors, digest
from dateline.records.claim import Status
from dateline.records.reading import Reading, readings

MAKER: Final = "coding/1"
_SPEECH: Final = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "ACCUSE", "CONCEDE", "SUPPORT"})
_HAPPEN: Final = frozenset({"ASSAULT", "PROTEST", "CONSULT", "COERCE", "RETREAT", "MOBILIZE"})
_WITHIN: Final = frozenset({"ccomp", "xcomp", "advcl", "acl", "obl", "obj", "nmod", "csubj"})


def claims(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Mentions,
    *,
    lexicon: Lexicon,
    ontology: Ontology,
    judge: Judge | None = None,
    vectors: WordVectors | None = None,
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text; by the rules alone where there is no `judge`, or no `vectors` for it to read."""
    coder = _Coder(article, Cast(mentions), mentions, lexicon, ontology, judge, vectors or {})
    skip = article.title is not None
    found: list[Claim] = []
    for reading in readings(article.text, sentences):
        if skip and reading.sentence.end <= article.body.start:
            continue  # a headline tells again what the story tells
        denied = list(denials(Clauses(reading), coder.cast, article, found))
        found += [*coder.sentence(reading), *denied]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Told:
    """A match with its parties."""

    match: Match
    actors: list[Role]
    recipients: list[Role]
    t: str = ""
    j: Judgement | None = None
    p: float = 0

    @property
    def word(self) -> int:
        """The index of the trigger."""
        return self.match.word

    @property
    def type(self) -> str:
        """The type that the lexicon gives it."""
        return self.t or self.match.sense.type


@dataclass(frozen=True, slots=True)
class _Coder:
    """What coding an article needs, and the article."""

    article: Article
    cast: Cast
    mentions: Mentions
    lexicon: Lexicon
    ontology: Ontology
    judge: Judge | None
    vectors: WordVectors

    def sentence(self, reading: Reading) -> Iterator[Claim]:
        """The claims of one sentence."""
        clauses = Clauses(reading)
        proposed = list(matches(clauses, self.cast, self.lexicon))
        vectors = self.vectors.get(reading.index)
        if self.judge is not None and vectors is not None:
            yield from self._judged(clauses, proposed, self.judge(clauses, self.cast, vectors, proposed))
            return
        found = merged(clauses, [self._told(clauses, match) for match in proposed])
        by_word = {one.word: one for one in found}
        kept = [one for one in found if _own(clauses, one, by_word) and _sound(clauses, self.cast, one) and self._public(one)]
        for one in kept:
            yield self._claim(clauses, one, [other.word for other in kept])

    def _judged(self, clauses: Clauses, proposed: Sequence[Match], judgement: Judgement) -> Iterator[Claim]:
        """The claims of a sentence that the model keeps."""
        import os

        F = set(os.environ.get("F", "").split(","))
        TR = float(os.environ.get("TR", ".5"))
        TF = float(os.environ.get("TF", ".5"))
        BON = float(os.environ.get("BON", "1"))
        by_word = {match.word: match for match in proposed}
        out = []
        for word in range(len(clauses.reading.forms)):
            match = by_word.get(word)
            p = judgement.event(word)
            if p < (TR if match else TF):
                continue
            type_ = judgement.type(word)
            if match and judgement.of_type(word, match.sense.type) * BON >= judgement.of_type(word, type_):
                type_ = match.sense.type
            ro = judgement.roles(clauses, self.cast, word, match)
            ia, ir = judgement.labels.roles.index("actor"), judgement.labels.roles.index("recipient")
            ma = [w for w in range(len(ro)) if ro[w, ia] > 0.5]
            mr = [w for w in range(len(ro)) if ro[w, ir] > 0.5]
            if not match:
                pos = {"VERB": "verb", "ADJ": "adj"}.get(clauses.reading.upos[word], "noun")
                sense = Sense(
                    clauses.reading.lemmas[word],
                    "",
                    pos,
                    type_,
                    judgement.modes_of(word, type_),
                    ("subj",),
                    ("obj",),
                    (),
                    (),
                    "",
                    "the model",
                )
                match0 = Match(word, sense, (), ())
            else:
                match0 = match
            a, r = list(match0.actors), list(match0.recipients)
            if "modelargs" in F:
                a, r = ma or a, mr or r
            elif "modelonly" in F:
                a, r = ma, mr
            elif "union" in F:
                a, r = a + [x for x in ma if x not in a], r + [x for x in mr if x not in r]
            else:
                a, r = a or ma, r or mr
            m2 = Match(word, match0.sense, tuple(a), tuple(r))
            t = self._told(clauses, m2)
            if "modelargs" in F and not t.actors and match:
                t = _Told(t.match, self._told(clauses, match).actors, t.recipients)
            if "modelargs" in F and not t.recipients and match:
                cs = {x.chain for x in t.actors if x.chain >= 0}
                t = _Told(t.match, t.actors, [x for x in self._told(clauses, match).recipients if x.chain not in cs or x.chain < 0])
            t = msgspec_like(t, type_, judgement, p)
            out.append(t)
        kept = out
        if "own" in F:
            bw = {o.word: o for o in kept}
            kept = [o for o in kept if _own(clauses, o, bw)]
        if "sound" in F:
            kept = [o for o in kept if o.actors or o.recipients or (o.match.sense.pos == "noun" and _staged(clauses, self.cast, o))]
        if "pub" in F:
            kept = [o for o in kept if self._public(o)]
        for one in kept:
            yield self._claim(clauses, one, [other.word for other in kept])

    def _public(self, one: _Told) -> bool:
        actors, recipients = ([role.party for role in roles] for roles in (one.actors, one.recipients))
        return of_public_life(one.type, self.ontology.quad(one.type), actors, recipients)

    def _told(self, clauses: Clauses, match: Match) -> _Told:
        actors = roles(clauses, self.cast, match.actors)
        chains = {role.chain for role in actors if role.chain >= 0}
        recipients = [role for role in roles(clauses, self.cast, match.recipients, places=True) if role.chain not in chains]
        return _Told(match, actors, recipients)

    def _claim(self, clauses: Clauses, one: _Told, triggers: Sequence[int]) -> Claim:
        article, cast, ontology = self.article, self.cast, self.ontology
        reading, word, sense = clauses.reading, one.word, one.match.sense
        days = when(clauses, cast, word, triggers)
        refusal = any(one.place == "neg" for one in sense.needs)
        told: Status = status(clauses, word, negated=not refusal)
        if refusal and told == "future":
            told = "happened"  # `will not` is the refusal itself
        import os

        F = set(os.environ.get("F", "").split(","))
        if one.j is not None and "mstat" in F:
            told = one.j.status(word)
        type_ = one.type
        type_ = ontology.to_come(type_) if told == "future" else type_
        if told == "happened" and historical(days, article):
            told = "historical"
        modes = tuple(mode for mode in sense.modes if mode in ontology.types[type_].modes)
        if one.j is not None and ("mmode" in F or type_ != sense.type or ("mmode2" in F and not modes)):
            modes = one.j.modes_of(word, type_)
        start, end = reading.sentence.words[word].start, reading.sentence.words[word].end
        place = where(clauses, cast, word, triggers) or (visited(one.recipients) if "visit" in modes else None)
        filled = bool(one.actors) + bool(one.recipients) + bool(sense.needs)
        return Claim(
            id=digest("c", MAKER, article.id, start, sense.type),
            type=type_,
            status=told,
            quad=ontology.quad(type_),
            score=ontology.score(type_, *modes),
            sentence=Span(start=reading.sentence.start, end=reading.sentence.end),
            trigger=Trigger(start=start, end=end, text=reading.forms[word]),
            confidence=round(one.p, 2) if one.j is not None else round(0.4 + 0.15 * filled, 2),
            modes=modes,
            actors=tuple(role.party for role in one.actors),
            recipients=tuple(role.party for role in one.recipients),
            when=days,
            where=place,
            sources=chain(clauses, cast, word, article),
            quantities=_quantities(clauses, self.mentions, word),
            why=(f"«{reading.forms[word]}» is {sense.type} by {sense.at}: {sense.trigger} ({sense.pos})",),
        )


def msgspec_like(t, type_, j, p):
    return _Told(t.match, t.actors, t.recipients, type_, j, p)


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
