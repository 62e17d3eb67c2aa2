"""Days of any year: ISO prefixes counted, and put in words of several languages."""

from __future__ import annotations

from datetime import date

import pytest
from dateline.model.days import timex
from dateline.site.days import day_iso, day_number, day_of_year, day_words, last_day, month_words, span_words, year_words
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("iso", "english", "german"),
    [
        ("2014", "2014", "2014"),
        ("2014-03", "March 2014", "März 2014"),
        ("2014-03-18", "18 March 2014", "18. März 2014"),
        ("0793-06-08", "8 June 793", "8. Juni 793"),
        ("0079-08-24", "24 August 79 AD", "24. August 79 n. Chr."),
        ("-0043-03-15", "15 March 44 BC", "15. März 44 v. Chr."),
        ("0000", "1 BC", "1 v. Chr."),
        ("12021-02", "February 12021", "Februar 12021"),
        ("some day", "some day", "some day"),
        ("2023-13", "2023-13", "2023-13"),
    ],
)
def test_a_date_in_words(iso: str, english: str, german: str) -> None:
    """A prefix is told as precisely as it is, years below 100 and before Christ with their era; what is no date, as it is."""
    assert day_words(iso) == english
    assert day_words(iso, "de") == german


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-05-04", "2020-05-10", "4–10 May 2020"),
        ("2020-05-28", "2020-06-03", "28 May – 3 June 2020"),
        ("1990-01-01", "1999-12-31", "1990 – 1999"),
        ("-0099-01-01", "-0089-12-31", "100 BC – 90 BC"),
        ("-0043-03-01", "-0043-03-15", "1 March 44 BC – 15 March 44 BC"),
    ],
)
def test_a_range_in_words(first: str, last: str, words: str) -> None:
    """Both ends are told, and no part twice where a language has a way not to."""
    told = span_words(first, last).replace("\u2009", " ").replace("\xa0", " ")
    assert told.replace("Jun ", "June ") == words


@given(st.dates())
def test_days_count_as_in_the_calendar(day: date) -> None:
    """Within Python's years, numbers are days since 1970, and ISO comes back."""
    number = day_number(day.isoformat())
    assert number == (day - date(1970, 1, 1)).days
    assert day_iso(number) == day.isoformat()


@given(st.integers(-4_000_000, 4_000_000))
def test_days_come_back_in_any_year(number: int) -> None:
    """Before the year 1 and after 9999, too."""
    assert day_number(day_iso(number)) == number


@pytest.mark.parametrize(
    ("iso", "last"),
    [
        ("2020-02", "2020-02-29"),
        ("2021-12", "2021-12-31"),
        ("-0001", "-0001-12-31"),
        ("9999", "9999-12-31"),
        ("2020-02-03", "2020-02-03"),
    ],
)
def test_the_last_day(iso: str, last: str) -> None:
    """Of a month, a year, or the day itself."""
    assert last_day(iso) == last


def test_parts_of_a_date_in_words() -> None:
    """A month and a day of any year, in the language asked for."""
    assert (month_words(3), month_words(3, "de", "abbreviated")) == ("March", "Mär")
    assert (day_of_year(5, 8), day_of_year(5, 8, "de")) == ("8 May", "8. Mai")
    assert [year_words(y) for y in (-43, 0, 99, 100, 2020)] == ["44 BC", "1 BC", "99 AD", "100", "2020"]


@pytest.mark.parametrize(
    ("iso", "timex3"), [("2020-05-08", "2020-05-08"), ("-0043-03-15", "BC0044-03-15"), ("0000-12-31", "BC0001-12-31")]
)
def test_a_day_as_timex3_writes_it(iso: str, timex3: str) -> None:
    """A year before 1 is counted back from the birth of Christ."""
    assert timex(iso) == timex3
