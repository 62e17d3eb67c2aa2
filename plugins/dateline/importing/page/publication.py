"""The day of publication: what address, head and lines of a page tell, in the order in which they are trusted.

1. The whole day in the address.
2. The stamp: JSON-LD, then meta tags. The article's own line beside the headline, if it is nothing but label, day, time and
   byline, moves it by the one day that a zone permits; an earlier day that a label or a name of its markup says to be that of
   publication replaces it, since the stamp is then that of a site made anew.
3. Without a stamp, the line that is most surely the article's own; else the only day that stands alone below the headline.
4. What htmldate finds in the page without what stands beside the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from ..words.moments import moment
from ..words.wordlists import choice, wordlist
from .days import Day, days_in, other_days
from .pagelines import LONGEST, PageLine

EARLIEST = "1600-01-01"
ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
#: what systems write where they know no day
EMPTY_DAYS = frozenset({"0001-01-01", "1900-01-01", "1970-01-01"})
#: countries that write the month before the day
MONTH_FIRST = frozenset({"US", "PH"})
#: languages and places of which both orders are usual, or the year comes first
EITHER = frozenset({"", "EN", "EN-CA", "JA", "ZH", "KO", "HU", "LT", "SV", "FA", "MN"})
#: hours of UTC before which it is still the day before somewhere, and from which it is the next day somewhere
TURN = 11
#: days between an eight-figure number in an address and the stamp, more than which make it no day
CLOSE = timedelta(days=3)
DATED = re.compile(rf"(?<![a-z])(?:{choice(wordlist('dates', 'names'))})(?![a-z])")
OTHER = re.compile(rf"(?<![a-z])(?:{choice(wordlist('dates', 'other_names'))})(?![a-z])")
OWN = re.compile(
    r"(?<![a-z])(?:published|pubdate|(?:entry|post|article|pub|publish|publication)-?(?:date|time)"
    r"|date-?(?:pub|publish|published|created))(?![a-z])"
)
#: lines below the headline among which a day may stand unmarked, and marked
NEAR, AROUND = 10, 25


class Sign(Enum):
    """How a line says that its day is that of publication: by a label, by names of its markup, by its place."""

    LABEL = "label"
    OWN = "name of a publication"
    DATED = "name of a date"
    PLACE = "place"


SURE = frozenset({Sign.LABEL, Sign.OWN})
#: signs near the headline or far from it, the surest first
TRUST = (
    (Sign.LABEL, True), (Sign.OWN, True), (Sign.DATED, True), (Sign.LABEL, False), (Sign.OWN, False), (Sign.PLACE, True),
    (Sign.DATED, False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that tells a day: the day, its sign (None without one), the line."""

    day: Day
    sign: Sign | None
    line: PageLine

    @property
    def trust(self) -> tuple[int, int]:
        """How little it is to be trusted; of two lines of a kind the nearer to the headline, one below it first."""
        order = TRUST.index((self.sign, self.line.near)) if self.sign else len(TRUST)
        return order, self.line.place if self.line.place > 0 else 3 - self.line.place


def publication_date(lines: Sequence[PageLine], url: str, stamps: Iterable[str], lang: str) -> str:
    """The day of publication as ISO, with its time where the page tells it; empty where nothing tells it.

    ``lines`` are those of the page without what stands beside the article; ``stamps`` are the moments that JSON-LD and meta
    tags tell, ``lang`` is the language of the page.
    """
    known = [stamp for stamp in stamps if stamp and stamp[:10] not in EMPTY_DAYS]
    days = sorted(_day_lines(lines, lang), key=lambda one: one.trust)
    stamp = next(iter(known), "")
    day = day_of_address(url, stamp) or (_moved(stamp, days) if stamp else _of_lines(days))
    return _with_time(day, [*known, *(told for one in days for told in (one.day.moment, one.line.stamp))])


def day_first(locale: str) -> bool | None:
    """Whether dates of figures begin with the day in a language of a country; None where both are usual."""
    tag = locale.replace("_", "-").upper()
    if tag in EITHER or tag[:2] in EITHER - {"EN"}:
        return None
    return tag.rpartition("-")[2] not in MONTH_FIRST


