"""Who did what a noun tells, where another clause says so: who claimed responsibility for the attack, who is blamed for the murder.

And who suffered it: `Galan's murder` is not by Galan.
"""

from typing import Final

from dateline.coding.clauses import Clauses

_OWN: Final = frozenset("claim assume accept admit take acknowledge have bear".split())
_ACCUSE: Final = frozenset("blame accuse suspect charge implicate indict convict condemn".split())
_CREDIT: Final = frozenset({"responsibility", "credit"})
_HOLD: Final = frozenset({"hold", "consider", "deem", "find"})
_FOR: Final = frozenset({"for", "of", "in", "with"})
_ASCRIBE: Final = frozenset({"attribute", "ascribe"})
_DO: Final = frozenset("perpetrate commit carry execute stage mastermind".split())
_JOIN: Final = frozenset({"participate", "involve", "implicate"})
_HOMEGROWN: Final = frozenset("coup putsch uprising mutiny revolt rebellion insurrection".split())
_SUFFERED: Final = frozenset(
    "murder assassination killing slaying death execution kidnapping kidnap abduction torture injury massacre shooting".split()
)


def answerable(clauses: Clauses, word: int) -> list[int]:
    """The words for those that the sentence holds answerable for the event at `word`; none where it names nobody."""
    head, relation, lemma = (
        clauses.reading.heads[word],
        clauses.reading.relations[word],
        clauses.reading.lemmas[clauses.reading.heads[word]],
    )
    if head == word:
        return []
    if relation in {"obj", "nsubj:pass"}:
        return clauses.held(head, "to") if lemma in _ASCRIBE else clauses.doers(head) if lemma in _DO else []
    return _held_to_account(clauses, head, clauses.case(word)) or _participle(clauses, word)


def _held_to_account(clauses: Clauses, head: int, case: str | None) -> list[int]:
    """Those who are blamed or responsible for it, or took part in it."""
    lemma = clauses.reading.lemmas[head]
    if lemma in _ACCUSE and case in _FOR:
        return clauses.done_to(head)
    if case == "for" and lemma in _CREDIT:
        return _owners(clauses, head)
    if case == "for" and lemma in _OWN and clauses.lemmas(clauses.done_to(head)) & _CREDIT:
        return clauses.doers(head)
    if case == "for" and lemma == "responsible":
        return _responsible(clauses, head)
    return clauses.subjects(head) if lemma in _JOIN and case == "in" else []


def _responsible(clauses: Clauses, word: int) -> list[int]:
    """Of whom it is said: `the rebels are responsible`, `holds the rebels responsible`, `the rebels responsible`."""
    head = clauses.reading.heads[word]
    if clauses.reading.lemmas[head] in _HOLD:
        return clauses.done_to(head)
    if clauses.reading.relations[word] in {"amod", "acl"}:
        return clauses.coordinated(head)
    return clauses.subjects(word)


def homegrown(clauses: Clauses, word: int) -> list[int]:
    """The words for the country that a noun such as `the coup in Mali` sets against itself: some of its people did it to its rulers."""
    return clauses.held(word, "in") if clauses.reading.lemmas[word].lower() in _HOMEGROWN else []


def suffered(clauses: Clauses, word: int) -> list[int]:
    """The words for those who are owners or modifiers of a noun of harm without an `of`: those it was done to."""
    if clauses.reading.lemmas[word] not in _SUFFERED or clauses.held(word, "of", "against"):
        return []
    return [part for child in clauses.children(word, "nmod:poss") for part in clauses.coordinated(child)]


def _owners(clauses: Clauses, responsibility: int) -> list[int]:
    verb = clauses.reading.heads[responsibility]
    if clauses.reading.relations[responsibility] in {"obj", "nsubj:pass"} and clauses.reading.lemmas[verb] in _OWN:
        return clauses.doers(verb)
    return []


def _participle(clauses: Clauses, word: int) -> list[int]:
    """`the attack perpetrated by rebels`."""
    return next((by for child in clauses.children(word, "acl") if (by := _by(clauses, child))), [])


def _by(clauses: Clauses, verb: int) -> list[int]:
    lemma = clauses.reading.lemmas[verb]
    return clauses.held(verb, "by") if lemma in _DO else clauses.held(verb, "to") if lemma in _ASCRIBE else []
