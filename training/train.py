"""Trains all tables and prints cross-validated figures: ``python training/train.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

import corpora
import glued
import kind
import line

MODELS = (glued, kind, line)


def main() -> None:
    """Each model after the other, from the corpora in the folder that is given."""
    texts = corpora.read(Path(sys.argv[1]))
    for model in MODELS:
        for figures in model.train(texts):
            print(figures)


if __name__ == "__main__":
    main()
