"""The trained model as ONNX graphs, with the encoder's weights in eight bits."""

import warnings
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from dateline.language.names import KINDS
from dateline.learn.language.model import Model

OPSET: Final = 17
OUTPUTS: Final = ("upos", "feats", "news", "uner", "arcs", "dependents", "heads")
TABLE_ROWS: Final = 10_000  # a table of embeddings of more rows is stored in eight bits


class EncoderGraph(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """What `encoder.onnx` computes: best tags and features, scores of names and arcs, and words as dependents and heads."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(  # noqa: PLR0917 - the graph's inputs, in their order
        self, ids: Tensor, shapes: Tensor, places: Tensor, owners: Tensor, marks: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """The outputs named OUTPUTS."""
        model = self.model
        h = model.encoder(ids, shapes, marks, first, places=places, owners=owners)
        dependents, heads = model.pairs(h)
        tags, feats = model.upos(h).argmax(-1), model.feats(h).argmax(-1)
        sides = torch.cat([dependents, model.rsum_d(dependents)], -1), torch.cat([heads, model.rsum_h(heads)], -1)
        return tags, feats, model.news(h), model.uner(h), model.arcs(h), *sides


class RelationGraph(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """What `relations.onnx` computes: the best relation of each word to its head, both as `EncoderGraph` gives them."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.rel = model.rel

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(words,) numbers of relations."""
        half = dependents.shape[-1] // 2
        summed = F.gelu(dependents[:, half:] + heads[:, half:])
        best: Tensor = self.rel(torch.cat([summed, dependents[:, :half] * heads[:, :half]], -1)).argmax(-1)
        return best


def export(model: Model, folder: Path) -> None:
    """Writes `encoder.onnx` and `relations.onnx` into `folder`, and the encoder in full precision as `run/encoder32.onnx`."""
    model.eval()
    precise = folder / "run" / "encoder32.onnx"
    precise.parent.mkdir(parents=True, exist_ok=True)
    given = {
        "ids": torch.randint(1000, 20000, (1, 30)),
        "shapes": torch.ones(1, 30, dtype=torch.long),
        "places": torch.arange(30)[None],
        "owners": torch.zeros(1, 30, dtype=torch.long),
        "marks": torch.zeros(1, 30, len(KINDS)),
        "first": torch.arange(1, 20)[None],
    }
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "places", "owners", "marks")}
    axes |= {name: {0: "windows", 1: "words"} for name in ("first", *OUTPUTS)} | {"arcs": {0: "windows", 1: "words", 2: "heads"}}
    sides = {name: torch.zeros(4, 2 * model.rdep.out_features) for name in ("dependents", "heads")}
    words = {name: {0: "words"} for name in (*sides, "relations")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own deprecation and of traced shapes
        _write(EncoderGraph(model), given, OUTPUTS, axes, precise)
        _write(RelationGraph(model), sides, ("relations",), words, folder / "relations.onnx")
    quantise(precise, folder / "encoder.onnx")


def _write(graph: nn.Module, given: dict[str, Tensor], outputs: tuple[str, ...], axes: dict[str, dict[int, str]], path: Path) -> None:
    names = {"input_names": list(given), "output_names": list(outputs)}
    torch.onnx.export(graph.eval(), tuple(given.values()), str(path), dynamic_axes=axes, opset_version=OPSET, dynamo=False, **names)


def quantise(precise: Path, path: Path) -> None:
    """Writes the graph `precise` to `path` with its encoder's weights in eight bits, scales by channel and by row of embeddings.

    The heads stay as they are: they are a tenth of the size, and what they cost in eight bits nothing above could mend.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(str(precise)).graph
    stored = {tensor.name for tensor in graph.initializer}
    chosen = [node.name for node in graph.node if node.op_type == "MatMul" and "/layers" in node.name and stored & set(node.input)]
    quantize_dynamic(
        str(precise), str(path), op_types_to_quantize=["MatMul"], nodes_to_quantize=chosen, per_channel=True,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    model = onnx.load(str(path))
    _quantise_tables(model.graph)
    onnx.save(model, str(path))


def _quantise_tables(graph: onnx.GraphProto) -> None:
    stored = {tensor.name: tensor for tensor in graph.initializer}
    for place, node in reversed(list(enumerate(graph.node))):
        table = stored.get(node.input[0]) if node.op_type == "Gather" else None
        if table is None or table.dims[0] < TABLE_ROWS:
            continue
        weights = numpy_helper.to_array(table)
        scales = np.maximum(np.abs(weights).max(1, keepdims=True) / 127, np.finfo(np.float32).tiny).astype(np.float32)
        graph.initializer.remove(table)
        graph.initializer.extend([
            numpy_helper.from_array(np.round(weights / scales).astype(np.int8), f"{table.name}_rows"),
            numpy_helper.from_array(scales, f"{table.name}_scales"),
        ])  # fmt: skip
        out, ids = node.output[0], node.input[1]
        graph.node.remove(node)
        for offset, made in enumerate((
            helper.make_node("Gather", [f"{table.name}_rows", ids], [f"{out}_rows"]),
            helper.make_node("Cast", [f"{out}_rows"], [f"{out}_cast"], to=TensorProto.FLOAT),
            helper.make_node("Gather", [f"{table.name}_scales", ids], [f"{out}_scales"]),
            helper.make_node("Mul", [f"{out}_cast", f"{out}_scales"], [out]),
        )):  # fmt: skip
            graph.node.insert(place + offset, made)
