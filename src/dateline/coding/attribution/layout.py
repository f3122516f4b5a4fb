"""Speech that the layout attributes: turns of a transcript, a name and a colon in a headline, what is signed behind a dash."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.coding.attribution.attribution import Attribution
from dateline.coding.attribution.contents import Quotations
from dateline.coding.attribution.speakers import Speakers
from dateline.records import Sentence, Span

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_TURN: Final = re.compile(r"\s*[\"“]?([A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]*){0,4})(?: \([^)\n]{1,40}\))?(:)\s+(?=\S)")
_HEADLINE: Final = re.compile(r"\s*((?:[A-Z][\w.’'\-]*[ ]?){1,5})(:)\s+(?=\S)")
# `― Amara Diallo (@amara)`, and without an account only behind the mark that closes a quotation.
_SIGNED: Final = re.compile(r"([―—–]|--)[ \t]?([^\n―—–]{1,50}\(@\w{1,20}\)|(?:[^\W\d_][\w.’'\-]*[ \t]?){1,5})")
_TURNS: Final = 2  # of a transcript: one name in capitals before a colon is a heading more often than a speaker


@dataclass(frozen=True, slots=True)
class _Laid:
    source: Span
    cue: Span
    content: Span


def laid_out(text: str, sentences: Sequence[Sentence], quotations: Quotations, speakers: Speakers) -> Iterator[Attribution]:
    """The attributions that layout tells; of a headline only where the name is an actor's."""
    starts = [one.start for one in sentences]
    paragraphs = [Span(start=found.start(), end=found.end()) for found in _PARAGRAPH.finditer(text)]
    found = [*_turns(text, paragraphs), *_signed(text, paragraphs, quotations)]
    headline = _HEADLINE.match(text, 0, paragraphs[0].end) if paragraphs else None
    opened = [_opened(headline, paragraphs[0])] if headline and _opened(headline, paragraphs[0]) not in found else []
    for one in [*found, *opened]:
        index = max(bisect_right(starts, one.source.start) - 1, 0)
        words = sentences[index].words if sentences else ()
        named = [at for at, word in enumerate(words) if one.source.start <= word.start < one.source.end]
        speaker = next((actor for at in named if (actor := speakers.at(index, at))), None)
        if speaker is not None or one in found:
            yield Attribution(
                sentence=index, kind="direct", contents=(one.content,), cues=(one.cue,), cue=":", source=one.source, speaker=speaker
            )


def _turns(text: str, paragraphs: Sequence[Span]) -> list[_Laid]:
    found = [_opened(turn, one) for one in paragraphs if (turn := _TURN.match(text, one.start, one.end))]
    return found if len(found) >= _TURNS else []


def _opened(turn: re.Match[str], paragraph: Span) -> _Laid:
    return _Laid(_group(turn, 1), _group(turn, 2), Span(start=turn.end(), end=paragraph.end))


def _signed(text: str, paragraphs: Sequence[Span], quotations: Quotations) -> Iterator[_Laid]:
    """What is signed: the quotation before the dash; before an account all of the paragraph, or the one above it."""
    starts = [one.start for one in paragraphs]
    for sign in _SIGNED.finditer(text):
        index = bisect_right(starts, sign.start()) - 1
        before = quotations.before(sign.start())
        if "(@" in sign.group(2):
            lead = text[starts[index] : sign.start()].strip()
            above = Span(start=starts[index], end=sign.start()) if lead else (paragraphs[index - 1] if index else None)
        else:
            close = before is not None and before.end >= starts[index] and not text[before.end : sign.start()].strip()
            above = before if close and _ends(text, sign) else None
        if above is not None:
            yield _Laid(_group(sign, 2), _group(sign, 1), above)


def _ends(text: str, sign: re.Match[str]) -> bool:
    """Whether a name stands there, and nothing but another quotation or the end of the line behind it."""
    behind = text[sign.end() : sign.end() + 3].lstrip(" \t\xa0")[:1]
    return sign.group(2)[0].isupper() and (not behind or behind in '\n.,(/“"”‘')


def _group(match: re.Match[str], number: int) -> Span:
    start, end = match.span(number)
    return Span(start=start, end=end - (len(match.group(number)) - len(match.group(number).rstrip())))
