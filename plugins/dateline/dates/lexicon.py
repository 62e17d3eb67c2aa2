"""The lexicon of a language: which words fill a slot of a date rule, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

#: slots that figures fill, whatever the language
FIGURES = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "mm": r"(?:1[0-2]|0[1-9])",
    "dd": r"(?:3[01]|[12]\d|0[1-9])",
    "d": r"(?:3[01]|[12]\d|0?[1-9])",
    "year": r"(?:1[0-9]|20)\d\d",
    "yy": r"\d\d",
    "any_year": r"[1-9]\d{0,3}",
    "hour": r"(?:2[0-4]|1\d|0?\d)",
    "minute": r"[0-5]\d",
}
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Numbers in words: the regular expression that finds one, and what reads it (None where the number is left open)."""

    pattern: str
    read: Callable[[str], float | None]


@dataclass
class Lexicon:
    """Slot to word to value. ``heads`` are the slots whose words begin the search; ``spoken`` the slots that numbers in words
    fill (beside figures, where the slot is one of figures)."""

    words: Mapping[str, Mapping[str, Any]]
    heads: Iterable[str]
    spoken: Mapping[str, Spoken] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heads = tuple(self.heads)
        self._slots_of: dict[str, set[str]] = {}
        for slot in self.heads:
            for word in self.words[slot]:
                self._slots_of.setdefault(word, set()).add(slot)
        self.head = re.compile(rf"(?<!\w)(?:(?:{alternatives(self._slots_of)})(?!\w)|'?\d)")

    def kinds(self, head: str) -> set[str]:
        """The slots that a head can fill; numbers in words stand for figures."""
        found = self._slots_of.get(" ".join(head.split()), set())
        return found | {"figures"} if "spelled" in found or head[0].isdigit() or head[0] == "'" else found

    def fills(self, slot: str) -> bool:
        """Whether there is such a slot."""
        return slot in self.words or slot in FIGURES or slot in self.spoken

    def needed(self, way: frozenset[str]) -> frozenset[str]:
        """Of the slots and 'words' that a rule takes in one way, the slots that heads tell: words of their own, or figures."""
        figures = {"figures"} if any(slot in FIGURES and slot not in self.words for slot in way) else set()
        words = {min(self._slots_of[w]) for piece in way if (w := piece.strip("'")) != piece and w in self._slots_of}
        return frozenset(figures | words | (way & set(self.heads)))

    def pattern(self, slot: str) -> str:
        """The regular expression of what fills a slot."""
        if slot in self.words:
            return alternatives(self.words[slot])
        choices = [FIGURES[slot]] if slot in FIGURES else []
        if slot in self.spoken:
            choices.append(self.spoken[slot].pattern)
        return "|".join(choices)

    def worth(self, slot: str, said: str) -> Any:
        """What the words in a slot are worth."""
        if slot in self.words:
            return self.words[slot][" ".join(said.split())]
        figures = NUMBER.match(said) if slot in FIGURES else None
        if figures:
            return int(figures[0])
        return self.spoken[slot].read(said)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression of these words, the longest first; what they begin with alike is looked at once."""
    return _branches(sorted(set(words))) or "(?!)"


def _branches(words: Sequence[str]) -> str:
    """The words as a tree of their letters. An empty word among them may end here, and comes last."""
    found = []
    for letter, group in groupby((word for word in words if word), key=itemgetter(0)):
        rest = _branches([word[1:] for word in group])
        found.append((r"\s+" if letter == " " else re.escape(letter)) + rest)
    if not found:
        return ""
    grouped = found[0] if len(found) == 1 and "" not in words else f"(?:{'|'.join(found)})"
    return f"{grouped}?" if "" in words else grouped
