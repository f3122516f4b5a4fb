"""Datelines at the start of a sentence: place, day and agency are no part of its clause, and are parsed apart from it."""

import re
from collections.abc import Sequence
from typing import Final

CLOSING: Final = frozenset((".-", "-", "--", "—", "–", "_", ".—", ".–", ".--"))
LONGEST: Final = 18  # words
LEAST_BODY: Final = 3
_INNER: Final = re.compile(
    r"\d{1,4}|[,.()/|]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\.?|january|february|march|april|august|september|october"
    r"|november|december|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day",
    re.IGNORECASE,
)


def opening(words: Sequence[str], labels: Sequence[str]) -> int:
    """How many words the dateline of a sentence has, its closing dash included; 0 where there is none.

    It begins with a place, and holds nothing but places, a day, and what stands in brackets. `labels` are BIO.
    """
    if not labels or labels[0] != "B-LOC":
        return 0
    bracketed = False
    for index, (word, label) in enumerate(zip(words[:LONGEST], labels, strict=False)):
        if word in CLOSING and index and not bracketed:
            goes_on = len(words) - index > LEAST_BODY and not words[index + 1].islower()
            return index + 1 if goes_on else 0
        bracketed = (bracketed or word == "(") and word != ")"
        if not (bracketed or label.endswith("LOC") or _INNER.fullmatch(word)):
            return 0
    return 0
