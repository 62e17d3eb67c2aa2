"""Which names may be one actor's: persons' by their parts, bodies' by their letters and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz

from ..lang import words
from ..model.names import PARTICLES, SUFFIXES, PersonName, fold, parts

FORMS = words("en", "name_forms")
BEFORE = frozenset({*FORMS["titles"], *FORMS["adverbs"]})
LEGAL_SHORT = frozenset(FORMS["legal_short"])
LEGAL = LEGAL_SHORT | {*FORMS["legal"]}
ABBREVIATIONS: dict[str, str] = FORMS["abbreviations"]
SPELLINGS = tuple(FORMS["spellings"].items())
TRADE = frozenset(FORMS["trade"])
SURNAMES_FIRST = frozenset(FORMS["surnames_first"])
SHORT = {short: frozenset({short, *full}) for short, full in FORMS["short"].items()}
#: the first word of several, or of a word with hyphens
HEAD = re.compile(r"([^\s-]+)[\s-]+(?=\S)")
#: how alike (of 100) and how long words must be, beside their consonants, to be spellings of one
ALIKE, LONG = 70, 5
#: how alike the words of a body's name must be
NEAR = 80
#: how spellings of one sound are written in a skeleton of consonants ("Qaddafi", "Gadhafi")
SOUNDS = ((r"kh|gh|q|k|c|g", "g"), (r"th|dh|d|t", "d"), (r"ph|f|v|w", "f"), (r"sh|ch|z|s", "s"), (r"[aeiouyh' ]", ""))


@cache
def without_titles(name: str) -> str:
    """A person's name without titles and adverbs before it; what is nothing but titles stays.

    >>> without_titles("Then Vice-President Ada Bell")
    'Ada Bell'
    """
    rest = name
    while (head := HEAD.match(rest)) and fold(head[1]) in BEFORE:
        rest = rest[head.end() :]
    return name if fold(rest) in BEFORE else rest


def without_legal_form(name: str, forms: Collection[str] = LEGAL) -> str:
    """A body's name without words such as "Inc." behind it.

    >>> without_legal_form("Orchard Computer, Inc.")
    'Orchard Computer'
    """
    rest = name.split()
    while len(rest) > 1 and fold(rest[-1]) in forms:
        rest = rest[:-1]
    return " ".join(rest).rstrip(",& ")


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


def letters(name: str) -> str:
    """What a body is called by the first letters of its words ("International Atomic Energy Agency": iaea); of an acronym
    among them all letters count."""
    found = [w for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return "".join(w if w.isupper() else w[0] for w in found).lower() if len(found) > 1 else ""


@cache
def is_name(name: str) -> bool:
    """Whether words are a name of somebody's own: they begin and end with a name ("Bank of Riga", not "EU diplomat")."""
    own = name.split() or [name]
    begins = has_capital(own[0]) or fold(own[0]) in PARTICLES
    return begins and has_capital(own[-1])


@cache
def is_person_name(name: str) -> bool:
    """Whether all words of a name have a capital, but for what begins a surname.

    >>> is_person_name("Osama bin Laden"), is_person_name("Kenyan capital Nairobi")
    (True, False)
    """
    return all(has_capital(word) or fold(word) in PARTICLES | SUFFIXES for word in name.split())


def has_capital(word: str) -> bool:
    """Whether a word has a capital, wherever ("iPhone")."""
    return any(c.isupper() for c in word)


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


def ends(name: str) -> Iterator[str]:
    """What is left of a folded name without its first words, the longest first."""
    found = name.split()
    return (" ".join(found[i:]) for i in range(1, len(found)))


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


def firsts(name: PersonName) -> frozenset[str]:
    """The first name, and what it may be short for."""
    return SHORT.get(name.first, frozenset({name.first}))


def person_likeness(one: str, two: str) -> str | None:
    """How two full names can be one person's, the surest way first; None where they cannot."""
    a, b = parts(one), parts(two)
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return None
    if a.last == b.last:
        return _with_surname(a, b)
    firsts_alike = a.first == b.first or sounds_alike(a.first, b.first)
    return "spelled alike" if firsts_alike and sounds_alike(a.last, b.last) and _middles(a.middle, b.middle) else None


def _with_surname(a: PersonName, b: PersonName) -> str | None:
    """How two names with one surname can be one person's."""
    if not _middles(a.middle, b.middle):
        return None
    if a.first == b.first:
        return "first name and surname"
    if _is_initial(a.first, b.first):
        return "initial and surname"
    if any(x.first in y.middle[:1] and len(y.first) == 1 for x, y in ((a, b), (b, a))):
        return "middle name and surname"
    if firsts(a) & firsts(b):
        return "short first name and surname"
    return "first name spelled alike" if sounds_alike(a.first, b.first) else None


def sounds_alike(one: str, two: str) -> bool:
    """Whether two folded words can be spellings of one."""
    long = min(len(one), len(two)) >= LONG
    return long and skeleton(one) == skeleton(two) and fuzz.ratio(one, two) >= ALIKE


def spelled_alike(one: str, two: str) -> bool:
    """Whether each word of two folded names is the same, or can be another spelling of it ("Centre", "Center")."""
    few, many = one.split(), two.split()
    pairs = list(zip(few, many, strict=False))
    return len(few) == len(many) and all(a == b or (sounds_alike(a, b) and fuzz.ratio(a, b) > NEAR) for a, b in pairs)


def _middles(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether middle names can be one person's: each the same, or an initial of the other; the last may be left out."""
    return all(name == other or _is_initial(name, other) for name, other in zip(one, two, strict=False))


def _is_initial(one: str, two: str) -> bool:
    return min(len(one), len(two)) == 1 and one[:1] == two[:1]
