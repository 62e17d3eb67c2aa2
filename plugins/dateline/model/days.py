"""Days as numbers, for years of any size: before the year 1, where ISO dates have a minus, and beyond 9999, where Python's
dates end."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=100_000)
def number(iso: str) -> int:
    """The number of an ISO day: 1 is 1 January of the year 1, 0 the day before, of 1 BC ("0000-12-31").

    Numbers put days in order, and the days between two are their difference. The calendar is the Gregorian one, drawn out both
    ways; within Python's years it is ``date.toordinal``. A year that begins in March has its leap day last.
    """
    year, month, day = (int(part) for part in iso.lstrip("-").split("-"))
    since = (-year if iso.startswith("-") else year) - (month <= 2)
    return 365 * since + since // 4 - since // 100 + since // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 306


def iso(number: int) -> str:
    """The ISO day of this number, the other way round."""
    cycles, day = divmod(number + 305, 146_097)
    year = (day - day // 1_460 + day // 36_524 - day // 146_096) // 365
    rest = day - (365 * year + year // 4 - year // 100)
    month = (5 * rest + 2) // 153
    year += 400 * cycles + (month > 9)
    return f"{'-' * (year < 0)}{abs(year):04}-{(month + 2) % 12 + 1:02}-{rest - (153 * month + 2) // 5 + 1:02}"


def timex(iso: str) -> str:
    """An ISO day as TIMEX3 writes it: a year before 1 is counted back from the birth of Christ ("BC0044-03-15")."""
    before = iso.startswith(("-", "0000-"))
    return f"BC{int(iso.lstrip('-')[:-6]) + 1:04}{iso[-6:]}" if before else iso
