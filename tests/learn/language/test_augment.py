from random import Random

import pytest

from dateline.language.names import KINDS
from dateline.learn.language.augment import Augment
from dateline.learn.language.examples import Example, Syntax, by_document
from dateline.learn.language.name_lists import Names

LISTED: dict[str, frozenset[str]] = {kind: frozenset[str]() for kind in KINDS} | {
    "country": frozenset(["Lowland"]),
    "city": frozenset(["Tolbara"]),
    "nationality": frozenset(["Lowlandic"]),
    "organisation": frozenset(["ULF"]),
}
AUGMENT = Augment(Names(LISTED, {"zz": ["Aru"]}, {"zz": ["Benn"]}))
WORDS = ("``", "Ann", "Lee", "met", "Kurdish", "leaders", "in", "Rome", ".", "''")
SYNTAX = Syntax(("X",) * 10, ("_",) * 10, (3, 3, 1, 3, 5, 3, 7, 3, 3, 3), ("dep",) * 10)
NEWS = ("O", "B-PERSON", "I-PERSON", "O", "B-MISC", "O", "O", "B-LOC", "O", "O")


@pytest.mark.parametrize("seed", range(200))
def test_labels_stay_with_their_words(seed: int) -> None:
    example = Example(WORDS, "a", SYNTAX, NEWS, NEWS)
    (changed,) = AUGMENT([example], Random(seed))
    assert changed.syntax is not None
    assert changed.news is not None
    assert changed.uner is not None
    counts = {len(row) for row in (changed.words, changed.news, changed.uner, changed.syntax.heads, changed.syntax.relations)}
    assert len(counts) == 1
    before = len(changed.words) - len(WORDS)
    assert changed.news[-len(WORDS) :] == NEWS
    assert [head for head in changed.syntax.heads if head is not None] == [
        head + max(before, 0) for head in SYNTAX.heads if head is not None
    ]


def test_the_same_chance_gives_the_same_window() -> None:
    example = Example(WORDS, "a", SYNTAX, NEWS)
    assert AUGMENT([example] * 3, Random(4)) == AUGMENT([example] * 3, Random(4))


def test_names_are_swapped_alike_within_a_window() -> None:
    example = Example(("Ann", "left", "."), "a", news=("B-PERSON", "O", "O"))
    for seed in range(60):
        names = {
            changed.words[-3].lower() if changed.words[-1] == "." else changed.words[-2].lower()
            for changed in AUGMENT([example, example], Random(seed))
        }
        assert names <= {"ann", "aru", "benn"}


def test_hyphens_split_only_what_no_treebank_has_split() -> None:
    example = Example(("U.S.-backed", "anti-war", "group"), "a", news=("O", "O", "O"))
    seen = {changed.words[-4:-1] for seed in range(40) for changed in AUGMENT([example], Random(seed))}
    assert ("anti", "-", "war") in {tuple(word.lower() for word in words) for words in seen}


def test_documents_are_runs_of_sentences() -> None:
    rows = [Example(("x",), document) for document in "aab"]
    assert [len(group) for group in by_document(rows)] == [2, 1]
