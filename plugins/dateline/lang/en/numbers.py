"""Numbers in English words: "twenty-four", "a hundred and ten", "2 1/2", "several"."""

from __future__ import annotations

import re

from .. import words

WORDS = words("en", "words")
NUMBER: dict[str, int] = WORDS["number"]
OPEN: dict[str, float | None] = WORDS["open_number"]
_WORD = "|".join(sorted(NUMBER, key=len, reverse=True))
_OPEN = "|".join(sorted((w.replace(" ", r"\s+") for w in OPEN), key=len, reverse=True))
PATTERN = (
    rf"(?:{_OPEN}|an?(?:\s+(?:hundred|thousand))?(?!\s+(?:{_WORD}))|\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d+)?(?:\s+\d/\d)?(?:\s+(?:hundred|thousand|million))?"
    rf"|(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,12}}(?:\s+and\s+a\s+half)?)"
)

_TEENS = "|".join(w for w, n in NUMBER.items() if 10 <= n < 20)
_TENS = "|".join(w for w, n in NUMBER.items() if 20 <= n < 100)
_ONES = "|".join(w for w, n in NUMBER.items() if n < 10)
YEAR = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)\s+(?:(?:{_TENS})(?:[\s-]+(?:{_ONES}))?|{_TEENS}|oh\s+(?:{_ONES}))"
    rf"|two\s+thousand(?:\s+(?:and\s+)?(?:{_TENS}|{_TEENS}|{_ONES})(?:-(?:{_ONES}))?)?)"
)


def year(text: str) -> float:
    """What a year in words is: "nineteen ninety-six", "two thousand and four"."""
    said = re.findall(r"[a-z]+", text)
    if said[:2] == ["two", "thousand"]:
        return int(_in_words(said))
    return int(NUMBER[said[0]] * 100 + sum(NUMBER.get(word, 0) for word in said[1:]))


def ordinal(n: int) -> str:
    """The ordinal in figures: 1st, 22nd, 13th."""
    return f"{n}{'th' if n // 10 % 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def number(text: str) -> float | None:
    """What a number is worth; None where it is left open ("several")."""
    said = " ".join(text.split())
    if said in OPEN:
        return OPEN[said]
    if said[0].isdigit():
        return _figures(said)
    if said in {"a", "an"}:
        return 1
    half = said.endswith(" and a half")
    return _in_words(re.findall(r"[a-z]+", said.removesuffix(" and a half"))) + (0.5 if half else 0)


def _figures(said: str) -> float:
    parts = said.replace(",", "").split()
    total = float(parts[0])
    for more in parts[1:]:
        if "/" in more:
            over, under = more.split("/")
            total += int(over) / int(under) if int(under) else 0
        else:
            total *= {"hundred": 100, "thousand": 1000, "million": 1_000_000}[more]
    return total


def _in_words(said: list[str]) -> float:
    total, part = 0, 0
    for word in said:
        worth = NUMBER.get(word, 0)
        if worth == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif worth == 100:
            part = max(part, 1) * 100
        else:
            part += worth
    return float(total + part)
