"""What a cue takes as its content, by its row of the table and the grammar around it."""

from collections.abc import Iterator
from typing import Final

from dateline.coding.attribution.cues import Cue
from dateline.coding.clauses import Clauses

_HOSTED: Final = frozenset({"parataxis", "discourse", "root"})
# The engine now and then calls a clause `root` that it hangs on another word.
_CLAUSE: Final = frozenset({"ccomp", "csubj", "csubj:pass", "root"})
_LEAST: Final = 2  # words before a cue that may be a clause: fewer only open the sentence (`Meanwhile, he said`)
_ASKED: Final = frozenset({"when", "how", "why", "where", "if", "whether", "what", "who"})
_FINITE: Final = frozenset({"that", "obj"})


def fitting(clauses: Clauses, word: int, listed: tuple[Cue, ...]) -> Cue | None:
    """The row that a word's particle calls for."""
    particles = {clauses.reading.lowered[child] for child in clauses.children(word, "compound:prt", "advmod", "obl")}
    return next((cue for cue in listed if not cue.particle or cue.particle in particles), None)


def of_verb(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """The words of what a verb says, thinks or wants; empty where nothing stands there."""
    heads = _own(clauses, verb, cue)
    own = {at for head in heads for at in clauses.below(head) - _outside(clauses, verb, head)}
    return (
        own or _hosted(clauses, verb, cue) or _antecedent(clauses, verb, cue) or _astray(clauses, verb, cue) or _leading(clauses, verb, cue)
    )


def _own(clauses: Clauses, verb: int, cue: Cue) -> list[int]:
    labelled = "label" in cue.contents and _labelled(clauses, verb)
    found = [child for child in clauses.children(verb) if _takes(clauses, verb, child, cue, labelled=labelled)]
    if not found and "that" in cue.contents:
        found = [child for child in clauses.children(verb, "advcl") if child > verb and _ASKED & _openings(clauses, child)]
    finite = any(clauses.reading.relations[child] in _CLAUSE for child in found)
    return [child for child in found if not (finite and clauses.reading.relations[child] == "nsubj:pass")]


def _openings(clauses: Clauses, clause: int) -> set[str]:
    return {clauses.reading.lowered[child] for child in clauses.children(clause) if child < clause}


def _outside(clauses: Clauses, verb: int, head: int) -> set[int]:
    """What hangs on the content but belongs to the cue: `said that it would stay and warned …`, `"We stay," he said, citing …`."""
    reading = clauses.reading
    apart = {
        child
        for child in clauses.children(head, "conj", "advcl", "acl", "acl:relcl")
        if (reading.relations[child] == "conj" and _bare(clauses, child) and _helped(clauses, head))
        or (head < verb < child and reading.lowered[child].endswith("ing"))
    }
    return {at for child in apart for at in clauses.below(child)}


def shares_outer_subject(clauses: Clauses, verb: int) -> bool:
    """Whether a verb that the engine joins to what is said belongs beside the saying: `said that it would stay and warned`."""
    head = clauses.reading.heads[verb]
    joined = clauses.reading.relations[verb] == "conj" and clauses.reading.relations[head] in _CLAUSE
    return joined and clauses.reading.heads[head] != head and _bare(clauses, verb) and _helped(clauses, head)


def _bare(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is finite by itself and has no subject of its own."""
    own = any(True for _ in clauses.children(verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass", "mark"))
    return "VerbForm=Fin" in clauses.reading.features[verb] and not own


def _helped(clauses: Clauses, verb: int) -> bool:
    """Whether a verb has an auxiliary, or is an infinitive: a finite verb without one is not joined to it."""
    return any(True for _ in clauses.children(verb, "aux", "aux:pass")) or _infinitive(clauses, verb)


def _takes(clauses: Clauses, verb: int, child: int, cue: Cue, *, labelled: bool) -> bool:
    relation = clauses.reading.relations[child]
    if relation in _CLAUSE:
        return "that" in cue.contents
    if relation == "xcomp":
        return labelled or "to" in cue.contents or ("that" in cue.contents and (clauses.passive(verb) or _infinitive(clauses, child)))
    if relation in {"obj", "nsubj:pass"}:
        return labelled or "obj" in cue.contents
    if relation.split(":")[0] in {"obl", "advcl", "nmod"}:
        case = clauses.case(child)
        return (case in cue.contents and not (case == "to" and relation == "advcl")) or (labelled and case == "as")
    return relation == "parataxis" and "that" in cue.contents and child > verb and not _told(clauses, child)


def _infinitive(clauses: Clauses, verb: int) -> bool:
    return any(clauses.reading.lowered[child] == "to" for child in clauses.children(verb, "mark"))


def _labelled(clauses: Clauses, verb: int) -> bool:
    """Whether what the object is called stands there; a noun or an adjective that the engine takes for an adjunct is that too."""
    return (
        any(True for _ in clauses.children(verb, "xcomp"))
        or any(
            clauses.case(child) == "as" or (clauses.case(child) is None and clauses.reading.upos[child] in {"NOUN", "ADJ"})
            for child in clauses.children(verb, "obl", "advcl")
        )
        or any(child > held for held in clauses.children(verb, "obj") for child in clauses.children(held, "amod", "appos"))
    )


def _told(clauses: Clauses, verb: int) -> bool:
    """Whether a clause set beside another is itself a cue: `he said; she added`."""
    return clauses.reading.lemmas[verb] in {"say", "add", "tell", "report"}


def _hosted(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """The clause that a cue is set into: `The bridge, he said, is gone`, `as he put it`."""
    reading = clauses.reading
    host, relation = reading.heads[verb], reading.relations[verb]
    if host == verb or not {"that", "host"} & cue.contents:
        return set()
    if relation in _HOSTED or (relation == "advcl" and clauses.case(verb) == "as"):
        return clauses.below(host) - clauses.below(verb)
    return set()


def _antecedent(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """What a relative clause is about: `the plan that he proposed`."""
    reading = clauses.reading
    about = reading.relations[verb] == "acl:relcl" and _FINITE & cue.contents and not clauses.passive(verb)
    gap = about and any(True for _ in clauses.children(verb, "nsubj"))
    subject = {reading.lowered[child] for child in clauses.children(verb, "nsubj")} & {"who", "which", "that"}
    return clauses.below(reading.heads[verb]) - clauses.below(verb) if gap and not subject else set()


def _astray(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
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


def _leading(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
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


def of_noun(clauses: Clauses, noun: int, cue: Cue) -> set[int]:
    """The words of what a noun such as `claim`, or an adjective such as `sure`, has behind it."""
    return {at for head in _behind(clauses, noun, cue) for at in clauses.below(head)}


def _behind(clauses: Clauses, word: int, cue: Cue) -> Iterator[int]:
    for child in clauses.children(word):
        relation = clauses.reading.relations[child]
        if child < word or relation == "acl:relcl":
            continue
        case = clauses.case(child)
        if relation in {"acl", "ccomp", "xcomp", "csubj", "advcl"}:
            if case in cue.contents or ("that" in cue.contents and case in {None, "that", "whether", "if"} and relation != "advcl"):
                yield child
        elif relation.split(":")[0] in {"nmod", "obl"} and case in cue.contents:
            yield child


def of_adverb(clauses: Clauses, adverb: int) -> set[int]:
    """The clause or phrase that `reportedly` stands in."""
    head = clauses.reading.heads[adverb]
    return clauses.below(head) - clauses.below(adverb) if head != adverb else set()
