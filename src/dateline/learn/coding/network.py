"""The model of claims in torch: two layers of MiniLM over the language engine's word vectors, with heads for events and who takes part."""

import math
from pathlib import Path
from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from dateline.coding.features import BESIDE, Labels, hints_for

WIDTH: Final = 384
PER_HEAD: Final = 32
ROLE_WIDTH: Final = 128
TAKEN: Final = (3, 5)  # MiniLM's layers that the two start as: of 3+4, 3+5, 4+5 and all three, these told held-out triggers best
_THEIRS: Final = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "n2": "output.LayerNorm",
}


class Layer(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """A layer of a BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(sentences, words, width); `mask` is added to the scores of attention."""
        weights = (_apart(self.q(x)) @ _apart(self.k(x)).transpose(-1, -2) / math.sqrt(PER_HEAD) + mask).softmax(-1)
        seen = (self.dropout(weights) @ _apart(self.v(x))).transpose(1, 2).reshape(x.shape)
        x = self.n1(x + self.dropout(self.o(seen)))
        wide: Tensor = self.n2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return wide


def _apart(x: Tensor) -> Tensor:
    return x.view(x.shape[0], x.shape[1], WIDTH // PER_HEAD, PER_HEAD).transpose(1, 2)


class Network(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """Layers and heads. Without `hints` it is told nothing of what the rules found: for the ablation."""

    def __init__(self, labels: Labels, *, dropout: float = 0.1, hints: bool = True) -> None:
        super().__init__()
        roles = len(labels.roles)
        self.layers = nn.ModuleList(Layer(dropout) for _ in TAKEN)
        self.upos, self.relation = nn.Embedding(len(labels.upos), WIDTH), nn.Embedding(len(labels.relations), WIDTH)
        self.hint = nn.Linear(hints_for(len(labels.types)), WIDTH, bias=False)
        for table in (self.upos, self.relation, self.hint):
            nn.init.normal_(table.weight, std=0.02)
        self.hints = hints
        self.kind = nn.Linear(WIDTH, 1 + len(labels.types))
        self.mode, self.status = nn.Linear(WIDTH, len(labels.modes)), nn.Linear(WIDTH, len(labels.statuses))
        self.trigger, self.filler = nn.Linear(WIDTH, roles * ROLE_WIDTH), nn.Linear(WIDTH, roles * ROLE_WIDTH)
        self.leaning, self.beside = nn.Linear(WIDTH, roles), nn.Linear(BESIDE, roles, bias=False)
        self.dropout = nn.Dropout(2 * dropout)

    def start_from(self, path: Path) -> None:
        """Takes over layers of a BERT of this width, in safetensors."""
        from safetensors.torch import load_file

        stored = {name.removeprefix("bert."): tensor for name, tensor in load_file(path).items()}
        with torch.no_grad():
            for layer, number in zip(self.layers, TAKEN, strict=True):
                for ours, theirs in _THEIRS.items():
                    for part in ("weight", "bias"):
                        getattr(getattr(layer, ours), part).copy_(stored[f"encoder.layer.{number}.{theirs}.{part}"])

    def forward(self, vectors: Tensor, upos: Tensor, relations: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        """(sentences, words, width); `mask` is (sentences, 1, 1, words), much below nothing where there is no word."""
        x = vectors + self.upos(upos) + self.relation(relations)
        x = x + self.hint(hints) if self.hints else x
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def as_trigger(self, x: Tensor) -> Tensor:
        """(…, roles, width): words as triggers."""
        return F.gelu(self.trigger(x)).unflatten(-1, (-1, ROLE_WIDTH))

    def as_filler(self, x: Tensor) -> Tensor:
        """(…, roles, width): words as those who fill a role."""
        return F.gelu(self.filler(x)).unflatten(-1, (-1, ROLE_WIDTH))

    def roles(self, x: Tensor, triggers: Tensor, beside: Tensor) -> Tensor:
        """(claims, words, roles), scores: `x` are the words of each claim's sentence, `triggers` (claims, width)."""
        product = self.dropout(self.as_filler(x)) * self.dropout(self.as_trigger(triggers))[:, None]
        scores: Tensor = product.sum(-1) / math.sqrt(ROLE_WIDTH) + self.leaning(x) + self.beside(beside)
        return scores
