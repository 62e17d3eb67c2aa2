"""The grammar of date rules: patterns with named slots, each a short function from the slots to a meaning.

A rule that does not match its own example cannot be defined::

    @en.rule("{day} (?:of )?{month},? {year}", example="3rd of March 2024")
    def day_month_year(day, month, year):
        return Calendar(year, month, day)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .values import Meaning

SLOT = re.compile(r"\{(\w+)\}")
NUMBERS = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "mm": r"(?:1[0-2]|0[1-9])",
    "dd": r"(?:3[01]|[12]\d|0[1-9])",
    "year": r"(?:1[0-9]|20)\d\d",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time. ``make`` receives the slots' values by name."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Meaning]
    example: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched and what the words mean."""

    start: int
    end: int
    rule: str
    meaning: Meaning


class Grammar:
    """The rules of one language, over the words of its lexicon (slot name to word to value)."""

    def __init__(self, lexicon: Mapping[str, Mapping[str, Any]]) -> None:
        self.lexicon = lexicon
        self.rules: list[Rule] = []

    def rule(self, pattern: str, *, example: str) -> Callable[[Callable[..., Meaning]], Callable[..., Meaning]]:
        """Add the decorated function as a rule. Raises ValueError where the pattern does not match its example."""

        def add(make: Callable[..., Meaning]) -> Callable[..., Meaning]:
            rule = Rule(make.__name__, self._compile(pattern), make, example)
            found = rule.pattern.fullmatch(example)
            if not found:
                raise ValueError(f"date rule {rule.name} does not match its example {example!r}")
            self._mean(rule, found)
            self.rules.append(rule)
            return make

        return add

    def find(self, text: str) -> list[Match]:
        """All expressions in the text, in order; where two overlap, the longer stands, and of equals the earlier rule."""
        found = sorted(self._candidates(text), key=lambda m: m.start - m.end)
        taken, free = [], bytearray(b"\1" * len(text))
        for match in found:
            if all(free[match.start : match.end]):
                free[match.start : match.end] = bytes(match.end - match.start)
                taken.append(match)
        return sorted(taken, key=lambda m: m.start)

    def _candidates(self, text: str) -> Iterator[Match]:
        for rule in self.rules:
            for found in rule.pattern.finditer(text):
                start, end = found.span("core") if "core" in rule.pattern.groupindex else found.span()
                yield Match(start, end, rule.name, self._mean(rule, found))

    def _compile(self, pattern: str) -> re.Pattern[str]:
        body = SLOT.sub(lambda m: f"(?P<{m[1]}>{self._slot(m[1])})", pattern).replace(" ", r"\s+")
        return re.compile(rf"(?<![\w.,/-])(?:{body})(?!\w|[.,/-]\d)", re.IGNORECASE)

    def _slot(self, name: str) -> str:
        words = self.lexicon.get(name)
        if words is None:
            return NUMBERS[name]
        return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))

    def _mean(self, rule: Rule, found: re.Match[str]) -> Meaning:
        slots = {k: self._worth(k, v) for k, v in found.groupdict().items() if k != "core"}
        return rule.make(**slots)

    def _worth(self, slot: str, word: str) -> Any:
        words = self.lexicon.get(slot)
        return words[word.lower()] if words is not None else int(re.match(r"\d+", word)[0])  # type: ignore[index]
