"""Names in small articles: who is named, as what, under which name, and which words of the calendar are none."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import spacy
from dateline.model import Article, Reading
from dateline.pipeline import date_reader, read
from dateline.settings import DEFAULT_MODEL

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/names.jsonl").read_text("utf-8").splitlines()]


@cache
def reading(text: str) -> Reading:
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL)
    return found


def named(found: Reading) -> str:
    """The actors that have a name, in the order of the text: kind, name, other names."""
    actors = [actor for actor in found.actors if any(c.isupper() for c in actor.name)]
    return " | ".join(f"{a.kind}: {' = '.join((a.name, *a.aliases))}" for a in actors)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_an_article_names_its_actors(case: dict[str, str]) -> None:
    assert named(reading(case["text"])) == case["right"]


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case in CASES if "dates" in case], ids=lambda case: str(case["id"]))
def test_a_name_is_no_date_and_a_date_no_name(case: dict[str, str]) -> None:
    assert " | ".join(date.text for date in reading(case["text"]).dates) == case["dates"]


def test_without_a_tagger_a_month_is_a_month() -> None:
    """The dates stage alone knows no names."""
    doc = spacy.blank("en")("Theresa May spoke. May said no. She left in May.")
    doc._.article = Article("a", doc.text, "2020-05-08")
    assert len(date_reader("en")(doc)._.dates) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "The coach said so.\n\nNext\n\nAsst. manager",
        "Views\n\nThe storm hit on Monday.",
        "Messengers ran to the hill on Monday.",
    ],
)
def test_what_has_no_shape_of_a_name_is_no_actor(text: str) -> None:
    assert named(reading(text)) == ""
