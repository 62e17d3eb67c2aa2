"""Events: what sentences say, read with the default model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.model import Actor, Article, Reading, Report
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL
from dateline.site.reader import article_file
from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import ROOT
from .happenings import happenings

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("by_rule")]
CASES = yaml.safe_load((Path(__file__).parent / "cases/en/events.yaml").read_text(encoding="utf-8"))
SHARED = ROOT.parent / "shared/articles/2020-05-08-putin-uses-ww2-anniversary.md"


def reading(text: str) -> Reading:
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL)
    return found


def told(report: Report) -> str:
    return f"{report.type}: {' '.join(report.source)} > {' '.join(report.target)}".strip()


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["text"]))
def test_a_text_says_what_its_case_says(case: dict[str, Any]) -> None:
    """Kind, roles, status, date, place, speaker and summary of each happening."""
    reports = happenings(reading(case["text"]).reports)
    assert [told(r) for r in reports] == [c["is"] for c in case["reports"]]
    for report, wanted in zip(reports, case["reports"], strict=True):
        assert report.status == wanted.get("status", report.status)
        assert report.summary == wanted.get("line", report.summary)
        assert report.said_by == wanted.get("by", report.said_by)
        assert report.mode == wanted.get("mode", report.mode)
        assert " ".join(report.where) == wanted.get("where", " ".join(report.where))
        if "when" in wanted:
            assert (report.when.value if report.when else "none") == str(wanted["when"])


@pytest.mark.parametrize(
    ("text", "id", "country", "sector", "kind"),
    [
        ("Afghan rebels attacked.", "afghan-rebels-afg", "AFG", "REB", "group"),
        ("The president of Armenia spoke.", "president-arm", "ARM", "GOV", "person"),
        ("Moscow condemned it.", "russia", "RUS", "GOV", "place"),
        ("They met in Moscow.", "moscow", "RUS", None, "place"),
        ("Downing Street refused.", "united-kingdom", "GBR", "GOV", "place"),
        ("Hamas refused.", "hamas", "PSE", None, "organisation"),
        ("The United Nations warned Chad.", "united-nations", "IGO", None, "organisation"),
        ("The plane carried a male driver.", "male-driver", None, "LAB", "person"),
        ("Pro-Russian rebels marched.", "pro-russian-rebels", None, "REB", "group"),
    ],
)
def test_an_actor_has_its_country_and_sector(text: str, id: str, country: str | None, sector: str | None, kind: str) -> None:
    """Offices, demonyms, metonyms, capitals that act and capitals that are places, bodies between countries."""
    [actor] = [a for a in reading(text).actors if a.id == id]
    assert (actor.country, actor.sector, actor.kind) == (country, sector, kind)


def test_family_of_one_surname_stay_two() -> None:
    """A surname that two persons share joins neither."""
    found = {a.id for a in reading("Sergei Skripal and Yulia Skripal were found. Skripal recovered.").actors}
    assert {"sergei-skripal", "yulia-skripal"} <= found


@pytest.mark.skipif(not SHARED.exists(), reason="the article is not part of the project")
def test_the_article_of_8_may_2020() -> None:
    """What happened, who did it, when: as a reader would list it."""
    [found] = read([article_file(SHARED)], DEFAULT_MODEL)
    said = {told(r): r.when.value if r.when else None for r in found.reports}
    both, calls = "vladimir-putin donald-trump", "boris-johnson vladimir-putin"
    assert said["CONSULT: vladimir-putin > donald-trump boris-johnson"] == "2020-05-08"
    assert said[f"CONSULT: {both} > {both}"] == "2020-05-07"
    assert said["AGREE: donald-trump > russia"] == "2020-05-07"
    assert said["CONSULT: mike-pompeo > ukrainian-counterpart-ukr"] == "2020-05-07"
    assert "DEMAND: united-states > russia" in said
    assert "DISAPPROVE: mike-pompeo > russia" in said
    assert said[f"COOPERATE: {both} > {both}"] is None
    assert "ASSAULT:  > former-russian-spy-rus daughter" in said
    [call] = [r for r in happenings(found.reports) if told(r) == f"CONSULT: {calls} > {calls}"]
    assert call.said_by == "russia"
    assert not any("Sevastopol" in r.summary or "Soldatkin" in r.summary for r in found.reports)


def ids(actors: tuple[Actor, ...]) -> set[str]:
    return {a.id for a in actors}


WORDS = "Russia Putin who said that will not attack the rebels in of by and Kyiv on Monday , . talks with".split()  # noqa: SIM905


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_no_text_makes_it_raise_and_all_that_is_named_exists(text: str) -> None:
    """Offsets are inside the text, ids are distinct, and roles are actors of the article."""
    found = reading(text)
    assert len({r.id for r in found.reports}) == len(found.reports)
    for report in found.reports:
        assert text[report.start : report.end] == report.text
        assert 0 <= report.sentence.start <= report.start < report.end <= report.sentence.end <= len(text)
        assert {*report.source, *report.target, *(p.actor for p in report.participants)} <= ids(found.actors)
        assert 0 <= report.confidence <= 1
    for actor in found.actors:
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)
