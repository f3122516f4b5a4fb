"""Names found as sequences of words, longest first."""

from collections.abc import Iterable, Sequence

from dateline.language.units import units


class Phrases:
    """Names of several words that no sentence boundary may split; compiled once, asked often."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(set(names)):
            parts = tuple(name[start:end] for start, end in units(name, {}))
            if len(parts) > 1:
                self._by_first.setdefault(parts[0], []).append(parts)
        for listed in self._by_first.values():
            listed.sort(key=lambda parts: (-len(parts), parts))

    def found(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Half-open ranges of `words` that make up a name; a name's case must agree, and so must where it ends."""
        ranges: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            end = self._match(words, at)
            if end is None:
                at += 1
            else:
                ranges.append((at, end))
                at = end
        return ranges

    def _match(self, words: Sequence[str], at: int) -> int | None:
        """Where the longest name that starts with word `at` ends."""
        first = units(words[at], {})
        listed = self._by_first.get(words[at][first[0][0] : first[0][1]]) if first else None
        for parts in listed or ():
            rest, index = list(parts), at
            while rest and index < len(words):
                pieces = [words[index][start:end] for start, end in units(words[index], {})]
                if rest[: len(pieces)] != pieces:
                    break
                rest, index = rest[len(pieces) :], index + 1
            if not rest and index > at + 1:
                return index
        return None
