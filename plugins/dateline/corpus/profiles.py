"""What all articles say of one name: how it is written, of what kind and country it is, with whom it stands, and when."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Actor, Article, Reading
from ..model.names import fold, has_capital, is_name, parts, without_titles
from .names import BEFORE, fold_body, is_person_name


@dataclass
class Profile:
    """A name over all articles, or all names of one actor that have been joined.

    ``names`` counts the articles that use each spelling, ``full`` the names by which articles call it first; ``company`` counts
    the articles that it shares with others, by their keys.
    """

    key: str
    full: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    company: Counter[str] = field(default_factory=Counter)
    years: tuple[int, int] | None = None
    _family: str | None = None

    @property
    def name(self) -> str:
        """The name that most articles give."""
        return max(self.full, key=lambda name: (self.full[name], name))

    @property
    def is_person(self) -> bool:
        """Whether most articles that name it mean a person."""
        return self.family == "person"

    @property
    def family(self) -> str:
        """What it can be one with: a person, a place, or a body or thing; nothing where it has no name."""
        if self._family is None:
            self._family = self._find_family()
        return self._family

    def _find_family(self) -> str:
        if not is_name(self.name) or fold(self.name) in BEFORE:
            return ""
        if 2 * self.kinds["person"] >= self.kinds.total():
            return "person" if is_person_name(self.name) else ""
        return "place" if 2 * self.kinds["place"] > self.kinds.total() else "body"

    @property
    def is_bare(self) -> bool:
        """Whether it is a person's surname alone, or one name that says no more."""
        return self.is_person and not parts(self.name).first

    @property
    def is_single(self) -> bool:
        """Whether it may be a person's single name: it is one, or is one word, and nothing says in which country it is."""
        return self.is_bare or (self.family in {"place", "body"} and " " not in self.name and not self.countries)

    def calls(self, name: str) -> int:
        """How many articles that name it in full call it so as well."""
        wanted = fold_body(name)
        return max((count for said, count in self.names.items() if fold_body(said) == wanted), default=0)

    def note(self, actor: Actor, article: Article, here: Collection[str]) -> None:
        """Take in what one article says; ``here`` are the keys of all whom it names."""
        name = without_titles(actor.name, BEFORE) if actor.kind == "person" else actor.name
        self._family = None
        self.full[name] += 1
        self.kinds[actor.kind] += 1
        for said in {name, *actor.aliases}:
            self.names[said] += 1
        if actor.country:
            self.countries[actor.country] += 1
        if actor.sector:
            self.sectors[actor.sector] += 1
        self.articles.add(article.id)
        for key in here:
            if key != self.key:
                self.company[key] += 1
        year = article.published[:4]
        if year.isdigit():
            self.years = _span(self.years, (int(year), int(year)))

    def add(self, other: Profile) -> None:
        """Take in what is said of another name of the same actor."""
        self._family = None
        for name in ("full", "names", "kinds", "countries", "sectors", "company"):
            getattr(self, name).update(getattr(other, name))
        self.articles |= other.articles
        self.years = _span(self.years, other.years)


def profiles(readings: Sequence[Reading]) -> tuple[dict[str, Profile], dict[str, dict[str, str]]]:
    """A profile for each name, by its key; and by article the key of each of its actors, by id."""
    persons = {fold(without_titles(a.name, BEFORE)) for r in readings for a in r.actors if a.kind == "person"}
    found: dict[str, Profile] = {}
    keys: dict[str, dict[str, str]] = {}
    for reading in readings:
        keys[reading.article.id] = own = {actor.id: _key(actor, persons) for actor in reading.actors}
        here = set(own.values())
        for actor in reading.actors:
            if own[actor.id] not in found:
                found[own[actor.id]] = Profile(own[actor.id])
            found[own[actor.id]].note(actor, reading.article, here)
    return found, keys


def profile(reading: Reading, actor: Actor, keys: Mapping[str, str]) -> Profile:
    """What one article says of an actor; ``keys`` has the keys of all its actors, by id."""
    found = Profile(keys[actor.id])
    found.note(actor, reading.article, set(keys.values()))
    return found


def rarity(found: Mapping[str, Profile], articles: int) -> dict[str, float]:
    """How much it says to stand with each: the more, the fewer articles name it."""
    return {key: math.log(1 + articles / len(one.articles)) for key, one in found.items()}


def _key(actor: Actor, persons: set[str]) -> str:
    """What an actor is known by over all articles: its name folded; a place that is somewhere is no person of its name."""
    if not has_capital(actor.name):
        return actor.id
    if actor.kind == "person":
        return fold(without_titles(actor.name, BEFORE))
    name = fold(actor.name)
    return f"{name} ({actor.country})" if actor.kind == "place" and actor.country and name in persons else fold_body(name)


def _span(one: tuple[int, int] | None, two: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or two is None:
        return one or two
    return min(one[0], two[0]), max(one[1], two[1])
