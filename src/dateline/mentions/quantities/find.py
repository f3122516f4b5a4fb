"""Finds how many people were killed, hurt, arrested, taken captive or driven out, or took part, from a sentence's grammar."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from dateline.mentions.quantities.count import Count, counted
from dateline.mentions.quantities.reading import Reading
from dateline.mentions.quantities.roles import doers, holders, undergoers
from dateline.mentions.quantities.words import Trigger, pairs, telling, triggers
from dateline.records import Article, Quantity, QuantityMention, Sentence
from dateline.records.mention import QuantityKind

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_BODY_VERBS = frozenset("find recover discover exhume unearth count see dump retrieve remove bring pull collect identify bury lie".split())
_FREEING = frozenset({"free", "release", "rescue", "liberate", "liberation", "return", "exchange"})
_RUNNING = frozenset("gunman attacker assailant robber kidnapper thief suspect bomber scene spot motorcycle car vehicle foot".split())
_BY_GRAMMAR: Mapping[str, Callable[[Reading, int], tuple[int, ...]]] = {"object": undergoers, "subject": doers, "holder": holders}
_LOOSE: frozenset[QuantityKind] = frozenset({"dead", "injured", "arrested"})

_Found = tuple[QuantityKind, Count, bool]  # the last: told by the noun alone, `12 hostages`


def quantities(article: Article, sentences: Sequence[Sentence]) -> tuple[QuantityMention, ...]:
    """The counts of people in the analysed sentences, in order of the text; each counted word once for a kind.

    Families and households count as that many people at least. `20 casualties` and `20 were killed or wounded` are up to 20 dead and up to
    20 hurt. People added by a conjunction count together: `its driver and two guards` are three, headed by `driver`.
    """
    opening = telling()
    mentions: list[QuantityMention] = []
    for index, sentence in enumerate(sentences):
        if sentence.analysed and any(word.lemma in opening for word in sentence.words):
            mentions += _in_sentence(article.text, sentence, index)
    return tuple(mentions)


def _in_sentence(text: str, sentence: Sentence, index: int) -> list[QuantityMention]:
    reading = Reading.of(text, sentence)
    if not reading.numbers and not reading.singles:
        return []
    found = [told for at in range(len(sentence.words)) for told in _told_by(reading, at)]
    kept = _apart(found)
    words = sentence.words
    return [
        QuantityMention(
            start=words[count.first].start,
            end=words[count.last - 1].end,
            sentence=index,
            first=count.first,
            last=count.last,
            kind=kind,
            amount=Quantity(low=count.low, high=count.high),
            head=count.head,
        )
        for kind, count, _ in kept
    ]


def _apart(found: list[_Found]) -> list[_Found]:
    """What was found in order of the text, without repeats of one kind, and without what a noun tells by itself where more is told."""
    kept: list[_Found] = []
    for kind, count, alone in sorted(found, key=lambda told: (told[2], told[1].first, -told[1].last, told[0])):
        rivals = [other for other in kept if other[1].first < count.last and count.first < other[1].last]
        if any(other[0] == kind or alone or kind == "size" for other in rivals):
            continue
        kept = [other for other in kept if not (other[0] == "size" and other in rivals)]
        kept.append((kind, count, alone))
    return sorted(kept, key=lambda told: (told[1].first, told[1].last, told[0]))


def _told_by(reading: Reading, at: int) -> Iterator[_Found]:
    """What the word at `at` tells: as a trigger of its own, with its governor, or as a toll or a number of bodies."""
    word = reading.words[at]
    lemma = word.lemma or ""
    if lemma not in telling():
        return
    trigger = triggers().get((lemma, _CLASSES.get(word.upos or "", "")))
    if trigger is not None and (not trigger.particle or trigger.particle in reading.forms[at + 1 : at + 2]):
        yield from _of_trigger(reading, at, trigger)
    governor = word.head
    if governor is not None and governor != at and not (word.relation or "").startswith(("acl", "conj", "parataxis")):
        pair = pairs().get((lemma, reading.words[governor].lemma or ""))
        if pair is not None:
            yield from _of_trigger(reading, at if pair.whom == "of" else governor, pair)
    if lemma in {"body", "corpse"} and _is_find(reading, at):
        yield from _of_trigger(reading, at, Trigger(("dead",), "of", ""))
    elif lemma in {"toll", "number"}:
        yield from _of_toll(reading, at)
    elif lemma in {"member", "strong", "man"}:
        yield from _of_modifier(reading, at)


def _of_trigger(reading: Reading, at: int, trigger: Trigger) -> Iterator[_Found]:
    if trigger.whom in {"of", "by", "itself"} and reading.words[at].relation == "compound":
        return  # a "death investigation" counts investigations
    if reading.words[at].lemma == "flee" and _is_escape(reading, at):
        return
    also = _coordinate(reading, at, trigger)
    for target in _targets(reading, at, trigger.whom):
        for kind in trigger.kinds + also:
            count = counted(reading, target, strict=kind not in _LOOSE)
            if count is None or (kind == "size" and trigger.whom != "itself" and count.low == 0):
                continue
            if (count.low == count.high == 1 and kind == "size") or (target == at and _is_one_happening(reading, at, count)):
                continue
            both = len(trigger.kinds) + len(also) > 1
            told = count.shared() if both else count
            if (told.low, told.high) != (None, None):
                yield kind, told, trigger.whom == "itself" and not both


def _targets(reading: Reading, at: int, whom: str) -> tuple[int, ...]:
    """The words for those counted."""
    if whom in _BY_GRAMMAR:
        return _BY_GRAMMAR[whom](reading, at)
    if whom == "itself":
        return () if _is_freed(reading, at) else (at,)
    if whom == "members":
        return reading.kids(at, "obl", "obj")
    of_whom = {"of", "to"} if reading.words[at].lemma == "injury" else {"of"}
    named = _with_case(reading, at, {"of": of_whom, "by": {"by", "of"}, "body": {"of"}}[whom])
    if whom == "of" and (not named or reading.number_of(at) is not None):
        return (at,)
    return named if whom != "body" else tuple(kid for kid in named if reading.number_of(kid) is not None)


def _with_case(reading: Reading, at: int, cases: set[str]) -> tuple[int, ...]:
    """The nouns that hang on a noun by one of the prepositions; else those on a noun coordinated with it, by the same `of`."""
    own = [kid for kid in reading.kids(at, "nmod", "obl", "obl:agent") if reading.case(kid) in cases]
    if own:
        return tuple(own)
    above = reading.words[at].head
    others = [*reading.kids(at, "conj"), *([above] if above is not None and reading.words[at].relation == "conj" else [])]
    return tuple(kid for noun in others for kid in reading.kids(noun, "nmod") if reading.case(kid) == "of" in cases)


def _coordinate(reading: Reading, at: int, trigger: Trigger) -> tuple[QuantityKind, ...]:
    """The kind of a second verb that shares its object: `killed or wounded 20`."""
    if trigger.whom != "object":
        return ()
    for link, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(reading.words) and reading.forms[link] in {"and", "or", "and/or"}:
            second = triggers().get((reading.words[other].lemma or "", "verb"))
            if second is not None and second.whom == "object" and second.kinds != trigger.kinds:
                return second.kinds
    return ()


def _is_one_happening(reading: Reading, at: int, count: Count) -> bool:
    """Whether a noun in the singular tells of one happening: `multiple murder`."""
    word = reading.words[at]
    return word.upos == "NOUN" and "Number=Sing" in word.features and count.high not in {0, 1} and count.first < at


def _is_freed(reading: Reading, at: int) -> bool:
    """Whether those counted are let go rather than taken: `freed 12 hostages`, `the release of 12 hostages`."""
    governor = reading.words[at].head
    return governor is not None and reading.words[governor].lemma in _FREEING


def _is_escape(reading: Reading, verb: int) -> bool:
    """Whether those who flee run from what they did: `the two gunmen fled`, `fled the scene`."""
    return any(reading.words[kid].lemma in _RUNNING for kid in reading.children[verb])


def _is_find(reading: Reading, at: int) -> bool:
    """Whether `body` is a dead one: found, recovered, or called dead, rather than a public body."""
    governor = reading.words[at].head
    verb = reading.words[governor].lemma if governor is not None else None
    dead = any(reading.words[kid].lemma in {"dead", "lifeless", "charred", "mutilated"} for kid in reading.children[at])
    return dead or verb in _BODY_VERBS or reading.words[at].lemma == "corpse"


def _of_toll(reading: Reading, at: int) -> Iterator[_Found]:
    """`The death toll rose to 45`, `a toll of 45`, `the number of wounded stood at 12`."""
    kinds: tuple[QuantityKind, ...] = ("dead",)
    if reading.words[at].lemma == "number":
        named = reading.kids(at, "nmod")
        near = [*named, *(kid for noun in named for kid in reading.kids(noun, "acl", "amod"))]
        told = [triggers().get((reading.words[kid].lemma or "", name)) for kid in near for name in ("verb", "adjective", "noun")]
        kinds = next((trigger.kinds for trigger in told if trigger is not None and trigger.kinds[0] != "size"), ())
    verb = reading.words[at].head
    places = [kid for kid in reading.kids(at, "nmod") if reading.case(kid) in {"of", "at", "to"}]
    if verb is not None and verb != at:
        places += [kid for kid in reading.kids(verb, "obl", "obj", "nmod") if reading.case(kid) in {"to", "at", "as", None}]
        places += [verb] if reading.words[at].relation == "nsubj" else []
    for kind in kinds:
        for place in places:
            count = counted(reading, place, strict=False)
            if count is not None and (reading.words[place].upos == "NUM" or reading.words[place].lemma in {"people", "person"}):
                yield kind, count, False
                break


def _of_modifier(reading: Reading, at: int) -> Iterator[_Found]:
    """`a 20-member delegation`, `a 3,000-strong force`."""
    number = next((number for number in reading.numbers if number.modifier and number.last in (at - 1, at)), None)
    if number is None:
        return
    head = at
    for _ in range(3):
        if reading.words[head].upos == "NOUN" and head > at:
            break
        head = reading.words[head].head or head
    if reading.words[head].upos in {"NOUN", "PROPN"}:
        yield "size", Count(first=number.first, last=max(head, at) + 1, head=head, low=number.low, high=number.high), False
