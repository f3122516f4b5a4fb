"""Where trees are known to go wrong around cues: what hangs a word off, what hangs there and belongs elsewhere."""

from typing import Final

from dateline.coding.attribution.cues import Cue
from dateline.coding.clauses import Clauses

# The engine now and then calls a clause `root` that it hangs on another word.
CLAUSE: Final = frozenset({"ccomp", "csubj", "csubj:pass", "root"})
_ADJUNCTS: Final = frozenset({"obl", "nmod", "advmod"})
_PLACES: Final = frozenset({"that", "to", "obj", "label", "host", "clause"})  # of a cue's `contents`, those that are no prepositions
_ASTRAY: Final = frozenset({"parataxis", "nsubj", "obl:unmarked"})
_LEAST: Final = 2  # words before a cue that may be a clause: fewer only open the sentence (`Meanwhile, he said`)
_ASKED: Final = frozenset({"when", "how", "why", "where", "if", "whether", "what", "who"})


def displaced(clauses: Clauses, verb: int, cue: Cue) -> list[int]:
    """What the engine hangs one off: `has not said when …`, `told them to stay`, `accused the rebels of burning …`."""
    reading = clauses.reading
    behind = [child for child in clauses.children(verb, "advcl") if child > verb]
    if "that" in cue.contents and (asked := [child for child in behind if _ASKED & _openings(clauses, child)]):
        return asked
    whom = list(clauses.children(verb, "obj", "iobj"))
    if "to" in cue.contents and whom and (told := [child for child in behind if infinitive(clauses, child)]):
        return told
    held = (child for one in whom for child in clauses.children(one) if reading.relations[child].split(":")[0] in {"nmod", "acl"})
    return [child for child in held if child > verb and clauses.case(child) in cue.contents - _PLACES]


def _openings(clauses: Clauses, clause: int) -> set[str]:
    return {clauses.reading.lowered[child] for child in clauses.children(clause) if child < clause}


def outside(clauses: Clauses, verb: int, head: int) -> set[int]:
    """What hangs on the content but belongs to the cue: `said that it would stay and warned …`, `"We stay," he said, citing …`."""
    reading = clauses.reading
    apart = {
        child
        for child in clauses.children(head, "conj", "advcl", "acl", "acl:relcl")
        if (reading.relations[child] == "conj" and _bare(clauses, child) and _helped(clauses, head))
        or (head < verb < child and reading.lowered[child].endswith("ing"))
    }
    apart |= adjuncts(clauses, verb, head) | _clauses_of_their_own(clauses, head)
    return {at for child in apart for at in clauses.below(child)}


def adjuncts(clauses: Clauses, verb: int, head: int) -> set[int]:
    """When, where and how it was said, behind the cue: `The bridge is gone, he said on Monday`; set off by a comma it is content."""
    reading = clauses.reading
    behind = (child for child in clauses.children(head) if head < verb < child and reading.relations[child].split(":")[0] in _ADJUNCTS)
    return {child for child in behind if reading.forms[min(clauses.below(child)) - 1] != ","}


def _clauses_of_their_own(clauses: Clauses, head: int) -> set[int]:
    """Clauses with a subject that the engine joins to a noun: `blamed the rebels; the opposition accused the army`."""
    reading = clauses.reading
    if reading.upos[head] not in {"NOUN", "PROPN", "PRON"} or any(True for _ in clauses.children(head, "cop")):
        return set()
    joined = (word for word in clauses.below(head) if word != head and reading.relations[word] in {"conj", "parataxis"})
    return {word for word in joined if reading.upos[word] == "VERB" and any(True for _ in clauses.children(word, "nsubj"))}


def shares_outer_subject(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that the engine joins to what is said belongs beside the saying: `said that it would stay and warned`."""
    head = clauses.reading.heads[verb]
    joined = clauses.reading.relations[verb] == "conj" and clauses.reading.relations[head] in CLAUSE
    return joined and clauses.reading.heads[head] != head and _bare(clauses, verb) and _helped(clauses, head)


def _bare(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is finite by itself and has no subject of its own."""
    own = any(True for _ in clauses.children(verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "mark"))
    return "VerbForm=Fin" in clauses.reading.features[verb] and not own


def _helped(clauses: Clauses, verb: int) -> bool:
    """Whether a verb has an auxiliary, or is an infinitive: a finite verb without one is not joined to it."""
    return any(True for _ in clauses.children(verb, "aux", "aux:pass")) or infinitive(clauses, verb)


def infinitive(clauses: Clauses, verb: int) -> bool:
    """Whether a verb has its `to`."""
    return any(clauses.reading.lowered[child] == "to" for child in clauses.children(verb, "mark"))


def astray(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """A clause with `that` which the engine hangs on a word in between: `told the paper in an interview that …`."""
    reading = clauses.reading
    if "that" not in cue.contents:
        return set()
    found = (
        word
        for word in sorted(clauses.below(verb))
        if word > verb and any(reading.lowered[mark] == "that" and mark < word for mark in clauses.children(word, "mark"))
    )
    head = next(found, None)
    return set() if head is None else clauses.below(head)


def leading(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """All that stands before `…, the mayor said` where the engine hangs it elsewhere: a comma or a mark parts it from who says it."""
    reading = clauses.reading
    subjects = list(clauses.children(verb, "nsubj"))
    if "that" not in cue.contents or not subjects:
        return set()
    first = min([verb, *(at for subject in subjects if subject < verb for at in clauses.below(subject))])
    while first > 1 and reading.relations[first - 1] in {"nmod:desc", "compound", "det"} and reading.heads[first - 1] in subjects:
        first -= 1
    parted = first > 1 and reading.forms[first - 1] in {",", "”", '"', "''", "’"} and verb + 1 < len(reading.forms)
    return set(range(first - 1)) if parted and first > _LEAST else set()


def described(clauses: Clauses, verb: int) -> int | None:
    """The noun in front of a name that the engine hangs on what is said: `The army left, the outlet Kachin Wave reported`."""
    reading, noun = clauses.reading, clauses.reading.heads[verb]
    behind = reading.relations[verb] == "acl:relcl" and reading.relations[noun] in _ASTRAY and noun > reading.heads[noun]
    subjects = sorted(child for child in clauses.children(verb, "nsubj") if reading.upos[child] == "PROPN")
    named = bool(subjects) and min(clauses.below(subjects[0])) == noun + 1
    return noun if behind and named and any(reading.forms[child] == "," for child in clauses.children(noun) if child < noun) else None
