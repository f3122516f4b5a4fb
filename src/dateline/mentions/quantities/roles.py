"""Who undergoes or does what a verb says, by Universal Dependencies, across passives, participles, relative clauses and conjunctions."""

from dateline.mentions.quantities.reading import Reading

_OPEN = frozenset({"xcomp", "ccomp", "advcl"})
_DEEPEST = 3  # verbs that one conjunction after another may hang on
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def _is_participle(reading: Reading, verb: int) -> bool:
    features = reading.words[verb].features
    return "VerbForm=Part" in features and "Tense=Pres" not in features


def _antecedent(reading: Reading, index: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, or the word itself."""
    head = reading.words[verb].head
    if head is not None and reading.words[index].lemma in _RELATIVE and (reading.words[verb].relation or "").startswith("acl"):
        return head
    return index


def _named(reading: Reading, verb: int, *relations: str) -> tuple[int, ...]:
    """The verb's dependents in `relations`; and those whose preposition belongs to their number, `between 20 and 30 people`."""
    kids = reading.kids(verb, *relations)
    if not kids:
        kids = tuple(kid for kid in reading.kids(verb, "obl") if reading.is_quantified_by_case(kid))
    return tuple(_antecedent(reading, kid, verb) for kid in kids)


def undergoers(reading: Reading, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The words for those whom the verb at `verb` befalls."""
    own = _named(reading, verb, "obj", "nsubj:pass")
    if own or depth > _DEEPEST:
        return own
    word = reading.words[verb]
    head = word.head if word.head is not None else verb
    subjects = reading.kids(verb, "nsubj")
    if word.relation == "acl:relcl":
        return (head,) if subjects and not _is_participle(reading, verb) else ()
    if _is_participle(reading, verb) and not subjects:
        inherited = _inherited(reading, verb, head, depth)
        if inherited:
            return inherited
    if reading.number_of(verb) is not None and not subjects:
        return (verb,)
    # Headlines drop the auxiliary, "Five hurt in blast", and the object is missed where the parser took it for a subject.
    return tuple(kid for kid in subjects if reading.number_of(kid) is not None)


def _inherited(reading: Reading, verb: int, head: int, depth: int) -> tuple[int, ...]:
    """Whom a past participle describes: `people killed`, `killed and wounded`, `left 20 wounded`."""
    relation = reading.words[verb].relation
    if relation in {"acl", "amod"}:
        return (head,)
    if relation == "conj":
        return undergoers(reading, head, depth + 1)
    counted_above = relation in _OPEN and (
        reading.number_of(verb) is None or any(kid in reading.covered for kid in _governed(reading, head))
    )
    return _governed(reading, head) if counted_above else ()


def doers(reading: Reading, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The words for those who do what the verb at `verb` says."""
    own = _named(reading, verb, "nsubj", "obl:agent")
    if own or depth > _DEEPEST:
        return own
    word = reading.words[verb]
    head = word.head if word.head is not None else verb
    if word.relation in {"acl", "acl:relcl"}:
        return (head,)
    if word.relation == "conj":
        return doers(reading, head, depth + 1)
    if word.relation in {"xcomp", "advcl"}:
        return _governed(reading, head)
    return ()


def holders(reading: Reading, adjective: int) -> tuple[int, ...]:
    """The words for those whom an adjective describes: `three dead`, `left 20 dead`, `12 wounded soldiers`, `20 are dead`."""
    word = reading.words[adjective]
    head = word.head if word.head is not None else adjective
    if word.relation in {"xcomp", "ccomp"}:
        governed = _governed(reading, head)
        if any(kid in reading.covered for kid in governed):
            return governed
    if reading.number_of(adjective) is not None:
        return (adjective,)
    own = reading.kids(adjective, "nsubj", "nsubj:pass")
    if own:
        return own
    if word.relation == "amod":
        return (head,)
    if word.relation in _OPEN:
        return _governed(reading, head)
    return doers(reading, head) if word.relation == "conj" else ()


def _governed(reading: Reading, verb: int) -> tuple[int, ...]:
    """Of whom the verb above says something: its object, else its subject."""
    return _named(reading, verb, "obj") or _named(reading, verb, "nsubj:pass", "nsubj")
