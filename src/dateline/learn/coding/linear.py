"""A linear model over parses, as the light rival of the network: lemma, tag, relations, governor, dependents and rows of the lexicon."""

from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from dateline.learn.coding.examples import Example
from dateline.learn.coding.training import UNKNOWN

BUCKETS: Final = 1 << 18
EPOCHS: Final = 4
RATE: Final = 2e-3
BATCH: Final = 64


class Linear(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """One row of weights for each bucket of features."""

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(BUCKETS, kinds, mode="sum")
        nn.init.zeros_(self.weights.weight)

    def kinds(self, examples: Sequence[Example]) -> Tensor:
        """(words of all examples, 1 + types), scores."""
        features = [[crc32(name.encode()) % BUCKETS for name in word] for one in examples for word in one.parse]
        starts = np.cumsum([0, *(len(word) for word in features[:-1])])
        scores: Tensor = self.weights(torch.tensor([name for word in features for name in word]), torch.from_numpy(starts))
        return scores


def train(examples: Sequence[Example], types: int, *, seed: int) -> Linear:
    """The linear model, trained on the same words as the network."""
    model = Linear(1 + types)
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE)
    chance = np.random.default_rng(seed)
    for _ in range(EPOCHS):
        order = chance.permutation(len(examples)).tolist()
        for first in range(0, len(order), BATCH):
            held = [examples[at] for at in order[first : first + BATCH]]
            right = torch.tensor([kind for one in held for kind in kinds(one)])
            error = F.cross_entropy(model.kinds(held), right, ignore_index=UNKNOWN)
            optimiser.zero_grad()
            error.backward()
            optimiser.step()
    model.eval()
    return model


def kinds(one: Example) -> list[int]:
    """What is right for each word: nothing (0), a type from 1 on, or UNKNOWN."""
    right = [0 if one.whole else UNKNOWN] * len(one.parse)
    for word in one.doubtful:
        right[word] = UNKNOWN
    for answer in one.answers:
        right[answer.word] = 1 + answer.type
    return right
