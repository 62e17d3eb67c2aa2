"""Export of the encoder as int8 ONNX: ``python training/export.py FOLDER START [PART …]``.

FOLDER and START are those of its training. What has learnt all goes into the plugin, each part into FOLDER/int8. Says how far
eight bits are from full precision.
"""

from __future__ import annotations

import pickle
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from dateline.lang import HERE
from encoder import KINDS, Encoder
from encoding import STATUSES, Encoding
from folds import PARTS
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

#: what the file gives, a row for each place that is asked for
OUTPUTS = ("states", "worth", "kind", "status")
#: the first in which attention is one operation
OPSET = 23
#: processors of some years ago add two products of eight bits in sixteen, which eight bits of weights would overflow
REDUCE_RANGE = True
#: where the plugin has its encoder
PLUGIN = HERE / "en/encoder"
#: the probability at which decisions are compared, and how many articles
LEAST, SOME = 0.4, 100


class Exported(nn.Module):
    """The encoder for one window at a time: without a mask, and in its last layer for the pieces alone that are asked for."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.embeddings = model.reader.embeddings
        self.layers = model.reader.encoder.layer
        self.heads = nn.ModuleList(model.heads[name] for name in OUTPUTS[1:])

    def forward(self, pieces: Tensor, places: Tensor) -> tuple[Tensor, ...]:
        """The states, and the answers of the heads, of the pieces at some places of a window."""
        states = self.embeddings(input_ids=pieces.unsqueeze(0))[0]
        for layer in self.layers[:-1]:
            states = _layer(layer, states, states)
        states = _layer(self.layers[-1], states[places], states)
        return states, *(head(states) for head in self.heads)


def _layer(layer: nn.Module, asked: Tensor, states: Tensor) -> Tensor:
    """What a layer makes of the states that are asked for, each of which attends to all."""
    attention = layer.attention.self
    query, key, value = (
        part(rows).unflatten(1, (-1, attention.attention_head_size)).transpose(0, 1).unsqueeze(0)
        for part, rows in ((attention.query, asked), (attention.key, states), (attention.value, states))
    )
    read = functional.scaled_dot_product_attention(query, key, value)[0].transpose(0, 1).flatten(1)
    asked = layer.attention.output(read, asked)
    found: Tensor = layer.output(layer.intermediate(asked), asked)
    return found


def onnx(model: Encoder, path: Path) -> None:
    """The encoder in full precision."""
    model.eval()
    torch.onnx.export(
        Exported(model),
        (torch.arange(1000, 1064), torch.arange(2, 40, 2)),
        path,
        input_names=["pieces", "places"],
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: torch.export.Dim("length", min=2, max=512)}, {0: torch.export.Dim("asked", min=2, max=512)}),
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


def difference(full: Path, small: Path, articles: Sequence[Encoding], least: float) -> Iterator[str]:
    """How far the probabilities of worth of two files are from each other, and how many decisions that turns."""
    one, two = (_worth(path, articles) for path in (full, small))
    turned = int(((one >= least) != (two >= least)).sum())
    apart = abs(one - two)
    yield f"{len(one)} candidates, {turned} decisions turned at {least} of {int((one >= least).sum())} that list"
    most = f"{np.quantile(apart, 0.99):.3f} in 99 %, {apart.max():.3f} at most"
    yield f"probabilities apart by {apart.mean():.4f} in the mean, {most}"


def _worth(path: Path, articles: Sequence[Encoding]) -> np.ndarray:
    """The probability that an editor lists it, for each candidate of these articles."""
    session = InferenceSession(path)
    found = []
    for one in articles:
        for window in one.titled:
            places = [place for word, place in zip(window.words, window.places, strict=True) if word in one.candidates]
            if places:
                (worth,) = session.run(["worth"], {"pieces": np.array(window.pieces), "places": np.array(places)})
                found.append(1 / (1 + np.exp(-worth[:, 0])))
    return np.concatenate(found)


def main() -> None:
    """The plugin's files from what has learnt all; from each part, those that read its articles when it is measured."""
    folder, start = map(Path, sys.argv[1:3])
    for part in sys.argv[3:] or PARTS:
        target = folder / "int8" / part if PARTS[part] else PLUGIN
        if not (target / "encoder.yaml").exists() or target == PLUGIN:
            target.mkdir(parents=True, exist_ok=True)
            for line in export(part, folder, start, target):
                print(f"{part}: {line}", flush=True)


def export(part: str, folder: Path, start: Path, target: Path) -> Iterator[str]:
    """From trained weights to files; a part is compared on its own articles, what has learnt all on some."""
    model = Encoder(start)
    model.load_state_dict(torch.load(folder / f"{part}.pt"))
    articles = pickle.loads((folder / "encodings.pkl").read_bytes())
    compared = [one for one in articles if one.story.fold in PARTS[part]] or articles[:SOME]
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "full.onnx"
        onnx(model, full)
        int8(full, target / "encoder.onnx")
        yield from difference(full, target / "encoder.onnx", compared, LEAST)
    if target != PLUGIN:
        shutil.copy(PLUGIN / "vocab.txt", target)
    note(target, ("encoder.onnx", "vocab.txt"))


if __name__ == "__main__":
    main()
