"""What the words of a story tell about its day: weekdays in its lead, and years that it looks back on."""

import datetime as dt
import re
from typing import Final, NamedTuple

from dateline.extract.months import month

_LEAD: Final = 400  # code points from the beginning of the story; beyond it weekdays are of the background, in MUC and TempEval alike
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ACTS: Final = (
    "said|says|announced|reported|claimed|confirmed|denied|accused|declared|condemned|warned|called|urged|told|stated|vowed|rejected|"
    "agreed|ruled|voted|approved|signed|met|backed"
)
# "said late on Monday", "confirmed in a written statement on Wednesday", "on Monday announced". No comma and no other clause between.
_ACT_THEN_DAY: Final = re.compile(rf"\b(?:{_ACTS})\b[^.,;:!?\n\"“”]{{0,60}}? (?:on )?(?:late |early )?({_NAMES})\b(?!'?s\b)", re.IGNORECASE)
_DAY_THEN_ACT: Final = re.compile(rf"\bon ({_NAMES})(?: night| morning| evening| afternoon)? (?:{_ACTS})\b", re.IGNORECASE)
_NOT_JUST_NOW: Final = re.compile(r"\b(?:will|next|last|would|until|by)\b", re.IGNORECASE)
_TODAY: Final = re.compile(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_FOUR_DIGITS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d\"”)][.!?])\s+(?=[A-Z\"“])")
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|may|next|by|until|till|due|expected?|scheduled?|plan(?:s|ned)?|target(?:s|ed)?|ahead|before|upcoming|deadline|"
    r"projec\w+|forecast\w*|aims?|goal|expires?|ends?|through|beyond|every|last|to be held|elections?)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|has|have|since|ago|began|took|left|made|came|went|held|won|lost|fell|\w{2,}ed)\b", re.IGNORECASE
)
# Dates a little later than the story are announcements, and pages state when they were updated: in the violence corpus 50 of 2,500
# stories name one, nearly all within a month.
_AHEAD_AT_MOST: Final = dt.timedelta(days=31)
_FULL_DATE: Final = re.compile(
    r"\b(?:([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Z][a-z]{2,8})\.? (\d{4}))\b(?! ?%)", re.IGNORECASE
)
_YEAR: Final = re.compile(
    r"\b(?:in|since|during|of|from|late|early|mid-?)(?: (?:early|late|[A-Z][a-z]{2,8}))? ((?:19|20)\d\d)\b(?!-|/|\s?%| [a-z]+s\b)"
)
_MOST: Final = 60  # clues of one kind: a story of more is a chronicle
_WITHIN: Final = 20_000  # code points


class Told(NamedTuple):
    """A weekday on which the lead says that something was said or done; 0 is Monday."""

    weekday: int
    words: str


class Past(NamedTuple):
    """A day or year that the story looks back on: it was published on `first` or later."""

    first: dt.date
    words: str


def told(text: str, start: int) -> tuple[Told, ...]:
    """The weekdays that the lead of the story at `start` ties to an act of saying or deciding, in its order; what lies ahead left out.

    None where the lead says "today" or "yesterday": such a story keeps weekdays for other days.
    """
    lead = text[start : start + _LEAD]
    if _TODAY.search(lead):
        return ()
    found: list[tuple[int, Told]] = []
    for pattern in (_ACT_THEN_DAY, _DAY_THEN_ACT):
        found += (
            (match.start(1), Told(_DAYS.index(match[1].lower()), " ".join(match[0].split())))
            for match in pattern.finditer(lead)
            if not _NOT_JUST_NOW.search(match[0])
        )
    return tuple(dict(sorted(found)).values())


def looked_back_on(text: str, *, today: dt.date) -> tuple[Past, ...]:
    """Full dates and years of sentences in the past tense without a word that points ahead; none after `today`.

    `first` lies a month before what is named.
    """
    found: list[Past] = []
    paragraphs = [line for line in text[:_WITHIN].split("\n") if _FOUR_DIGITS.search(line)]
    for sentence in (found for line in paragraphs for found in _SENTENCE_END.split(line)):
        if _FOUR_DIGITS.search(sentence) and _PAST.search(sentence) and not _AHEAD.search(sentence):
            found += _dates(sentence)
            found += (Past(dt.date(int(match[1]), 1, 1), match[0]) for match in _YEAR.finditer(sentence))
        if len(found) > _MOST:
            break
    return tuple(Past(past.first - _AHEAD_AT_MOST, past.words) for past in found if past.first <= today)


def _dates(sentence: str) -> list[Past]:
    found = []
    for match in _FULL_DATE.finditer(sentence):
        number = month(match[1] or match[5])
        try:
            day = dt.date(int(match[3] or match[6]), number or 0, int(match[2] or match[4]))
        except ValueError:
            continue
        found.append(Past(day, match[0]))
    return found
