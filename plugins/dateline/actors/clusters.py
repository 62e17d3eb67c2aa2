"""Which names of an article are one: persons by the parts of their names, the rest by their words and letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.names import PersonName, ShortForms, fold, likeness, parts, without_form, without_titles
from .names import acronyms

#: after how many names of persons and others a use counts by half
FADE = 40
#: from how many letters on a name in small letters is an acronym ("Unesco")
SHORT = 3
Lists = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name where it is used: ``kind`` of what it names; ``gender`` where a title says it; ``kin`` where it is introduced as
    a relative's."""

    name: str
    kind: str
    gender: str | None = None
    kin: bool = False


def clusters(uses: Sequence[NameUse], lists: Lists, renamed: Mapping[int, int] | None = None) -> list[str]:
    """For each use of a name, in the order of the text, the key of its cluster: the folded name that says most.

    ``renamed`` leads from the use of one name to that of another by which the article calls the same ("Facebook (now Meta)").
    """
    letters = acronyms(use.name for use in uses if use.kind != "person")
    short = {i for i, use in enumerate(uses) if len(use.name) >= SHORT and _letters(use.name) in letters}
    persons = {i: use for i, use in enumerate(uses) if use.kind == "person" and i not in short}
    rest = {i: use for i, use in enumerate(uses) if i not in persons}
    keys = {**_persons(persons, lists), **_others(rest, lists)}
    return _joined([keys[i] for i in range(len(uses))], renamed or {})


def _joined(keys: Sequence[str], renamed: Mapping[int, int]) -> list[str]:
    """The keys, where those of two names of one thing are the same."""
    to = {keys[i]: keys[other] for i, other in sorted(renamed.items()) if keys[i] != keys[other]}
    return [to.get(key, key) if to.get(to.get(key, key)) != key else key for key in keys]


def _persons(uses: Mapping[int, NameUse], lists: Lists) -> dict[int, str]:
    """The keys of persons' names. One that several could bear is the one's who is nearest."""
    names = {i: parts(without_titles(use.name, lists["royal"])) for i, use in uses.items()}
    people = People(_people(names.values(), lists["short_forms"]), lists["surnames_first"])
    people.introduce((i, names[i], use.kin) for i, use in uses.items())
    return {i: people.key(names[i], i, use.gender) for i, use in uses.items()}


def _people(names: Iterable[PersonName], short_forms: ShortForms) -> dict[PersonName, list[PersonName]]:
    """Full names by those that can be one person's: each with the one person of whom nothing contradicts it."""
    distinct = sorted({name for name in names if name.first}, key=lambda name: (-len(name.words), name.words, name.suffix))
    found: list[list[PersonName]] = []
    may: dict[PersonName, list[PersonName]] = {}
    for name in distinct:
        fits = [group for group in found if all(_can_be_one(name, other, short_forms) for other in group)]
        if len(fits) == 1:
            fits[0].append(name)
        elif not fits:
            found.append([name])
        may[name] = [group[0] for group in fits] or [name]
    return may


def _can_be_one(one: PersonName, two: PersonName, short_forms: ShortForms) -> bool:
    """Whether two full names can be one person's; one may be the last words of the other."""
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return False
    few, many = sorted((one.words, two.words), key=len)
    return many[-len(few) :] == few or likeness(one, two, short_forms) is not None


