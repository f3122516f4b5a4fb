"""The time expressions of an article, each with its TIMEX3 value and its days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from dateline.mentions.times.joins import joined
from dateline.mentions.times.lengths import UNITS
from dateline.mentions.times.line import Line, line
from dateline.mentions.times.pattern import Hit, Rule
from dateline.mentions.times.rules import RULES
from dateline.mentions.times.story import Answer, Story
from dateline.records import Article, Dateline, Sentence
from dateline.records.claim import When
from dateline.records.mention import TimeMention

_CAPITALS: Final = UNITS.keys() | {"minutes", "hours", "hour", "minute", "today", "now"}
_MOSTLY: Final = 0.7  # share of words with a capital from which a line is a headline in capitals
# The grammatical role of a time that dates a verb; within a noun phrase it dates the noun alone.
_OF_VERBS: Final = ("obl", "advmod", "nsubj", "root", "advcl", "parataxis", "conj", "ccomp")


def times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """The time expressions, in order of the text. Where the day of publication lies between bounds, so do the days of what hangs on it."""
    published = article.published
    stated = article.dateline.date if article.dateline else None
    if stated is not None:
        return _told(article, sentences, Story(stated, "dateline"))
    first = _told(article, sentences, Story(published.first, "publication"))
    if published.first == published.last:
        return first
    return _between(first, _told(article, sentences, Story(published.last, "publication")))


def _between(early: Sequence[TimeMention], late: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """Mentions as they come out for both bounds of publication: days from the earlier to the later, and no value where they differ."""
    other = {(mention.start, mention.end): mention for mention in late}
    return tuple(_spread(mention, other.get((mention.start, mention.end), mention)) for mention in early)


def _spread(early: TimeMention, late: TimeMention) -> TimeMention:
    if early.value == late.value or early.when.first is None or late.when.last is None:
        return early
    value = "".join(one if one == two or not one.isdigit() else "X" for one, two in zip(early.value, late.value, strict=False))
    when = msgspec.structs.replace(early.when, last=max(early.when.first, late.when.last))
    return msgspec.structs.replace(early, value=value, when=when)


def _told(article: Article, sentences: Sequence[Sentence], story: Story) -> tuple[TimeMention, ...]:
    found: list[TimeMention] = []
    for index, sentence in enumerate(sentences):
        coded = line(article.text, sentence, index) if sentence.analysed and sentence.words else None
        if coded is not None:
            story.begin_sentence(index, headline=sentence.end <= article.body.start)
            found += [_mention(article, coded, given) for given in joined(coded, list(_answers(coded, story, article.dateline)), story)]
    return tuple(found)


def _answers(coded: Line, story: Story, opening: Dateline | None) -> Iterator[Answer]:
    """What the rules make of a line, left to right: at each place the longest match that its rule accepts."""
    at = 0
    for hit, each in _matches(coded):
        if hit.first < at or (not each.capital and _named(hit)):
            continue
        try:
            given = each.handler(hit, story)
        except (OverflowError, ValueError):  # a date that the calendar does not hold
            given = None
        for one in (given,) if isinstance(given, Answer) else given or ():
            placed = one if one.span else replace(one, span=(hit.first, hit.last))
            if not _in_opening(opening, coded.starts[hit.first]):
                _remember(coded, placed, story)
            at = hit.last
            yield placed


def _named(hit: Hit) -> bool:
    """Whether a capital makes a name of a unit: `60 Minutes`, `This Week`, `USA Today`. In a line of capitals it says nothing."""
    forms = hit.line.forms
    last = forms[hit.last - 1]
    if not last.istitle() or last.lower() not in _CAPITALS:
        return False
    if hit.last - hit.first == 1:
        return hit.first > 0 and forms[hit.first - 1][0].isupper()
    words = [form for form in forms if form.isalpha()]
    return hit.first > 0 and sum(form[0].isupper() for form in words) < _MOSTLY * len(words)


def _matches(coded: Line) -> list[tuple[Hit, Rule]]:
    code = coded.code
    found = [
        (match.start(), -match.end(), order, match, each)
        for order, each in enumerate(RULES)
        for match in each.pattern.finditer(code)
        if match.end() > match.start()
    ]
    found.sort(key=lambda one: one[:3])
    return [(Hit(coded, match), each) for *_, match, each in found]


def _in_opening(opening: Dateline | None, start: int) -> bool:
    """Whether a code point lies in the dateline, whose day is that of writing and not of an event."""
    return opening is not None and opening.start <= start < opening.end


def _remember(coded: Line, given: Answer, story: Story) -> None:
    if given.stretch is not None and given.span is not None:
        story.remember(given.stretch, event=_dates_a_verb(coded, given.span))


def _dates_a_verb(coded: Line, span: tuple[int, int]) -> bool:
    """Whether the highest word of the expression hangs on a verb, by its role in the sentence."""
    first, last = coded.word_index(span[0]), coded.word_index(span[1] - 1)
    words = coded.sentence.words
    for at in range(first, last + 1):
        word = words[at]
        if word.head is None or not first <= word.head <= last or word.head == at:
            return (word.relation or "").startswith(_OF_VERBS)
    return False


def _mention(article: Article, coded: Line, given: Answer) -> TimeMention:
    first, last = given.span or (0, 1)
    start, end = coded.starts[first], coded.ends[last - 1]
    basis, why = given.basis, given.why
    if _in_opening(article.dateline, start) and given.first is not None:
        basis, why = "dateline", "the day of the dateline"
    return TimeMention(
        start=start,
        end=end,
        sentence=coded.index,
        first=coded.word_index(first),
        last=coded.word_end(last - 1),
        kind=given.kind,
        value=given.value,
        when=When(first=given.first, last=given.last, basis=basis, text=article.text[start:end]),
        why=why,
    )
