"""How many people a noun phrase stands for, with those whom conjunctions add."""

from dataclasses import dataclass, replace

from dateline.mentions.quantities.reading import Reading
from dateline.mentions.quantities.words import is_people, is_thing, triggers

_HOUSEHOLDS = frozenset({"family", "household", "couple"})
_COLLECTIVES = frozenset({"total", "group", "crowd", "gang", "team", "band", "squad", "party"})
_ONE = frozenset({"a", "an", "another"})
_SINGLE_PRONOUNS = frozenset({"he", "him", "she", "her", "himself", "herself", "me", "myself"})


@dataclass(frozen=True, slots=True)
class Count:
    """`low` to `high` people in words [`first`, `last`); `head` is the word for those counted."""

    first: int
    last: int
    head: int
    low: int | None
    high: int | None

    def shared(self) -> "Count":
        """The count where two fates share it: all that one fate can be sure of is its upper end."""
        return self if self.high == 0 else replace(self, low=None)


def counted(reading: Reading, noun: int, *, strict: bool) -> Count | None:
    """How many people the phrase headed by the word at `noun` counts; None where it gives no number or counts things.

    `strict` takes nouns that are known to name people only; else any noun that is not known to name a thing.
    """
    own = _one_phrase(reading, noun, strict=strict)
    others = [kid for kid in reading.kids(noun, "conj") if not _has_own_fate(reading, kid)]
    added = [_one_phrase(reading, kid, strict=strict) for kid in others]
    if own is None and not any(added):
        return None
    total = own or _uncounted(reading, noun)
    for kid, other in zip(others, added, strict=True):
        more = other or _uncounted(reading, kid)
        if total is not None and more is not None:
            total = _sum(total, more)
    return total


def _has_own_fate(reading: Reading, noun: int) -> bool:
    """Whether those whom a conjunction adds fared otherwise: `31 dead and 100 wounded`, `47 people killed and 50 missing`."""
    near = [noun, *reading.kids(noun, "acl", "amod", "xcomp")]
    told = [(reading.words[at].lemma or "", kind) for at in near for kind in ("verb", "adjective", "noun")]
    missing = any(reading.words[at].lemma in {"missing", "miss"} for at in [*near, noun + 1] if at < len(reading.words))
    return missing or any(pair in triggers() for pair in told) or reading.words[noun].upos == "VERB"


def _sum(one: Count, other: Count) -> Count:
    low = (one.low or 0) + (other.low or 0) if one.low is not None or other.low is not None else None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    return Count(first=min(one.first, other.first), last=max(one.last, other.last), head=one.head, low=low, high=high)


def _one_phrase(reading: Reading, noun: int, *, strict: bool) -> Count | None:
    number = reading.number_of(noun)
    if number is None:
        inner = _partitive(reading, noun) if reading.words[noun].lemma in _COLLECTIVES else None
        return _one_phrase(reading, inner, strict=strict) if inner is not None else _single(reading, noun)
    head, last = noun, max(noun + 1, number.last)
    if noun < number.last:
        part = _partitive(reading, noun)
        if part is not None:
            head, last = part, part + 1
    if not _is_counted(reading, head, strict=strict, number=head < number.last):
        return None
    low, high = number.low, number.high
    if (reading.words[head].lemma or "") in _HOUSEHOLDS and high != 0:
        high = None
    return Count(first=number.first, last=last, head=head, low=low, high=high)


def _partitive(reading: Reading, noun: int) -> int | None:
    """The noun after `of` in `dozens of people`, `three of his guards`; not where it is counted itself, as in `two of the four`."""
    kid = next((kid for kid in reading.kids(noun, "nmod") if reading.case(kid) == "of"), None)
    if kid is None:
        return None
    if reading.covered.get(kid) is not None and reading.covered[kid] is reading.covered.get(noun):
        return _partitive(reading, kid)  # tens of thousands of villagers
    counted_itself = reading.covered.get(noun) is not None and reading.number_of(kid) is not None
    return None if counted_itself or reading.words[kid].upos not in {"NOUN", "PROPN", "ADJ"} else kid


def _is_counted(reading: Reading, head: int, *, strict: bool, number: bool) -> bool:
    """Whether the head names people, or is a bare number that no noun follows."""
    if number:
        return True
    word = reading.words[head]
    lemma = (word.lemma or "").lower()
    if is_people(lemma) or _is_demonym(reading, head):
        return True
    return not strict and not is_thing(lemma)


def _is_demonym(reading: Reading, noun: int) -> bool:
    """Whether a capital inside the sentence, on a noun that is no name of a person or place, makes it `Russians` or `a Palestinian`."""
    word = reading.words[noun]
    capital = (word.lemma or "")[:1].isupper() and word.upos in {"NOUN", "PROPN", "ADJ"}
    return capital and reading.forms[noun].endswith(("s", "n", "i", "ese", "ish", "ch"))


def _single(reading: Reading, noun: int) -> Count | None:
    """One person: `a soldier`, `another boy`."""
    word = reading.words[noun]
    article = next((kid for kid in reading.kids(noun, "det") if reading.forms[kid] in _ONE), None)
    if article is None or "Number=Plur" in word.features:
        return None
    lemma = (word.lemma or "").lower()
    if lemma in _HOUSEHOLDS or not (is_people(lemma) or _is_demonym(reading, noun)):
        return None
    return Count(first=article, last=noun + 1, head=noun, low=1, high=1)


def _uncounted(reading: Reading, noun: int) -> Count | None:
    """Those to whom a conjunction adds counted others: `its driver` and two guards are one and two, `the priests` at least two."""
    word = reading.words[noun]
    lemma = (word.lemma or "").lower()
    person = noun in reading.names or lemma in _SINGLE_PRONOUNS or is_people(lemma)
    several = "Number=Plur" in word.features
    if not person or (lemma in _HOUSEHOLDS and not several):
        return None
    first = min([noun, *(kid for kid in reading.kids(noun, "det", "nmod:poss", "amod", "compound") if kid < noun)])
    return Count(first=first, last=noun + 1, head=noun, low=2 if several else 1, high=None if several else 1)
