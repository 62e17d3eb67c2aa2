"""What is known of a word by itself: how it is written, and what it may begin or end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

#: what a span may begin with; "I" is a capital everywhere and says nothing
CAPITAL = re.compile(r"[“‘\"']?(?!I(?:\W|$))[A-ZÀ-Þ]")
#: a token that ends a sentence or a clause, or is a sign alone: what stands behind it is not glued
STOP = re.compile(r"[.!?…,;:–—_-][\"”’')\]]*$|^[^\w]+$")
END = re.compile(r"[.!?…][\"”’')\]]*$")
#: marks around a word, and the ending of a genitive
AROUND = re.compile(r"^\W+|(?:['’]s)?\W*$")
VERBAL = re.compile(r"[a-z]{2,}(?:ed|es|[^s]s)$")


@dataclass(frozen=True, slots=True)
class TokenShape:
    """A word as it stands, and bare of the marks around it."""

    token: str
    bare: str
    low: str
    upper: bool
    lower: bool
    begins: bool
    stops: bool
    ends: bool
    verbal: bool
    stem: str


@lru_cache(maxsize=1 << 16)
def shape(token: str) -> TokenShape:
    """What is known of a word without its text."""
    bare = AROUND.sub("", token)
    low = bare.lower()
    return TokenShape(
        token,
        bare,
        low,
        upper=bare[:1].isupper(),
        lower=bare.islower(),
        begins=bool(CAPITAL.match(token)),
        stops=bool(STOP.search(token)),
        ends=bool(END.search(token)),
        verbal=bool(VERBAL.match(bare)),
        stem=low[:5] if len(low) > 3 else "",
    )
