"""The cues of one sentence, each with its words, whose it is, and what it says."""

from dataclasses import dataclass, replace
from typing import Final

from dateline.coding.attribution.cues import Cue, Cues, Pos
from dateline.coding.attribution.frames import fitting, of_adverb, of_noun, of_verb
from dateline.coding.attribution.mending import shares_outer_subject
from dateline.coding.clauses import Clauses

_POS: Final[dict[str, Pos]] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
_LIGHT: Final = frozenset(
    "make have express issue give offer raise voice file release send deliver show hold put take lodge receive draw get find repeat "
    "present submit publish share reach sign announce unleash write run air post".split()
)
_OUTER: Final = frozenset({"decline", "refuse", "continue", "begin", "go", "seem", "appear", "want", "like"})
# What is told according to somebody is the whole statement, not the part of it that the engine hangs the phrase on.
_WITHIN: Final = frozenset({"xcomp", "advcl", "acl", "acl:relcl", "obl", "nmod", "obj", "conj"})
_ACCORDING: Final = Cue("according", "to", "said", frozenset({"clause"}))


@dataclass(frozen=True, slots=True)
class Signal:
    """A cue as it stands, in indices of words: `source` heads the phrase of who tells it, `through` of who passes it on."""

    cue: Cue
    words: tuple[int, ...]
    source: int | None
    contents: frozenset[int]
    through: int | None = None


def signals(clauses: Clauses, cues: Cues) -> list[Signal]:
    """The cues of a sentence in order, also those whose content, a quotation, does not hang on them."""
    reading = clauses.reading
    found: dict[int, Signal] = {}
    for word, (upos, lemma) in enumerate(zip(reading.upos, reading.lemmas, strict=True)):
        pos = _POS.get(upos)
        listed = cues.get((lemma.lower(), pos)) if pos is not None else None
        if reading.lowered[word] == "according":
            one = _according(clauses, word)
        else:
            one = _at(clauses, word, pos, listed) if pos is not None and listed else None
        if one is not None:
            found[word] = one
    return [_parted(clauses, one, found) for one in found.values() if not _joined(clauses, one, found)]


def _parted(clauses: Clauses, one: Signal, found: dict[int, Signal]) -> Signal:
    """The cue, without another that it would hold as it is held by it: `he said, the agency reported`; `he said; nobody, he added`.

    The later of the two keeps the earlier one, which it reports, unless both stand beside one clause.
    """
    word, heads = one.words[0], clauses.reading.heads
    lost = {
        at
        for other in found.values()
        if other.words[0] in one.contents and word in other.contents and (word < other.words[0] or heads[word] == heads[other.words[0]])
        for at in clauses.below(other.words[0]) - other.contents
    }
    return replace(one, contents=one.contents - lost) if lost else one


def _joined(clauses: Clauses, one: Signal, found: dict[int, Signal]) -> bool:
    """Whether a cue only leads up to another: `declined to say`, `a statement calling for`."""
    word, reading = one.words[0], clauses.reading
    if reading.upos[word] == "NOUN":
        return any(
            child in found and found[child].contents and "that" not in _marks(clauses, child) for child in clauses.children(word, "acl")
        )
    return reading.lemmas[word] in _OUTER and any(child in found and found[child].contents for child in clauses.children(word, "xcomp"))


def _marks(clauses: Clauses, word: int) -> set[str]:
    return {clauses.reading.lowered[child] for child in clauses.children(word, "mark")}


def _at(clauses: Clauses, word: int, pos: Pos, listed: tuple[Cue, ...]) -> Signal | None:
    cue = fitting(clauses, word, listed)
    make = {"verb": _verb, "noun": _noun, "adj": _adjective, "adv": _adverb}[pos]
    return make(clauses, word, cue) if cue is not None else None


