"""The lexicon's own examples: a row's example must be coded as its type. Lowering the floor needs a reason in the commit."""

from collections.abc import Callable

from dateline.coding.lexicon import lexicon
from dateline.records import Claim

FLOOR = 0.84
TO_COME = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}


def test_most_examples_are_coded_as_their_rows_say(code: Callable[[str], tuple[Claim, ...]]) -> None:
    shown = [sense for sense in lexicon() if sense.example]
    right = [sense for sense in shown if {sense.type, TO_COME.get(sense.type)} & {claim.type for claim in code(sense.example)}]
    assert len(right) / len(shown) >= FLOOR, f"{len(right)} of {len(shown)}"
