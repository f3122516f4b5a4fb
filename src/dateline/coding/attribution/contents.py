"""Spans of content and the quotations that they meet: joined, cut, and told apart as direct, indirect or mixed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.records import Span
from dateline.records.claim import QuoteKind

_NEXT: Final = re.compile(r"[ \t\xa0]*\n\s*(\S[^\n]*)")
_MARKS: Final = "“”„«»‘’\"'` \n.,"


class Quotations:
    """The quotations of an article, which never overlap, by place."""

    def __init__(self, found: Sequence[Span]) -> None:
        self.found = found
        self._ends = [span.end for span in found]

    def meeting(self, span: Span) -> Iterator[Span]:
        """Those that share a character with a span, in order."""
        for one in self.found[bisect_left(self._ends, span.start + 1) :]:
            if one.start >= span.end:
                return
            yield one

    def within(self, start: int, end: int) -> list[Span]:
        """Those that begin in [start, end)."""
        return [one for one in self.found[bisect_left(self._ends, start + 1) :] if start <= one.start < end]

    def before(self, at: int) -> Span | None:
        """The last that ends at or before a code point."""
        index = bisect_left(self._ends, at + 1)
        return self.found[index - 1] if index else None

    def around(self, span: Span) -> Span | None:
        """The quotation that holds a span wholly."""
        return next((one for one in self.meeting(span) if one.start <= span.start and span.end <= one.end), None)

    def widened(self, spans: Iterable[Span], cue: Span) -> tuple[Span, ...]:
        """The spans with the quotations that they are part of; within the quotation that the cue itself is in, cut to it."""
        around = self.around(cue)
        found: list[Span] = []
        for span in spans:
            if around is not None:
                start, end = max(span.start, around.start), min(span.end, around.end)
                found += [Span(start=start, end=end)] if start < end else []
                continue
            met = [one for one in self.meeting(span) if not one.overlaps(cue)]
            found.append(Span(start=min([span.start, *(one.start for one in met)]), end=max([span.end, *(one.end for one in met)])))
        return joined(found)

    def kind(self, spans: Iterable[Span], text: str) -> QuoteKind:
        """`direct` where all of it is quoted, `mixed` where a part is, else `indirect`."""
        quoted = bare = False
        for span in spans:
            at = span.start
            for one in self.meeting(span):
                bare |= bool(text[at : max(at, one.start)].strip(_MARKS))
                at, quoted = one.end, True
            bare |= bool(text[at : span.end].strip(_MARKS))
        return ("mixed" if bare else "direct") if quoted else "indirect"


def next_paragraph(text: str, at: int) -> tuple[Span, ...]:
    """The paragraph behind a code point, where one paragraph ends there."""
    found = _NEXT.match(text, at)
    return (Span(start=found.start(1), end=found.end(1)),) if found else ()


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that meet joined."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
