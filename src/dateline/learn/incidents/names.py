"""Whether two names of a perpetrator may mean one, as far as their words tell."""

from collections.abc import Iterable
from typing import Final

from dateline.knowledge.names import folded

_SMALL: Final = frozenset("the of a an and for from group groups member members some several other others".split())


def alike(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether all words of a name, but for small ones and number, stand in one of the other side: `FMLN` in `members of the FMLN`."""
    mine, theirs = [_words(name) for name in names], [_words(name) for name in others]
    return any(one and other and (one <= other or other <= one) for one in mine for other in theirs)


def _words(name: str) -> frozenset[str]:
    """The words that tell, in the singular; all where there are only small ones: `groups`."""
    plain = folded(name.replace("[", " ").replace("]", " ")).split()
    return frozenset(word.removesuffix("s") for word in plain if word not in _SMALL) or frozenset(plain)
