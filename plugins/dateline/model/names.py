"""Names as they are compared and shown, within an article and over articles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

APOSTROPHES = re.compile("[’‘ʼ`´]")
HYPHENS = re.compile("[‐‑‒–]")
ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
#: what stands behind a person's name and is shown only where it must tell two apart
GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


def fold(name: str) -> str:
    """A name as it is compared: one apostrophe, one hyphen, one letter for each sign, small letters, no article."""
    text = unicodedata.normalize("NFC", name).casefold()
    text = HYPHENS.sub("-", APOSTROPHES.sub("'", text))
    return ARTICLE.sub("", " ".join(text.split()), count=1) if ARTICLE.match(text) else " ".join(text.split())


def shown(names: Mapping[str, int]) -> str:
    """The name to show of all that are one, with how often each is used: the most frequent of the full ones.

    A full name has more than one word, begins with no initial, is not in capitals, and is not the end of another. Of
    equals it is the shorter, then the first of the alphabet.
    """
    return min(names, key=lambda name: (*_lacks(name, names), -names[name], len(name.split()), name))


def _lacks(name: str, names: Iterable[str]) -> tuple[bool, ...]:
    """What keeps a name from being full, the gravest first."""
    words = [word.strip(".,") for word in name.split()]
    proper = [word for word in words if word.casefold() not in GENERATION]
    return (
        len(proper) < 2,
        any(other.endswith(f" {name}") for other in names),
        not proper or len(proper[0]) < 2,
        len(proper) > 1 and name.isupper(),
        len(proper) < len(words),
        not any(c.isupper() for c in name),
    )
