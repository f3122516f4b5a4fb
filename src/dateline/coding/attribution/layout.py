"""Speech that the layout attributes: transcripts with a name and a colon, posts that are signed behind a dash."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.coding.attribution.attribution import Attribution
from dateline.coding.attribution.speakers import Speakers
from dateline.records import Sentence, Span

_PARAGRAPH: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_TURN: Final = re.compile(r"\s*[\"“]?((?:[A-Z][A-Z.’'\-]+)(?: [A-Z][A-Z.’'\-]*){0,4})(?: \([^)\n]{1,40}\))?(:)\s+(?=\S)")
_SIGNED: Final = re.compile(r"(?:(\S[^\n]*\S)\s*)?([―—–]|--)\s?([^\n―—–]{1,50}\(@\w{1,20}\))")
# What somebody says, with the name behind a dash: `“We stay.” ― Amara Diallo`.
_NAMED: Final = re.compile(
    r"([“”\"][^“”\"\n]{20,}[”\"])\s*([―—–]|--)\s?((?:[^\W\d_][\w.’'\-]*[ \t]?){1,5}?)(?=\s*(?:$|[.,(/“”\"\n]))", re.MULTILINE
)
_TURNS: Final = 2  # of a transcript: one name in capitals before a colon is a heading more often than a speaker


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
    turns = [turn for paragraph in _PARAGRAPH.finditer(text) if (turn := _TURN.match(text, *paragraph.span()))]
    for turn in turns if len(turns) >= _TURNS else ():
        yield _group(turn, 1), _group(turn, 2), Span(start=turn.end(), end=_PARAGRAPH.match(text, turn.start()).end())
    before: Span | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        for signed in (*_SIGNED.finditer(text, *paragraph.span()), *_NAMED.finditer(text, *paragraph.span())):
            post = _group(signed, 1) if signed.group(1) else before
            if post is not None:
                yield _group(signed, 3), _group(signed, 2), post
        before = Span(start=paragraph.start(), end=paragraph.end())


def _group(match: re.Match[str], number: int) -> Span:
    start, end = match.span(number)
    return Span(start=start, end=end)
