"""Trains all tables and prints cross-validated figures: ``python training/train.py CORPORA ENCODER``.

ENCODER is the folder of the encoder's training, where :mod:`export` has put its parts.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import antecedent
import corpora
import day
import events
import glued
import kind
import line
import one_event
import same_actor

#: models of whole texts; antecedents and actors have chains of their own
MODELS = (glued, kind, line)


def main() -> None:
    """Each model after the other, from the corpora in the folder that is given."""
    folder, encoder = map(Path, sys.argv[1:3])
    texts = corpora.read(folder)
    others = (
        events.train(texts, corpora.coded(folder), encoder),
        day.train(texts),
        antecedent.train(folder),
        same_actor.train(folder),
    )
    # what is told over articles is learnt from what all others read
    for figures in chain(*(model.train(texts) for model in MODELS), *others, one_event.train(folder)):
        print(figures)


if __name__ == "__main__":
    main()
