"""Personal and possessive pronouns as mentions, and whom each of them can stand for."""

from typing import Final

from dateline.mentions.actors.draft import Draft
from dateline.records.reading import Reading

_PRONOUNS: Final = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i",
}  # fmt: skip
_EMPTY: Final = frozenset({"expl"})  # "it is unclear whether"


def pronoun(reading: Reading, at: int) -> Draft | None:
    """The mention that word `at` is where it is a pronoun that can stand for an actor."""
    if reading.upos[at] != "PRON" or reading.relations[at] in _EMPTY:
        return None
    person = _PRONOUNS.get(reading.lowered[at])
    if person is None or (reading.forms[at] == "US"):
        return None
    word = reading.sentence.words[at]
    return Draft(
        sentence=reading.index,
        first=at,
        last=at + 1,
        head=at,
        start=word.start,
        end=word.end,
        form="pronoun",
        kind="pronoun",
        text=reading.forms[at],
        plural=person in {"they", "we"},
        subject=reading.relations[at] in {"nsubj", "nsubj:pass"},
        pronoun=person,
    )


def can_be(draft: Draft, pronoun: str) -> bool:
    """Whether `pronoun` can stand for `draft`, by person and number."""
    if pronoun in {"he", "she", "i"}:
        return draft.person
    if pronoun == "it":
        placed = draft.basis == "seat of government" and not draft.subject
        return draft.kind in {"body", "country", "group"} and not draft.plural and not placed
    if pronoun == "we":
        return draft.kind in {"body", "country", "group", "person"}
    return draft.plural or draft.kind in {"body", "group", "country"}
