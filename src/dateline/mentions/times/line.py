"""A sentence cut into the small tokens that times are told with, and coded one letter a token."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.mentions.times.words import CODES, codes, triggers
from dateline.records import Sentence, Word

# Finer than the engine's words, and the same whatever the engine: `1990s`, `a.m.` and `2021-06-13` stay whole, `13-19` does not.
_TOKEN: Final = re.compile(
    r"[ap]\.\s?m\b\.?|o['’]clock\b|\d{4}-\d\d-\d\d(?!\d)|\d+(?:st|nd|rd|th)\b|(?<!\d)['’]?\d{1,3}0['’]?s\b"
    r"|\d{1,2}:\d\d(?::\d\d)?|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d\d|\d:\d|\d[ap]")
_OTHER: Final = CODES["OTHER"]
_YEARS: Final = range(1000, 2200)
_DATES: Final = range(1, 32)
_YEAR_DIGITS: Final = 4
_MONTH_NAMES: Final = frozenset({CODES["MONTH"], CODES["ABBR"]})


@dataclass(frozen=True)
class Line:
    """The tokens of one sentence. `code` has one letter a token, its class; `starts` and `ends` are code points of the article."""

    sentence: Sentence
    index: int
    forms: list[str]
    lowered: list[str]
    starts: list[int]
    ends: list[int]
    code: str

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.sentence.words]

    def word_index(self, token: int) -> int:
        """The index of the sentence's word in which a token begins."""
        return max(0, bisect_right(self._word_starts, self.starts[token]) - 1)

    def word_end(self, token: int) -> int:
        """The index after the sentence's word in which a token ends."""
        return max(1, bisect_right(self._word_starts, self.ends[token] - 1))

    def word(self, token: int) -> Word:
        """The sentence's word in which a token begins."""
        return self.sentence.words[self.word_index(token)]

    def joined(self, token: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return token > 0 and self.ends[token - 1] == self.starts[token]

    def lower(self, token: int) -> str:
        """The token in lower case, "" outside the sentence."""
        return self.lowered[token] if 0 <= token < len(self.lowered) else ""


def line(text: str, sentence: Sentence, index: int) -> Line | None:
    """The sentence, coded; None where no word or number in it can tell a time."""
    piece = text[sentence.start : sentence.end]
    lowered = [form.lower() for form in _TOKEN.findall(piece)]
    if triggers().isdisjoint(lowered) and not _DIGITS.search(piece):
        return None
    matches = list(_TOKEN.finditer(piece))
    forms = [match[0] for match in matches]
    starts = [sentence.start + match.start() for match in matches]
    ends = [sentence.start + match.end() for match in matches]
    table = codes()
    bare = Line(sentence, index, forms, lowered, starts, ends, "")
    coded = [_code(bare, at, table.get(low)) for at, low in enumerate(lowered)]
    return Line(sentence, index, forms, lowered, starts, ends, "".join(coded))


def _code(bare: Line, at: int, known: str | None) -> str:
    form = bare.forms[at]
    if known is not None:
        checker = _CHECKED.get(bare.lowered[at])
        return known if checker is None or checker(bare, at) else _OTHER
    if any(map(str.isdigit, form)):
        return CODES[_shape(form)]
    return _OTHER


def _shape(form: str) -> str:
    if form.isdecimal():
        value = int(form) if len(form) <= _YEAR_DIGITS else 0
        if len(form) == _YEAR_DIGITS and value in _YEARS:
            return "YEAR"
        return "DAYNUM" if value in _DATES and not form.startswith("00") else "NUMERAL"
    if form[-1] in "sS":
        return "DECADE"
    if form[-1].isalpha():
        return "NTH"
    if ":" in form:
        return "CLOCK"
    return "ISO" if "-" in form else "NUMERAL"


def _month_name(bare: Line, at: int) -> bool:
    """Whether May, March, Jan … is written as a month and not part of a person's name."""
    near = (bare.lower(at + 1), bare.lower(at - 1))
    if any(text[:1].isdigit() for text in near):
        return True
    return bare.forms[at][0].isupper() and bare.word(at).upos in {"PROPN", "NOUN", "NUM", None} and not _in_name(bare, at)


def _short_month(bare: Line, at: int) -> bool:
    """Whether an abbreviation has the full stop, or the number beside it, that makes it one."""
    return bare.forms[at][0].isupper() and (
        bare.lower(at + 1) == "." or bare.lower(at + 1)[:1].isdigit() or (bare.lower(at - 1)[:1].isdigit() and bare.lower(at + 1) != "'")
    )


def _short_day(bare: Line, at: int) -> bool:
    return bare.forms[at][0].isupper() and any(bare.lower(near)[:1].isdigit() or _month_name_at(bare, near) for near in (at + 1, at + 2))


def _month_name_at(bare: Line, at: int) -> bool:
    return codes().get(bare.lower(at)) in _MONTH_NAMES


def _capital(bare: Line, at: int) -> bool:
    return bare.forms[at][0].isupper() and not _in_name(bare, at)


def _weekday_name(bare: Line, at: int) -> bool:
    """Not `The Sunday Times`; but `President Jane Doe Saturday …` is read as one name at times, so the last word of a name may be a day."""
    return bare.forms[at][0].isupper() and not _in_name(bare, at, last=False)


def _in_name(bare: Line, at: int, *, last: bool = True) -> bool:
    """Whether the word is part of a longer name of a person or an organisation: `Theresa May`; `last` counts the last word of one, too."""
    place = bare.word_index(at)
    return any(
        name.kind in {"PERSON", "ORG"} and name.first <= place < name.last - (not last) and name.last - name.first > 1
        for name in bare.sentence.entities
    )


def _no_verb(bare: Line, at: int) -> bool:
    return bare.word(at).upos not in {"VERB", "AUX"}


_CHECKED: Final = {
    **dict.fromkeys("january march april may june august".split(), _month_name),
    **dict.fromkeys("jan feb mar apr jun jul aug sep sept oct nov dec".split(), _short_month),
    **dict.fromkeys("mon tue tues wed thu thur thurs fri sat sun".split(), _short_day),
    **dict.fromkeys("february july september october november december".split(), _capital),
    **dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), _weekday_name),
    **dict.fromkeys("last past fall spring present close second start end date".split(), _no_verb),
}
