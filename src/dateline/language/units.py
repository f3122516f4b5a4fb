"""Units: the smallest stretches of text that a word can begin or end with, and how each looks."""

import re
from collections.abc import Mapping
from typing import Final

# Vowel signs and accents that are no letters to `\w`, of the scripts that names in English news are quoted in.
MARKS: Final = "̀-ͯ҃-֑҇-ֽؐ-ًؚ-ٰٟऀ-ःऺ-ॏัิ-ฺ็-๎ါ-ှ"
_LETTERS: Final = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
UNIT: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]{0,2000}[^\s<>\"“”.,;:!?)\]'’]"  # a web address is one unit, without the stop behind it
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
    rf"|[^\W\d_](?:[^\W\d_]|[{MARKS}])*?(?=n['’]t(?!\w))"  # do|n't
    rf"|{_LETTERS}"
    r"|\d+"
    r"|([^\w\s]|_)\1*",  # a run of one sign, such as an ellipsis
    re.IGNORECASE,
)

Spans = list[tuple[int, int]]

LOWER, TITLE, UPPER, INITIAL, INNER, TITLE_JOINED, DIGITS, CODE, SIGN, OTHER, CAMEL = range(1, 12)
SHAPES: Final = 12


def units(text: str, splits: Mapping[str, tuple[int, ...]]) -> Spans:
    """Half-open spans of the units of `text`, in order.

    `splits` maps a lower-case word that is several words in one (`gonna`, `cannot`) to the lengths of all its parts but the last.
    """
    found: Spans = []
    for match in UNIT.finditer(text):
        start, end = match.span()
        for length in splits.get(match.group().lower(), ()):
            found.append((start, start + length))
            start += length
        found.append((start, end))
    return found


def shape(word: str) -> int:  # noqa: PLR0911 - one return a shape
    """How a word is written, 1 to 11: the encoder's vocabulary knows no case, so this carries it."""
    if word.islower():
        return LOWER
    if not any(map(str.isalnum, word)):
        return SIGN
    if word.isdigit():
        return DIGITS
    if any(map(str.isdigit, word)):
        return CODE if any(map(str.isupper, word)) else OTHER
    if word.isupper():
        return UPPER if sum(map(str.isalpha, word)) > 1 else INITIAL
    if word.istitle():
        return TITLE if word.isalpha() else TITLE_JOINED
    if word[0].isupper():
        return CAMEL if any(map(str.isupper, word[1:])) else TITLE
    return INNER if any(map(str.isupper, word)) else OTHER
