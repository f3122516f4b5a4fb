"""How well a model of claims finds and types the events of sentences that it was not trained on, and fills their roles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from dateline.coding.features import Labels
from dateline.learn.coding.examples import Example
from dateline.learn.coding.linear import Linear
from dateline.learn.coding.network import Network
from dateline.learn.coding.training import collated

Finder = Callable[[Example], Mapping[int, int]]
"""Of an example, the words that tell events with their types."""
EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """Events found, missed and made up, and of those found the ones with the right type."""

    right: int
    wrong: int
    missed: int
    typed: int

    @property
    def f1(self) -> float:
        """F1 of detection."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def type(self) -> float:
        """The share of those found whose type is right."""
        return self.typed / max(1, self.right)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        return f"F1 {self.f1:.3f}  P {precision:.3f}  R {recall:.3f}  type {self.type:.3f}"


def score(examples: Sequence[Example], finder: Finder) -> Found:
    """Detection and types on sentences that are marked as a whole; words of which the marks leave doubt count for nothing."""
    right = wrong = missed = typed = 0
    for one in examples:
        gold = {answer.word: answer.type for answer in one.answers}
        found = {word: type_ for word, type_ in finder(one).items() if word not in one.doubtful}
        right += len(gold.keys() & found.keys())
        wrong += len(found.keys() - gold.keys())
        missed += len(gold.keys() - found.keys())
        typed += sum(gold[word] == found[word] for word in gold.keys() & found.keys())
    return Found(right, wrong, missed, typed)


def by_rules(one: Example) -> Mapping[int, int]:
    """What the rules propose."""
    return dict(one.proposed)


def by_linear(model: Linear) -> Finder:
    """What a linear model finds."""

    def found(one: Example) -> Mapping[int, int]:
        with torch.no_grad():
            return _likely(model.kinds([one]).softmax(-1).numpy())

    return found


def by_network(network: Network, labels: Labels) -> Finder:
    """What the network finds."""

    def found(one: Example) -> Mapping[int, int]:
        with torch.no_grad():
            x = network(*collated([one], labels, np.ones(1, dtype=np.bool_)).given)
            return _likely(network.kind(x)[0].softmax(-1).numpy())

    return found


def _likely(kinds: NDArray[np.float32]) -> Mapping[int, int]:
    return {word: int(kinds[word, 1:].argmax()) for word in np.flatnonzero(kinds[:, 0] < EVEN).tolist()}


def of_roles(examples: Sequence[Example], network: Network, labels: Labels) -> dict[str, float]:
    """F1 of each role's words, and the share of right statuses, at triggers that are given."""
    counts = np.zeros((len(labels.roles), 3), dtype=np.int64)
    statuses = []
    for one in examples:
        with torch.no_grad():
            x = network(*collated([one], labels, np.ones(1, dtype=np.bool_)).given)
            for answer in one.answers:
                trigger = x[:, answer.word]
                chances = network.roles(x, trigger, torch.from_numpy(answer.beside)[None])[0].sigmoid().numpy()
                found = chances > EVEN
                counts += np.stack([(found & answer.fillers).sum(0), (found & ~answer.fillers).sum(0), (~found & answer.fillers).sum(0)], 1)
                statuses.append(int(network.status(trigger).argmax()) == answer.status)
    f1 = 2 * counts[:, 0] / np.maximum(1, 2 * counts[:, 0] + counts[:, 1] + counts[:, 2])
    return {"status": float(np.mean(statuses)) if statuses else 0.0, **dict(zip(labels.roles, f1.tolist(), strict=True))}
