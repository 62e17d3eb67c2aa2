"""Pairs of names that may be one actor's, each with how the names are alike; found by what both have, not by comparing all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from ..model.names import ends, firsts, fold, letters, parts, without_form
from .names import LEGAL, SHORT, TRADE, fold_body, left_out, person_likeness, skeleton, spelled_alike
from .profiles import Profile

#: for each name the fuller ones that may be the same actor's, with how they are alike
Candidates = dict[str, dict[str, str]]
#: with so many names that share a key, the key says nothing
CROWD = 200
#: acronyms that are many bodies'
FEW_LETTERS = {2: "acronym of two letters", 3: "acronym of three letters"}


def candidates(found: Mapping[str, Profile]) -> Candidates:
    """For each name, by its key, the fuller ones that may stand for the same actor, and how they are alike."""
    pairs: Candidates = defaultdict(dict)
    persons = {key: one.name for key, one in found.items() if one.is_person and not one.is_bare}
    places = {key: one.name for key, one in found.items() if one.family == "place"}
    bodies = {key: one.name for key, one in found.items() if one.family == "body"}
    every = (_persons(persons), _surnames(persons), _acronyms(places), _bodies(bodies), _acronyms_within(found, bodies))
    for short, longer, likeness in chain.from_iterable(every):
        pairs[short].setdefault(longer, likeness)
    return pairs


def _persons(names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Persons of one surname, or of surnames that sound alike, with first names that can be one."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, name in names.items():
        own = parts(name)
        begins = {each[:1] for each in (*firsts(own, SHORT), *own.middle[:1])}
        for begin in sorted(begins):
            groups[skeleton(own.last) or own.last, begin].append(key)
    for group in (each for each in groups.values() if len(each) <= CROWD):
        for one in group:
            for two in group:
                if _says_less(names[one], names[two]) and (likeness := person_likeness(names[one], names[two])):
                    yield one, two, likeness


def _says_less(one: str, two: str) -> bool:
    """Whether a name says less than another: its first name an initial, or shorter, or no middle name."""
    a, b = parts(one), parts(two)
    return (len(a.first) > 1, len("".join(a.middle)), len(a.first), one) < (
        len(b.first) > 1,
        len("".join(b.middle)),
        len(b.first),
        two,
    )


def _surnames(names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Several surnames of a person, and the full name that ends with them ("López Obrador")."""
    folded = {fold(name): key for key, name in names.items()}
    for key, name in names.items():
        for end in ends(fold(name)):
            if " " in end and (short := folded.get(end)) and short != key:
                yield short, key, "last names"


def _bodies(names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Bodies and things: acronyms, and names without some of their words."""
    bare = {key: fold_body(without_form(name, LEGAL)) for key, name in names.items()}
    yield from _legal_forms(names, bare)
    yield from _acronyms(names)
    yield from _middle_words(bare)
    yield from _edges(bare)
    yield from _spellings(bare)


def _acronyms_within(found: Mapping[str, Profile], bodies: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Acronyms of a part of a name ("Federal Harbour Board": HB), where articles that have the name in full use them."""
    for key in bodies:
        own = letters(found[key].name)
        for name in sorted({fold_body(alias) for alias in found[key].names if alias.isupper()} & bodies.keys()):
            if name != own and name in own:
                yield name, key, "acronym within"


def _legal_forms(names: Mapping[str, str], bare: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    by_name = {fold_body(name): key for key, name in names.items()}
    groups: dict[str, list[str]] = defaultdict(list)
    for key, name in bare.items():
        groups[name].append(key)
    for name, group in groups.items():
        first = by_name.get(name, min(group))
        yield from ((key, first, "legal form") for key in group if key != first)


def _acronyms(names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    by_letters: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        for own in sorted({letters(name), letters(without_form(name, LEGAL))}):
            by_letters[own].append(key)
    for key, name in names.items():
        plain = name.replace(".", "")
        if plain.isupper() and len(plain) > 1 and " " not in plain:
            kind = FEW_LETTERS.get(len(plain), "acronym")
            yield from ((key, longer, kind) for longer in by_letters.get(plain.lower(), ()) if longer != key)


def _middle_words(bare: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, name in bare.items():
        own = name.split()
        if len(own) > 1:
            by_ends[own[0], own[-1]].append(key)
    for group in (each for each in by_ends.values() if len(each) <= CROWD):
        for one in group:
            yield from ((one, two, "words left out") for two in group if left_out(bare[one], bare[two]))


def _edges(bare: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Names without their first words ("Brotherhood"), without what they do ("Computer"), or the second thing that they do."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for key, name in bare.items():
        by_name[name].append(key)
    for key, name in bare.items():
        for end in ends(name):
            likeness = "last words" if " " in end else "last word"
            yield from ((short, key, likeness) for short in by_name.get(end, ()))
        own = name.split()
        if len(own) > 1 and own[-1] in TRADE:
            yield from ((short, key, "trade") for short in by_name.get(" ".join(own[:-1]), ()))
        first, _, second = name.rpartition(" and ")
        if " " in first and second:
            yield from ((short, key, "first words") for short in by_name.get(first, ()))


def _spellings(bare: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Names that differ in spaces, or sound alike and are written nearly alike ("Centre", "Center")."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, name in bare.items():
        groups[skeleton(name)].append(key)
    for group in (each for each in groups.values() if len(each) <= CROWD):
        for one, two in ((one, two) for one in group for two in group if bare[one] < bare[two]):
            if bare[one].replace(" ", "") == bare[two].replace(" ", ""):
                yield one, two, "written apart"
            elif spelled_alike(bare[one], bare[two]):
                yield one, two, "spelled alike"