def _according(clauses: Clauses, word: int) -> Signal | None:
    reading = clauses.reading
    head = reading.heads[word]
    host = reading.heads[head]
    if reading.relations[word] != "case" or host == head:
        return None
    climbed: set[int] = set()
    while reading.relations[host] in _WITHIN and reading.heads[host] != host and host not in climbed:
        climbed.add(host)
        host = reading.heads[host]
    words = (word, word + 1) if word + 1 < head else (word,)
    return Signal(_ACCORDING, words, head, frozenset(clauses.below(host) - clauses.below(head)))


def _verb(clauses: Clauses, verb: int, cue: Cue) -> Signal | None:
    reading = clauses.reading
    if reading.relations[verb] in {"amod", "compound", "case", "mark"}:
        return None
    if "label" in cue.contents and reading.relations[verb] == "acl" and clauses.passive(verb) and not clauses.doers(verb):
        return None  # `a group called`: a name, and nobody's word
    particle = [child for child in clauses.children(verb, "compound:prt") if reading.lowered[child] == cue.particle]
    source, contents = _teller(clauses, verb), of_verb(clauses, verb, cue)
    if source in contents:
        contents -= clauses.below(source)
    return Signal(cue, (verb, *particle), source, frozenset(contents))


def _teller(clauses: Clauses, verb: int) -> int | None:
    """Who says it; for `issued a statement calling for` whoever issued it."""
    reading = clauses.reading
    doers = clauses.doers(verb)
    noun = reading.heads[verb]
    governor = reading.heads[noun]
    if reading.relations[verb] == "acl" and reading.relations[noun] == "obj" and reading.lemmas[governor] in _LIGHT:
        doers = clauses.doers(governor) or doers
    if shares_outer_subject(clauses, verb):
        doers = clauses.doers(reading.heads[noun])
    return doers[0] if doers else _before(clauses, verb)


def _before(clauses: Clauses, verb: int) -> int | None:
    """The noun before a finite verb, behind a comma, which the engine hangs elsewhere: `Two men died, the air force said`."""
    reading = clauses.reading
    finite = reading.relations[verb] in {"root", "parataxis", "ccomp"} and not clauses.passive(verb)
    if not finite or verb == 0 or reading.upos[verb - 1] not in {"NOUN", "PROPN", "PRON"}:
        return None
    comma = next((at for at in range(verb - 1, -1, -1) if reading.upos[at] == "PUNCT"), None)
    if comma is None:
        return None
    head = verb - 1
    while comma < reading.heads[head] < verb and reading.heads[head] != head:
        head = reading.heads[head]
    return head


def _noun(clauses: Clauses, noun: int, cue: Cue) -> Signal | None:
    contents = of_noun(clauses, noun, cue)
    if not contents:
        return None
    words: tuple[int, ...] = (noun,)
    source = _owner(clauses, noun)
    governor = clauses.reading.heads[noun]
    if source is None and clauses.reading.relations[noun] in {"obj", "obl"} and clauses.reading.lemmas[governor] in _LIGHT:
        doers = clauses.doers(governor)
        words, source = (noun, governor), doers[0] if doers else None
    that = any(clauses.reading.relations[at] in {"acl", "ccomp"} and clauses.reading.heads[at] == noun for at in contents)
    return Signal(cue, words, source, frozenset(contents)) if source is not None or that else None


def _owner(clauses: Clauses, noun: int) -> int | None:
    owner = next(clauses.children(noun, "nmod:poss"), None)
    if owner is not None:
        return owner
    return next(iter(clauses.held(noun, "by", "from", "among")), None)


def _adjective(clauses: Clauses, adjective: int, cue: Cue) -> Signal | None:
    subjects = clauses.subjects(adjective)
    contents = of_noun(clauses, adjective, cue)
    if not contents or clauses.reading.relations[adjective] == "amod":
        return None
    return Signal(cue, (adjective,), subjects[0] if subjects else None, frozenset(contents))


def _adverb(clauses: Clauses, adverb: int, cue: Cue) -> Signal | None:
    contents = of_adverb(clauses, adverb)
    return Signal(cue, (adverb,), None, frozenset(contents)) if contents else None
