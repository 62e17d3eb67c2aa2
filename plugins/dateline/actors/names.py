"""Names: cleaning a name, turning it into an id, and telling which names are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence


def slug(name: str) -> str:
    """The name as an id: lower case, ASCII where it has letters for it, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-_") or "unnamed"


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
    """From a lone surname to the one full name that ends in it; none where two persons share it. Names in lower case."""
    by_surname: dict[str, set[str]] = {}
    for person in persons:
        if " " in person:
            by_surname.setdefault(person.split()[-1], set()).add(person)
    return {surname: next(iter(full)) for surname, full in by_surname.items() if len(full) == 1}


def acronyms(names: Iterable[str]) -> dict[str, str]:
    """From an acronym, in lower case, to the one name whose words begin with its letters."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = [w for w in re.findall(r"[\w'’]+", name) if w[0].isupper()]
        if len(words) > 1:
            found.setdefault("".join(w[0] for w in words).lower(), set()).add(name.lower())
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}
