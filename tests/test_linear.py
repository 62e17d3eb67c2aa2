"""Regular expressions are linear: four times the text takes about four times as long, whatever the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import dateline
import pytest
from dateline.text.rules import rules

#: characters of the smaller text, first few, lest what is cubic takes for ever; the larger has four times as many
SMALL = (300, 1_500)
#: seconds under which nothing is said: that is noise
FAST = 0.05
#: 4 is linear, 16 quadratic
MOST = 12
UNITS = [
    "a", "A", " ", "1", "-", ".", ",", "\n", "'", "<", "(", ":", "/", "A. ", "a ", "Aa ", "1 ", "1,", " \n", "a\n",
    "one hundred and ", "Ann Lee, ", "[a](", "---\n", "a-", "May 1, ",
]  # fmt: skip
ENDS = ("", "\x00", " x")


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that the program holds, by its text; with where it was found first."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if not module.name.endswith("__main__"):
            try:
                held = importlib.import_module(module.name)
            except ImportError:  # an extra that is not installed
                continue
            for name, value in list(vars(held).items()):
                for pattern in _held(value, set(), 0):
                    found.setdefault((pattern.pattern, pattern.flags), (f"{module.name}.{name}", pattern))
    for rule in (*rules("en").anywhere, *rules("en").bylines):
        found.setdefault((rule.pattern.pattern, rule.pattern.flags), (f"text.rules.{rule.why}", rule.pattern))
    for rule in (*rules("en").sentence, *rules("en").passage, *rules("en").end):
        found.setdefault((rule.pattern.pattern, rule.pattern.flags), (f"text.rules.at {rule.why}", rule.pattern))
    return {f"{name}: {text}"[:150] + f" ({flags})": pattern for (text, flags), (name, pattern) in found.items()}


def _held(value: Any, seen: set[int], depth: int) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, in what it holds, and in the attributes of what is Dateline's own."""
    if id(value) in seen or depth > 6:
        return
    seen.add(id(value))
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        for part in list(value.values()):
            yield from _held(part, seen, depth + 1)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _held(part, seen, depth + 1)
    elif getattr(type(value), "__module__", "").startswith("dateline") or (
        isinstance(value, type) and value.__module__.startswith("dateline")
    ):
        names = [*getattr(value, "__dict__", ()), *(n for k in type(value).__mro__ for n in getattr(k, "__slots__", ()))]
        for name in names:
            yield from _held(getattr(value, name, None), seen, depth + 1)


PATTERNS = patterns()


def hostile(pattern: re.Pattern[str]) -> list[str]:
    """What is repeated against a pattern: the usual, and its own literal pieces, alone and two together."""
    pieces = dict.fromkeys(re.findall(r"(?<!\\)[A-Za-z<>/=*~:,'\" -]{1,12}", pattern.pattern))
    own = [piece for piece in pieces if piece.strip("-")][:8]
    return [*UNITS, *own, *(f"{one} {two}" for one, two in pairwise(own))]


def seconds(pattern: re.Pattern[str], text: str, tries: int, everywhere: bool) -> float:
    """The best of some tries of looking for it at the head of a text, or everywhere."""
    best = float("inf")
    for _ in range(tries):
        begun = time.perf_counter()
        pattern.match(text)
        pattern.fullmatch(text)
        for _found in pattern.finditer(text) if everywhere else ():
            pass
        best = min(best, time.perf_counter() - begun)
    return best


def searched(name: str) -> bool:
    """Whether a pattern is looked for in all of a text: not if its module only asks for ``match`` and ``fullmatch``."""
    module, _, own = name.rpartition(".")
    if module == "text.rules":
        return not own.startswith("at ")  # these are matched where a paragraph or sentence begins
    path = Path(sys.modules[module].__file__ or "")
    used = set(re.findall(rf"\b{own}\.(\w+)", path.read_text(encoding="utf-8")))
    return not used or bool(used - {"match", "fullmatch"})


def growth(pattern: re.Pattern[str], everywhere: bool) -> tuple[float, str]:
    """The growth of time from n to 4n characters, and of which text: the first that grows too much, or nothing."""
    for size, unit, end in product(SMALL, hostile(pattern), ENDS):
        small, large = (unit * (n // len(unit)) + end for n in (size, 4 * size))
        if seconds(pattern, small, 1, everywhere) < FAST / 16:
            continue  # not even quadratic growth makes the larger slow
        few, many = seconds(pattern, small, 3, everywhere), seconds(pattern, large, 1, everywhere)
        if many > FAST and many / few > MOST and (many := seconds(pattern, large, 2, everywhere)) / few > MOST:
            return many / few, f"{unit!r} * n + {end!r}"
    return 0.0, ""


def test_there_are_patterns() -> None:
    """They were found, those of the date rules among them."""
    assert len(PATTERNS) > 100


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_linear(name: str) -> None:
    """On the worst text that is known against it."""
    ratio, text = growth(PATTERNS[name], searched(name.split(":")[0]))
    assert ratio < MOST, f"{ratio:.0f} times the time for 4 times {text}"
