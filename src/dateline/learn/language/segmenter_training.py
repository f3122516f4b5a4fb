"""Training of the network that joins units to words and ends sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from numpy.typing import NDArray
from torch import Tensor, nn

from dateline.language.segment import DILATIONS, HASHES, LONGEST_WORD, Segmenter
from dateline.language.units import SHAPES, Spans, units
from dateline.learn.language.noise import Noise
from dateline.learn.language.settings import SegmenterSettings
from dateline.learn.language.treebank import Tree, raw

WIDTH: Final = 56
TABLES: Final = {"hash": (HASHES, 24), "shape": (SHAPES, 8), "gap": (4, 6), "length": (LONGEST_WORD + 1, 4)}
UNITS: Final = 256  # a training example
BATCH: Final = 12
SMOOTHED: Final = 0.995
UNKNOWN_SHARES: Final = (0.03, 0.1, 0.2)  # of units, whose hash is drawn anew as that of an unknown word
# Words that are several in one and that treebanks spell without an apostrophe, with the lengths of all parts but the last.
SPLITS: Final[dict[str, tuple[int, ...]]] = {
    word: (len(word) - 2,)
    for word in "dont cant didnt doesnt isnt arent wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt aint youre theyre".split()
} | {
    "im": (1,), "ive": (1,), "weve": (2,), "thats": (4,), "whats": (4,), "theres": (5,), "youve": (3,), "theyve": (4,), "cannot": (3,),
    "gonna": (3,), "wanna": (3,), "gotta": (3,), "gimme": (3,), "lemme": (3,), "dunno": (2, 1), "wouldve": (5,), "couldve": (5,),
    "shouldve": (6,),
}  # fmt: skip
NO_SPLITS: Final = frozenset(("alot", "ma", "ta", "mares", "wits", "jacks", "lastnight", "elses", "wont"))  # words, or typing errors

Example = tuple[NDArray[np.int64], NDArray[np.float32]]  # (4, units) features; (units, 2) targets


class Network(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """What `dateline.language.segment.Segmenter` runs in numpy."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(*size) for name, size in TABLES.items()})
        given = sum(width for _, width in TABLES.values())
        widths = [5, 5, 5, 3]
        self.convolutions = nn.ModuleList(
            nn.Conv1d(WIDTH if index else given, WIDTH, width, padding=width // 2 * dilation, dilation=dilation)
            for index, (width, dilation) in enumerate(zip(widths, DILATIONS, strict=True))
        )
        self.out = nn.Linear(WIDTH + given, 2)
        self.dropout = nn.Dropout(0.15)

    def forward(self, features: Tensor) -> Tensor:
        """(batch, 4, units) features to (batch, units, 2) logits."""
        given = self.dropout(torch.cat([table(features[:, row]) for row, table in enumerate(self.tables.values())], -1))
        hidden = given.transpose(1, 2)
        for index, convolution in enumerate(self.convolutions):
            out = F.gelu(convolution(hidden), approximate="tanh")
            hidden = hidden + out if index else out
        return self.out(torch.cat([self.dropout(hidden.transpose(1, 2)), given], -1))

    def arrays(self) -> dict[str, NDArray[np.float16]]:
        """The weights as `Segmenter` takes them."""
        found = {name: table.weight for name, table in self.tables.items()}
        for index, convolution in enumerate(self.convolutions):
            found |= {f"conv{index}": convolution.weight.permute(2, 1, 0), f"bias{index}": convolution.bias}
        found |= {"out": self.out.weight.T, "out_bias": self.out.bias}
        return {name: weight.detach().numpy().astype(np.float16) for name, weight in found.items()}


def splits(documents: Sequence[Sequence[Tree]]) -> dict[str, tuple[int, ...]]:
    """Words that are usually several in one, seen so more than once; SPLITS besides."""
    cut: Counter[tuple[str, tuple[int, ...]]] = Counter()
    seen: Counter[str] = Counter()
    for document in documents:
        text, sentences = raw(list(document))
        starts = {start for words in sentences for start, _ in words}
        for start, end in units(text, {}):
            word = text[start:end].lower()
            if word.isalpha():
                seen[word] += 1
                inner = [place for place in range(start + 1, end) if place in starts]
                if inner:
                    cut[word, tuple(b - a for a, b in pairwise([start, *inner]))] += 1
    found = {word: lengths for (word, lengths), count in cut.items() if count > 1 and 2 * count > seen[word] and word not in NO_SPLITS}
    return found | SPLITS


def train(documents: Sequence[Sequence[Tree]], noise: Noise, settings: SegmenterSettings) -> tuple[Network, dict[str, tuple[int, ...]]]:
    """A network trained on treebank documents, and the words to split; weights are averaged as training goes."""
    torch.manual_seed(settings.seed)
    split = splits(documents)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.rate, weight_decay=0.02)
    averaged = [parameter.detach().clone() for parameter in network.parameters()]
    step = total = 0
    for epoch in range(settings.epochs):
        rng = Random(settings.seed * 100 + epoch)  # noqa: S311 - chance of no other kind is wanted here
        examples = list(_examples(documents, noise, split, rng))
        rng.shuffle(examples)
        total = total or settings.epochs * max(1, len(examples) // BATCH)
        for first in range(0, len(examples), BATCH):
            optimizer.param_groups[0]["lr"] = settings.rate * max(0.01, 1 - step / total)
            _loss(network, examples[first : first + BATCH], np.random.default_rng(step), rng.choice(UNKNOWN_SHARES)).backward()
            optimizer.step()
            optimizer.zero_grad()
            share = min(SMOOTHED, (step + 1) / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(averaged, list(network.parameters()), 1 - share)
            step += 1
    with torch.no_grad():
        for parameter, smooth in zip(network.parameters(), averaged, strict=True):
            parameter.copy_(smooth)
    return network.eval(), split


def _examples(documents: Sequence[Sequence[Tree]], noise: Noise, split: dict[str, tuple[int, ...]], rng: Random) -> Iterator[Example]:
    look = Segmenter({}, split)
    for document in documents:
        varied = noise(document, rng)
        if rng.random() < 0.3:  # noqa: PLR2004 - paragraphs run on: line ends must not be all there is to lean on
            varied = [Tree(tree.document, False, tree.tokens) for tree in varied]
        text, sentences = raw(varied, paragraph="\n" if rng.random() < 0.3 else "\n\n")  # noqa: PLR2004
        found = units(text, split)
        features, targets = look.features(text, found), _targets(found, sentences)
        offset = rng.randrange(UNITS)
        for first in range(-offset, len(found), UNITS):
            part = slice(max(first, 0), first + UNITS)
            if first + UNITS > 8 and len(found[part]) > 8:  # noqa: PLR2004
                yield features[:, part], targets[part]


def _targets(found: Spans, sentences: Sequence[Spans]) -> NDArray[np.float32]:
    """Joins the unit before; ends a sentence."""
    starts = {start for words in sentences for start, _ in words}
    ends = sorted(words[-1][1] for words in sentences)
    targets = np.zeros((len(found), 2), dtype=np.float32)
    at = 0
    for index, (start, _) in enumerate(found):
        targets[index, 0] = start not in starts
        following = found[index + 1][0] if index + 1 < len(found) else None
        while at < len(ends) and ends[at] <= start:
            at += 1
        targets[index, 1] = at < len(ends) and (following is None or ends[at] <= following)
    return targets


def _loss(network: Network, examples: Sequence[Example], rng: np.random.Generator, unknown: float) -> Tensor:
    longest = max(features.shape[1] for features, _ in examples)
    features = np.zeros((len(examples), 4, longest), dtype=np.int64)
    targets, counted = np.zeros((2, len(examples), longest, 2), dtype=np.float32)
    for row, (given, wanted) in enumerate(examples):
        count = given.shape[1]
        features[row, :, :count], targets[row, :count] = given, wanted
        counted[row, :count, 0], counted[row, :count, 1] = given[2] == 0, 1
    hidden = rng.random((len(examples), longest)) < unknown
    features[:, 0][hidden] = rng.integers(0, HASHES, int(hidden.sum()))
    network.train()
    each = F.binary_cross_entropy_with_logits(network(torch.from_numpy(features)), torch.from_numpy(targets), reduction="none")
    return (each * torch.from_numpy(counted)).sum() / float(counted.sum())
