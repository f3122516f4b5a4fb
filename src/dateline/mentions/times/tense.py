"""Which way a time lies from the day of writing, by the verb that governs it."""

from typing import Final, Literal

from dateline.records import Sentence, Word

# Sure (2) where the verb's own form says so, else a leaning (1); below zero is the past.
Direction = Literal[-2, -1, 0, 1, 2]

_FUTURE_AUXILIARIES: Final = frozenset("will shall 'll ’ll wo would".split())
_OPEN_AUXILIARIES: Final = frozenset("may might could can should must".split())
# What is planned lies ahead, whatever the tense of the plan.
_PLANNED: Final = frozenset("plan schedule set expect slate intend prepare await face propose".split())
_DUE: Final = frozenset("due ready likely poised bound payable redeemable scheduled planned expected upcoming eligible".split())
# Verbs whose infinitive tells what did or did not take place.
_TOLD: Final = frozenset("fail manage begin start continue use force help try go come have get cause lead travel meet visit gather".split())
_OPENING: Final = frozenset("start begin commence".split())
_TELLING: Final = frozenset("say tell report announce state add quote write show suggest indicate note confirm".split())
_LONGEST: Final = 400  # words; what is longer is a list or a table, where no verb governs
_STEPS: Final = 12  # a parser's tree can be wrong anywhere, so the climb is bounded


def direction(sentence: Sentence, at: int) -> Direction:
    """How the verb above word `at` places it: in the past, ahead, or neither (0)."""
    words = sentence.words
    if not sentence.analysed or len(words) > _LONGEST:
        return 0
    within = False  # a modifier before its noun (`Tuesday's vote`) says less of the verb's time than an adjunct
    for _ in range(_STEPS):
        word = words[at]
        if word.upos in {"VERB", "AUX"} or _copular(sentence, at):
            found = _of_verb(sentence, at, within=within)
            return _weaker(found) if within else found
        if word.lemma in _DUE:
            return 2
        if word.head is None or word.head == at:
            return 0
        within = within or (word.head > at and words[word.head].upos in {"NOUN", "PROPN"})
        at = word.head
    return 0


def governor(sentence: Sentence, at: int) -> Word | None:
    """The nearest verb above word `at`."""
    words = sentence.words
    for _ in range(_STEPS):
        if words[at].upos == "VERB":
            return words[at]
        head = words[at].head
        if head is None or head == at:
            return None
        at = head
    return None


def _weaker(found: Direction) -> Direction:
    return 1 if found > 0 else -1 if found < 0 else 0


def _copular(sentence: Sentence, at: int) -> bool:
    return any(sentence.words[child].relation == "cop" for child in sentence.children(at))


def _of_verb(sentence: Sentence, at: int, *, within: bool = False, depth: int = 0) -> Direction:
    word = sentence.words[at]
    helpers = [
        sentence.words[child] for child in sentence.children(at) if (sentence.words[child].relation or "").startswith(("aux", "cop"))
    ]
    lemmas = {(helper.lemma or "").lower() for helper in helpers}
    if "have" in lemmas and "will" not in lemmas:
        return -2
    if lemmas & _FUTURE_AUXILIARIES:
        return 2
    if lemmas & _OPEN_AUXILIARIES:
        return 1
    if "VerbForm=Inf" in word.features or _marked_to(sentence, at):
        return _of_infinitive(sentence, at, depth=depth, within=within)
    if any("Tense=Past" in helper.features for helper in helpers):
        return 1 if not within and (word.lemma in _PLANNED or word.lemma in _DUE) else -2
    return _of_form(sentence, at, helpers, depth=depth, within=within)


def _of_form(sentence: Sentence, at: int, helpers: list[Word], *, depth: int, within: bool) -> Direction:
    word = sentence.words[at]
    present = "Tense=Pres" in word.features
    if any("Tense=Pres" in helper.features for helper in helpers):
        return 2 if word.lemma in _PLANNED or word.lemma in _DUE else 1 if present and not within else 0
    if "VerbForm=Ger" in word.features or ("VerbForm=Part" in word.features and present):
        return 1 if word.lemma in _OPENING and not within else _above(sentence, at, depth=depth)
    if "Tense=Past" in word.features:
        if word.lemma in _PLANNED and ("VerbForm=Part" in word.features or not within):
            return 1
        return -2
    if present and not within:
        return 0 if word.lemma in _TELLING else 1
    return 0


def _of_infinitive(sentence: Sentence, at: int, *, depth: int, within: bool) -> Direction:
    word = sentence.words[at]
    if word.head is None or word.head == at or depth > _STEPS:
        return 1
    above = word.head
    head = sentence.words[above]
    if head.relation == "obj" and head.head is not None and word.relation == "acl":  # `force a plane to land`, read as `a plane to land`
        above, head = head.head, sentence.words[head.head]
    if head.lemma in _TOLD and head.upos == "VERB":
        return _of_verb(sentence, above, depth=depth + 1, within=within)
    if (word.relation or "").startswith("advcl"):  # the purpose of what was done was mostly reached: `flew in to meet him on Monday`
        return _weaker(min(_of_verb(sentence, word.head, depth=depth + 1, within=within), 1))
    planned = head.lemma in _PLANNED or head.lemma in _DUE
    return 0 if within and not planned else 1


def _above(sentence: Sentence, at: int, *, depth: int) -> Direction:
    """The direction of the verb above a participle."""
    word = sentence.words[at]
    while word.head is not None and word.head != at and depth <= _STEPS:
        at, depth = word.head, depth + 1
        word = sentence.words[at]
        if word.upos in {"VERB", "AUX"}:
            return _of_verb(sentence, at, depth=depth)
    return 0


def _marked_to(sentence: Sentence, at: int) -> bool:
    return any(sentence.words[child].lemma == "to" and sentence.words[child].upos == "PART" for child in sentence.children(at))