def day_of_address(url: str, stamp: str = "") -> str:
    """The whole day that an address tells; empty where it tells none. Eight figures in a row are none where they are far from
    the stamp: numbers of articles look so too.

    >>> day_of_address("https://x.example/2023/11/08/strike"), day_of_address("https://x.example/2023/11/strike")
    ('2023-11-08', '')
    """
    found = ADDRESS.search(url)
    if not found:
        return ""
    day = moment(f"{found[1]}-{found[3]}-{found[4]}")
    return "" if day and stamp and not found[2] and abs(_apart(stamp, day)) > CLOSE else day


def searched_date(root: Any, url: str, lines: Sequence[PageLine], lang: str) -> str:
    """What htmldate finds in the page without what stands beside the article; not what a line says to be another's day."""
    from htmldate import find_date

    try:
        found = find_date(root, url=url or None, original_date=True, extensive_search=False, min_date=EARLIEST)
    except (ValueError, TypeError, AttributeError):
        return ""
    others = {day for line in lines for day in _other_days(line, lang)}
    return found if found and found not in EMPTY_DAYS | others else ""


def _day_lines(lines: Sequence[PageLine], lang: str) -> Iterable[DayLine]:
    """The lines that tell a day: one with a sign of being the article's, or a day that stands alone below the headline."""
    for line in lines:
        day = next(iter(days_in(line.text, lang)), None) if len(line.text) <= LONGEST else None
        sign = _sign(day, line) if day else None
        if day and (sign in SURE or (day.alone and not OTHER.search(line.names) and (sign or line.place >= 0))):
            yield DayLine(day, sign, line)


def _other_days(line: PageLine, lang: str) -> tuple[str, ...]:
    """The days of a line that are of something else, by their label or the names of their markup."""
    if len(line.text) > LONGEST:
        return ()
    told = days_in(line.text, lang) if OTHER.search(line.names) and not OWN.search(line.names) else ()
    return (*other_days(line.text, lang), *(day.moment[:10] for day in told))


def _sign(day: Day, line: PageLine) -> Sign | None:
    if day.labelled:
        return Sign.LABEL
    if line.fact:
        return None
    if OWN.search(line.names):
        return Sign.OWN
    if DATED.search(line.names) and abs(line.place) <= AROUND:
        return Sign.DATED
    return Sign.PLACE if line.near and line.place <= NEAR and line.place else None


def _of_lines(days: Sequence[DayLine]) -> str:
    """The day of the most trusted line; of lines without a sign only if all tell one."""
    signed = [one.day.moment[:10] for one in days if one.sign]
    plain = {one.day.moment[:10] for one in days}
    return signed[0] if signed else (plain.pop() if len(plain) == 1 else "")


def _moved(stamp: str, days: Sequence[DayLine]) -> str:
    """The day of a stamp, or that of the article's own line where the stamp is of another zone or of a site made anew."""
    own = next((one for one in days if one.sign and one.line.near and one.day.alone), None)
    if own is None:
        return stamp[:10]
    day = own.day.moment[:10]
    apart = _apart(stamp, day).days
    anew = own.sign in SURE and not own.line.fact
    moves = apart == _turned(stamp) if abs(apart) == 1 else apart > 1 and anew
    return day if moves else stamp[:10]


def _apart(stamp: str, day: str) -> timedelta:
    return date.fromisoformat(stamp[:10]) - date.fromisoformat(day)


def _turned(stamp: str) -> int:
    """The days by which a stamp may be later than the paper's own day: 1, or -1; 0 where it is of the paper's own zone, or
    has no time.
    """
    if "T" not in stamp or re.search(r"[+-](?!00:00)\d\d:\d\d$", stamp):
        return 0
    return 1 if int(stamp[11:13]) < TURN else -1


def _with_time(day: str, moments: Iterable[str]) -> str:
    """The day with the time that a moment tells, one with a zone before one without."""
    same = [one for one in moments if day and one.startswith(day)]
    zoned = [one for one in same if re.search(r"[+-]\d\d:\d\d$", one)]
    timed = [one for one in same if "T" in one]
    return next(iter([*zoned, *timed]), day)
