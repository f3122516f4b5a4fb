"""Numbers as the news writes them: `at least 20`, `twenty-five`, `1.2 million`, `dozens`, `between 20 and 30`, `up to 50`, `no`.

An open end is None: `at least 20` is 20 and up, `more than 20` is 21 and up, `up to 50` is 50 and down, `fewer than 50` 49 and down.
`about`, `some` and `nearly` change nothing, for the number stays the best that the text gives. Vague words get the range that they
commonly cover, set in `tables/numerals.csv`: `dozens` 24 to 99, `hundreds` 200 to 999, `several` 3 to 9.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.mentions.quantities.words import Numeral, numerals, qualifiers

_DIGITS: Final = re.compile(r"(\d{1,3}(?:[,.]\d{3})+|\d+)(\.\d+)?([mk])?\.?")  # a full stop may cling to the number that ends a sentence
_PEOPLE_ON_EARTH: Final = 9_000_000_000
_TEN: Final = 10
_TWENTY: Final = 20
_HUNDRED: Final = 100
_DASHES: Final = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words [`first`, `last`), qualifiers included; `core` is the index of its first number word.

    `modifier` is true where it is part of an adjective, `20-strong`, `12-year-old` or `12 year old`: then it counts no noun that follows.
    """

    first: int
    last: int
    core: int
    low: int | None
    high: int | None
    modifier: bool = False


_Range = tuple[int, int | None, int]  # low, high, index after the last word


def numbers(forms: Sequence[str]) -> tuple[Number, ...]:
    """The numbers among the lower-case words of a sentence, in order; none overlaps another."""
    found = []
    index = 0
    while index < len(forms):
        value = _span(forms, index)
        if value is None:
            index += 1
            continue
        found.append(_qualified(forms, index, value))
        index = max(found[-1].last, index + 1)
    return tuple(found)


def _digits(form: str) -> float | None:
    match = _DIGITS.fullmatch(form)
    if match is None:
        return None
    whole, part, letter = match.groups()
    scale = {None: 1, "k": 1_000, "m": 1_000_000}[letter]
    return float(re.sub("[,.]", "", whole) + (part or "")) * scale


def _is_numeral(forms: Sequence[str], index: int, kind: str) -> bool:
    word = numerals().get(forms[index]) if index < len(forms) else None
    return word is not None and word.kind == kind


def _plain(forms: Sequence[str], index: int) -> _Range | None:
    """A number in digits or in number words: `1.2 million`, `one hundred and twenty-five`."""
    total, part, at = 0.0, None, index
    while at < len(forms):
        word = numerals().get(forms[at])
        figure = _digits(forms[at])
        if figure is not None and part is None:
            part = figure
        elif word is not None and word.kind == "digit" and _fits(part, word.low):
            part = (part or 0.0) + word.low
        elif word is not None and word.kind == "scale" and at > index:
            part, total = _scaled(part, word.low, total)
        elif not (_joins(forms, at) or (_adds(forms, at) and part is not None and part >= _HUNDRED and part % _HUNDRED == 0)):
            break
        at += 1
    if part is None and not total:
        return None
    whole = total + (part or 0.0)
    if not whole < _PEOPLE_ON_EARTH:
        return None
    amount = round(whole)
    return amount, amount, at


def _fits(part: float | None, digit: int) -> bool:
    """Whether a number word goes on with the part before it: `twenty` `five`, `one hundred` `twelve`."""
    if part is None:
        return True
    return part >= _TWENTY and part % (_HUNDRED if digit >= _TEN else _TEN) == 0


def _scaled(part: float | None, scale: int, total: float) -> tuple[float | None, float]:
    """The running part and total after a scale word: hundreds and dozens stay in the part, thousands and up close it."""
    if scale <= _HUNDRED:
        return (part or 1.0) * scale, total
    return None, total + (part or 1.0) * scale


def _joins(forms: Sequence[str], dash: int) -> bool:
    """Whether a dash stands inside one number word: `twenty-five`."""
    inside = forms[dash] in _DASHES and dash > 0 and _is_numeral(forms, dash - 1, "digit") and _is_numeral(forms, dash + 1, "digit")
    return inside and numerals()[forms[dash - 1]].low >= _TWENTY


def _adds(forms: Sequence[str], at: int) -> bool:
    """Whether `and` stands inside a number: `one hundred and twenty`."""
    return forms[at] == "and" and _is_numeral(forms, at - 1, "scale") and _is_numeral(forms, at + 1, "digit")


def _vague(forms: Sequence[str], index: int) -> _Range | None:
    """`a dozen`, `half a million`, `several hundred`, `tens of thousands`, `a couple`, `nobody`, `no one`."""
    form = forms[index]
    if form in {"no", "no-one", "not"}:
        return _nobody(forms, index)
    if form == "half":
        scale = next((at for at in range(index + 1, min(index + 5, len(forms))) if _is_numeral(forms, at, "scale")), None)
        if scale is None or any(word not in {"a", *_DASHES} for word in forms[index + 1 : scale]):
            return None
        half = numerals()[forms[scale]].low // 2
        return half, half, scale + 1
    if form in {"a", "an", "the", "another"}:
        return _after_article(forms, index + 1) if index + 1 < len(forms) else None
    word = numerals().get(form)
    if word is None or word.kind in {"digit", "scale"}:
        return None
    return _multiplied(forms, index, word)


