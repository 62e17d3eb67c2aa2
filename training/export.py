"""Export of the encoder: ``python training/export.py WEIGHTS START TARGET`` writes it as int8 ONNX, with its digest."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import torch
from encoder import KINDS, Encoder
from encoding import STATUSES
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

#: what the file gives, a row for each piece
OUTPUTS = ("states", "worth", "kind", "status")
#: the first in which attention is one operation
OPSET = 23
#: processors of some years ago add two products of eight bits in sixteen, which eight bits of weights would overflow
REDUCE_RANGE = True


class Exported(nn.Module):
    """The encoder for one window at a time, without what only training needs."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.reader = model.reader
        self.heads = nn.ModuleList(model.heads[name] for name in OUTPUTS[1:])

    def forward(self, pieces: Tensor) -> tuple[Tensor, ...]:
        """The states, and the answers of the heads, of a window's pieces."""
        states = self.reader(input_ids=pieces.unsqueeze(0)).last_hidden_state[0]
        return states, *(head(states) for head in self.heads)


def onnx(model: Encoder, path: Path) -> None:
    """The encoder in full precision."""
    model.eval()
    torch.onnx.export(
        Exported(model),
        (torch.arange(1000, 1064),),
        path,
        input_names=["pieces"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: torch.export.Dim("length", min=2, max=512)},),
        opset_version=OPSET,
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def int8(full: Path, path: Path, *, reduce_range: bool = REDUCE_RANGE) -> None:
    """The same with weights of eight bits, a scale for each column."""
    quantize_dynamic(
        full, path, per_channel=True, reduce_range=reduce_range, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )  # fmt: skip


def note(folder: Path, names: Sequence[str]) -> None:
    """What the files beside it must be, and what the numbers of kinds and statuses mean."""
    digests = [f"  {name}: {sha256((folder / name).read_bytes()).hexdigest()}" for name in names]
    lines = ["# The encoder's files and what it answers. Written by training/export.py.", "sha256:", *digests]
    lines += [f"kinds: [{', '.join(KINDS)}]", f"statuses: [{', '.join(STATUSES)}]"]
    (folder / "encoder.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """From trained weights to the plugin's files."""
    weights, start, target = map(Path, sys.argv[1:])
    model = Encoder(start)
    model.load_state_dict(torch.load(weights))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx(model, full)
        int8(full, target / "encoder.onnx")
    note(target, ("encoder.onnx", "vocab.txt"))


if __name__ == "__main__":
    main()
