"""The sentences that the project carries: all of them must fit the ontology, and none may come twice."""

from collections import Counter
from pathlib import Path

from dateline.coding.lexicon import lexicon
from dateline.learn.coding.data import sentences
from dateline.learn.coding.marks import marked
from dateline.ontology import plover

OWN = Path(__file__).parents[3] / "corpora/claims"


def test_every_marked_sentence_fits_the_ontology() -> None:
    found = [one for file in (OWN / "sentences").glob("*.txt") for one in marked(file, plover())]
    assert len(found) >= 4_000
    assert {claim.type for one in found for claim in one.claims} == set(plover().types)
    assert not [text for text, count in Counter(one.text for one in found).items() if count > 1]


def test_no_test_sentence_is_trained_on(shared: Path) -> None:
    held = {one.text for _, one in sentences(OWN, shared / "corpora", lexicon(), plover())}
    tested = set((Path(__file__).parents[2] / "coding/not_conflict.txt").read_text(encoding="utf-8").splitlines())
    assert not held & tested
