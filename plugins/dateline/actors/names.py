"""Names: what is no part of one, the words of which a person's name is made, and the letters of a body's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Mention
from ..model.names import fold

#: what a surname may begin with and be called without ("al-Assad")
PREFIX = re.compile(r"(?:al|el|ul|ad|ash|as|an|ibn|bin)[- ](?=\w{3})")
#: what stands between a name and another of the same
BRACKET = re.compile(r"(?P<sign> ?\(|, ) ?(?P<words>(?:[a-z.]+ )*)[\"“'‘]?")
#: a stop behind a word that is no abbreviation
FULL_STOP = re.compile(r"[a-z]{5}\.$")
ACRONYM = re.compile(r"[A-Z][A-Z&.]*[A-Z]\.?")


def clean(text: str, start: int, edges: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Where the name proper starts and ends: without article, title, possessive ending and white space."""
    end = start + len(text)
    while (ending := next((e for e in edges["after"] if text.endswith(e)), None)) is not None or text != text.rstrip():
        text = text[: -len(ending)] if ending else text.rstrip()
        end = start + len(text)
    if FULL_STOP.search(text):
        text, end = text[:-1], end - 1
    while (head := re.match(r"(\S+)\s+", text)) and head[1].lower() in edges["before"]:
        start, text = start + head.end(), text[head.end() :]
    return start, end


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in folded words without title; ``generation`` is "jr", "sr" or a number, where it is said."""

    words: tuple[str, ...]
    generation: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it has a first name and a surname."""
        return len(self.words) > 1

    @property
    def last(self) -> str:
        """The surname without what it may be called without."""
        return PREFIX.sub("", self.words[-1])


def person_name(name: str, lists: Mapping[str, Sequence[str]]) -> PersonName:
    """The parts of a person's name. ``lists`` has titles that go on a name (``royal``) and ``generations`` by their words."""
    words = [word.strip(".,\"'“”") for word in fold(name).replace(".", ". ").split()]
    words = [word.removesuffix("'s") for word in words if word]
    while len(words) > 1 and words[0] in lists["royal"]:
        words = words[1:]
    generation = ""
    if len(words) > 1 and words[-1] in lists["generations"]:
        generation = lists["generations"][words[-1]]  # type: ignore[call-overload]
        words = words[:-1]
    return PersonName(tuple(words), generation)


def one_person(one: PersonName, two: PersonName, short_forms: Mapping[str, str]) -> bool:
    """Whether two full names can be one person's: one surname, first names that agree, nothing that differs between."""
    if one.generation and two.generation and one.generation != two.generation:
        return False
    if one.words == two.words[-len(one.words) :] or two.words == one.words[-len(two.words) :]:
        return True
    if one.last != two.last or not _agree(one.words[0], two.words[0], short_forms):
        return False
    return all(_agree(a, b, short_forms) for a, b in zip(one.words[1:-1], two.words[1:-1], strict=False))


def part_of(short: PersonName, full: PersonName) -> int:
    """How well a name that is not full fits a full one: 3 as its surname, 2 as its first name, 0 not at all."""
    if short.generation and short.generation != full.generation:
        return 0
    count = len(short.words)
    if short.words == full.words[-count:] or (count == 1 and short.last == full.last):
        return 3
    return 2 if short.words == full.words[:1] else 0


def _agree(one: str, two: str, short_forms: Mapping[str, str]) -> bool:
    """Whether two first names are the same, or one is the initial or the short form of the other."""
    if min(len(one), len(two)) == 1:
        return one[0] == two[0]
    return short_forms.get(one, one) == short_forms.get(two, two)


def acronyms(names: Iterable[str]) -> dict[str, str]:
    """From an acronym, in lower case, to the one name whose words begin with its letters."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = [w for w in re.findall(r"[\w'’]+", name) if w[0].isupper()]
        if len(words) > 1:
            found.setdefault("".join(w[0] for w in words).lower(), set()).add(name.lower())
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


def is_acronym(name: str) -> bool:
    """Whether a name is nothing but capitals ("NATO", "U.N.")."""
    return ACRONYM.fullmatch(name) is not None


def without_form(name: str, forms: Sequence[str]) -> str:
    """A body's folded name without article and without the form of its company ("inc", "corp")."""
    words = fold(name).replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in forms:
        words = words[:-1]
    return " ".join(words)


def renamings(mentions: Sequence[Mention], text: str, lists: Mapping[str, Sequence[str]]) -> dict[int, int]:
    """From names to those before them that are the same by the words between: "Facebook (now Meta)", "Bank of Italy (BOI)".

    Behind a bracket with no word of renaming, only the letters of the name before are.
    """
    found = {}
    for i in range(1, len(mentions)):
        before, name = mentions[i - 1], mentions[i]
        between = BRACKET.fullmatch(text[before.end : name.start])
        closed = text[name.end : name.end + 1] in {")", ",", "."}
        if between is None or not closed:
            continue
        said = between["words"].split()
        renamed = bool(said) and set(said) <= set(lists["renaming"]) and (said != ["the"]) and said != ["also"]
        if renamed or (between["sign"] == "(" and not said and _has_letters(name.text, before.text)):
            found[i] = i - 1
    return found


def _has_letters(short: str, full: str) -> bool:
    """Whether a name in capitals has letters of a longer one, in order, from its first on."""
    if not is_acronym(short) or " " not in full:
        return False
    rest = iter(full.casefold())
    return short[0].casefold() == full[0].casefold() and all(letter in rest for letter in short.replace(".", "").casefold())
