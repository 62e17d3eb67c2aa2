"""The gazetteer: which country a word belongs to, from the packages of countries and cities and the words that they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import pycountry
from babel import Locale

from .towns import Towns

Lists = Mapping[str, Sequence[str]]
#: the lists of words by country, and what their words are
KINDS = {"names": "country", "regions": "region", "demonyms": "people", "metonyms": "seat", "peoples": "faith"}


class Place(NamedTuple):
    """What a word stands for: the code of a country (ISO 3166-1 alpha-3, or PLOVER's IGO, NGO, IMG, MNC), and as what.

    ``kind`` is country, region (a part of one), people (a demonym), faith (a people without a country of its name), seat (of
    its government), capital, city or body. ``state`` is the name of a state of the past.
    """

    code: str
    kind: str
    state: str | None = None


class Gazetteer:
    """Looks words up. ``places`` has names, demonyms, metonyms and peoples by country; ``bodies`` organisations by code."""

    def __init__(self, places: Mapping[str, Any], bodies: Lists) -> None:
        self.towns = Towns()
        self._called: dict[str, str] = {code: names[0] for code, names in places["names"].items()}
        self._short = {_key(word): code for code, words in places["abbreviations"].items() for word in words}
        self._known = {_key(name): Place(code, "country") for code, name in reversed(list(_named()))}
        for key, kind in KINDS.items():
            self._learn(places[key], kind)
        for capital, code in self.towns.capitals.items():
            self._known.setdefault(_key(capital), Place(code, "capital"))
        self._learn(bodies, "body")
        for state, past in places["past"].items():
            self._learn({past["in"]: [state, *past["names"]]}, "country", state)
            self._learn({past["in"]: past["people"]}, "people", state)

    def _learn(self, lists: Lists, kind: str, state: str | None = None) -> None:
        for code, words in lists.items():
            for word in words:
                self._known[_key(word)] = Place(code, kind, state)

    @cached_property
    def alike(self) -> dict[str, tuple[str, str, frozenset[str]]]:
        """American states that are called like a country: that, the state's own country, and its towns."""
        states = self.towns.american
        named = ((name, self._known.get(_key(name))) for name in states)
        return {n: (place.code, "USA", states[n]) for n, place in named if place is not None and place.kind == "country"}

    def find(self, name: str) -> Place | None:
        """What a name or a word stands for; a plural demonym ("Israelis") is its singular. Cities are not looked at.

        A word without a capital is no name ("male" is not the capital of the Maldives).
        """
        if name.islower():
            return None
        key = _key(name)
        found = self._known.get(key) or (self._plural(key) if key.endswith("s") else None)
        return None if found and found.kind == "capital" and self.towns.country(name) is None else found

    def city(self, name: str) -> Place | None:
        """What is known of a town or state by its name, where that is clear."""
        code = self.towns.country(name) or self._short.get(_key(name))
        return Place(code, "city") if code else None

    def holders(self, name: str) -> frozenset[str]:
        """The countries that a name may mean behind a town: their own, or that of a state or province ("Ga.")."""
        key = _key(name)
        found = self.towns.divisions.get(key, frozenset())
        if (place := self._known.get(key)) is not None and place.kind in {"country", "region"}:
            found |= {place.code}
        short = self._short.get(key) or ("USA" if key in self.towns.postal else None)
        return found | {short} if short else found

    def name(self, code: str) -> str:
        """What news calls a country; the code itself where it is none."""
        if code in self._called:
            return self._called[code]
        country = pycountry.countries.get(alpha_3=code)
        return str(ENGLISH.territories.get(country.alpha_2, country.name)) if country else code

    def _plural(self, key: str) -> Place | None:
        found = self._known.get(key[:-1])
        return found if found and found.kind in {"people", "faith"} else None


ENGLISH = Locale("en")


def _named() -> Iterator[tuple[str, str]]:
    """Each country's code with each of its names."""
    for country in pycountry.countries:
        spelled = ENGLISH.territories.get(country.alpha_2, "").replace("’", "'")
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""), spelled):
            if name:
                yield country.alpha_3, name.split(",")[0] if name.count(",") == 1 else name


def _key(name: str) -> str:
    """How a name is looked up: without article and case, but a short word in capitals ("US") only as it stands."""
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    said = " ".join(words)
    return said if len(said.replace(".", "")) <= 3 and said.isupper() else said.lower()
