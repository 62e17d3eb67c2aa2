"""The corpus step: reports become events, in any order of the articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dateline.corpus.likeness import conflict, features
from dateline.corpus.timeline import timeline
from dateline.corpus.told import prepare
from dateline.model import Actor, Article, Known, Line, Participant, Reading, Report, Span, Timeline, When
from hypothesis import given
from hypothesis import strategies as st

PLACES = (
    ("oslo", "NOR", None),
    ("bergen", "NOR", None),
    ("norway", "NOR", "GOV"),
    ("lima", "PER", None),
    ("peru", "PER", "GOV"),
)
#: what the encoder holds of a word that tells talks, and of one that tells anything else
TALKS, ELSE = (20,) * 32, (20, -20) * 16
IDS = {"Putin": "putin", "Trump": "trump", "Johnson": "johnson"}


def report(
    article: str, sentence: str, day: str | None, *, kind: str = "CONSULT", status: str = "happened",
    basis: str = "date in the clause", whom: str = "Trump", where: str = "",
) -> Report:  # fmt: skip
    """Putin does something to somebody, told by the first sentence of its article."""
    month = bool(day) and day.lstrip("-").count("-") == 1
    when = When(day, day, f"{day}-01" if month else day, f"{day}-28" if month else day, basis) if day else None
    parts = (Participant("putin", "source"), Participant(IDS[whom], "target"))
    return Report(
        f"r-{article}", article, kind, 6, 12, "called", Span(0, len(sentence)), sentence, ("putin",), (IDS[whom],), parts, when,
        status, None, 0.7, worth=0.8, where=tuple(where.split()), state=TALKS if kind == "CONSULT" else ELSE,
        line=Line("sentence", "text", (Span(0, len(sentence)),), article),
    )  # fmt: skip


def reading(article: str, published: str, day: str | None, **said: str) -> Reading:
    """An article with one report."""
    sentence = said.pop("sentence", "Putin called Trump about oil and masks.")
    people = tuple(Actor(id, name, "person") for name, id in IDS.items())
    places = tuple(Actor(id, id.title(), "place", code, sector) for id, code, sector in PLACES)
    return Reading(Article(article, sentence, published), (), (*people, *places), (report(article, sentence, day, **said),))


def test_what_an_article_tells_first_weighs_more() -> None:
    """Of two events that are worth the same."""
    lead, later = "Putin called Trump about oil.", "Putin called Johnson about masks."
    found = reading("a", "2020-05-09", "2020-05-07", sentence=f"{lead} {later}")
    one = replace(found.reports[0], sentence=Span(0, len(lead)))
    who = (Participant("putin", "source"), Participant("johnson", "target"))
    start = len(lead) + 1
    two = replace(
        one, id="r-b", start=start + 6, sentence=Span(start, start + len(later)), target=("johnson",), participants=who
    )
    events = timeline([replace(found, reports=(one, two))]).events
    weights = {report.report: event.weight for event in events for report in event.reports}
    assert weights[one.id] > weights[two.id]


@pytest.mark.parametrize(
    ("worth", "edited", "whom"),
    [(0.8, (), {"trump", "johnson"}), (0.3, (), {"trump"}), (0.3, ("target",), {"trump", "johnson"})],
)
def test_who_takes_part_is_told_by_the_best_reports(worth: float, edited: tuple[str, ...], whom: set[str]) -> None:
    """And by those that an editor corrects."""
    found = reading("a", "2020-05-09", "2020-05-07")
    [one] = found.reports
    parts = (*one.participants, Participant("johnson", "target"))
    two = replace(one, id="r-b", worth=worth, participants=parts, edited=edited, same=one.id)
    [event] = timeline([replace(found, reports=(replace(one, same=one.id), two))]).events
    assert {p.actor for p in event.participants if p.role == "target"} == whom


def told(line: Timeline) -> list[list[str]]:
    """The articles that tell each event."""
    return [[r.article for r in e.reports] for e in line.events]


@pytest.mark.parametrize(
    ("one", "two", "events"),
    [
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-07"}, [["a", "b"]], id="one day"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-04-09"}, [["b"], ["a"]], id="two days"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-09", "basis": "reported on"}, [["a", "b"]], id="told late"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-07", "whom": "Johnson"}, [["a"], ["b"]], id="somebody else"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05"}, [["a", "b"]], id="a day in the month"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-08"}, [["a", "b"]], id="the same words with another day"),
        pytest.param(
            {"day": "2020-05-07"}, {"day": "2020-05-08", "sentence": "He phoned again."}, [["a"], ["b"]], id="the next day"
        ),
    ],
)
def test_reports_tell_one_event_or_two(one: dict[str, str], two: dict[str, str], events: list[list[str]]) -> None:
    """By day, actors, kind and words."""
    line = timeline([reading("a", "2020-05-09", **one), reading("b", "2020-05-09", **two)])
    assert told(line) == events


def test_an_event_has_the_id_of_its_first_report() -> None:
    """Whatever the order that the articles come in."""
    line = timeline([reading("b", "2020-05-09", "2020-05-07"), reading("a", "2020-05-07", "2020-05-07")])
    assert [e.id for e in line.events] == ["r-a"]


def test_no_chain_makes_one_event_of_two() -> None:
    """A report that only names the month is like both, and does not join them."""
    days = ["2020-05-07", "2020-05-20", "2020-05"]
    line = timeline([reading(f"a{i}", "2020-06-01", day) for i, day in enumerate(days)])
    assert len(line.events) == 2


def test_an_undated_report_takes_its_date_from_another_article() -> None:
    """And says so."""
    line = timeline([reading("a", "2020-05-07", None), reading("b", "2020-05-09", "2020-05-09")])
    [event] = line.events
    assert event.when is not None
    assert (event.when.value, event.when.basis) == ("2020-05-09", "date from another article")


@pytest.mark.parametrize("status", ["happened", "denied", "cancelled"])
def test_a_later_report_settles_what_was_planned(status: str) -> None:
    """The event keeps its history."""
    planned, settled = ("2020-05-07", "planned"), ("2020-05-07", status)
    readings = [reading(id, f"2020-05-0{n}", day, status=s) for n, id, (day, s) in ((5, "a", planned), (8, "b", settled))]
    [event] = timeline(readings).events
    assert event.status == status
    assert [(c.published, c.status) for c in event.history] == [("2020-05-08", status)]


@pytest.mark.parametrize(("last", "status"), [("planned", "cancelled"), ("happened", "happened")])
def test_what_is_cancelled_stays_so_unless_it_happened_later(last: str, status: str) -> None:
    """A plan that is told again brings nothing back."""
    said = [("a", "2020-05-04", "planned"), ("b", "2020-05-05", "cancelled"), ("c", "2020-05-08", last)]
    [event] = timeline([reading(id, published, "2020-05-07", status=told) for id, published, told in said]).events
    assert event.status == status


def test_what_is_cancelled_has_the_day_that_was_planned() -> None:
    """That of publication is but the day on which it was called off."""
    planned = reading("a", "2020-05-04", "2020-05-28", status="planned")
    off = reading("b", "2020-05-11", "2020-05-11", status="cancelled", basis="reported on")
    [event] = timeline([planned, off]).events
    assert (event.status, event.when and event.when.value) == ("cancelled", "2020-05-28")


def test_sources_that_contradict_each_other_are_shown() -> None:
    """The date of most reports stands; the other is told, not averaged."""
    days = ["2020-05-07", "2020-05-07", "2020-05-08"]
    [event] = timeline([reading(f"a{i}", "2020-05-09", day) for i, day in enumerate(days)]).events
    assert event.when is not None
    assert event.when.value == "2020-05-07"
    assert event.contradictions == ("a2 says 2020-05-08",)


def test_an_event_is_where_most_reports_have_it() -> None:
    """Then where the first of them has it; one that the editors hide is left out."""
    named = ["norway oslo", "bergen", "oslo"]
    readings = [reading(f"a{i}", "2020-05-09", "2020-05-07", where=where) for i, where in enumerate(named)]
    [event] = timeline(readings).events
    assert event.where == ("oslo", "norway", "bergen")
    [event] = timeline(readings, known=[Known("Norway", hide=True)]).events
    assert event.where == ("oslo", "bergen")


@pytest.mark.parametrize(
    ("one", "two", "found", "apart"),
    [
        ("", "oslo", set(), None),
        ("oslo", "oslo norway", {"same town", "same country"}, None),
        ("oslo", "norway", {"same country"}, None),
        ("norway", "norway", {"same country"}, None),
        ("oslo", "bergen", {"other town", "same country"}, None),
        ("oslo", "lima", {"other town", "other country"}, "in other countries"),
        ("norway", "peru", {"other country"}, "in other countries"),
        ("oslo", "peru", {"other country"}, "in other countries"),
    ],
)
def test_places_speak_for_one_event_or_against(one: str, two: str, found: set[str], apart: str | None) -> None:
    """By town and country; two countries forbid it."""
    readings = [reading(f"a{i}", "2020-05-09", "2020-05-07", where=where) for i, where in enumerate((one, two))]
    both = prepare(readings, {r.article.id: {a.id: a.id for a in r.actors} for r in readings})
    names = {"same town", "other town", "same country", "other country"}
    assert (features(*both).keys() & names, conflict(*both)) == (found, apart)


def test_events_of_all_ages_are_in_order() -> None:
    """Years before 1, before 1000 and beyond 9999; a day told twice is one event, key dates and storylines hold."""
    days = ["-0043-03", "-0043-03-15", "-0008-09-11", "0000-12-25", "0793-06-08", "1066-10-14", "2020-05-07", "10000-01-01"]
    told_so = [reading(f"a{i}", "2020-05-09", day, sentence=f"Putin called Trump {i}.") for i, day in enumerate(days)]
    again = [reading(f"b{i}", "2020-05-09", day, sentence=f"Putin called Trump {i}.") for i, day in enumerate(days)]
    line = timeline([*again, *reversed(told_so)])
    dated = [event.when.value for event in line.events if event.when is not None]
    assert dated == ["-0043-03-15", *days[2:]]
    assert [[r.report[2:] for r in e.reports] for e in line.events[1:3]] == [["a2", "b2"], ["a3", "b3"]]
    assert [key.date for key in line.key_dates] == dated


def test_key_dates_are_the_heaviest_in_order_of_time() -> None:
    """The day that three articles tell outweighs the others."""
    days = [("a", "2020-05-07"), ("b", "2020-05-07"), ("e", "2020-05-07"), ("c", "2020-04-09"), ("d", "2020-05-08")]
    line = timeline([reading(a, "2020-05-09", day, sentence=f"Putin called Trump about {a}.") for a, day in days], key_dates=1)
    assert [k.date for k in line.key_dates] == ["2020-05-07"]


def test_a_storyline_joins_events_of_the_same_actors() -> None:
    """Three calls within weeks are one story; the two who call are related."""
    line = timeline([reading(f"a{i}", "2020-05-30", f"2020-05-{day}") for i, day in enumerate(("01", "10", "20"))])
    [story] = line.storylines
    assert (story.title, story.kind, len(story.events)) == ("Putin and Trump", "CONSULT", 3)
    assert [(r.one, r.two, len(r.events)) for r in line.relations] == [("putin", "trump", 3)]


READINGS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(1, 9),
        st.sampled_from([None, "2020-05-01", "2020-05-03", "2020-05"]),
        st.sampled_from(["CONSULT", "OTHER"]),
        st.sampled_from(["Trump", "Johnson"]),
    ),
    unique_by=lambda r: r[0],
)


@given(READINGS, st.randoms())
def test_the_order_of_articles_does_not_matter(rows: list[tuple[int, int, str | None, str, str]], shuffle) -> None:
    """The same articles give the same timeline, however they are ordered."""
    all_of_them = [reading(f"a{i}", f"2020-05-{day:02}", when, kind=kind, whom=whom) for i, day, when, kind, whom in rows]
    mixed = list(all_of_them)
    shuffle.shuffle(mixed)
    assert timeline(all_of_them) == timeline(mixed)
