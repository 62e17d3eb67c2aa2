"""The grammar of date rules: patterns with named slots, each a short function from the slots to a meaning.

A rule that does not match its own example cannot be defined::

    @en.rule("{day} (?:of )?{month},? {year}", example="3rd of March 2024")
    def day_month_year(day, month, year):
        return Calendar(year, month, day)

Rules are regular expressions over the lower-cased text. They are only tried near a *head*, a word that can stand in an
expression of time ("may", "weeks", "1998"), and only those whose slots the words near it can fill. A slot that a rule
needs twice has a number behind its name the second time (``{month} to {month2}``); one whose value it does not need has
a colon before it (``{:weekday}``). Groups of the rule's own have names that end in _ and give the words found. Group
``core`` is the expression where the rule looks at words around it; ``first`` ends and ``last`` begins the two
expressions of a ``Series``; ``event`` begins the words for what happened that an expression is ``Told`` from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .lexicon import Lexicon
from .needs import Way, ways
from .values import Meaning, Series, Within

SLOT = re.compile(r"\{(:?)([a-z_]+)(\d?)\}")
#: groups that are no slots
MARKS = frozenset({"core", "first", "last", "event"})
#: how far, in characters, an expression may reach from its head
REACH = 32
#: the words that name an event, from its first letter on: as far as the clause goes, full stops of abbreviations included
EVENT = re.compile(r"(?:[^\n.;:,()]|\.(?=\S)|(?<=[\s.][a-z])\.){1,90}")
WORD = re.compile(r"\w*")
#: begins what a rule must see behind an expression, as its example may go on
LOOKS_AHEAD = "(?="
#: what may not stand before and behind an expression
BEFORE, BEHIND = r"(?<![\w.,/$£€])(?<!\d-)", r"(?!\w|[.,/:]\d)"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time. ``make`` receives the slots' values by name; one of ``needs``, sets of slots, must be near."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Meaning | None]
    example: str
    needs: frozenset[Way]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched and what the words mean.

    ``event`` is where the words stand for the event that it is told from; ``part`` is 1 and 2 for the ends of a series.
    """

    start: int
    end: int
    rule: str
    meaning: Meaning
    event: tuple[int, int] | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Modifier:
    """What may stand before an expression and belongs to it; its group "word" says which ``mod``."""

    pattern: re.Pattern[str]
    mods: Mapping[str, str]
    before: re.Pattern[str]


