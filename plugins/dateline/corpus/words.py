"""Words of a text as stems, and how much each says: a word that few texts have says more than one that all have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from math import log, sqrt

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
#: the stemmer's name for a language
STEMMERS = {"en": "english"}
#: as many vectors are kept at once: those of neighbours in time are asked for together
KEPT = 20_000


def stems(text: str, lang: str = "en") -> tuple[str, ...]:
    """The words of a text in order, in lower case, without their endings where the language has a stemmer."""
    return tuple([_stem(word, lang) for word in WORD.findall(text)])


@cache
def _stemmer(lang: str) -> snowballstemmer.stemmer | None:
    return snowballstemmer.stemmer(STEMMERS[lang]) if lang in STEMMERS else None


@cache
def _stem(word: str, lang: str) -> str:
    lower, stemmer = word.lower().removesuffix("'s").removesuffix("’s"), _stemmer(lang)
    return str(stemmer.stemWord(lower)) if stemmer else lower


class Worth:
    """How much each word says, over all texts that are counted: the less, the more texts have it (inverse document frequency).
    It is asked when all are counted. Of fewer texts than ``least`` words are as rare as if there were so many."""

    def __init__(self, least: int = 1) -> None:
        self._counts: Counter[str] = Counter()
        self._least = least
        self._texts = 0
        self._vector = lru_cache(KEPT)(self._made)

    def count(self, texts: Iterable[Collection[str]]) -> None:
        """Count texts, each given as its words, each once; what was counted before counts no more."""
        texts = list(texts)
        self._counts, self._texts = Counter(chain.from_iterable(texts)), len(texts)
        self._vector.cache_clear()

    def of(self, word: str) -> float:
        """In nats; log 2 for a word that all texts have."""
        return log(1 + max(self._texts, self._least) / (self._counts.get(word, 0) or 1))

    def vector(self, words: tuple[str, ...]) -> Mapping[str, float]:
        """Words, each given once and in order, with their worth, as a vector of length 1; empty where there are none."""
        return self._vector(words)

    def _made(self, words: tuple[str, ...]) -> Mapping[str, float]:
        worth = {word: self.of(word) for word in words}
        length = sqrt(sum(value * value for value in worth.values()))
        return {word: value / length for word, value in worth.items()} if length else {}


def cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The likeness of two vectors of length 1: 0 where they share no word, 1 where they are the same."""
    if len(two) < len(one):
        one, two = two, one
    return sum(value * two[word] for word, value in one.items() if word in two)
