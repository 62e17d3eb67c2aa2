"""Named days: when a country keeps a feast, from the ``holidays`` package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import holidays

from .units import Day

#: years for which the package reckons moving feasts
YEARS = range(1800, 2200)


@cache
def day(name: str, year: int) -> Day | None:
    """The first day that is called ``COUNTRY/NAME`` in a year ("US/Thanksgiving Day"); None where it is not kept then."""
    country, called = name.split("/", 1)
    return _year(country, year).get(called.lower()) if year in YEARS else None


def names(countries: list[str], year: int = 2020) -> Mapping[str, str]:
    """What the days of these countries are called, in lower case, with the ``COUNTRY/NAME`` of the first that keeps one."""
    found: dict[str, str] = {}
    for country in countries:
        for called in _year(country, year):
            found.setdefault(called, f"{country}/{called}")
    return found


@cache
def _year(country: str, year: int) -> Mapping[str, Day]:
    kind = getattr(holidays, country)
    english = "en_US" if "en_US" in kind.supported_languages else None
    kept = holidays.country_holidays(country, years=year, language=english, categories=kind.supported_categories)
    found: dict[str, Day] = {}
    for when in sorted(kept):
        for called in kept[when].split("; "):
            found.setdefault(called.lower(), Day(when.year, when.month, when.day))
    return found
