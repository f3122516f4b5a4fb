"""Words of a sentence → the spans that they cover."""

from collections.abc import Iterable
from typing import Final

from dateline.coding.clauses import Clauses
from dateline.records import Span
from dateline.records.reading import Reading

_LOOSE: Final = frozenset({"PUNCT", "CCONJ"})


def spans(reading: Reading, words: Iterable[int], without: Iterable[int] = ()) -> tuple[Span, ...]:
    """The stretches that `words` cover, in order, without punctuation and conjunctions at their ends; words `without` break them."""
    left = sorted(set(words) - set(without))
    runs: list[list[int]] = []
    for word in left:
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(span for run in runs if (span := _trimmed(reading, run)) is not None)


def phrase(clauses: Clauses, head: int, without: Iterable[int]) -> Span | None:
    """The noun phrase that `head` heads, without its preposition; words `without` end it."""
    reading = clauses.reading
    left = clauses.below(head) - set(without)
    first = last = head
    while first - 1 in left:
        first -= 1
    while last + 1 in left:
        last += 1
    while first < head and reading.relations[first] in {"case", "cc", "mark", "fixed", "punct", "advmod"} and reading.heads[first] != first:
        first += 1
    if last > head and reading.upos[last] == "PART":
        last -= 1  # the genitive's `'s`
    return _trimmed(reading, list(range(first, last + 1)))


def _trimmed(reading: Reading, run: list[int]) -> Span | None:
    while run and reading.upos[run[0]] in _LOOSE:
        run = run[1:]
    while run and reading.upos[run[-1]] in _LOOSE:
        run = run[:-1]
    if not run:
        return None
    start, end = reading.span(run[0], run[-1] + 1)
    return Span(start=start, end=end)
