"""Training of the model of claims: batches of examples, one loss over events, modes, statuses and roles."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from numpy.typing import NDArray
from torch import Tensor, nn

from dateline.coding.features import BESIDE, MARKS, Labels
from dateline.learn.coding.examples import UNSTATED, Answer, Example
from dateline.learn.coding.network import WIDTH, Network

UNKNOWN: Final = -100  # a word whose kind nobody marked
HIDDEN: Final = -1e4
SHARES: Final = {
    "kinds": 8.0,
    "modes": 2.0,
    "statuses": 0.7,
    "roles": 2.0,
}  # words without events outnumber the rest, so their mean is small
FILLED: Final = 3.0  # what a filled role counts beside an empty one
SMOOTHING: Final = 0.02
POOL: Final = 20  # batches that are sorted by length together


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train."""

    epochs: int
    seed: int
    batch: int  # sentences
    rate: float  # of the layers that MiniLM brings
    head_rate: float  # of what is new
    without_hints: float  # the share of sentences that do not see what the rules found


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded."""

    given: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]  # what `Network.forward` takes
    kinds: Tensor  # (sentences, words), UNKNOWN where nobody says
    answers: list[tuple[int, Answer]]  # the number of the sentence, and an answer of it
    hinted: NDArray[np.bool_]  # (sentences,)


def train(
    examples: Sequence[Example], labels: Labels, plan: Plan, *, start: Path, say: Callable[[str], None], hints: bool = True
) -> Network:
    """The network, trained; `start` is MiniLM in safetensors."""
    torch.manual_seed(plan.seed)
    chance = np.random.default_rng(plan.seed)
    network = Network(labels, hints=hints)
    network.start_from(start)
    brought = list(network.layers.parameters())
    known = {id(one) for one in brought}
    groups = [
        {"params": brought, "lr": plan.rate},
        {"params": [one for one in network.parameters() if id(one) not in known], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = plan.epochs * -(-len(examples) // plan.batch) + 1
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, [plan.rate, plan.head_rate], total_steps=steps, pct_start=0.1)
    for epoch in range(plan.epochs):
        network.train()
        losses = []
        for held in batches(examples, plan.batch, chance):
            hinted = chance.random(len(held)) >= plan.without_hints
            error = loss(network, collated(held, labels, hinted), labels)
            optimiser.zero_grad()
            error.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            losses.append(float(error.detach()))
        say(f"epoch {epoch + 1} of {plan.epochs}: loss {np.mean(losses):.3f}")
    network.eval()
    return network


def batches(examples: Sequence[Example], size: int, chance: np.random.Generator) -> Iterator[list[Example]]:
    """All examples once, in chance order, those in a batch of like length; never more batches than examples / size, rounded up."""
    order = chance.permutation(len(examples)).tolist()
    held = []
    for first in range(0, len(order), size * POOL):
        pool = sorted(order[first : first + size * POOL], key=lambda one: len(examples[one].inputs.upos))
        held += [pool[at : at + size] for at in range(0, len(pool), size)]
    for number in chance.permutation(len(held)).tolist():
        yield [examples[one] for one in held[number]]


def collated(examples: Sequence[Example], labels: Labels, hinted: NDArray[np.bool_]) -> Batch:
    """Examples as one batch; those that are not `hinted` see nothing of what the rules found."""
    longest = max(len(one.inputs.upos) for one in examples)
    vectors = np.zeros((len(examples), longest, WIDTH), dtype=np.float32)
    upos, relations = (np.zeros((len(examples), longest), dtype=np.int64) for _ in range(2))
    hints = np.zeros((len(examples), longest, examples[0].inputs.hints.shape[1]), dtype=np.float32)
    mask = np.full((len(examples), 1, 1, longest), HIDDEN, dtype=np.float32)
    kinds = np.full((len(examples), longest), UNKNOWN, dtype=np.int64)
    for row, one in enumerate(examples):
        length = len(one.inputs.upos)
        vectors[row, :length], upos[row, :length], relations[row, :length] = one.vectors, one.inputs.upos, one.inputs.relations
        hints[row, :length] = one.inputs.hints
        hints[row, :, : len(labels.types) + 1] *= hinted[row]
        hints[row, :, len(labels.types) + MARKS :] *= hinted[row]
        mask[row, ..., :length] = 0
        if one.whole:
            kinds[row, :length] = 0
        kinds[row, list(one.doubtful)] = UNKNOWN
        for answer in one.answers:
            kinds[row, answer.word] = 1 + answer.type
    given = tuple(torch.from_numpy(array) for array in (vectors, upos, relations, hints, mask))
    answers = [(row, answer) for row, one in enumerate(examples) for answer in one.answers]
    return Batch((given[0], given[1], given[2], given[3], given[4]), torch.from_numpy(kinds), answers, hinted)


def loss(network: Network, batch: Batch, labels: Labels) -> Tensor:
    """The sum of what each head gets wrong, by SHARES."""
    x = network(*batch.given)
    kinds = network.kind(x).flatten(0, 1)
    total: Tensor = SHARES["kinds"] * F.cross_entropy(kinds, batch.kinds.flatten(), ignore_index=UNKNOWN, label_smoothing=SMOOTHING)
    if batch.answers:
        rows = torch.tensor([row for row, _ in batch.answers])
        triggers = x[rows, torch.tensor([answer.word for _, answer in batch.answers])]
        total = total + _of_modes(network, triggers, batch, labels) + _of_statuses(network, triggers, batch)
        total = total + _of_roles(network, x[rows], triggers, batch)
    return total


def _of_modes(network: Network, triggers: Tensor, batch: Batch, labels: Labels) -> Tensor:
    own = np.array([[of == labels.types[answer.type] for of, _ in labels.modes] for _, answer in batch.answers], dtype=np.float32)
    right = np.zeros_like(own)
    for row, (_, answer) in enumerate(batch.answers):
        right[row, list(answer.modes)] = 1
    wrong = F.binary_cross_entropy_with_logits(network.mode(triggers), torch.from_numpy(right), reduction="none")
    return SHARES["modes"] * (wrong * torch.from_numpy(own)).sum() / max(1.0, float(own.sum()))


def _of_statuses(network: Network, triggers: Tensor, batch: Batch) -> Tensor:
    right = torch.tensor([answer.status for _, answer in batch.answers])
    if bool((right == UNSTATED).all()):
        return torch.zeros(())
    return SHARES["statuses"] * F.cross_entropy(network.status(triggers), right, ignore_index=UNSTATED)


def _of_roles(network: Network, x: Tensor, triggers: Tensor, batch: Batch) -> Tensor:
    longest = x.shape[1]
    beside = np.zeros((len(batch.answers), longest, BESIDE), dtype=np.float32)
    right = np.zeros((len(batch.answers), longest, batch.answers[0][1].fillers.shape[1]), dtype=np.float32)
    counted = np.zeros((len(batch.answers), longest, 1), dtype=np.float32)
    for row, (sentence, answer) in enumerate(batch.answers):
        length = len(answer.fillers)
        beside[row, :length] = answer.beside if batch.hinted[sentence] else answer.alone
        right[row, :length] = answer.fillers
        counted[row, :length] = answer.status != UNSTATED
    scores = network.roles(x, triggers, torch.from_numpy(beside))
    wrong = F.binary_cross_entropy_with_logits(scores, torch.from_numpy(right), reduction="none")
    weight = torch.from_numpy(counted * (1 + (FILLED - 1) * right))
    return SHARES["roles"] * (wrong * weight).sum() / max(1.0, float(counted.sum()))
