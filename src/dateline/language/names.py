"""Which words stand in the lists of names: countries, nationalities, cities, given names, surnames and organisations."""

import gzip
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

KINDS: Final = ("country", "nationality", "city", "given", "surname", "organisation")
_PARTS: Final = re.compile(r"[^\s-]+|-")

Listed = dict[tuple[str, ...], int]


class NameLists:
    """Marks words that stand in a list of names, so that the encoder need not have met a name to know one."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """`names` are (kind, name) of `KINDS`; a name may have several words."""
        self._by_first: dict[str, Listed] = {}
        for kind, name in names:
            parts = tuple(_PARTS.findall(name.lower()))
            listed = self._by_first.setdefault(parts[0], {})
            listed[parts] = listed.get(parts, 0) | 1 << KINDS.index(kind)
        self._longest = {first: max(map(len, listed)) for first, listed in self._by_first.items()}

    @classmethod
    def load(cls, path: Path) -> "NameLists":
        """The lists in `path`: gzipped lines of a kind, a tab and a name."""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return cls((kind, name) for kind, name in (line.rstrip("\n").split("\t") for line in lines))

    def marks(self, words: Sequence[str]) -> list[int]:
        """For each word the bits of the kinds (bit 0 is `KINDS[0]`) of the longest listed names that start at an upper-case word."""
        lowered = [word.lower() for word in words]
        marks = [0] * len(words)
        for at, first in enumerate(lowered):
            listed = self._by_first.get(first)
            if listed is None or words[at].islower():
                continue
            for count in range(min(self._longest[first], len(words) - at), 0, -1):
                bits = listed.get(tuple(lowered[at : at + count]))
                if bits is None:
                    continue
                if not words[at + count - 1].islower():
                    for index in range(at, at + count):
                        marks[index] |= bits
                break
        return marks
