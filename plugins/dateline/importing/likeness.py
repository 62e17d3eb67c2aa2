"""How alike two texts are: the share of their runs of five words that both have, found fast by MinHash.

Broder, "On the resemblance and containment of documents" (1997); LSH as in Leskovec, Rajaraman and Ullman, "Mining of Massive
Datasets", chapter 3.
"""

from __future__ import annotations

import re

from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

from .words.escaping import bare

RUN = 5
PERMUTATIONS = 128
#: texts that share at least this much are copies of one another
COPY = 0.8
#: missing a copy is worse than looking at one text too many, since the exact share is reckoned after
WEIGHTS = (0.1, 0.9)
#: scripts that do not part words have each sign for a word
WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+"
)


def runs(markdown: str) -> set[str]:
    """The runs of five words in a text; of a shorter text all its words."""
    words = WORD.findall(bare(markdown).casefold())
    return {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))} if words else set()


def share(one: set[str], other: set[str]) -> float:
    """What part of all their runs both have (Jaccard), 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


class Index:
    """Texts by what they hold. Only their sketches are kept."""

    def __init__(self) -> None:
        self._lsh = MinHashLSH(threshold=COPY, num_perm=PERMUTATIONS, weights=WEIGHTS)

    def add(self, key: str, text: set[str]) -> None:
        """Remember a text under this key."""
        if text:
            self._lsh.insert(key, _sketch(text), check_duplication=False)

    def near(self, text: set[str]) -> list[str]:
        """The keys of texts that may be copies, in order."""
        return sorted(self._lsh.query(_sketch(text))) if text else []


def _sketch(text: set[str]) -> MinHash:
    sketch = MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([run.encode() for run in sorted(text)])
    return sketch
