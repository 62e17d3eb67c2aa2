"""Names: cleaning a name, turning it into an id, and telling which names are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence


def clean(text: str, start: int, edges: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Where the name proper starts and ends: without article, title, possessive ending and white space."""
    end = start + len(text)
    while (ending := next((e for e in edges["after"] if text.endswith(e)), None)) is not None or text != text.rstrip():
        text = text[: -len(ending)] if ending else text.rstrip()
        end = start + len(text)
    while (head := re.match(r"(\S+)\s+", text)) and head[1].lower() in edges["before"]:
        start, text = start + head.end(), text[head.end() :]
    return start, end


def full_names(persons: Iterable[str]) -> dict[str, str]:
    """From a lone surname ("de sa") or first name to the one full name that ends or begins with it; none where two persons
    share it. Names in lower case."""
    by_part: dict[str, set[str]] = {}
    for person in persons:
        words = person.split()
        for part in {*(" ".join(words[i:]) for i in range(1, len(words))), words[0]} - {person}:
            by_part.setdefault(part, set()).add(person)
    whole = {part: {p for p in full if p not in by_part} or full for part, full in by_part.items()}
    return {part: next(iter(full)) for part, full in whole.items() if len(full) == 1}


def acronyms(names: Iterable[str]) -> dict[str, str]:
    """From an acronym, in lower case, to the one name whose words begin with its letters."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = [w for w in re.findall(r"[\w'’]+", name) if w[0].isupper()]
        if len(words) > 1:
            found.setdefault("".join(w[0] for w in words).lower(), set()).add(name.lower())
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}
