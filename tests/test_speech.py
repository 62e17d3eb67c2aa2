"""Speech: who says what is quoted, what is told on somebody's word, and what is only conjecture."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from dateline.model import Article, Reading, Report
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

from .happenings import happenings

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("by_rule")]
CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/quotation.jsonl").read_text("utf-8").splitlines()]


@cache
def reading(text: str, published: str = "2020-05-08") -> Reading:
    [found] = read([Article("a", text, published)], DEFAULT_MODEL)
    return found


def told(report: Report) -> str:
    """A report as the cases have it: kind, source > target, status, by whom."""
    roles = f"{' '.join(report.source)} > {' '.join(report.target)}".strip()
    by = f", by {report.said_by}" if report.said_by else ""
    return f"{report.type} {roles}, {report.status}{by}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_quotation_says_what_its_case_says(case: dict[str, str]) -> None:
    """Every happening of the text in its order; "nothing" is none."""
    found = happenings(reading(case["text"], case["published"]).reports)
    assert ("; ".join(map(told, found)) or "nothing") == case["right"]


ATTACK = "Norway attacked Iceland on Monday"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{ATTACK},” Chancellor Eva Lang said.", "eva-lang"),
        (f"“{ATTACK},” said Eva Lang, the chancellor, who met Olav Holm.", "eva-lang"),
        (f"“{ATTACK},” the ministry in Oslo said.", "ministry-nor"),
        (f"“{ATTACK},” according to Eva Lang.", "eva-lang"),
        (f"“{ATTACK},” Eva Lang tweeted.", "eva-lang"),
        (f"Eva Lang said: “{ATTACK}.”", "eva-lang"),
        (f"Eva Lang told Olav Holm: “{ATTACK}.”", "eva-lang"),
        (f"Eva Lang told Olav Holm that “{ATTACK.removesuffix(' on Monday')} at dawn”.", "eva-lang"),
        (f"“It is over,” said Eva Lang. “{ATTACK}.”", "eva-lang"),
        (f"“It is over,” Eva Lang said, “and {ATTACK}.”", "eva-lang"),
        (f"Eva Lang spoke late. She said: “{ATTACK}.”", "eva-lang"),
        (f"“It is over,” Eva Lang said.\n\n“{ATTACK},” she added.", "eva-lang"),
        # nobody, or nobody sure
        (f"“{ATTACK}.” The crowd left.", None),
        (f"Eva Lang did not say: “{ATTACK}.”", None),
        (f"Eva Lang was told: “{ATTACK}.”", None),
        (f"“Is it over?” asked Eva Lang. “{ATTACK}.”", None),
        (f"“It is over,” Eva Lang said. She left with Olav Holm. “{ATTACK}.”", None),
        (f"Eva Lang met Olav Holm and Karl Brandt. “{ATTACK},” he said.", None),
        (f"“{ATTACK},” he said.", None),
    ],
)
def test_a_quotation_has_the_speaker_that_is_sure(text: str, speaker: str | None) -> None:
    """What is said is told by its speaker, and not at all where there is none."""
    fights = [report for report in reading(text).reports if report.type == "FIGHT"]
    assert [report.said_by for report in fights] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Eva Lang said that {ATTACK}.", "eva-lang"),
        (f"{ATTACK}, Eva Lang said.", "eva-lang"),
        (f"{ATTACK}, according to Eva Lang.", "eva-lang"),
        (f"Eva Lang was quoted as saying that {ATTACK}.", "eva-lang"),
        (f"Eva Lang, who said that {ATTACK}, left Oslo.", "eva-lang"),
        (f"The capital fell after {ATTACK}, Eva Lang said.", "eva-lang"),
        (f"Olav Holm met Karl Lang. He said that {ATTACK}.", None),
        (f"{ATTACK}.", None),
    ],
)
def test_what_somebody_says_happened_is_told_on_his_word(text: str, speaker: str | None) -> None:
    """Without quotation marks too; a pronoun that leaves doubt names nobody."""
    [fight] = [report for report in reading(text).reports if report.type == "FIGHT"]
    assert fight.said_by == speaker


@pytest.mark.parametrize(
    "text",
    [
        "There were rumours that Norway attacked Iceland.",
        "Eva Lang did not say whether Norway attacked Iceland.",
        "Eva Lang did not say whether Norway had decided to attack Iceland.",
        "An angry reader may think that Norway attacked Iceland.",
        "It is unclear whether Norway attacked Iceland.",
        "There are fears that Norway attacked Iceland.",
        "Speculation that Norway attacked Iceland grew on Monday.",
        "If Norway attacked Iceland, nobody would help.",
        "Nobody confirmed that Norway attacked Iceland.",
        "Eva Lang could not confirm that Norway attacked Iceland.",
        "Eva Lang believes that Norway attacked Iceland.",
        "It is possible that Norway attacked Iceland.",
        "Did Norway attack Iceland on Monday?",
        "“Did Norway attack Iceland?” asked Eva Lang.",
        "Eva Lang asked whether Norway attacked Iceland.",
        "Had Norway attacked Iceland, nobody would have helped.",
    ],
)
def test_conjecture_is_not_told_to_have_happened(text: str) -> None:
    told = {report.status for report in reading(text).reports if "attack" in report.text.lower()}
    assert told <= {"possible"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Chancellor Eva Lang announced that the bridge is closed.", ["STATEMENT"]),
        ("The ministry confirmed that the bridge is closed.", ["STATEMENT"]),
        ("Chancellor Eva Lang said that the bridge is closed.", []),
        ("The ministry added that the bridge is closed.", []),
        ("Chancellor Eva Lang condemned Norway.", ["DISAPPROVE"]),
        ("Chancellor Eva Lang apologised to Norway.", ["SUPPORT"]),
        ("Chancellor Eva Lang warned Norway.", ["THREATEN"]),
    ],
)
def test_only_speech_that_is_news_is_an_event(text: str, kinds: list[str]) -> None:
    assert [report.type for report in reading(text).reports] == kinds


@pytest.mark.parametrize(
    "text", ["We met Eva Lang in Oslo on Monday.", "I criticised Eva Lang.", "My view: we condemn Norway."]
)
def test_what_the_writer_does_is_no_event(text: str) -> None:
    assert not reading(text).reports
