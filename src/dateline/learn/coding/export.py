"""The trained model of claims as an ONNX graph, its products in eight bits."""

import json
import logging
import tempfile
import warnings
from pathlib import Path
from typing import Final

import msgspec
import torch
from torch import Tensor, nn

from dateline.coding.features import Labels, hints_for
from dateline.learn.coding.network import WIDTH, Network

OPSET: Final = 17
INPUTS: Final = ("vectors", "upos", "relations", "hints", "mask")
OUTPUTS: Final = ("kinds", "modes", "statuses", "triggers", "fillers", "leanings")


class Graph(nn.Module):  # type: ignore[misc,unused-ignore] # torch may be absent
    """What `coder.onnx` computes: for each word chances of events, modes and statuses, and what pairs of words are scored with."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, upos: Tensor, relations: Tensor, hints: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The outputs named OUTPUTS."""
        n = self.network
        x = n(vectors, upos, relations, hints, mask)
        chances = n.kind(x).softmax(-1), n.mode(x).sigmoid(), n.status(x).softmax(-1)
        return *chances, n.as_trigger(x), n.as_filler(x), n.leaning(x)


def export(network: Network, labels: Labels, folder: Path) -> None:
    """Writes `coder.onnx` and `model.json` into `folder`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    numbers = torch.zeros(1, 7, dtype=torch.long)
    hints = torch.zeros(1, 7, hints_for(len(labels.types)))
    given = (torch.randn(1, 7, WIDTH), numbers, numbers, hints, torch.zeros(1, 1, 7, 7))
    axes = {name: {0: "sentences", 1: "words"} for name in (*INPUTS, *OUTPUTS)}
    axes["mask"] = {0: "sentences", 2: "words", 3: "words_seen"}
    names = {"input_names": list(INPUTS), "output_names": list(OUTPUTS)}
    with tempfile.TemporaryDirectory() as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own deprecation and of traced shapes
        logging.disable(logging.WARNING)  # and the quantiser asks for a step that gains nothing here
        precise = Path(made) / "coder32.onnx"
        torch.onnx.export(Graph(network).eval(), given, str(precise), dynamic_axes=axes, opset_version=OPSET, dynamo=False, **names)
        quantize_dynamic(
            str(precise), str(folder / "coder.onnx"), op_types_to_quantize=["MatMul"], per_channel=True,
            weight_type=QuantType.QInt8, extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
        logging.disable(logging.NOTSET)
    weights = [[round(float(value), 5) for value in row] for row in network.beside.weight.T]
    stored = {"labels": msgspec.to_builtins(labels), "beside": weights}
    (folder / "model.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