class Grammar:
    """The rules of one language over its lexicon.

    ``not_time``: regular expressions, with case, of what looks like time and is none; each begins with a letter or figure.
    ``counted``: those of nouns that four figures before them count.
    """

    def __init__(self, lexicon: Lexicon, *, not_time: Iterable[str] = (), counted: Iterable[str] = ()) -> None:
        self.lexicon = lexicon
        self.counted = re.compile("|".join(counted) or "(?!)")
        self.rules: list[Rule] = []
        self.modifiers: list[Modifier] = []
        self._by_kinds: dict[frozenset[str], list[Rule]] = {}
        self._not_time = re.compile(rf"\b(?:{'|'.join(map(_spaced, not_time)) or '(?!)'})(?!\w)")

    def rule(self, pattern: str, *, example: str) -> Callable[[Callable[..., Meaning | None]], Callable[..., Meaning | None]]:
        """Add the decorated function as a rule. Raises ValueError where the pattern does not match its example."""

        def add(make: Callable[..., Meaning | None]) -> Callable[..., Meaning | None]:
            compiled = re.compile(rf"{BEFORE}(?:{self._filled(pattern)}){BEHIND}")
            found = compiled.match(example.lower())
            if not found or (found.end() < len(example) and LOOKS_AHEAD not in pattern):
                raise ValueError(f"date rule {make.__name__} does not match its example {example!r}")
            unnamed = {
                g for g in compiled.groupindex if g not in MARKS and not g.endswith("_") and not self.lexicon.fills(_slot(g))
            }
            if unnamed:
                raise ValueError(f"date rule {make.__name__}: groups {sorted(unnamed)} are no slots; end their names in _")
            needs = frozenset(self.lexicon.needed(way) for way in ways(pattern))
            self.rules.append(Rule(make.__name__, compiled, make, example, needs))
            return make

        return add

    def modifier(self, pattern: str, mods: Mapping[str, str], *, before: str = "") -> None:
        """Let what this pattern matches before an expression (one that begins as ``before`` says) belong to it."""
        compiled = re.compile(rf"(?<!\w)(?:{_spaced(pattern)})$")
        self.modifiers.append(Modifier(compiled, mods, re.compile(before)))

    def find(self, text: str, names: Iterable[tuple[int, int]] = ()) -> list[Match]:
        """All expressions in the text, in order; where two overlap, the longer stands, and of equals the earlier rule.

        ``names`` are stretches in which no time is looked for.
        """
        low = self._lowered(_blanked(text, names))
        found = [m for start, end, kinds in self._windows(low) for m in self._matches(low, start, end, kinds)]
        found.sort(key=lambda match: match[0] - match[1])
        taken: list[Match] = []
        free = bytearray(b"\1" * len(text))
        for start, end, matches in found:
            if all(free[start:end]):
                free[start:end] = bytes(end - start)
                taken += (self._modified(low, match, free) for match in matches)
        return sorted(taken, key=lambda m: m.start)

    def _matches(self, low: str, start: int, end: int, kinds: frozenset[str]) -> Iterator[tuple[int, int, list[Match]]]:
        for rule in self._near(kinds):
            for found in rule.pattern.finditer(low, start, end):
                slots = {k: self._worth(k, v) for k, v in found.groupdict().items() if k not in MARKS}
                meaning = rule.make(**slots)
                if meaning is not None:
                    yield _placed(rule, found, meaning)

    def _near(self, kinds: frozenset[str]) -> list[Rule]:
        """The rules that can match where heads of these kinds are."""
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = [rule for rule in self.rules if any(need <= kinds for need in rule.needs)]
        return self._by_kinds[kinds]

    def _modified(self, low: str, match: Match, free: bytearray) -> Match:
        """The match with the modifier before it, if there is one."""
        for modifier in self.modifiers:
            found = modifier.pattern.search(low, max(0, match.start - REACH), match.start)
            if found and modifier.before.match(low, match.start) and all(free[found.start() : match.start]):
                free[found.start() : match.start] = bytes(match.start - found.start())
                mod = modifier.mods[" ".join(found["word"].split())]
                return replace(match, start=found.start(), meaning=Within(mod, match.meaning))
        return match

    def _windows(self, low: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Stretches of text around heads, and the slots that the heads in each can fill."""
        open_: tuple[int, int, set[str]] | None = None
        for found in self.lexicon.head.finditer(low):
            kinds = self.lexicon.kinds(found[0])
            start, end = max(0, found.start() - REACH), _word_end(low, found.end() + REACH)
            if open_ and start <= open_[1]:
                open_ = (open_[0], end, open_[2] | kinds)
            else:
                if open_:
                    yield open_[0], open_[1], frozenset(open_[2])
                open_ = (start, end, set(kinds))
        if open_:
            yield open_[0], open_[1], frozenset(open_[2])

    def _lowered(self, text: str) -> str:
        """The text in lower case and with straight apostrophes, character for character; what looks like time and is none is
        blanked.
        """
        blanked = self._not_time.sub(lambda m: "\0" * len(m[0]), text).replace("’", "'")
        low = blanked.lower()
        return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in blanked)

    def _filled(self, pattern: str) -> str:
        slots = SLOT.sub(lambda m: f"(?{':' if m[1] else f'P<{m[2]}{m[3]}>'}{self.lexicon.pattern(m[2])})", _spaced(pattern))
        return slots.replace("{{", "{").replace("}}", "}")

    def _worth(self, group: str, said: str | None) -> Any:
        return said if said is None or group.endswith("_") else self.lexicon.worth(_slot(group), said)


def _placed(rule: Rule, found: re.Match[str], meaning: Meaning) -> tuple[int, int, list[Match]]:
    """The stretch that a match takes, and the expressions in it."""
    groups = rule.pattern.groupindex
    start, end = found.span("core") if "core" in groups else found.span()
    if isinstance(meaning, Series):
        first = Match(start, found.end("first"), rule.name, meaning.first, part=1 if meaning.span else 0)
        last = Match(found.start("last"), end, rule.name, meaning.last, part=2 if meaning.span else 0)
        return start, end, [first, last]
    event = EVENT.match(found.string, found.start("event")) if "event" in groups else None
    return start, end, [Match(start, end, rule.name, meaning, event.span() if event else None)]


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with nothing to be read in these stretches."""
    for start, end in stretches:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _word_end(low: str, at: int) -> int:
    """Where the word ends that stands there."""
    return WORD.match(low, min(at, len(low))).end()  # type: ignore[union-attr]


def _slot(group: str) -> str:
    """The slot that a group is filled by: that of its name, without the number."""
    return group.rstrip("0123456789")


def _spaced(pattern: str) -> str:
    """The pattern with its spaces matching any white space."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
