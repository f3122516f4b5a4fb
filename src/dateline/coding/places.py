"""The words that stand in a place of a sense: `obj`, `subj`, `obj.of`, `poss`, `mod`, `comp`, a preposition."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.coding.clauses import Clauses

# Verbs that lend their subject to an eventive object: `carried out a visit`.
LIGHT: Final = frozenset(
    "carry conduct stage hold launch make pay give issue mount take have offer voice express announce declare impose face undergo "
    "perform deliver commit do begin start open continue resume lead stage wage unleash execute carry file lodge raise show extend "
    "provide order plan organise organize call join attend sign reach reiterate repeat renew reaffirm".split()
)
# Places of a verb that are relations as they stand.
_CHILDREN: Final = {
    "iobj": ("iobj",),
    "comp": ("ccomp", "xcomp", "advcl", "csubj"),
    "xcomp": ("xcomp",),
    "pred": ("xcomp", "obl:pred", "advcl"),
    "aux": ("aux", "aux:pass"),
    "adv": ("advmod", "compound:prt"),
}
NEGATIONS: Final = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none"})
_CONJUNCTIONS: Final = frozenset({"if", "unless", "until", "after", "before", "because"})
_UNDERGO: Final = frozenset({"face", "suffer", "undergo", "receive", "survive", "come", "be"})  # and lend it as the one who is done to


def words_in(clauses: Clauses, trigger: int, place: str, *, noun: bool) -> list[int]:
    """The words in `place` of a trigger that is a verb, or a `noun`; a dotted place is one within another: `obj.of`."""
    first, _, inner = place.partition(".")
    found = _of_noun(clauses, trigger, first) if noun else _of_verb(clauses, trigger, first)
    if not inner:
        return found
    return [word for outer in found for word in words_in(clauses, outer, inner, noun=clauses.reading.upos[outer] not in {"VERB", "AUX"})]


def _of_verb(clauses: Clauses, verb: int, place: str) -> list[int]:
    named = _NAMED.get(place)
    if named is not None:
        return named(clauses, verb)
    if place in _CHILDREN:
        return list(clauses.children(verb, *_CHILDREN[place]))
    if place == "by" and clauses.passive(verb):
        return []
    after = _clauses_after(clauses, verb, place) if place in _CONJUNCTIONS else []
    return after + (clauses.held(verb, place) or [word for held in clauses.children(verb, "obj") for word in clauses.held(held, place)])


def _objects(clauses: Clauses, verb: int) -> list[int]:
    return clauses.done_to(verb) or list(clauses.children(verb, "iobj"))


def _negations(clauses: Clauses, word: int) -> list[int]:
    return [child for child in clauses.children(word, "advmod", "det") if clauses.reading.lowered[child] in NEGATIONS]


def _marks(clauses: Clauses, verb: int) -> list[int]:
    return [word for clause in clauses.children(verb, *_CHILDREN["comp"]) for word in clauses.children(clause, "mark")]


_NAMED: Final[Mapping[str, Callable[[Clauses, int], list[int]]]] = {
    "subj": Clauses.doers,
    "obj": _objects,
    "neg": _negations,
    "mark": _marks,
}


def _clauses_after(clauses: Clauses, verb: int, conjunction: str) -> list[int]:
    return [
        clause
        for clause in clauses.children(verb, "advcl")
        if any(clauses.reading.lowered[word] == conjunction for word in clauses.children(clause, "mark"))
    ]


def _of_noun(clauses: Clauses, noun: int, place: str) -> list[int]:
    named = _NAMED_OF_NOUN.get(place)
    if named is not None:
        return named(clauses, noun)
    return clauses.held(noun, place) or _under_light_verb(clauses, noun, place)


def _possessors(clauses: Clauses, noun: int) -> list[int]:
    return [part for word in clauses.children(noun, "nmod:poss") for part in clauses.coordinated(word)]


def _modifiers(clauses: Clauses, noun: int) -> list[int]:
    return [word for word in clauses.children(noun, "amod", "compound", "nmod:desc", "nmod", "nmod:unmarked") if word < noun]


_NAMED_OF_NOUN: Final[Mapping[str, Callable[[Clauses, int], list[int]]]] = {
    "poss": _possessors,
    "mod": _modifiers,
    "between": lambda clauses, noun: clauses.held(noun, "between", "among"),
    "subj": lambda clauses, noun: _predicated(clauses, noun, done_to=False) or lent(clauses, noun),
    "obj": lambda clauses, noun: _predicated(clauses, noun, done_to=True) or lent(clauses, noun, done_to=True),
    "comp": lambda clauses, noun: list(clauses.children(noun, "acl", "ccomp", "xcomp")),
    "neg": _negations,
}


def _under_light_verb(clauses: Clauses, noun: int, preposition: str) -> list[int]:
    """What a preposition holds behind the verb that the noun completes: `carried out strikes on Friday against …`."""
    verb = governed_by_light_verb(clauses, noun)
    return [] if verb is None or preposition == "by" else [word for word in clauses.held(verb, preposition) if word > noun]


def _predicated(clauses: Clauses, word: int, *, done_to: bool) -> list[int]:
    """Of what a noun or an adjective is said: `is willing to`, and as the one who is done to, `is under attack`."""
    if not any(True for _ in clauses.children(word, "cop")):
        return []
    under = clauses.case(word) == "under"
    return clauses.subjects(word) if done_to == under else clauses.held(word, "from", "by") if under else []


def lent(clauses: Clauses, noun: int, *, done_to: bool = False) -> list[int]:
    """The doers (or those done to) that a light verb lends to its eventive object: `staged a raid`, `came under fire`."""
    verb = clauses.reading.heads[noun]
    if verb == noun or clauses.reading.upos[verb] != "VERB":
        return []
    lemma, relation = clauses.reading.lemmas[verb], clauses.reading.relations[noun]
    under = relation.startswith("obl") and clauses.case(noun) == "under"
    if lemma in _UNDERGO and (relation == "obj" or under):
        return clauses.subjects(verb) if done_to else clauses.held(verb, "from", "by")
    if lemma in LIGHT and relation in {"obj", "nsubj:pass"} and not done_to:
        return clauses.doers(verb)
    return []


def governed_by_light_verb(clauses: Clauses, noun: int) -> int | None:
    """The light verb that an eventive noun completes."""
    verb = clauses.reading.heads[noun]
    light = clauses.reading.lemmas[verb] in LIGHT | _UNDERGO and clauses.reading.relations[noun] in {"obj", "nsubj:pass", "obl"}
    return verb if verb != noun and light else None


def parties_in(clauses: Clauses, trigger: int, place: str, *, noun: bool) -> list[int]:
    """The words for the parties in `place`: as `words_in`, but of a clause those who do what it tells."""
    words = words_in(clauses, trigger, place, noun=noun)
    return [doer for clause in words for doer in clauses.subjects(clause)] if place == "comp" else words
