"""The day of publication: what address, head and the words near the headline tell, weighed against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .moments import figures_told, moment
from .pagelines import PageLine, page_lines

EARLIEST = "1600-01-01"
ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
#: what systems write where they know no day
EMPTY_DAYS = frozenset({"0001-01-01", "1900-01-01", "1970-01-01"})
#: countries that write the month before the day
MONTH_FIRST = frozenset({"US", "PH"})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page tells of its day: of the address, in the head (most telling first), and in the lines near the headline."""

    address: str
    stamps: tuple[str, ...]
    lines: tuple[PageLine, ...]

    @property
    def stamp(self) -> str:
        return next(iter(self.stamps), "")

    @property
    def line(self) -> PageLine | None:
        return next(iter(self.lines), None)


def publication_date(region: Any, headline: Any, url: str, stamps: Iterable[str], locale: str) -> str:
    """The day of publication as ISO, with its time where the page tells it; empty where nothing tells it.

    ``region`` is the page without what stands beside the article, and is changed; ``stamps`` are the moments that JSON-LD and
    meta tags tell, ``locale`` is the language of the page, as en-GB.
    """
    _tell_figures(region, _day_first(locale))
    lines = page_lines(region, headline, locale[:2].lower())
    told = tuple(stamp for stamp in stamps if stamp and stamp[:10] not in EMPTY_DAYS)
    clues = Clues(day_of_address(url), told, tuple(lines))
    day = _day(clues)
    return _moment_of(day, clues) if day else _searched(region, url)


def day_of_address(url: str) -> str:
    """The whole day that an address tells; empty where it tells none.

    >>> day_of_address("https://x.example/2023/11/08/strike"), day_of_address("https://x.example/2023/11/strike")
    ('2023-11-08', '')
    """
    found = ADDRESS.search(url)
    return moment("-".join(found.groups())) if found else ""


def _day_first(locale: str) -> bool | None:
    """Whether dates of figures begin with the day; None where the language is English, of no country that is told."""
    language, _, country = locale.replace("_", "-").upper().partition("-")
    if not language or (language.startswith("EN") and not country):
        return None
    return country not in MONTH_FIRST


def _tell_figures(root: Any, day_first: bool | None) -> None:
    """Write the dates of figures in the page so that they mean one day, or none."""
    for element in root.iter("*"):
        element.text = figures_told(element.text, day_first) if element.text else element.text
        element.tail = figures_told(element.tail, day_first) if element.tail else element.tail
        for key in {"content", "datetime", "title"} & set(element.keys()):
            element.set(key, figures_told(element.get(key), day_first))


def _day(clues: Clues) -> str:
    """The day that the clues tell together; empty where they tell none."""
    if clues.address:
        return clues.address
    line, stamp = clues.line, clues.stamp
    if not stamp:
        return line.date[:10] if line else ""
    near = next((line for line in clues.lines if line.near), None)
    return near.date[:10] if near and _is_better(near, stamp) else stamp[:10]


def _is_better(line: PageLine, stamp: str) -> bool:
    """Whether the words are right, not the stamp: a stamp in another zone than the paper's, or one of a later republication."""
    apart = date.fromisoformat(stamp[:10]) - date.fromisoformat(line.date[:10])
    if abs(apart) <= ONE_DAY:
        return not _has_own_zone(stamp)
    return apart > ONE_DAY and line.marked


def _has_own_zone(stamp: str) -> bool:
    """Whether it tells the time of the paper's own place, and so the paper's own day."""
    return bool(re.search(r"[+-](?!00:00)\d\d:\d\d$", stamp))


def _moment_of(day: str, clues: Clues) -> str:
    """The day with the time that a clue tells, one with a zone before one without."""
    known = [*clues.stamps, *(moment for line in clues.lines for moment in (line.date, line.stamp))]
    same = [one for one in known if one.startswith(day)]
    zoned = [one for one in same if re.search(r"[+-]\d\d:\d\d$", one)]
    timed = [one for one in same if "T" in one]
    return next(iter([*zoned, *timed]), day)


def _searched(root: Any, url: str) -> str:
    """What htmldate reads in the page without what stands beside the article."""
    from htmldate import find_date

    try:
        found = find_date(root, url=url or None, original_date=True, extensive_search=False, min_date=EARLIEST)
    except (ValueError, TypeError, AttributeError):
        return ""
    return found if found and found not in EMPTY_DAYS else ""
