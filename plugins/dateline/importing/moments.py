"""Moments: a date as a source writes it, as ISO; nothing is made up, not the day of a month nor the month of 05/08."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

from dateutil import parser

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
MIDNIGHT = time(0)
#: two dates that differ in everything: what is read the same from both stands in the text
APART = (datetime(2001, 1, 1), datetime(2004, 2, 2))


def moment(text: str) -> str:
    """The date or date-time in the text as ISO, to the second; empty where it has none or none that is certain.

    >>> moment("Fri, 08 May 2020 10:00:00 +0300"), moment("8 May 2020"), moment("May 2020"), moment("05/08/2020")
    ('2020-05-08T10:00:00+03:00', '2020-05-08', '', '')
    """
    text = " ".join(text.split())
    if not 6 <= len(text) <= 80:
        return ""
    found = _iso(text) or _mail(text) or _words(text)
    return _written(found) if found else ""


def moment_in(text: str, lang: str) -> str:
    """The date or date-time that a text in this language says, where it says day, month and year; empty where it does not.

    >>> moment_in("12 mars 2015", "fr"), moment_in("mars 2015", "fr")
    ('2015-03-12', '')
    """
    import dateparser  # type: ignore[import-untyped]

    if not 6 <= len(text) <= 80 or lang in {"", "en"}:
        return ""
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        found = dateparser.parse(text, languages=[lang], settings=settings)
    except ValueError:
        return ""
    return _written(found if found.time() != MIDNIGHT else found.date()) if found else ""


def figures_told(text: str, day_first: bool | None) -> str:
    """The text with dates of figures written as ISO; one that may mean two days is left out where the order is not known.

    >>> figures_told("On 8.5.2020", None), figures_told("On 05/08/2020", True), figures_told("On 05/08/2020", None)
    ('On 2020-05-08', 'On 2020-08-05', 'On ')
    """
    return NUMBERS.sub(lambda found: _figures(found, day_first), text)


def _figures(found: re.Match[str], day_first: bool | None) -> str:
    order = day_first if (told := _day_first(found[0])) is None else told
    if order is None:
        return ""
    day, month = (found[1], found[3]) if order else (found[3], found[1])
    return moment(f"{found[4]}-{month:0>2}-{day:0>2}") or found[0]


def _written(found: date) -> str:
    if isinstance(found, datetime):
        return found.replace(microsecond=0, fold=0).isoformat()
    return found.isoformat()


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else (datetime.fromisoformat(text) if "-" in text[:5] else None)
    except ValueError:
        return None


def _mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text) if ":" in text and "," in text[:5] else None
    except (ValueError, TypeError, OverflowError):
        return None


def _words(text: str) -> date | None:
    """A date in words or numbers, where day, month and year are all told."""
    day_first = _day_first(text)
    if day_first is None:
        return None
    one, other = (_parsed(text, default, day_first=day_first) for default in APART)
    if one is None or other is None or one.date() != other.date():
        return None
    return one if re.search(r"\d:\d\d|\d ?[ap]\.?m\b|T\d\d", text, re.IGNORECASE) else one.date()


def _parsed(text: str, default: datetime, *, day_first: bool) -> datetime | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
        try:
            found: datetime = parser.parse(text, default=default, dayfirst=day_first)
            return found
        except (ValueError, OverflowError, TypeError):
            return None


def _day_first(text: str) -> bool | None:
    """Whether numbers such as 8.5.2020 begin with the day; None where nothing tells."""
    found = NUMBERS.search(text)
    if not found:
        return False
    first, second = int(found[1]), int(found[3])
    if found[2] == "." or first > 12 or first == second:
        return True
    return False if second > 12 else None
