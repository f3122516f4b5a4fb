"""Sport, business, weather, culture: five hundred sentences of our own in which nothing happens that is coded."""

from collections.abc import Callable
from pathlib import Path

from dateline.records import Claim

MOST = 0.032  # false claims a sentence; raising it needs a reason in the commit
SENTENCES = (Path(__file__).parent / "not_conflict.txt").read_text(encoding="utf-8").splitlines()


def test_few_claims_come_from_what_is_no_conflict(code: Callable[[str], tuple[Claim, ...]]) -> None:
    claims = [claim for sentence in SENTENCES for claim in code(sentence)]
    assert len(SENTENCES) == 500
    assert len(claims) / len(SENTENCES) <= MOST, [(claim.type, claim.trigger.text) for claim in claims]
