"""Whether a place's name stands for the place or for those who act from there."""

from typing import Final

from dateline.mentions.places.draft import Draft
from dateline.mentions.places.words import ACTS, GOVERNS, MET, SAYS, UNDERGOES
from dateline.records.mention import PlaceRole
from dateline.records.reading import Reading

_OBJECTS: Final = frozenset(("obj", "iobj", "nsubj:pass"))
_STATES: Final = frozenset(("country", "admin1", "capital", "site"))


def role(reading: Reading, draft: Draft) -> PlaceRole:
    """`metonym` for the subject of a verb of acting, for the owner of a government, and within the name of a body.

    A country as the subject of a verb acts, but for verbs of being and undergoing; of cities and areas only those verbs count that want
    someone as their subject.
    """
    if draft.embedded:
        return "metonym"
    kinds = {place.kind for place in draft.candidates}
    if not kinds & _STATES:
        return "place"
    head = _head(reading, draft)
    behind = draft.last if draft.last < len(reading.forms) else head
    if reading.upos[behind] == "VERB" and reading.lemmas[behind] in SAYS and not _case(reading, head):
        return "metonym"
    while reading.relations[head] == "conj" and reading.heads[head] < head:
        head = reading.heads[head]
    above, relation = reading.heads[head], reading.relations[head]
    lemma = reading.lemmas[above]
    if _acts(reading, above, relation, lemma, country="country" in kinds) or (relation in _OBJECTS and lemma in MET):
        return "metonym"
    owned = relation in ("nmod:poss", "compound", "amod") and lemma in GOVERNS
    by = relation.startswith("obl") and _case(reading, head) == "by" and "country" in kinds
    return "metonym" if owned or by else "place"


def _acts(reading: Reading, above: int, relation: str, lemma: str, *, country: bool) -> bool:
    if relation != "nsubj" or reading.upos[above] != "VERB":
        return False
    return lemma in ACTS or (country and lemma not in UNDERGOES)


def _head(reading: Reading, draft: Draft) -> int:
    """The word of the draft that hangs on a word outside it."""
    for at in range(draft.first, draft.last):
        if not draft.first <= reading.heads[at] < draft.last:
            return at
    return draft.last - 1


def _case(reading: Reading, head: int) -> str:
    return next((reading.lowered[at] for at, above in enumerate(reading.heads) if above == head and reading.relations[at] == "case"), "")
