"""Names: one spelling for all that differ only in signs, the parts of a person's name, and which of several is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′", "'"))
#: signs that part words or say nothing: hyphens of all kinds, dots and commas
SIGNS = str.maketrans(dict.fromkeys("-‐‑‒–−.,", " "))
#: letters that are no letter with an accent, and what they are without it
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
#: an article that is written into the word behind it ("ElBaradei")
JOINED_ARTICLE = re.compile(r"\b(El|Al)(?=[A-Z])")
ARTICLES = frozenset({"al", "el", "ul"})
#: small words that begin a surname ("von der Leyen")
PARTICLES = frozenset(
    {"van", "von", "der", "den", "ter", "ten", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le"}
    | {"bin", "ibn", "ben", "abu", *ARTICLES}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded: first name, middle names or initials, surname, and what tells father from son.

    A part that a name does not have is empty; one word is a surname.
    """

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str = ""


@cache
def fold(name: str) -> str:
    """A name without what never tells two actors apart: capitals, accents, dots, kinds of apostrophes and hyphens, a leading
    "the", and a possessive ending.

    >>> fold("The O’Brien’s") == fold("O'Brien")
    True
    >>> fold("U. S."), fold("Kim Jong-un")
    ('us', 'kim jong un')
    """
    text = re.sub(r"(?<=\b\w) (?=\w\b)", "", " ".join(_words(name)))
    text = text.removesuffix("'s").removesuffix("'").rstrip()
    return text.removeprefix("the ") or text or name


@cache
def parts(name: str) -> PersonName:
    """The parts of a person's name that is written given name first.

    >>> parts("Ursula von der Leyen").last, parts("al-Assad").last
    ('von der leyen', 'assad')
    """
    words = [word for token in JOINED_ARTICLE.sub(r"\1 ", name).split() for word in _with_hyphens(token)]
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    begin = _surname(words, lower=name[:1].islower() or re.match(r"(?:al|el)\b[^ ]", name, re.IGNORECASE) is not None)
    last = words[begin:]
    while len(last) > 1 and last[0] in ARTICLES:
        last = last[1:]
    given = words[:begin]
    return PersonName(given[0] if given else "", tuple(given[1:]), " ".join(last).removesuffix("'s"), suffix)


def _words(name: str) -> list[str]:
    """The words of a name, folded; letters with dots are words of their own."""
    plain = unicodedata.normalize("NFKD", name.translate(APOSTROPHES)).casefold().translate(PLAIN)
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(SIGNS)).split()


def _with_hyphens(token: str) -> list[str]:
    """The words of what stands between spaces; those that hyphens join are one, but for a particle ("al-Assad")."""
    found = _words(token)
    whole = "." not in token and len(found) > 1 and found[0] not in PARTICLES
    return [" ".join(found)] if whole else found


def _surname(words: Sequence[str], *, lower: bool) -> int:
    """Where the surname begins, with the particles before it; ``lower`` where the name may begin with one."""
    begin = max(len(words) - 1, 0)
    while begin > 1 and words[begin - 1] in PARTICLES:
        begin -= 1
    only = begin == 1 and words[0] in PARTICLES and (lower or len(words) > 2)
    return 0 if only else begin


def shown(names: Mapping[str, int]) -> str:
    """The name to show of all that are one, with how often each is used: the most frequent of the full ones.

    A full name has more than one word, begins with no initial, is not in capitals, and is not the end of another. Of
    equals it is the shorter, then the first of the alphabet.
    """
    return min(names, key=lambda name: (*_lacks(name, names), -names[name], len(name.split()), name))


def _lacks(name: str, names: Iterable[str]) -> tuple[bool, ...]:
    """What keeps a name from being full, the gravest first."""
    words = [word.strip(".,") for word in name.split()]
    proper = [word for word in words if word.casefold() not in SUFFIXES]
    return (
        len(proper) < 2,
        any(other.endswith(f" {name}") for other in names),
        not proper or len(proper[0]) < 2,
        len(proper) > 1 and name.isupper(),
        len(proper) < len(words),
        not any(c.isupper() for c in name),
    )
