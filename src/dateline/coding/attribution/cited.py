"""Who is told through whom: `quoted the mayor as saying`, `the paper, citing police, said`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from dateline.coding.attribution.signals import Signal
from dateline.coding.clauses import Clauses

_PASS_ON: Final = frozenset({"quote", "cite"})


def passed_on(clauses: Clauses, signal: Signal, found: Mapping[int, Signal], acts: Callable[[int], bool]) -> Signal:
    """The cue with who is cited as its source and who cites as what it came through; `acts` tells whether a word stands for an actor."""
    word = signal.words[0]
    outer = clauses.reading.heads[word]
    if clauses.reading.lemmas[word] in _PASS_ON and clauses.reading.upos[word] == "VERB":
        return _cited(clauses, signal, found, acts)
    if clauses.reading.lemmas[outer] not in _PASS_ON or clauses.case(word) != "as":
        return signal
    quoted, quoting = clauses.done_to(outer), clauses.doers(outer)
    return replace(signal, source=quoted[0] if quoted else None, through=quoting[0] if quoting else None)


def _cited(clauses: Clauses, signal: Signal, found: Mapping[int, Signal], acts: Callable[[int], bool]) -> Signal:
    """What is said by those who cite somebody is the cited one's word."""
    word = signal.words[0]
    told = next((child for child in clauses.children(word, "obj") if acts(child)), None)
    saying = next((found[above] for above in clauses.above(word) if above in found and found[above].contents), None)
    if told is None or saying is None:
        return signal
    contents = saying.contents - clauses.below(word)
    return replace(signal, source=told, contents=contents, through=signal.source)


def leads_to_speech(clauses: Clauses, signal: Signal, found: Mapping[int, Signal]) -> bool:
    """Whether a cue is only the `quoted` of `quoted as saying`."""
    word = signal.words[0]
    if clauses.reading.lemmas[word] not in _PASS_ON:
        return False
    return any(child in found and clauses.case(child) == "as" for child in clauses.children(word, "advcl", "xcomp", "ccomp"))