class People:
    """The persons named in full; tells whose a name is, as the article goes on."""

    def __init__(self, may: Mapping[PersonName, list[PersonName]], surnames_first: Collection[str] = ()) -> None:
        self.may = may
        self.surnames_first = surnames_first
        self.used: dict[PersonName, list[int]] = defaultdict(list)
        self.gender: dict[PersonName, str] = {}
        self.named: dict[PersonName, list[int]] = defaultdict(list)
        self.called: dict[PersonName, int] = {}
        self.kin: set[PersonName] = set()
        self.known: dict[PersonName, list[PersonName]] = {}

    def introduce(self, uses: Iterable[tuple[int, PersonName, bool]]) -> None:
        """Note where the article names each person in full, and each by a single name; and who is introduced as a relative."""
        for at, name, kin in uses:
            bearers = self._bearers(name)
            if not name.first:
                self.called.setdefault(name, at)
            elif len(bearers) == 1:
                self.named[bearers[0]].append(at)
            if kin:
                self.kin |= {one for one in bearers if name.first or name.last == one.first}

    def key(self, name: PersonName, at: int, gender: str | None) -> str:
        """The key of whoever bears this name here."""
        bearers = self._bearers(name)
        if not name.first and not gender:
            bearers = self._own(name, bearers)
        agreeing = [one for one in bearers if not gender or self.gender.get(one, gender) == gender] or bearers
        if not agreeing:
            return _key(name)
        chosen = max(agreeing, key=lambda one: (self._salience(one, at), len(self.named[one]), _key(one)))
        self.used[chosen].append(at)
        if gender:
            self.gender[chosen] = gender
        return _key(chosen)

    def _bearers(self, name: PersonName) -> list[PersonName]:
        """The persons who may bear a name, by the part of theirs that fits best."""
        if name in self.may:
            return self.may[name]
        if name not in self.known:
            self.known[name] = self._fitting(name)
        return self.known[name]

    def _fitting(self, name: PersonName) -> list[PersonName]:
        fits = {full: self._part_of(name, full) for full in self.may}
        best = max(fits.values(), default=0)
        bearers = [self.may[full][0] for full, fit in fits.items() if fit == best and len(self.may[full]) == 1]
        return list(dict.fromkeys(bearers)) if best else []

    def _own(self, name: PersonName, bearers: list[PersonName]) -> list[PersonName]:
        """The bearers of a surname without those who are another's relatives: that is another of them, or one who is called
        by it before they are named."""
        own = [one for one in bearers if one not in self.kin or name.last != one.last]
        before = any(self.called[name] < self.named[one][0] for one in bearers)
        return own if own or before else bearers

    def _part_of(self, short: PersonName, full: PersonName) -> int:
        """How well a name that is not full fits a full one: 2 as its surname, 1 as its first name, 0 not at all."""
        if short.suffix and short.suffix != full.suffix:
            return 0
        if full.words[-len(short.words) :] == short.words or short.last == full.last:
            return 2
        if full.words[: len(short.words)] != short.words:
            return 0
        return 2 if full.first in self.surnames_first else 1

    def _salience(self, one: PersonName, at: int) -> float:
        """How present a person is: each use before counts, the nearer the more."""
        return sum(FADE / (FADE + at - use) for use in self.used[one])


def _key(name: PersonName) -> str:
    return " ".join((*name.words, name.suffix)).strip()


def _others(uses: Mapping[int, NameUse], lists: Lists) -> dict[int, str]:
    """The keys of names of bodies, places and things: without their form, acronyms and short names in full, things in the
    singular where the article has that."""
    forms = {*lists["legal"], *lists["legal_short"]}
    plain = {i: fold(without_form(use.name, forms)) for i, use in uses.items()}
    said = set(plain.values())
    many = {name for name in said if name.endswith("s") and name[:-1] in said}
    plain = {i: name[:-1] if name in many and uses[i].kind == "thing" else name for i, name in plain.items()}
    bodies = {plain[i] for i, use in uses.items() if use.kind == "organisation"}
    acronym = acronyms(use.name for use in uses.values() if use.kind != "person")
    longer = {name: full for name in bodies if (full := _without_first_words(name, bodies, lists["heads"]["organisation"]))}
    longer |= {name: full for name in bodies if (full := _with_trade(name, bodies, lists["trades"]))}
    found = {}
    for i, use in uses.items():
        full = acronym.get(_letters(use.name))
        name = fold(without_form(full, forms)) if full else plain[i]
        found[i] = longer.get(name, name) if use.kind == "organisation" else name
    return found


def _letters(name: str) -> str:
    """A name as an acronym is compared."""
    return fold(name).replace(".", "")


def _without_first_words(name: str, bodies: set[str], heads: Collection[str]) -> str | None:
    """The one body of whose name this is the end ("Security Council"); a single word only where it says what it is."""
    if " " not in name and name not in heads:
        return None
    longest = max((body for body in bodies if body.endswith(f" {name}")), key=len, default=None)
    others = bodies - {name, longest}
    alone = longest is not None and all(longest.endswith(f" {body}") for body in others if body.endswith(f" {name}"))
    return longest if alone else None


def _with_trade(name: str, bodies: set[str], trades: Sequence[str]) -> str | None:
    """The one body that has this name with its trade behind it ("Ford": Ford Motor)."""
    fits = [body for body in bodies if body.startswith(f"{name} ") and set(body[len(name) :].split()) <= set(trades)]
    return fits[0] if len(fits) == 1 else None
