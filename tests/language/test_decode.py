from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from dateline.language.decode import follows, tag_paths, tree

LABELS = ("O", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SCORES = st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-9, 9, width=32)))


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    for word in range(len(heads)):
        at = word
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True


@given(SCORES)
def test_heads_are_the_best_tree_with_one_root(scores: NDArray[np.float32]) -> None:
    count = len(scores)
    logged = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = max(
        sum(float(logged[word, head]) for word, head in enumerate(heads)) for heads in product(range(count), repeat=count) if is_tree(heads)
    )
    found = tuple(tree(scores).tolist())
    assert is_tree(found)
    total = sum(float(logged[word, head]) for word, head in enumerate(found))
    likeliest_roots = set(np.argsort(-logged.diagonal(), kind="stable")[:3].tolist())
    root = next(word for word, head in enumerate(found) if word == head)
    assert root in likeliest_roots
    assert total <= best + 1e-3
    if count <= len(likeliest_roots):
        assert total >= best - 1e-3


@given(arrays(np.float32, st.tuples(st.integers(5, 30), st.just(1)).map(lambda t: (t[0], t[0])), elements=st.floats(-9, 9, width=32)))
@settings(max_examples=50)
def test_long_sentences_make_trees_too(scores: NDArray[np.float32]) -> None:
    assert is_tree(tuple(tree(scores).tolist()))


@given(st.integers(1, 3).flatmap(lambda rows: arrays(np.float32, (rows, 4, 5), elements=st.floats(-5, 5, width=32))), st.data())
def test_paths_are_the_best_that_are_allowed(scores: np.ndarray, data: st.DataObject) -> None:
    lengths = np.array([data.draw(st.integers(1, 4)) for _ in scores])
    allowed = follows(LABELS)
    found = tag_paths(scores, lengths, allowed)
    for row, length, path in zip(scores, lengths, found, strict=True):
        legal = [
            labels
            for labels in product(range(5), repeat=int(length))
            if allowed[-1, labels[0]] and all(allowed[a, b] for a, b in pairwise(labels))
        ]
        best = max(sum(float(row[i, label]) for i, label in enumerate(labels)) for labels in legal)
        taken = tuple(path[:length].tolist())
        assert taken in legal
        assert abs(sum(float(row[i, label]) for i, label in enumerate(taken)) - best) < 1e-4


def test_a_name_goes_on_only_as_what_it_began() -> None:
    allowed = follows(LABELS)
    assert allowed[LABELS.index("B-ORG"), LABELS.index("I-ORG")]
    assert not allowed[LABELS.index("B-LOC"), LABELS.index("I-ORG")]
    assert not allowed[LABELS.index("O"), LABELS.index("I-ORG")]
    assert not allowed[-1, LABELS.index("I-LOC")]
