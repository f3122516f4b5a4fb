"""Quotations that no cue tells: the speaker before them carries on."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import msgspec

from dateline.coding.attribution.attribution import Attribution
from dateline.coding.attribution.contents import Quotations, joined
from dateline.records import Sentence, Span

_SPEECH: Final = frozenset({"said", "confirmed", "claimed", "denied", "revealed", "asked", "promised", "warned"})


def carried_on(found: Sequence[Attribution], quotations: Quotations, text: str, sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, with each quotation that stands by itself given to the speaker before it.

    In the same paragraph it is more of what that speaker says; in a later one it is an attribution of its own, without a cue.
    """
    held = list(found)
    told = [span for one in found for span in one.contents]
    for quotation in quotations.found:
        if any(span.overlaps(quotation) for span in told):
            continue
        sentence = _alone(quotation, text, sentences)
        before = _before(held, quotation) if sentence is not None else None
        if sentence is None or before is None:
            continue
        last = held[before]
        if "\n" in text[last.cues[0].start if last.cues else last.contents[-1].start : quotation.start]:
            held.append(Attribution(sentence=sentence, kind="direct", contents=(quotation,), speaker=last.speaker))
        else:
            held[before] = msgspec.structs.replace(last, contents=joined((*last.contents, quotation)))
    return held


def _alone(quotation: Span, text: str, sentences: Sequence[Sentence]) -> int | None:
    """The index of the sentence that a quotation opens, where it fills it; None where marks set off a part of one."""
    index = bisect_right([one.start for one in sentences], quotation.start) - 1
    if index < 0:
        return None
    lead, rest = text[sentences[index].start : quotation.start], text[quotation.end : sentences[index].end]
    return None if lead.strip() or rest.strip(" .") else index


def _before(found: Sequence[Attribution], quotation: Span) -> int | None:
    """The index of the nearest attribution before a quotation that quotes somebody."""
    speaking = [at for at, one in enumerate(found) if one.strength in _SPEECH and one.kind != "indirect"]
    before = [at for at in speaking if (found[at].cues or found[at].contents)[0].start < quotation.start]
    return max(before, key=lambda at: (found[at].cues or found[at].contents)[0].start, default=None)
