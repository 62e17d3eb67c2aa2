"""Which names may be one actor's: persons' by their parts, bodies' by their letters and words."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from ..lang import words
from ..model.names import PARTICLES, SUFFIXES, fold, has_capital, likeness, middles, parts

LISTS = words("en", "names")
#: what stands before persons' names and is no part of them
BEFORE = frozenset({*LISTS["titles"], *LISTS["leading"]})
#: forms of companies, and those that are not shown
LEGAL_SHORT = frozenset(LISTS["legal_short"])
LEGAL = LEGAL_SHORT | {*LISTS["legal"]}
ABBREVIATIONS: dict[str, str] = LISTS["abbreviations"]
SPELLINGS = tuple(LISTS["spellings"].items())
TRADE = frozenset(LISTS["trades"])
SURNAMES_FIRST = frozenset(LISTS["surnames_first"])
SHORT: dict[str, list[str]] = LISTS["short_forms"]
#: how alike (of 100) and how long words must be, beside their consonants, to be spellings of one
ALIKE, LONG = 70, 5
#: how alike the words of a body's name must be
NEAR = 80
#: how spellings of one sound are written in a skeleton of consonants ("Qaddafi", "Gadhafi")
SOUNDS = ((r"kh|gh|q|k|c|g", "g"), (r"th|dh|d|t", "d"), (r"ph|f|v|w", "f"), (r"sh|ch|z|s", "s"), (r"[aeiouyh' ]", ""))


@cache
def fold_body(name: str) -> str:
    """The name of a body, folded, with its first word written out ("UN envoys", "United Nations envoys"), in American spelling,
    without an Arabic article before it and possessive endings in it.

    >>> fold_body("UN Defence Organisation"), fold_body("Brandt's forces")
    ('united nations defense organization', 'brandt forces')
    """
    own = re.sub(r"'s? ", " ", fold(name))
    for british, american in SPELLINGS:
        own = re.sub(british, american, own)
    first, space, rest = (own.removeprefix("al ") or own).partition(" ")
    return f"{ABBREVIATIONS.get(first, first)}{space}{rest}"


@cache
def is_person_name(name: str) -> bool:
    """Whether all words of a name have a capital, but for what begins a surname.

    >>> is_person_name("Osama bin Laden"), is_person_name("Kenyan capital Nairobi")
    (True, False)
    """
    return all(has_capital(word) or fold(word) in PARTICLES or fold(word) in SUFFIXES for word in name.split())


def left_out(short: str, long: str) -> bool:
    """Whether a folded name is another with words left out of its middle ("iTunes Store", "iTunes Music Store")."""
    few, many = short.split(), long.split()
    if not 1 < len(few) < len(many) or few[0] != many[0] or few[-1] != many[-1]:
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def is_behind_preposition(short: str, long: str) -> bool:
    """Whether a body's name ends with another behind a small word ("Friends of the Harbour Board")."""
    before = long.split()[: -len(short.split())]
    return any(word.islower() and fold(word) not in PARTICLES for word in before[-2:])


@cache
def skeleton(word: str) -> str:
    """The consonants of a folded word, spellings of one sound alike.

    >>> skeleton("gadhafi") == skeleton("qaddafi")
    True
    """
    for wording, sound in SOUNDS:
        word = re.sub(wording, sound, word)
    return re.sub(r"(.)\1+", r"\1", word)


def called(name: str) -> set[str]:
    """By which single names a person is called, folded: the surname, which may stand first."""
    found, own = parts(name), fold(name).split()
    return {found.last, *own[: int(own[0] in SURNAMES_FIRST)]}


def person_likeness(one: str, two: str) -> str | None:
    """How two full names can be one person's, the surest way first; None where they cannot."""
    a, b = parts(one), parts(two)
    if found := likeness(a, b, SHORT):
        return found
    if (a.suffix and b.suffix and a.suffix != b.suffix) or not middles(a.middle, b.middle):
        return None
    if a.last == b.last:
        return "first name spelled alike" if sounds_alike(a.first, b.first) else None
    firsts_alike = a.first == b.first or sounds_alike(a.first, b.first)
    return "spelled alike" if firsts_alike and sounds_alike(a.last, b.last) else None


def sounds_alike(one: str, two: str) -> bool:
    """Whether two folded words can be spellings of one."""
    long = min(len(one), len(two)) >= LONG
    return long and skeleton(one) == skeleton(two) and fuzz.ratio(one, two) >= ALIKE


def spelled_alike(one: str, two: str) -> bool:
    """Whether each word of two folded names is the same, or can be another spelling of it ("Centre", "Center")."""
    few, many = one.split(), two.split()
    pairs = list(zip(few, many, strict=False))
    return len(few) == len(many) and all(a == b or (sounds_alike(a, b) and fuzz.ratio(a, b) > NEAR) for a, b in pairs)
