"""Which names of different articles may be one: persons by their parts, bodies by their letters and words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nameparser import HumanName


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name in parts, in lower case: first name, middle names or initials, surname; empty where it has none."""

    first: str
    middle: tuple[str, ...]
    last: str


@cache
def parts(name: str) -> Parts:
    """The parts of a person's name. One word is a surname."""
    words = name.split()
    if len(words) == 1:
        return Parts("", (), name.lower())
    parsed = HumanName(name)
    first, last = parsed.first or words[0], parsed.last or words[-1]
    return Parts(_plain(first), tuple(_plain(m) for m in parsed.middle.split()), _plain(last))


def one_person(one: Parts, two: Parts) -> bool:
    """Whether two names with a first name can be one person's: the same surname, first names the same or an initial of the
    other, middle names that do not differ."""
    if one.last != two.last or not one.first or not two.first or not _same_or_initial(one.first, two.first):
        return False
    return all(_same_or_initial(a, b) for a, b in zip(one.middle, two.middle, strict=False))


def letters(name: str) -> str:
    """What a body is called by the first letters of its words ("International Atomic Energy Agency": iaea)."""
    words = [w for w in name.replace("-", " ").split() if w[0].isupper()]
    return "".join(w[0] for w in words).lower() if len(words) > 1 else ""


def left_out(short: str, long: str) -> bool:
    """Whether a name is another with words left out of its middle ("iTunes Store", "iTunes Music Store")."""
    few, many = short.lower().split(), long.lower().split()
    if not 1 < len(few) < len(many) or few[0] != many[0] or few[-1] != many[-1]:
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def _same_or_initial(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) == 1 and one[:1] == two[:1])


def _plain(name: str) -> str:
    return name.lower().replace(".", "").strip("\"'“”‘’ ")
