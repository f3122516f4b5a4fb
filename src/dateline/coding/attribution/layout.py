"""Speech that the layout attributes: transcripts with a name and a colon, posts that are signed behind a dash."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.coding.attribution.attribution import Attribution
from dateline.coding.attribution.speakers import Speakers
from dateline.records import Sentence, Span

_PARAGRAPH: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_TURN: Final = re.compile(r"\s*((?:[A-Z][A-Z.’'\-]+)(?: [A-Z][A-Z.’'\-]*){0,4})(?: \([^)\n]{1,40}\))?(:)\s+(?=\S)")
_SIGNED: Final = re.compile(r"\s*(?:(\S.*\S)\s*)?([―—–]|--)\s?([^\n―—–]{1,50}\(@\w{1,20}\))")


def laid_out(text: str, sentences: Sequence[Sentence], speakers: Speakers) -> Iterator[Attribution]:
    """The turns of transcripts and the signed posts."""
    starts = [one.start for one in sentences]
    for source, cue, content in _told(text):
        index = max(bisect_right(starts, source.start) - 1, 0)
        words = sentences[index].words if sentences else ()
        head = next((at for at, word in enumerate(words) if word.end > source.start), None)
        speaker = None if head is None else speakers.at(index, head)
        yield Attribution(sentence=index, kind="direct", contents=(content,), cues=(cue,), cue=":", source=source, speaker=speaker)


def _told(text: str) -> Iterator[tuple[Span, Span, Span]]:
    """Who, by which mark, and what; a post that its signature stands under is the paragraph before."""
    before: Span | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if opened := _TURN.match(text, start, end):
            yield _group(opened, 1), _group(opened, 2), Span(start=opened.end(), end=end)
        if signed := _SIGNED.match(text, start, end):
            post = _group(signed, 1) if signed.group(1) else before
            if post is not None:
                yield _group(signed, 3), _group(signed, 2), post
        before = Span(start=start, end=end)


def _group(match: re.Match[str], number: int) -> Span:
    start, end = match.span(number)
    return Span(start=start, end=end)
