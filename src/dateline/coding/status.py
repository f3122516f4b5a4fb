"""Whether a claim says that it happened, did not, will, or may – from the trigger's own clause and those above it."""

from typing import Final

from dateline.coding.clauses import Clauses
from dateline.coding.places import NEGATIONS, governed_by_light_verb
from dateline.records.claim import Status

_DENY: Final = frozenset(["deny", "dismiss", "refute", "disprove", "rebut", "rubbish"])
_FAIL: Final = frozenset({"fail", "stop", "prevent", "avoid", "avert"})
_TO_COME: Final = frozenset(
    "will shall plan intend expect schedule set due prepare vow pledge promise threaten hope aim want decide agree propose offer "
    "order ask urge call demand consider".split()
)
_MAY: Final = frozenset({"may", "might", "could"})
_IFS: Final = frozenset({"if", "unless", "whether", "should", "lest"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_UNREAL: Final = frozenset("consider mull weigh ponder suggest recommend propose possible possibility chance risk fear potential".split())


def status(clauses: Clauses, word: int, *, negated: bool = True) -> Status:
    """The status of the event at `word`, as far as the grammar tells; what is historical is told by its time.

    Not `negated` are senses that a negation is part of: `would not sign`.
    """
    if negated and _negated(clauses, word):
        return "negated"
    if _conditional(clauses, word):
        return "hypothetical"
    return "future" if _to_come(clauses, word) else "happened"


def _negated(clauses: Clauses, word: int) -> bool:
    reading = clauses.reading
    own = [child for child in clauses.children(word, "advmod", "det", "cc:preconj", "mark") if reading.lowered[child] in NEGATIONS]
    if own:
        return True
    for above in clauses.above(word):
        if reading.lemmas[above] in _DENY:
            return True
        if reading.lemmas[above] in _FAIL and reading.relations[word] == "xcomp":
            return True
        if reading.upos[above] in {"VERB", "AUX"}:
            light = governed_by_light_verb(clauses, word) == above
            return light and any(reading.lowered[child] in NEGATIONS for child in clauses.children(above, "advmod"))
    return False


def _conditional(clauses: Clauses, word: int) -> bool:
    reading = clauses.reading
    chain = [word, *clauses.above(word)]
    for at, one in enumerate(chain):
        auxiliaries = {reading.lowered[child] for child in clauses.children(one, "aux")}
        if any(reading.lowered[child] in _IFS for child in clauses.children(one, "mark")):
            return True
        if _MAY & auxiliaries:
            return True
        if at and reading.lemmas[one] in _UNREAL and reading.relations[chain[at - 1]] in {"obj", "ccomp", "xcomp", "nmod", "acl", "obl"}:
            return True
        if reading.relations[one] in {"ccomp", "parataxis", "acl:relcl", "root", "advcl"}:
            return False
    return False


def _to_come(clauses: Clauses, word: int) -> bool:
    reading = clauses.reading
    previous = word
    if reading.upos[word] in {"NOUN", "PROPN"} and _spoken_of(clauses, word):
        return False
    for one in [word, *clauses.above(word)]:
        auxiliaries = {reading.lemmas[child] for child in clauses.children(one, "aux")} | {
            reading.lowered[child] for child in clauses.children(one, "aux")
        }
        if {"will", "shall", "'ll", "wo", "would"} & auxiliaries:
            return True
        if one != word and reading.relations[previous] in {"xcomp", "acl"} and reading.lemmas[one] in _TO_COME:
            return True
        finished = "Tense=Past" in reading.features[one] and "VerbForm=Fin" in reading.features[one]
        if finished or reading.relations[one] in {"ccomp", "parataxis", "acl:relcl", "root", "advcl", "obl"}:
            return False
        previous = one
    return False


def _spoken_of(clauses: Clauses, noun: int) -> bool:
    """Whether a definite event is what something will be done about, as in `will investigate the murder of`: it is past itself."""
    reading = clauses.reading
    definite = any(reading.lowered[child] in _DEFINITE for child in clauses.children(noun, "det")) or any(
        True for _ in clauses.children(noun, "nmod:poss")
    )
    return definite and reading.relations[noun] == "obj" and governed_by_light_verb(clauses, noun) is None
