"""Dates: what each phrasing means, and what must not be taken for a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy
import yaml
from dateline.dates.grammar import Grammar
from dateline.dates.tagger import DatesTagger
from dateline.dates.values import Calendar, Shift, Weekday
from dateline.lang.en.dates import WORDS, en
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
    grammar = Grammar({"month": WORDS["month"]})
    with pytest.raises(ValueError, match="does not match its example"):
        grammar.rule("{month} {year}", example="March")(lambda month, year: Calendar(year, month))


@pytest.mark.parametrize(
    ("meaning", "direction", "value"),
    [
        (Weekday(5), -1, "2020-05-08"),
        (Weekday(4), -1, "2020-05-07"),
        (Weekday(4), 1, "2020-05-14"),
        (Weekday(5), 1, "2020-05-08"),
        (Shift(-1), -1, "2020-05-07"),
        (Calendar(None, 2, 29), -1, "2020-02-29"),
    ],
)
def test_a_meaning_resolves_against_its_anchor(meaning: Weekday, direction: int, value: str) -> None:
    """The anchor and the direction decide which day is meant."""
    resolved = meaning.resolve(date(2020, 5, 8), direction)
    assert resolved is not None
    assert resolved.value == value


def test_a_day_that_the_calendar_lacks_has_no_value() -> None:
    """29 February of a common year is no day."""
    assert Calendar(2019, 2, 29).resolve(date(2019, 5, 8), -1) is None


WORD = st.sampled_from(["March", "May", "3", "3rd", "of", "2014", "Friday", "in", "today", ",", "-", ".", "1:30", "Sept."])


@given(st.one_of(st.text(max_size=200), st.lists(WORD, max_size=20).map(" ".join)))
def test_no_text_makes_it_raise_and_offsets_hold(text: str) -> None:
    """Whatever the text, an expression stands where it is said to, and its bounds are in order."""
    for mention in found(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.from_ is not None
        assert mention.to is not None
        assert mention.from_ <= mention.to
