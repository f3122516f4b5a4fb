"""What a cue takes as its content, by its row of the table and the grammar around it."""

from collections.abc import Iterator
from typing import Final

from dateline.coding.attribution.cues import Cue
from dateline.coding.attribution.mending import CLAUSE, adjuncts, astray, described, displaced, infinitive, leading, outside
from dateline.coding.clauses import Clauses

_HOSTED: Final = frozenset({"parataxis", "discourse", "root"})
_BESIDE_CLAUSE: Final = frozenset({"obj", "xcomp", "parataxis"})  # where a clause says it, `said on Monday` and `said of him` say no more
_FINITE: Final = frozenset({"that", "obj"})


def fitting(clauses: Clauses, word: int, listed: tuple[Cue, ...]) -> Cue | None:
    """The row that a word's particle calls for."""
    particles = {clauses.reading.lowered[child] for child in clauses.children(word, "compound:prt", "advmod", "obl")}
    return next((cue for cue in listed if not cue.particle or cue.particle in particles), None)


def of_verb(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """The words of what a verb says, thinks or wants; empty where nothing stands there."""
    heads = _own(clauses, verb, cue)
    own = {at for head in heads for at in clauses.below(head) - outside(clauses, verb, head)}
    return (
        own or _hosted(clauses, verb, cue) or _antecedent(clauses, verb, cue) or astray(clauses, verb, cue) or leading(clauses, verb, cue)
    )


def _own(clauses: Clauses, verb: int, cue: Cue) -> list[int]:
    labelled = "label" in cue.contents and _labelled(clauses, verb)
    found = [child for child in clauses.children(verb) if _takes(clauses, verb, child, cue, labelled=labelled)]
    found = found or displaced(clauses, verb, cue)
    finite = any(clauses.reading.relations[child] in CLAUSE for child in found)
    return [child for child in found if not finite or clauses.reading.relations[child] in CLAUSE | _BESIDE_CLAUSE]


def _takes(clauses: Clauses, verb: int, child: int, cue: Cue, *, labelled: bool) -> bool:
    relation = clauses.reading.relations[child]
    if relation in CLAUSE:
        return "that" in cue.contents
    if relation == "xcomp":
        return labelled or "to" in cue.contents or ("that" in cue.contents and (clauses.passive(verb) or infinitive(clauses, child)))
    if relation in {"obj", "nsubj:pass"}:
        return labelled or "obj" in cue.contents
    if relation.split(":")[0] in {"obl", "advcl", "nmod"}:
        case = clauses.case(child)
        return (case in cue.contents and not (case == "to" and relation == "advcl")) or (labelled and case == "as")
    beside = relation == "parataxis" and "that" in cue.contents and child > verb
    return beside and not _told(clauses, child) and clauses.reading.forms[min(clauses.below(child))] != ";"


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
    if (noun := described(clauses, verb)) is not None:
        return clauses.below(reading.heads[noun]) - clauses.below(noun)
    if relation in _HOSTED or (relation == "advcl" and clauses.case(verb) == "as"):
        apart = {at for child in adjuncts(clauses, verb, host) for at in clauses.below(child)}
        return clauses.below(host) - clauses.below(verb) - apart
    return set()


def _antecedent(clauses: Clauses, verb: int, cue: Cue) -> set[int]:
    """What a relative clause is about: `the plan that he proposed`."""
    reading = clauses.reading
    about = reading.relations[verb] == "acl:relcl" and _FINITE & cue.contents and not clauses.passive(verb)
    gap = about and any(True for _ in clauses.children(verb, "nsubj"))
    subject = {reading.lowered[child] for child in clauses.children(verb, "nsubj")} & {"who", "which", "that"}
    return clauses.below(reading.heads[verb]) - clauses.below(verb) if gap and not subject else set()


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
