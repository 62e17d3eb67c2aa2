"""Trains all tables and prints cross-validated figures: ``python training/train.py FOLDER``."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import antecedent
import corpora
import glued
import judge
import kind
import line
import same_actor

#: models of whole texts; antecedents and actors have chains of their own
MODELS = (glued, kind, line, judge)


def main() -> None:
    """Each model after the other, from the corpora in the folder that is given."""
    folder = Path(sys.argv[1])
    texts = corpora.read(folder)
    for figures in chain(*(model.train(texts) for model in MODELS), antecedent.train(folder), same_actor.train(folder)):
        print(figures)


if __name__ == "__main__":
    main()
