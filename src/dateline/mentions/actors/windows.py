"""Stretches of an article's drafts by sentence, found without looking at the others: articles can be long."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.mentions.actors.draft import Draft


def since(drafts: Sequence[Draft], sentence: int, at: int) -> Sequence[Draft]:
    """The drafts from the sentence with index `sentence` on, up to the draft at `at`."""
    return drafts[bisect_left(drafts, sentence, key=_sentence) : at]


def of_sentence(drafts: Sequence[Draft], sentence: int) -> Sequence[Draft]:
    """The drafts of one sentence."""
    return drafts[bisect_left(drafts, sentence, key=_sentence) : bisect_right(drafts, sentence, key=_sentence)]


def behind(drafts: Sequence[Draft], at: int) -> Sequence[Draft]:
    """The drafts behind the one at `at`, in its sentence."""
    return drafts[at + 1 : bisect_right(drafts, drafts[at].sentence, key=_sentence)]


def _sentence(draft: Draft) -> int:
    return draft.sentence
