"""The joint model in torch: MiniLM with shapes of words and marks of names, under heads for tags, trees and names."""

from pathlib import Path
from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from dateline.language.names import KINDS
from dateline.language.units import SHAPES

WIDTH: Final = 384
HEADS: Final = 12
LAYERS: Final = 6
INNER: Final = 1536
VOCABULARY: Final = 30522
POSITIONS: Final = 512
TAPPED: Final = 2  # the layer, from 0, that coding goes on from: above it, words turn into grammar
FIRST_MIX: Final = (-2.0, -2.0, -1.0, 0.0, 0.0, 1.0)  # the upper layers count most at first
ARC_WIDTH: Final = 256
RELATION_WIDTH: Final = 128


class Layer(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """A layer of BERT (Devlin et al. 2019), normalised after each part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.eased: dict[str, Tensor] = {}

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces, width) to the same; `mask` is added to the scores of attention."""
        rate = self.dropout.p if self.training else 0.0
        if torch.onnx.is_in_onnx_export():  # one product in place of three, and attention in plain operations, which quantise well
            linears = (self.q, self.k, self.v)
            joint = F.linear(
                self._eased("q", x), torch.cat([linear.weight for linear in linears]), torch.cat([linear.bias for linear in linears])
            )
            q, k, v = map(_apart, joint.split(WIDTH, dim=-1))
            attended = torch.matmul((torch.matmul(q, k.transpose(2, 3)) * (WIDTH // HEADS) ** -0.5 + mask).softmax(-1), v)
        else:
            parts = (_apart(linear(self._eased("q", x))) for linear in (self.q, self.k, self.v))
            attended = F.scaled_dot_product_attention(*parts, attn_mask=mask, dropout_p=rate)
        together = attended.transpose(1, 2).reshape(x.shape)
        x = self.n1(x + self.dropout(self.o(together)))
        inner = F.gelu(self.up(self._eased("up", x)))
        return self.n2(x + self.dropout(self.down(self._eased("down", inner))))

    def ease(self, peaks: dict[str, Tensor], strength: float = 0.8) -> None:
        """Moves the spread of channels from what the products `q`, `up` and `down` are given into their weights, for eight bits.

        `peaks` are the greatest magnitudes by channel. What the layer computes stays the same (SmoothQuant, Xiao et al. 2023). Of strengths
        from 0.4 to 1, 0.8 left the heads' answers nearest to those in full precision, on training sentences.
        """
        for name, peak in peaks.items():
            linears = [self.q, self.k, self.v] if name == "q" else [getattr(self, name)]
            widest = torch.stack([linear.weight.abs().amax(0) for linear in linears]).amax(0)
            scale = (peak.clamp(min=1e-4) ** strength / widest.clamp(min=1e-4) ** (1 - strength)).clamp(min=1e-3)
            with torch.no_grad():
                for linear in linears:
                    linear.weight.mul_(scale)
            self.eased[name] = (1 / scale).detach()

    def _eased(self, name: str, x: Tensor) -> Tensor:
        return x * self.eased[name] if name in self.eased else x


def _apart(x: Tensor) -> Tensor:
    return x.view(x.shape[0], x.shape[1], HEADS, WIDTH // HEADS).transpose(1, 2)


class Encoder(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """MiniLM; its output is a learned mixture of layers at the first piece of each word."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.shape, self.gaz = nn.Embedding(SHAPES, WIDTH), nn.Linear(len(KINDS), WIDTH, bias=False)
        nn.init.normal_(self.shape.weight, std=0.02)
        nn.init.normal_(self.gaz.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.tensor(FIRST_MIX))

    def load_minilm(self, path: Path) -> None:
        """Takes over the weights of a BERT of this shape, in safetensors."""
        from safetensors.torch import load_file

        stored = {name.removeprefix("bert."): tensor for name, tensor in load_file(path).items()}
        modules = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense"}
        modules |= {"n1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "n2": "output.LayerNorm"}
        with torch.no_grad():
            self.word.weight.copy_(stored["embeddings.word_embeddings.weight"])
            self.pos.weight.copy_(stored["embeddings.position_embeddings.weight"])
            self.kind.copy_(stored["embeddings.token_type_embeddings.weight"][0])
            for part in ("weight", "bias"):
                getattr(self.norm, part).copy_(stored[f"embeddings.LayerNorm.{part}"])
                for index, layer in enumerate(self.layers):
                    for ours, theirs in modules.items():
                        getattr(getattr(layer, ours), part).copy_(stored[f"encoder.layer.{index}.{theirs}.{part}"])

    def forward(
        self, ids: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, *, places: Tensor | None = None, owners: Tensor | None = None
    ) -> Tensor:
        """(batch, words, width); see `read`."""
        return self.read(ids, shapes, marks, first, places=places, owners=owners)[0]

    def read(
        self, ids: Tensor, shapes: Tensor, marks: Tensor, first: Tensor, *, places: Tensor | None = None, owners: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Two times (batch, words, width): the mixture of layers, and layer TAPPED, for models that go on from there.

        `ids` and `shapes` are (batch, pieces), `marks` (batch, pieces, kinds), `first` (batch, words).

        With `places` and `owners`, (batch, pieces), pieces stand where they are told and see those of their own owner only; without, they
        stand one behind the other and see the whole row.
        """
        stands = torch.arange(ids.shape[1], device=ids.device) if places is None else places
        x = self.word(ids) + self.pos(stands) + self.kind + self.shape(shapes) + self.gaz(marks)
        x = self.dropout(self.norm(x))
        hidden = (ids == 0)[:, None, None, :] if owners is None else owners[:, None, :, None] != owners[:, None, None, :]
        mask = hidden.to(x.dtype) * -1e4
        weights = self.mix.softmax(0)
        at = first[:, :, None].expand(-1, -1, WIDTH)
        mixed: Tensor | float = 0.0
        tapped = x
        for index, layer in enumerate(self.layers):
            x = layer(x, mask)
            tapped = x if index == TAPPED else tapped
            mixed = mixed + weights[index] * x
        return torch.gather(mixed, 1, at), torch.gather(tapped, 1, at)


class Model(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """The encoder and its heads; `forward` gives the vectors that the heads read."""

    def __init__(self, *, tags: int, features: int, relations: int, names: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(dropout)
        self.upos, self.feats = nn.Linear(WIDTH, tags), nn.Linear(WIDTH, features)
        self.news, self.uner = nn.Linear(WIDTH, names), nn.Linear(WIDTH, names)
        self.dep, self.head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Parameter(torch.empty(ARC_WIDTH, ARC_WIDTH))
        nn.init.orthogonal_(self.arc, 0.5)
        self.arc_bias, self.root = nn.Linear(ARC_WIDTH, 1), nn.Linear(ARC_WIDTH, 1)
        self.rdep, self.rhead = nn.Linear(WIDTH, RELATION_WIDTH), nn.Linear(WIDTH, RELATION_WIDTH)
        self.rsum_d, self.rsum_h = nn.Linear(RELATION_WIDTH, RELATION_WIDTH), nn.Linear(RELATION_WIDTH, RELATION_WIDTH)
        self.rel = nn.Linear(2 * RELATION_WIDTH, relations)

    def forward(self, ids: Tensor, shapes: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        """(batch, words, width); see `Encoder.forward`."""
        return self.dropout(self.encoder(ids, shapes, marks, first))

    def arcs(self, h: Tensor) -> Tensor:
        """Biaffine scores (batch, word, head) as in Dozat & Manning 2017, but that the diagonal holds the scores of the root."""
        dependents, heads = self.dropout(F.gelu(self.dep(h))), self.dropout(F.gelu(self.head(h)))
        scores = dependents @ self.arc @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)
        own = torch.eye(h.shape[1], dtype=scores.dtype)
        return scores * (1 - own) + own * self.root(dependents)

    def pairs(self, h: Tensor) -> tuple[Tensor, Tensor]:
        """Words as dependents and as heads, (batch, words, RELATION_WIDTH) each."""
        return self.dropout(F.gelu(self.rdep(h))), self.dropout(F.gelu(self.rhead(h)))

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations of `dependents` to `heads`, aligned: a sum and a product of the two, which cost less than a biaffine."""
        return self.rel(torch.cat([F.gelu(self.rsum_d(dependents) + self.rsum_h(heads)), dependents * heads], -1))