def _nobody(forms: Sequence[str], index: int) -> _Range | None:
    """`no one`, `no soldiers`, `not a single`; but `no more than` and `no longer` count nobody out."""
    after = list(forms[index + 1 : index + 3])
    if forms[index] == "not":
        return (0, 0, index + 3) if after == ["a", "single"] else None
    if forms[index] == "no-one" or after[:1] == ["one"]:
        return 0, 0, index + (1 if forms[index] == "no-one" else 2)
    if after == ["-", "one"]:
        return 0, 0, index + 3
    return None if after[:1] and after[0] in {"more", "less", "fewer", "longer", "-"} else (0, 0, index + 1)


def _after_article(forms: Sequence[str], index: int) -> _Range | None:
    word = numerals().get(forms[index])
    if word is None:
        return None
    if word.kind == "scale":
        value = _plain(["one", *forms[index:]], 0)
        return None if value is None else (value[0], value[1], index + value[2] - 1)
    if word.kind == "vague" and forms[index] in {"couple", "few", "handful", "pair", "trio"}:
        return _multiplied(forms, index, word)
    return None


def _multiplied(forms: Sequence[str], index: int, number: Numeral) -> _Range:
    """A vague word and the scale word that may follow: `several hundred`, `a couple of dozen`, `tens of thousands`."""
    low, high, at = number.low, number.high, index + 1
    after = at + 1 if at + 1 < len(forms) and forms[at] == "of" else at
    word = numerals().get(forms[after]) if after < len(forms) else None
    if word is None or number.kind == "none":
        return low, high, at
    if word.kind == number.kind == "plural" and forms[after] in {"thousands", "millions"}:
        unit = word.low // 2
        return low * unit, None if high is None else (high + 1) * unit - 1, after + 1
    if word.kind == "scale" and number.kind == "vague":
        if high is not None:
            high = high * word.low if low == high else (high + 1) * word.low - 1
        return low * word.low, high, after + 1
    return low, high, at


def _value(forms: Sequence[str], index: int) -> _Range | None:
    if index >= len(forms):
        return None
    form = forms[index]
    if not (form[:1].isdigit() or form in numerals() or form in {"a", "an", "the", "another", "half", "no-one", "not"}):
        return None
    return _vague(forms, index) or _plain(forms, index)


def _span(forms: Sequence[str], index: int) -> _Range | None:
    """A number or the range from one number to a larger one: `20-30`, `20 to 30`, `two or three`, `between 20 and 30`."""
    value = _value(forms, index)
    if value is None or value[2] >= len(forms):
        return value
    low, high, at = value
    link = forms[at]
    between = index > 0 and forms[index - 1] == "between"
    rising = index > 0 and forms[index - 1] == "from"
    if link in _DASHES or link == "or" or (link == "to" and not rising) or (link == "and" and between):
        other = _value(forms, at + 1)
        if other is not None and other[1] is not None and high is not None:
            scaled = low * _scale_shared(forms, index, at, other)
            if scaled < other[0]:
                return scaled, other[1], other[2]
    return value


def _scale_shared(forms: Sequence[str], index: int, link: int, other: _Range) -> int:
    """The scale word that a range says once: `two to three million`, `20 or 30 thousand`."""
    word = numerals().get(forms[other[2] - 1])
    if word is None or word.kind != "scale" or any(_is_numeral(forms, at, "scale") for at in range(index, link)):
        return 1
    return word.low


def _qualified(forms: Sequence[str], index: int, value: _Range) -> Number:
    low, high, last = value
    first, effect = _before(forms, index)
    if not effect:
        last, effect = _after(forms, last)
    following = list(forms[value[2] : value[2] + 2])
    hyphen = len(following) > 1 and following[0] in _DASHES and last == value[2] and following[1].isalpha()
    modifier = hyphen or (following[1:] == ["old"] and following[0].startswith(("year", "month", "week", "day")))
    floor: int | None = low
    ceiling: int | None = high
    if effect in {"floor", "above"}:
        floor, ceiling = low + (effect == "above" and low == high), None
    elif effect in {"ceiling", "below"}:
        top = low if high is None else high
        floor, ceiling = None, top - (effect == "below")
    return Number(first=first, last=last, core=index, low=floor, high=ceiling, modifier=modifier)


def _before(forms: Sequence[str], index: int) -> tuple[int, str]:
    """The index at which the number's qualifiers begin, and what the first of them that matters does."""
    known = qualifiers("before")
    if index and forms[index - 1] == "between":
        index -= 1
    effect = ""
    while True:
        size = next((size for size in (4, 3, 2, 1) if size <= index and tuple(forms[index - size : index]) in known), 0)
        if not size:
            return index, "" if effect == "about" else effect
        effect = effect if effect and effect != "about" else known[tuple(forms[index - size : index])]
        index -= size


def _after(forms: Sequence[str], last: int) -> tuple[int, str]:
    known = qualifiers("after")
    for size in (2, 1):
        phrase = tuple(forms[last : last + size])
        if phrase in known:
            return last + size, "" if known[phrase] == "about" else known[phrase]
    return last, ""
