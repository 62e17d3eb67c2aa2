"""Dates: what each phrasing means, and what must not be taken for a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy
import yaml
from dateline.dates.grammar import Grammar
from dateline.dates.tagger import DatesTagger
from dateline.dates.units import Resolved
from dateline.dates.values import Calendar, Context, Meaning, Near, PartOfYear, Shift, Weekday
from dateline.lang.en.grammar import WORDS
from dateline.lang.en.rules import en
from dateline.model import Article, DateMention
from hypothesis import given
from hypothesis import strategies as st

CASES = yaml.safe_load((Path(__file__).parent / "cases/en/dates.yaml").read_text(encoding="utf-8"))
SAID = [(str(c["published"]), say, str(c["value"])) for c in CASES for say in c.get("says", ())]
NOTHING = [(str(c["published"]), say) for c in CASES for say in c.get("nothing", ())]
NLP = spacy.blank("en")
TAGGER = DatesTagger(en)


def found(text: str, published: str = "2020-05-08") -> tuple[DateMention, ...]:
    from dateline import pipeline  # noqa: F401  (registers doc._.article)

    doc = NLP(text)
    doc._.article = Article("a", text, published)
    return TAGGER(doc)._.dates


@pytest.mark.parametrize(("published", "text", "value"), SAID)
def test_a_phrasing_has_its_value(published: str, text: str, value: str) -> None:
    """Each phrasing gives one date, with the value of its case."""
    assert [d.value for d in found(text, published)] == [value]


@pytest.mark.parametrize(("published", "text"), NOTHING)
def test_what_is_no_date_is_left(published: str, text: str) -> None:
    """A number or a day that the calendar does not have is no date."""
    assert found(text, published) == ()


def test_a_rule_that_does_not_match_its_example_cannot_be_defined() -> None:
    """A rule proves itself when it is read."""
    grammar = Grammar({"month": WORDS["month"]}, heads=["month"], number="", numbers=float)
    with pytest.raises(ValueError, match="does not match its example"):
        grammar.rule("{month} {year}", example="March")(lambda month, year: Calendar(year, month))


@pytest.mark.parametrize(
    ("meaning", "direction", "value"),
    [
        (Weekday(5), -1, "2020-05-08"),
        (Weekday(4), -1, "2020-05-07"),
        (Weekday(4), 1, "2020-05-14"),
        (Weekday(5), 1, "2020-05-08"),
        (Weekday(5, "last"), -1, "2020-05-01"),
        (Weekday(5, "next"), 1, "2020-05-15"),
        (Near("day", -1), -1, "2020-05-07"),
        (Near("week", -1), -1, "2020-W18"),
        (Shift(2, "year", -1), -1, "2018"),
        (Shift(3, "week", -1), -1, "2020-W16"),
        (PartOfYear(3, 1), -1, "2020-Q1"),
        (PartOfYear(3, 4), -1, "2019-Q4"),
        (PartOfYear(3, 4), 1, "2020-Q4"),
        (Calendar(None, 2, 29), -1, "2020-02-29"),
        (Calendar(None, 11, 10), 0, "2019-11-10"),
        (Calendar(None, 6, 10), 0, "2020-06-10"),
        (Calendar(493, era="BC"), 0, "BC0493"),
    ],
)
def test_a_meaning_resolves_against_its_anchor(meaning: Meaning, direction: int, value: str) -> None:
    """The anchor and the direction decide which time is meant."""
    resolved = meaning.resolve(Context(date(2020, 5, 8), direction=direction))
    assert resolved is not None
    assert resolved.value == value


def test_a_day_that_the_calendar_lacks_has_no_value() -> None:
    """29 February of a common year is no day."""
    assert Calendar(2019, 2, 29).resolve(Context(date(2019, 5, 8))) is None


def test_a_year_earlier_is_the_same_quarter_where_quarters_are_spoken_of() -> None:
    """Business news compares a quarter with that of the year before."""
    context = Context(date(1999, 11, 2), quarter=3)
    assert Shift(1, "year", -1).resolve(context) == Resolved("1998-Q3", edtf="1998-35", first="1998-07-01", last="1998-09-30")


def test_a_narrative_leans_on_the_year_last_spoken_of() -> None:
    """Where a text tells of the past by its years, a month without a year is of the year before it."""
    text = "In 1939 war came. In May 1940 the front broke; in 1941, 1942 and 1943 it moved east. On June 6 they landed."
    assert found(text, "2009-12-19")[-1].value == "1943-06-06"


SHARED = [w for slot in WORDS.values() for w in slot]
WORD = st.sampled_from(
    [*SHARED, "3", "3rd", "of", "the", "2014", "in", ",", "-", ".", "1:30", "BC", "0", "30", "every", "ago", "next", "p.m."]
)


@given(st.one_of(st.text(max_size=200), st.lists(WORD, max_size=20).map(" ".join)))
def test_no_text_makes_it_raise_and_offsets_hold(text: str) -> None:
    """Whatever the text, an expression stands where it is said to, and its bounds are in order."""
    for mention in found(text):
        assert text[mention.start : mention.end] == mention.text
        assert (mention.from_ is None) == (mention.to is None) == (mention.edtf is None)
        assert mention.from_ is None or mention.to is None or mention.from_ <= mention.to
