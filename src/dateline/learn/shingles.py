"""How much two texts share: overlapping runs of four words, counted."""

import re
from collections import Counter
from typing import Final

SIZE: Final = 4
_WORD: Final = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words of `text`, in lower case, with how often it stands there; all of it where it has fewer words."""
    words = _WORD.findall(text.lower())
    if len(words) < SIZE:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(SIZE)), strict=False))


def f1(found: str, truth: str) -> float:
    """Harmonic mean of the shares of `found` that are in `truth` and of `truth` that are found; 1.0 for two empty texts."""
    one, other = shingles(found), shingles(truth)
    if not one and not other:
        return 1.0
    return 2 * (one & other).total() / (one.total() + other.total())
