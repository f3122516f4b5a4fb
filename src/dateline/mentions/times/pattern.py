"""Patterns over classes of words, and what a match of one says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.mentions.times.line import Line
from dateline.mentions.times.story import Answer, Story
from dateline.mentions.times.words import CODES, NUMBERS, ORDINALS

# Phrases that several patterns share.
_PHRASES: Final = {
    "NUMBER": "(?:(?:CARDINAL|AN|DAYNUM)? HUNDRED (?:AND? CARDINAL (?:DASH? CARDINAL)?)?|CARDINAL (?:DASH? CARDINAL)?|DAYNUM|YEAR|NUMERAL)",
    "VAGUE": "(?:AN? FEW|AN? DOZEN OF?|AN COUPLE OF|(?:THE|ABOUT)? COUPLE OF)",
    "NTHDAY": "(?:DAYNUM|NTH)",
    "NAMED": "(?:MONTH|ABBR DOT?)",
    "WEEKDAYNAME": "(?:WEEKDAY|SHORTDAY DOT?)",
    "ORD": "(?:ORDINAL|SECOND|NTH)",
    "DAYPART": "(?:PART|INSTANT)",
    "APPROX": "(?:ABOUT|MORE THAN|AT LEAST|UP TO)",
    "EDGE": "(?:EARLY|LATE|MID|EARLIER|LATER)",
    "EDGEOF": "(?:THE? (?:END|START|MIDDLE) OF)",
    "CLOCKTIME": "(?:CLOCK AM?|(?:DAYNUM|NUMERAL) AM|(?:DAYNUM|CARDINAL) OCLOCK|(?:YEAR|NUMERAL) (?=ZONE|HOURS|LOCAL)|INSTANT)",
    "ZONED": "(?:HOURS? (?:ZONE|LOCAL TIME))?",
    "POSS": "(?:APOS S)",
}
_SPOKEN: Final = range(2000, 2100)
_AFTER_HUNDREDS: Final = range(10, 100)
_NAME: Final = re.compile(r"(?<![?<\w])[A-Z]+\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in a line; token indices throughout."""

    line: Line
    match: re.Match[str]

    @property
    def first(self) -> int:
        """The first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The token after the last one."""
        return self.match.end()

    def span(self, group: str) -> tuple[int, int]:
        """The tokens of a named part; (-1, -1) where it is not there or the pattern has none such."""
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)

    def has(self, group: str) -> bool:
        """Whether a named part was there."""
        return self.span(group)[0] >= 0

    def at(self, group: str) -> int:
        """The first token of a named part."""
        return self.span(group)[0]

    def word(self, group: str) -> str:
        """The first token of a named part, lower case; "" where the part was not there."""
        return self.line.lower(self.span(group)[0])

    def lastword(self, group: str) -> str:
        """The last token of a named part, lower case; "" where the part was not there."""
        return self.line.lower(self.span(group)[1] - 1) if self.has(group) else ""

    def words(self, group: str) -> list[str]:
        """All tokens of a named part, lower case."""
        start, end = self.span(group)
        return self.line.lowered[start:end] if start >= 0 else []

    def tight(self) -> bool:
        """Whether no space parts the tokens of the match."""
        return all(self.line.joined(token) for token in range(self.first + 1, self.last))

    def previous(self, back: int = 1) -> str:
        """The token before the match, lower case."""
        return self.line.lower(self.first - back)

    def following(self) -> str:
        """The token after the match, lower case."""
        return self.line.lower(self.last)

    def number(self, group: str) -> int | None:
        """The whole number that a named part tells; None where it is vague or no whole number."""
        return number(self.words(group))


Handler = Callable[[Hit, Story], Answer | tuple[Answer, ...] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means. `capital` allows a unit with a capital within the sentence: `Christmas Day`, but not `This Week`."""

    name: str
    pattern: re.Pattern[str]
    handler: Handler
    capital: bool = False


def rule(name: str, pattern: str, handler: Handler, *, capital: bool = False) -> Rule:
    """A rule whose pattern is written in the classes of `words` and the phrases above; white space means nothing."""
    return Rule(name, compiled(pattern), handler, capital)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression over `Line.code`."""
    spelled = _NAME.sub(lambda name: _PHRASES.get(name[0], name[0]), pattern)
    while (again := _NAME.sub(lambda name: _PHRASES.get(name[0], name[0]), spelled)) != spelled:
        spelled = again
    return re.compile(re.sub(r"\s+", "", _NAME.sub(lambda name: CODES[name[0]], spelled)))


def number(words: list[str]) -> int | None:
    """What number words or digits say: `two`, `thirty-five`, `a hundred`, `1,200`; None for `a few` and the like."""
    total = 0
    seen = False
    for word in words[1:] if len(words) > 1 and words[0] in {"a", "an", "the"} else words:
        if word.replace(",", "").isdecimal():
            total, seen = total + int(word.replace(",", "")), True
        elif word == "couple":
            return 2
        elif word in {"hundred", "thousand", "million", "billion", "dozen"}:
            total, seen = max(total, 1) * NUMBERS[word], True
        elif word in NUMBERS:
            total, seen = total + NUMBERS[word], True
        elif word in {"few", "several", "many"} or "." in word:
            return None
    return total if seen else None


def spoken_year(words: list[str]) -> int | None:
    """1996 for `nineteen ninety-six`, 2005 for `two thousand and five`, as transcripts spell them."""
    hundreds = {"nineteen": 1900, "twenty": 2000}.get(words[0])
    if hundreds is None:
        full = number(words)
        return full if full in _SPOKEN else None
    rest = number(words[1:])
    return hundreds + rest if rest is not None and rest in _AFTER_HUNDREDS else None


def ordinal(word: str) -> int | None:
    """1 for `first`, 13 for `13th`; None for other words."""
    digits = word.rstrip("sthndr")
    return int(digits) if digits.isdecimal() else ORDINALS.get(word)
