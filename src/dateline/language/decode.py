"""Trees and names from a network's scores: one root a sentence, no cycles, no broken BIO sequences."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Indices = NDArray[np.int64]

UNREACHABLE: Final = np.float32(-1e9)


def tree(scores: Scores) -> Indices:
    """The best tree with one root: the head of each word, its own index for the root.

    `scores` is (words, words), word by head; the diagonal holds how well each word serves as the root. Greedy heads are taken where they
    already form a tree; else Chu–Liu–Edmonds (Chu & Liu 1965, Edmonds 1967) over the likeliest roots.
    """
    heads: Indices = scores.argmax(axis=1)
    if _is_tree(heads):
        return heads
    logged = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    roots = np.argsort(-logged.diagonal(), kind="stable")[:3]
    best, best_score = heads, -np.inf
    for root in roots:
        candidate = _rooted(logged, int(root))
        total = float(logged[np.arange(len(candidate)), candidate].sum())
        if total > best_score:
            best, best_score = candidate, total
    return best


def tree_behind(scores: Scores, opening: int) -> Indices:
    """The best tree of a sentence whose first `opening` words are parsed apart; their head depends on that of the rest."""
    if not opening:
        return tree(scores)
    front, rest = tree(scores[:opening, :opening]), tree(scores[opening:, opening:]) + opening
    heads = np.concatenate([front, rest])
    root = opening + int(np.flatnonzero(rest == np.arange(opening, len(heads)))[0])
    heads[int(np.flatnonzero(front == np.arange(opening))[0])] = root
    return heads


def _is_tree(heads: Indices) -> bool:
    own = np.flatnonzero(heads == np.arange(len(heads)))
    return len(own) == 1 and _cycle(heads, int(own[0])) is None


def _cycle(heads: Indices, root: int) -> list[int] | None:
    """The words of one cycle that does not hold the root."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return None


def _rooted(scores: Scores, root: int) -> Indices:
    """The best tree whose root is `root`."""
    scores = scores.copy()
    np.fill_diagonal(scores, UNREACHABLE)
    scores[root] = UNREACHABLE
    scores[root, root] = 0
    heads = _contracted(scores, root)
    heads[root] = root
    return heads


def _contracted(scores: Scores, root: int) -> Indices:
    """Chu–Liu–Edmonds: the greedy heads, with each cycle contracted to one word and solved again."""
    heads: Indices = scores.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.array(sorted(cycle))
    outside = np.array([word for word in range(len(heads)) if word not in set(cycle)])
    count = len(outside)
    kept = scores[inside, heads[inside]]
    into = scores[np.ix_(inside, outside)] - kept[:, None] + kept.sum()
    out_of = scores[np.ix_(outside, inside)]
    smaller = np.full((count + 1, count + 1), UNREACHABLE, dtype=scores.dtype)
    smaller[:count, :count] = scores[np.ix_(outside, outside)]
    smaller[count, :count] = into.max(axis=0)
    smaller[:count, count] = out_of.max(axis=1)
    solved = _contracted(smaller, int(np.flatnonzero(outside == root)[0]))
    result = heads.copy()
    for row, word in enumerate(outside):
        head = int(solved[row])
        result[word] = inside[out_of[row].argmax()] if head == count else outside[head]
    entry = int(solved[count])
    broken = inside[into[:, entry].argmax()]
    result[broken] = outside[entry]
    return result


def tag_paths(scores: Scores, lengths: Indices, allowed: NDArray[np.bool_]) -> Indices:
    """The best label of each word, (rows, words), such that each follows the one before by `allowed` (from, to).

    `scores` is (rows, words, labels), `lengths` the words of each row; what stands beyond them is meaningless. The last label is the
    start state. Viterbi 1967.
    """
    rows, words, labels = scores.shape
    step = np.where(allowed, np.float32(0), UNREACHABLE)
    best = scores[:, 0] + step[-1, :labels]
    back = np.zeros((rows, words, labels), dtype=np.int64)
    ends = np.where((lengths == 1)[:, None], best, UNREACHABLE)
    for word in range(1, words):
        reach = best[:, :, None] + step[None, :labels, :labels]
        back[:, word] = reach.argmax(axis=1)
        best = reach.max(axis=1) + scores[:, word]
        ends = np.where((lengths == word + 1)[:, None], best, ends)
    path = np.zeros((rows, words), dtype=np.int64)
    label = ends.argmax(axis=1)
    for word in range(words - 1, -1, -1):
        within = word < lengths
        path[within, word] = label[within]
        moved = back[np.arange(rows), word, label]
        label = np.where(within & (word > 0), moved, label)
    return path


def follows(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which BIO label may follow which, (from, to); the last row is the start of a sentence."""
    table = np.ones((len(labels) + 1, len(labels)), dtype=np.bool_)
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            kind = label[2:]
            table[:, to] = [before[2:] == kind for before in (*labels, "O")]
    return table
