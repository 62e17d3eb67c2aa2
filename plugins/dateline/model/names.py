"""Names: one spelling for all that differ in signs alone, their parts and letters, which can be one, and which is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
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
#: small words that stand inside a person's name, and begin its surname ("von der Leyen")
PARTICLES = frozenset(
    {"van", "von", "der", "den", "ter", "ten", "zu", "zur", "af", "de", "del", "della", "di", "da", "dal", "do", "dos", "das"}
    | {"du", "la", "le", "st", "'t", "y", "e", "bin", "ibn", "bint", "ben", "abu", *ARTICLES}
)
#: what tells father from son, by how it is written
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
#: titles and the like in a word with hyphens ("then-President")
HYPHEN = re.compile("[-‐‑–]")
ACRONYM = re.compile(r"[A-Z][A-Z&.]*[A-Z]\.?")
#: for each short form of a first name what it may stand for
ShortForms = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded: first name, middle names or initials, surname, and what tells father from son.

    A part that a name does not have is empty; one word is a surname.
    """

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name but the suffix."""
        return tuple(" ".join((self.first, *self.middle, self.last)).split())


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
    suffix = SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in SUFFIXES else ""
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


def without_titles(name: str, before: Collection[str]) -> str:
    """A person's name without what stands ``before`` it; what is nothing but that stays.

    >>> without_titles("Then Vice-President Ada Bell", {"then", "vice", "president"})
    'Ada Bell'
    """
    rest = name.split()
    while rest and all(fold(part) in before for part in HYPHEN.split(rest[0]) if part):
        rest = rest[1:]
    return " ".join(rest) or name


def without_form(name: str, forms: Collection[str]) -> str:
    """A body's name without words such as "Inc." behind it.

    >>> without_form("Orchard Computer, Inc.", {"inc"})
    'Orchard Computer'
    """
    rest = name.split()
    while len(rest) > 1 and fold(rest[-1]) in forms:
        rest = rest[:-1]
    return " ".join(rest).rstrip(",& ")


def letters(name: str) -> str:
    """What a body is called by the first letters of its words ("International Atomic Energy Agency": iaea); of an acronym
    among them all letters count."""
    found = [w.replace(".", "") for w in re.split(r"[\s\-‐‑–]+", name) if w[:1].isupper()]
    return "".join(w if w.isupper() else w[0] for w in found).lower() if len(found) > 1 else ""


def is_acronym(name: str) -> bool:
    """Whether a name is nothing but capitals ("NATO", "U.N.")."""
    return ACRONYM.fullmatch(name) is not None


@cache
def is_name(name: str) -> bool:
    """Whether words are a name of somebody's own: they begin and end with a name ("Osama bin Laden", not "EU diplomat")."""
    own = name.split() or [name]
    begins = has_capital(own[0]) or fold(own[0]) in PARTICLES
    return begins and has_capital(own[-1])


def has_capital(word: str) -> bool:
    """Whether a word has a capital, wherever ("iPhone")."""
    return any(c.isupper() for c in word)


def ends(name: str) -> Iterator[str]:
    """What is left of a folded name without its first words, the longest first."""
    found = name.split()
    return (" ".join(found[i:]) for i in range(1, len(found)))


def likeness(a: PersonName, b: PersonName, short: ShortForms) -> str | None:
    """How two full names with one surname can be one person's; None where they cannot."""
    if (a.suffix and b.suffix and a.suffix != b.suffix) or a.last != b.last or not middles(a.middle, b.middle):
        return None
    if a.first == b.first:
        return "first name and surname"
    if _is_initial(a.first, b.first):
        return "initial and surname"
    if any(x.first in y.middle[:1] and len(y.first) == 1 for x, y in ((a, b), (b, a))):
        return "middle name and surname"
    return "short first name and surname" if firsts(a, short) & firsts(b, short) else None


def firsts(name: PersonName, short: ShortForms) -> frozenset[str]:
    """The first name, and what it may be short for."""
    return frozenset({name.first, *short.get(name.first, ())})


def middles(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether middle names can be one person's: each the same, or an initial of the other; the last may be left out."""
    return all(name == other or _is_initial(name, other) for name, other in zip(one, two, strict=False))


def _is_initial(one: str, two: str) -> bool:
    return min(len(one), len(two)) == 1 and one[:1] == two[:1]


def shown(names: Mapping[str, int], kind: str, far: int | None = None) -> str:
    """The name to show of all that are one, with how often each is used: the most frequent that says who it is.

    A person's has a first name that is no initial, a body's is not the letters of another; neither is what is left of another,
    unless it is more than ``far`` times as frequent. Of equals it is the shorter for persons, the longer for all others.
    """
    left = _left(names, far)
    if kind == "person":
        return min(names, key=lambda name: (*_lacks(name, left), -names[name], len(name.split()), len(name), name))
    clear = [name for name in names if is_name(name) and name not in left] or list(names)
    return max(clear, key=lambda name: (names[name], not name.isupper(), len(name), name))


def _left(names: Mapping[str, int], far: int | None) -> set[str]:
    """The names that are the last words or the letters of another."""
    whole: dict[str, int] = {}
    for name, count in names.items():
        for rest in (*ends(fold(name)), letters(name)):
            whole[rest] = max(count, whole.get(rest, 0))
    return {n for n in names if fold(n) in whole and (far is None or names[n] <= far * whole[fold(n)])}


def _lacks(name: str, left: Collection[str]) -> tuple[bool, ...]:
    """What keeps a person's name from being full, the gravest first."""
    own = parts(name)
    return not own.first, name in left, len(own.first) == 1, name.isupper(), bool(own.suffix), not has_capital(name)
