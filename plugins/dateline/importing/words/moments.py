"""Moments: a date as a source writes it, as ISO; nothing is made up, not the day of a month nor the month of 05/08."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

from dateutil import parser

DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: 8.5.2020, 8. 5. 2020, 8/5/20
YEAR_LAST = re.compile(r"(?<![\w./-])(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?![\w/-]|\.\d)")
#: 2020/5/8, 2020. 5. 8., 2020年5月8日
YEAR_FIRST = re.compile(r"(?<![\w./-])(\d{4}) ?[./年년] ?(\d{1,2}) ?[./月월] ?(\d{1,2})(?!\d)[日일]?")
#: what stands before an offset and turns its sign round for dateutil, and the name of the zone behind it
ZONE = re.compile(r"\b(?:GMT|UTC) ?(?=[+-]\d)| ?\([^()\d]{1,60}\)$")
MIDNIGHT = time(0)
#: two dates that differ in everything: what is read the same from both stands in the text
APART = (datetime(2001, 1, 1), datetime(2004, 2, 2))
#: years of two figures below this are of this century
CENTURY = 69
#: other names of languages, as dateparser knows them
LANGUAGES = {"no": "nb"}


def moment(text: str) -> str:
    """The date or date-time in the text as ISO, to the second; empty where it has none or none that is certain.

    >>> moment("Fri, 08 May 2020 10:00:00 +0300"), moment("8 May 2020"), moment("May 2020"), moment("05/08/2020")
    ('2020-05-08T10:00:00+03:00', '2020-05-08', '', '')
    """
    text = " ".join(figures_told(ZONE.sub("", text.strip()), None).split())
    if not 6 <= len(text) <= 80:
        return ""
    return _written(_iso(text) or _mail(text) or _words(text))


def moment_in(text: str, lang: str) -> str:
    """The date or date-time that a text in this language says, where it says day, month and year; empty where it does not.

    >>> moment_in("12 mars 2015", "fr"), moment_in("il y a 3 heures", "fr")
    ('2015-03-12', '')
    """
    import dateparser  # type: ignore[import-untyped]

    if not 6 <= len(text) <= 80 or lang in {"", "en"}:
        return ""
    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PARSERS": ["absolute-time"],
    }
    try:
        found = dateparser.parse(text, languages=[LANGUAGES.get(lang, lang)], settings=settings)
    except ValueError:
        return ""
    return _written(found if not found or found.time() != MIDNIGHT else found.date())


def figures_told(text: str, day_first: bool | None) -> str:
    """The text with dates of figures written as ISO; one that may mean two days is left out where the order is not known.

    >>> figures_told("On 8.5.20", None), figures_told("On 05/08/2020", True), figures_told("On 05/08/2020", None)
    ('On 2020-05-08', 'On 2020-08-05', 'On ')
    """
    text = YEAR_FIRST.sub(lambda found: _day(found[1], found[2], found[3]) or found[0], text)
    return YEAR_LAST.sub(lambda found: _figures(found, day_first), text)


def _figures(found: re.Match[str], day_first: bool | None) -> str:
    """The day of three figures, the year last; the figures where they mean none, nothing where they may mean several."""
    first, mark, second, year = found.groups()
    days = [day for day in (_day(year, second, first), _day(year, first, second)) if day]
    if mark == "-" and len(year) == 2:  # 23-11-08 may begin with the year
        return ""
    if len(set(days)) < 2:
        return days[0] if days else found[0]
    order = True if mark == "." else day_first
    return "" if order is None else days[not order]


def _day(year: str, month: str, day: str) -> str:
    """The day of these figures as ISO; empty where there is none."""
    century = ("20" if int(year) < CENTURY else "19") if len(year) == 2 else ""
    return _written(_iso(f"{century}{year}-{month:0>2}-{day:0>2}"))


def _written(found: date | None) -> str:
    """A date as ISO; empty for none, and for one in another reckoning of years than ours."""
    if found is None or found.year > date.today().year + 1:
        return ""
    return (found.replace(microsecond=0, fold=0) if isinstance(found, datetime) else found).isoformat()


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
    """A date in words, where day, month and year are all told."""
    one, other = (_parsed(text, default) for default in APART)
    if one is None or other is None or one.date() != other.date():
        return None
    return one if re.search(r"\d:\d\d|\d ?[ap]\.?m\b|T\d\d", text, re.IGNORECASE) else one.date()


def _parsed(text: str, default: datetime) -> datetime | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
        try:
            found: datetime = parser.parse(text, default=default)
            return found
        except (ValueError, OverflowError, TypeError):
            return None
