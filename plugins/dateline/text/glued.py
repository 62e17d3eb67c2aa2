"""Finds where a headline, caption or list item is glued to what follows, with no full stop between them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from ..lang import words

TOKEN = re.compile(r"\S+")
#: what a span may begin with
CAPITAL = re.compile(r"[“‘\"']?[A-ZÀ-Þ]")
#: a token that ends a sentence or a clause, or is a sign alone: what stands behind it is not glued
STOP = re.compile(r"[.!?…,;:–—_-][\"”’')\]]*$|^[^\w]+$")
END = re.compile(r"[.!?…][\"”’')\]]*$")
#: marks around a word, and the ending of a genitive
AROUND = re.compile(r"^\W+|(?:['’]s)?\W*$")
#: "I" is a capital everywhere, and says nothing
FIRST = re.compile(r"\W*I(?:['’]\w+)?\W*$")
VERBAL = re.compile(r"[a-z]{2,}(?:ed|es|[^s]s)$")
PLURAL = re.compile(r"[^s]s$")
#: how many words behind a boundary are looked at, for words that recur and for a verb
AHEAD, NEAR = 40, 12
CLASSES = ("determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries", "calendar", "titles", "saying")
MORE = ("possessives", "linking", "attributive", "particles")


@dataclass(frozen=True)
class Table:
    """What was learnt: a weight by feature, the logit from which a boundary is sure, and lists of words by class."""

    weights: Mapping[str, float]
    threshold: float
    classes: Mapping[str, frozenset[str]]

    @cached_property
    def closed(self) -> frozenset[str]:
        """Words that end no span: what they belong to is still to come."""
        names = ("determiners", "prepositions", "conjunctions", "possessives", "linking", "attributive")
        return frozenset().union(*(self.classes[name] for name in names)) - self.classes["particles"]

    @cached_property
    def opening(self) -> frozenset[str]:
        """Words that often open a sentence."""
        return self.closed | self.classes["pronouns"]


@cache
def table(lang: str) -> Table:
    """The table of a language."""
    learnt = words(lang, "weights/glued")
    return Table(learnt["weights"], learnt["threshold"], lists(lang))


def lists(lang: str) -> dict[str, frozenset[str]]:
    """Words by class."""
    return {name: frozenset(found) for name, found in words(lang, "closed").items() if name in CLASSES + MORE}


@dataclass(frozen=True, slots=True)
class Usage:
    """How a text uses its words: how often each stands in lower case, capitalised within a sentence, before a capitalised
    one, and as such a pair within a sentence.
    """

    lower: Counter[str]
    names: Counter[str]
    pairs: Counter[tuple[str, str]]
    inside: Counter[tuple[str, str]]


@lru_cache(maxsize=8)
def usage(text: str) -> Usage:
    """How a text uses its words, counted once."""
    tokens = text.split()
    bare = [AROUND.sub("", token) for token in tokens]
    within = [False, *(not STOP.search(token) for token in tokens[:-1])]
    capital = [word[:1].isupper() for word in bare]
    following = [*zip(bare, bare[1:], capital[1:], within, strict=False)]
    return Usage(
        lower=Counter(word for word in bare if word.islower()),
        names=Counter(word for word, upper, inside in zip(bare, capital, within, strict=False) if upper and inside),
        pairs=Counter((a, b) for a, b, upper, _ in following if upper),
        inside=Counter((a, b) for a, b, upper, inside in following if upper and inside),
    )


class Stretch:
    """The words of a stretch of text, each as it stands and bare."""

    def __init__(self, text: str, start: int, end: int, table: Table) -> None:
        found = list(TOKEN.finditer(text, start, end))
        self.offsets = [token.start() for token in found]
        self.tokens = [token[0] for token in found]
        self.bare = [AROUND.sub("", token) for token in self.tokens]
        self.low = [word.lower() for word in self.bare]
        self.first = "\n" not in text[:start].strip()
        self.paragraphs = "\n\n" in text.strip()
        self.usage = usage(text)
        self.table = table

    def candidates(self) -> Iterator[int]:
        """The words before which a new span may begin."""
        for i in range(1, len(self.tokens)):
            token, before = self.tokens[i], self.tokens[i - 1]
            begins = CAPITAL.match(token) and not FIRST.match(token)
            if begins and not STOP.search(before) and self.low[i - 1] not in self.table.closed:
                yield i

    def sentence_start(self, i: int, since: int) -> int:
        """Where the words begin that no full stop parts from a word; never before the last boundary."""
        while i > since and not END.search(self.tokens[i - 1]):
            i -= 1
        return i

    def sentence_end(self, i: int) -> int:
        """Where the next full stop ends a sentence."""
        while i < len(self.tokens) and not END.search(self.tokens[i]):
            i += 1
        return i

    def is_opening(self, i: int) -> bool:
        """Whether a word is of a closed class, capitalised within a sentence, and the word before may end a span."""
        opening = self.low[i] in self.table.opening and self.bare[i][:1].isupper()
        return opening and self.low[i - 1] not in self.table.closed and not STOP.search(self.tokens[i - 1])

    def is_verbal(self, i: int) -> bool:
        """Whether a word may be a finite verb."""
        return self.low[i] in self.table.classes["auxiliaries"] or bool(VERBAL.match(self.bare[i]))


def features(stretch: Stretch, i: int, since: int) -> dict[str, float]:
    """What speaks for and against a boundary before a word; ``since`` is the word at which the last span began."""
    start = stretch.sentence_start(i, since)
    end = stretch.sentence_end(i)
    found = {"bias": 1.0, "first line": float(stretch.first), "paragraphs": float(stretch.paragraphs)}
    found |= _next(stretch, i) | _previous(stretch, i) | _names(stretch, i)
    found |= _before(stretch, start, i) | _after(stretch, i, end) | _recurring(stretch, start, i)
    found |= _rivals(stretch, start, i, end)
    found["determiner after a capital"] = found["next determiners"] * found["previous capital"]
    found["closed after lower case"] = found["next closed"] * found["previous lower"]
    found["closed before a name"] = found["next closed"] * found["name follows"]
    found["closed in a name"] = found["next closed"] * found["next pair inside"]
    found["closed in the first line"] = found["next closed"] * found["first line"]
    found["two sentences"] = found["before verb"] * found["after verb"]
    found["subject after lower case"] = found["previous lower"] * found["after verb at once"]
    found["common after a capital"] = found["next common"] * found["previous capital"]
    return found


def _next(stretch: Stretch, i: int) -> dict[str, float]:
    """The word itself: its class, and whether the text has it in lower case or as a name."""
    word, low, token = stretch.bare[i], stretch.low[i], stretch.tokens[i]
    classes = stretch.table.classes
    found = {f"next {name}": float(low in classes[name]) for name in CLASSES}
    closed = any(found[f"next {name}"] for name in CLASSES[:5])
    lower, named = stretch.usage.lower[low], stretch.usage.names[word] - 1
    return found | {
        "next closed": float(closed),
        "closed inside": float(closed) * min(named, 3) / 3,
        "next by": float(low == "by"),
        "next common": float(not closed and lower > 0 and lower > named),
        "next name": float(named > 0) * float(named >= lower),
        "next seen once": float(not closed and not lower and named <= 0),
        "next capitals": float(len(word) > 2 and word.isupper()),
        "next label": float(token.endswith(":")),
        "next quote": float(not token[0].isalnum()),
    }


def _previous(stretch: Stretch, i: int) -> dict[str, float]:
    """The word before: what it may not end, and how it is written."""
    low, word, token = stretch.low[i - 1], stretch.bare[i - 1], stretch.tokens[i - 1]
    classes = stretch.table.classes
    return {
        "previous particle": float(low in classes["particles"]),
        "previous auxiliary": float(low in classes["auxiliaries"]),
        "previous pronoun": float(low in classes["pronouns"]),
        "previous title": float(low in classes["titles"]),
        "previous saying": float(low in classes["saying"]),
        "previous said": float(low in {"said", "told"}),
        "previous calendar": float(low in classes["calendar"]),
        "previous lower": float(word.islower()),
        "previous capital": float(word[:1].isupper()),
        "previous capitals": float(len(word) > 2 and word.isupper()),
        "previous number": float(word[:1].isdigit()),
        "previous genitive": float(token.endswith(("'s", "’s", "s'", "s’"))),
        "previous mark": float(not token[-1].isalnum()),
        "previous verb": float(stretch.is_verbal(i - 1)),
        "previous -ing": float(word.islower() and low.endswith("ing")),
        "previous -ed": float(word.islower() and low.endswith("ed")),
        "previous -s": float(word.islower() and bool(PLURAL.search(low))),
    }


def _names(stretch: Stretch, i: int) -> dict[str, float]:
    """Whether the words around belong together elsewhere, and how long the names are that meet here."""
    pairs, bare = stretch.usage.pairs, stretch.bare
    follows = i + 1 < len(bare) and bare[i + 1][:1].isupper()
    before = i > 1 and bare[i - 1][:1].isupper() and pairs[bare[i - 2], bare[i - 1]] > 1
    run = 0
    while run < min(i, 5) and bare[i - 1 - run][:1].isupper():
        run += 1
    last = i
    while last + 1 < len(bare) and bare[last + 1][:1].isupper() and not STOP.search(stretch.tokens[last]):
        last += 1
    then = last + 1 < len(bare) and not STOP.search(stretch.tokens[last])
    return {
        "pair elsewhere": float(pairs[bare[i - 1], bare[i]] > 1),
        "next pair elsewhere": float(follows and pairs[bare[i], bare[i + 1]] > 1),
        "next pair inside": float(follows and stretch.usage.inside[bare[i], bare[i + 1]] > 1),
        "name then verb": float(then and stretch.is_verbal(last + 1)),
        "name then auxiliary": float(then and stretch.low[last + 1] in stretch.table.classes["auxiliaries"]),
        "name then comma": float(stretch.tokens[last].endswith(",")),
        "name then stop": float(bool(END.search(stretch.tokens[last]))),
        "name then closed": float(then and stretch.low[last + 1] in stretch.table.closed),
        "previous pair elsewhere": float(before),
        "capitals before": run / 5,
        "name follows": float(follows),
        "again": float(bare[i] in bare[max(0, i - NEAR) : i]),
    }


def _before(stretch: Stretch, start: int, i: int) -> dict[str, float]:
    """The part before: its length, whether it may be a sentence, whether it is written as titles are."""
    length = i - start
    long = [word for word in stretch.bare[start:i] if len(word) > 3]
    capitals = sum(word[:1].isupper() for word in long)
    return {
        "before 1": float(length == 1),
        "before 2": float(length == 2),
        "before 3-4": float(length in {3, 4}),
        "before 16+": float(length > 15),
        "before 25+": float(length > 24),
        "before verb": float(any(stretch.is_verbal(k) for k in range(start, i))),
        "before auxiliary": float(any(low in stretch.table.classes["auxiliaries"] for low in stretch.low[start:i])),
        "before title case": float(length > 3 and capitals > 0.8 * len(long)),
        "before a span": float(start == 0),
        "in quotes": float(_is_open(stretch.tokens[start:i])),
    }


def _is_open(tokens: Sequence[str]) -> bool:
    """Whether a quotation begins among words and does not end."""
    said = " ".join(tokens)
    return said.count("“") > said.count("”") or said.count('"') % 2 == 1


def _after(stretch: Stretch, i: int, end: int) -> dict[str, float]:
    """The part behind: its length, whether it may be a sentence."""
    length = end - i
    near = range(i + 1, min(end + 1, i + NEAR, len(stretch.bare)))
    capitals = sum(stretch.bare[k][:1].isupper() for k in near[:6])
    return {
        "after 1-3": float(length < 4),
        "after 4-7": float(4 <= length < 8),
        "after auxiliary": float(any(stretch.low[k] in stretch.table.classes["auxiliaries"] for k in near)),
        "after verb": float(any(stretch.is_verbal(k) for k in near)),
        "after verb at once": float(bool(near) and stretch.is_verbal(i + 1)),
        "after capitals": capitals / 6,
        "after closed": float(bool(near) and stretch.low[i + 1] in stretch.table.closed),
    }


def _rivals(stretch: Stretch, start: int, i: int, end: int) -> dict[str, float]:
    """Whether a word of a closed class, capitalised, stands near: a span more likely begins there."""
    behind = any(stretch.is_opening(k) for k in range(i + 1, min(i + NEAR, end + 1, len(stretch.bare))))
    before = any(stretch.is_opening(k) for k in range(max(start + 1, i - NEAR), i))
    return {"opening behind": float(behind), "opening before": float(before)}


def _recurring(stretch: Stretch, start: int, i: int) -> dict[str, float]:
    """Words of the part before that recur soon: what a headline says is said again."""
    before = _stems(stretch.low[start:i])
    behind = _stems(stretch.low[i : i + AHEAD])
    both = len(before & behind)
    return {"recurring": min(both, 4) / 4, "recurring share": both / max(len(before), 1)}


def _stems(low: Sequence[str]) -> set[str]:
    """The beginnings of longer words."""
    return {word[:5] for word in low if len(word) > 3}


def logit(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logarithm of the odds of a boundary."""
    return math.fsum(value * weights.get(name, 0.0) for name, value in found.items())


def boundaries(text: str, start: int, end: int, table: Table) -> list[int]:
    """The offsets within a stretch of text at which a new span begins, glued to the words before it."""
    stretch = Stretch(text, start, end, table)
    cuts, since = [], 0
    for i in stretch.candidates():
        if logit(features(stretch, i, since), table.weights) >= table.threshold:
            cuts.append(stretch.offsets[i])
            since = i
    return cuts
