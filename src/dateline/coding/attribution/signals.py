"""The cues of one sentence, each with its words, whose it is, and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.coding.attribution.cues import Cue, Cues, Pos
from dateline.coding.attribution.frames import fitting, of_adverb, of_noun, of_verb, shares_outer_subject
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
    found = {one.words[0]: one for word in range(len(clauses.reading.forms)) for one in _at(clauses, word, cues)}
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


def _at(clauses: Clauses, word: int, cues: Cues) -> Iterator[Signal]:
    reading = clauses.reading
    if reading.lowered[word] == "according":
        yield from _according(clauses, word)
        return
    pos = _POS.get(reading.upos[word])
    listed = cues.get((reading.lemmas[word].lower(), pos)) if pos else None
    cue = fitting(clauses, word, listed) if listed else None
    if cue is None or pos is None:
        return
    make = {"verb": _verb, "noun": _noun, "adj": _adjective, "adv": _adverb}[pos]
    found = make(clauses, word, cue)
    if found is not None:
        yield found


def _according(clauses: Clauses, word: int) -> Iterator[Signal]:
    reading = clauses.reading
    head = reading.heads[word]
    host = reading.heads[head]
    if reading.relations[word] == "case" and host != head:
        while reading.relations[host] in _WITHIN and reading.heads[host] != host:
            host = reading.heads[host]
        yield Signal(_ACCORDING, (word, word + 1), head, frozenset(clauses.below(host) - clauses.below(head)))


def _verb(clauses: Clauses, verb: int, cue: Cue) -> Signal | None:
    reading = clauses.reading
    if reading.relations[verb] in {"amod", "compound", "case", "mark"}:
        return None
    if "label" in cue.contents and reading.relations[verb] == "acl" and clauses.passive(verb) and not clauses.doers(verb):
        return None  # `a group called`: a name, and nobody's word
    particle = [child for child in clauses.children(verb, "compound:prt") if reading.lowered[child] == cue.particle]
    return Signal(cue, (verb, *particle), _teller(clauses, verb), frozenset(of_verb(clauses, verb, cue)))


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
    return doers[0] if doers else None


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
