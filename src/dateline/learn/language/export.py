"""The trained model as ONNX graphs, with the encoder's weights in eight bits."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from dateline.language.names import KINDS
from dateline.learn.language.encoding import Encoded, collated
from dateline.learn.language.model import Model

OPSET: Final = 17
OUTPUTS: Final = ("upos", "feats", "news", "uner", "arcs", "dependents", "heads", "words")
PRECISE: Final = ("layers.0/up",)  # of 24 products the one whose eight bits names feel most
TABLE_ROWS: Final = 10_000  # a table of embeddings of more rows is stored in eight bits


class EncoderGraph(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """What `encoder.onnx` computes: tags and features, scores of names and arcs, words as dependents and heads, vectors of words."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(  # noqa: PLR0917 - the graph's inputs, in their order
        self, ids: Tensor, shapes: Tensor, places: Tensor, owners: Tensor, marks: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """The outputs named OUTPUTS."""
        model = self.model
        h, tapped = model.encoder.read(ids, shapes, marks, first, places=places, owners=owners)
        dependents, heads = model.pairs(h)
        tags, feats = model.upos(h).argmax(-1), model.feats(h).argmax(-1)
        sides = torch.cat([dependents, model.rsum_d(dependents)], -1), torch.cat([heads, model.rsum_h(heads)], -1)
        return tags, feats, model.news(h), model.uner(h), model.arcs(h), *sides, tapped


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


def export(model: Model, sample: Sequence[Encoded], folder: Path) -> None:
    """Writes `encoder.onnx` and `relations.onnx` into `folder`, and the encoder in full precision as `run/encoder32.onnx`.

    `sample` are training windows that show how wide each channel spreads.
    """
    model.eval()
    for layer, peaks in zip(model.encoder.layers, _peaks(model, sample), strict=True):
        layer.ease(peaks)
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


def _peaks(model: Model, sample: Sequence[Encoded]) -> list[dict[str, Tensor]]:
    """By layer, the greatest magnitudes that each channel shows at the inputs of its products."""
    found: list[dict[str, Tensor]] = [{} for _ in model.encoder.layers]

    def seen(peaks: dict[str, Tensor], name: str, given: Tensor) -> None:
        peak = given.abs().flatten(0, -2).amax(0)
        peaks[name] = torch.maximum(peaks[name], peak) if name in peaks else peak

    hooks = [
        getattr(layer, name).register_forward_pre_hook(lambda _, given, peaks=peaks, name=name: seen(peaks, name, given[0]))
        for layer, peaks in zip(model.encoder.layers, found, strict=True)
        for name in ("q", "up", "down")
    ]
    with torch.no_grad():
        for item in sample:
            batch = collated([item])
            model(*(torch.from_numpy(array) for array in (batch.ids, batch.shapes, batch.marks, batch.first)))
    for hook in hooks:
        hook.remove()
    return found


def _write(graph: nn.Module, given: dict[str, Tensor], outputs: tuple[str, ...], axes: dict[str, dict[int, str]], path: Path) -> None:
    names = {"input_names": list(given), "output_names": list(outputs)}
    torch.onnx.export(graph.eval(), tuple(given.values()), str(path), dynamic_axes=axes, opset_version=OPSET, dynamo=False, **names)


def quantise(precise: Path, path: Path) -> None:
    """Writes the graph `precise` to `path` with its encoder's weights in eight bits, scales by channel and by row of embeddings.

    The heads stay as they are: they are a tenth of the size. PRECISE products, where eight bits cost most, are stored in sixteen.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(str(precise)).graph
    stored = {tensor.name for tensor in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMul" and "/layers" in node.name and stored & set(node.input)]
    chosen = [node.name for node in products if not any(part in node.name for part in PRECISE)]
    quantize_dynamic(
        str(precise), str(path), op_types_to_quantize=["MatMul"], nodes_to_quantize=chosen, per_channel=True,
        weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    model = onnx.load(str(path))
    _quantise_tables(model.graph)
    _halve(model.graph, {name for node in products if node.name not in chosen for name in set(node.input) & stored})
    onnx.save(model, str(path))


def _halve(graph: onnx.GraphProto, names: set[str]) -> None:
    """Stores tensors in sixteen bits; they are widened once, when the graph is loaded."""
    for tensor in [tensor for tensor in graph.initializer if tensor.name in names]:
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{tensor.name}_half")
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
        graph.node.insert(0, helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))


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
