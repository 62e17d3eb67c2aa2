"""The grammar of date rules: patterns with named slots, each a short function from the slots to a meaning.

A rule that does not match its own example cannot be defined::

    @en.rule("{day} (?:of )?{month},? {year}", example="3rd of March 2024")
    def day_month_year(day, month, year):
        return Calendar(year, month, day)

Rules are regular expressions over the lower-cased text. They are only tried near a *head*, a word that can stand in an
expression of time ("may", "weeks", "1998"), and only those whose slots the words near it can fill.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .values import Meaning, Within

SLOT = re.compile(r"\{(\w+)\}")
#: slots that figures fill, whatever the language
FIGURES = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "mm": r"(?:1[0-2]|0[1-9])",
    "dd": r"(?:3[01]|[12]\d|0[1-9])",
    "d": r"(?:3[01]|[12]\d|0?[1-9])",
    "m": r"(?:1[0-2]|0?[1-9])",
    "year": r"(?:1[0-9]|20)\d\d",
    "yy": r"\d\d",
    "any_year": r"[1-9]\d{0,3}",
    "hour": r"(?:2[0-4]|1\d|0?\d)",
    "minute": r"[0-5]\d",
}
#: how far, in characters, an expression may reach from its head
REACH = 48
BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time. ``make`` receives the slots' values by name; ``needs`` are slots without which it cannot match."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Meaning | None]
    example: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched and what the words mean."""

    start: int
    end: int
    rule: str
    meaning: Meaning


class Grammar:
    """The rules of one language.

    ``lexicon``: slot to word to value. ``heads``: the slots whose words begin the search. ``numbers`` reads a number in
    words, which ``number`` (a regular expression) finds. ``not_time``: regular expressions, with case, of what is no time.
    ``modifiers``: regular expression to ``mod``, for what stands before an expression.
    """

    def __init__(
        self,
        lexicon: Mapping[str, Mapping[str, Any]],
        *,
        heads: Iterable[str],
        numbers: Callable[[str], float | None],
        number: str,
        not_time: Iterable[str] = (),
    ) -> None:
        self.lexicon = lexicon
        self.heads = tuple(heads)
        self.numbers = numbers
        self.number = number
        self.rules: list[Rule] = []
        self.modifiers: list[tuple[re.Pattern[str], Mapping[str, str]]] = []
        self._not_time = re.compile("|".join(rf"(?<!\w)(?:{p})(?!\w)" for p in not_time) or "(?!)")

    def rule(self, pattern: str, *, example: str) -> Callable[[Callable[..., Meaning | None]], Callable[..., Meaning | None]]:
        """Add the decorated function as a rule. Raises ValueError where the pattern does not match its example."""

        def add(make: Callable[..., Meaning | None]) -> Callable[..., Meaning | None]:
            compiled = re.compile(rf"(?<![\w.,/$£€])(?<!\d-)(?:{self._filled(pattern)})(?!\w|[.,/:]\d)")
            found = compiled.fullmatch(example.lower())
            if not found:
                raise ValueError(f"date rule {make.__name__} does not match its example {example!r}")
            needs = frozenset(s for s in _needed(pattern) if s in self.heads)
            self.rules.append(Rule(make.__name__, compiled, make, example, needs))
            return make

        return add

    def modifier(self, pattern: str, mods: Mapping[str, str]) -> None:
        """Let what this pattern matches before an expression belong to it; its group "word" says which ``mod``."""
        self.modifiers.append((re.compile(rf"(?<!\w)(?:{pattern.replace(' ', chr(92) + 's+')})$"), mods))

    def find(self, text: str) -> list[Match]:
        """All expressions in the text, in order; where two overlap, the longer stands, and of equals the earlier rule."""
        low = self._lowered(text)
        found = [m for start, end, kinds in self._windows(low) for m in self._matches(low, start, end, kinds)]
        found.sort(key=lambda m: m.start - m.end)
        taken, free = [], bytearray(b"\1" * len(text))
        for match in found:
            if all(free[match.start : match.end]):
                free[match.start : match.end] = bytes(match.end - match.start)
                taken.append(self._modified(low, match, free))
        return sorted(taken, key=lambda m: m.start)

    def _matches(self, low: str, start: int, end: int, kinds: frozenset[str]) -> Iterator[Match]:
        for rule in self.rules:
            if rule.needs <= kinds:
                for found in rule.pattern.finditer(low, start, end):
                    meaning = rule.make(**{k: self._worth(k, v) for k, v in found.groupdict().items() if k != "core"})
                    if meaning is not None:
                        span = found.span("core") if "core" in rule.pattern.groupindex else found.span()
                        yield Match(*span, rule.name, meaning)

    def _modified(self, low: str, match: Match, free: bytearray) -> Match:
        """The match with the modifier before it, if there is one."""
        for pattern, mods in self.modifiers:
            found = pattern.search(low, max(0, match.start - REACH), match.start)
            if found and all(free[found.start() : match.start]):
                free[found.start() : match.start] = bytes(match.start - found.start())
                mod = mods[" ".join(found["word"].split())]
                return Match(found.start(), match.end, match.rule, Within(mod, match.meaning))
        return match

    def _windows(self, low: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Stretches of text around heads, and the slots that the heads in each can fill."""
        open_: tuple[int, int, set[str]] | None = None
        for found in self._head.finditer(low):
            kinds = self._kinds(found)
            start, end = max(0, found.start() - REACH), min(len(low), found.end() + REACH)
            if open_ and start <= open_[1]:
                open_ = (open_[0], end, open_[2] | kinds)
            else:
                if open_:
                    yield open_[0], open_[1], frozenset(open_[2])
                open_ = (start, end, set(kinds))
        if open_:
            yield open_[0], open_[1], frozenset(open_[2])

    def _kinds(self, found: re.Match[str]) -> set[str]:
        word = found[0]
        return {"figures"} if word[0].isdigit() or word[0] in "'’" else self._slots_of.get(word, set())

    @cached_property
    def _slots_of(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for slot in self.heads:
            for word in self.lexicon[slot]:
                found.setdefault(word, set()).add(slot)
        return found

    @cached_property
    def _head(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:(?:{_alternatives(self._slots_of)})(?!\w)|['’]?\d)")

    def _lowered(self, text: str) -> str:
        """The text in lower case, character for character; what looks like time and is none is blanked."""
        blanked = self._not_time.sub(lambda m: "\0" * len(m[0]), text)
        low = blanked.lower()
        return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in blanked)

    def _filled(self, pattern: str) -> str:
        return (
            SLOT.sub(lambda m: f"(?P<{m[1]}>{self._slot(m[1])})", pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))
            .replace("{{", "{")
            .replace("}}", "}")
        )

    def _slot(self, name: str) -> str:
        if name == "n":
            return self.number
        words = self.lexicon.get(name)
        return FIGURES[name] if words is None else _alternatives(words)

    def _worth(self, slot: str, word: str | None) -> Any:
        if word is None:
            return None
        if slot == "n":
            return self.numbers(word)
        words = self.lexicon.get(slot)
        if words is not None:
            return words[" ".join(word.split())]
        return int(re.match(r"\d+", word)[0]) if slot in FIGURES else word  # type: ignore[index]


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or r"(?!)"


def _needed(pattern: str) -> Iterator[str]:
    """The slots that stand outside of every group that may be left out."""
    depth = 0
    for piece in re.finditer(r"\{(\w+)\}|\\.|[()]", pattern):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if piece[1] and depth == 0:
            yield piece[1]
