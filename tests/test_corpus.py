"""The corpus step: reports become events, in any order of the articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dateline.corpus.ids import lasting, lost
from dateline.corpus.timeline import timeline
from dateline.model import Actor, Article, Correction, Event, Kept, Known, Participant, Reading, Report, Span, Timeline, When
from dateline.model.edited import edited
from hypothesis import given
from hypothesis import strategies as st

IDS = {"Putin": "putin", "Trump": "trump", "Johnson": "johnson"}


def report(
    article: str, sentence: str, day: str | None, *, kind: str = "CONSULT", status: str = "happened",
    basis: str = "date in the clause", whom: str = "Trump",
) -> Report:  # fmt: skip
    """Putin does something to somebody, told by the first sentence of its article."""
    when = When(day, day, f"{day}-01" if len(day) == 7 else day, f"{day}-28" if len(day) == 7 else day, basis) if day else None
    parts = (Participant("putin", "source"), Participant(IDS[whom], "target"))
    return Report(
        f"r-{article}", article, kind, 6, 12, "called", Span(0, len(sentence)), sentence, ("putin",), (IDS[whom],), parts, when,
        status, None, 0.7,
    )  # fmt: skip


def reading(article: str, published: str, day: str | None, **said: str) -> Reading:
    """An article with one report."""
    sentence = said.pop("sentence", "Putin called Trump about oil and masks.")
    people = tuple(Actor(id, name, "person") for name, id in IDS.items())
    return Reading(Article(article, sentence, published), (), people, (report(article, sentence, day, **said),))


def told(line: Timeline) -> list[list[str]]:
    """The articles that tell each event."""
    return [[r.article for r in e.reports] for e in line.events]


@pytest.mark.parametrize(
    ("one", "two", "events"),
    [
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-07"}, [["a", "b"]], id="one day"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-04-09"}, [["b"], ["a"]], id="two days"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-09", "basis": "publication date"}, [["a", "b"]], id="told late"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05-07", "whom": "Johnson"}, [["a"], ["b"]], id="somebody else"),
        pytest.param({"day": "2020-05-07"}, {"day": "2020-05"}, [["a", "b"]], id="a day in the month"),
        pytest.param(
            {"day": "2020-05-07"},
            {"day": "2020-05-07", "kind": "SANCTION", "sentence": "He shunned Trump."},
            [["a"], ["b"]],
            id="another act",
        ),
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


def test_a_later_report_settles_what_was_planned() -> None:
    """The event keeps its history."""
    line = timeline([reading("a", "2020-05-05", "2020-05-07", status="planned"), reading("b", "2020-05-08", "2020-05-07")])
    [event] = line.events
    assert event.status == "happened"
    assert [(c.published, c.status) for c in event.history] == [("2020-05-08", "happened")]


def test_sources_that_contradict_each_other_are_shown() -> None:
    """The date of most reports stands; the other is told, not averaged."""
    days = ["2020-05-07", "2020-05-07", "2020-05-08"]
    [event] = timeline([reading(f"a{i}", "2020-05-09", day) for i, day in enumerate(days)]).events
    assert event.when is not None
    assert event.when.value == "2020-05-07"
    assert event.contradictions == ("a2 says 2020-05-08",)


def test_key_dates_are_the_heaviest_in_order_of_time() -> None:
    """The day that three articles tell outweighs the others."""
    days = [("a", "2020-05-07"), ("b", "2020-05-07"), ("e", "2020-05-07"), ("c", "2020-04-09"), ("d", "2020-05-08")]
    line = timeline([reading(a, "2020-05-09", day, sentence=f"Putin called {a}.") for a, day in days], key_dates=1)
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


# The editors' word


def corrected(**said: object) -> Timeline:
    """A timeline of one event, r-a, with a correction of it."""
    return timeline([reading("a", "2020-05-09", "2020-05-07")], corrections=[Correction("r-a", "desk:1", **said)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "field", "value", "machine"),
    [
        ({"summary": "They spoke"}, "summary", "They spoke", "Putin called Trump about oil and masks."),
        ({"type": "AGREE"}, "type", "AGREE", "CONSULT"),
        ({"status": "denied"}, "status", "denied", "happened"),
        ({"date": "none"}, "when", None, "2020-05-07"),
    ],
)
def test_a_correction_wins_and_the_machine_is_kept_beside(
    said: dict[str, str], field: str, value: object, machine: str
) -> None:
    """And what the program says stays beside it."""
    [event] = corrected(**said).events
    assert getattr(event, field) == value
    assert [e.machine for e in event.edits] == [machine]


def test_a_corrected_role_has_the_actor_that_is_named() -> None:
    """By any name that an article gives; one that none gives is told."""
    line = corrected(target=("Johnson", "Nobody"))
    assert [(p.actor, p.role) for p in line.events[0].participants] == [("johnson", "target"), ("putin", "source")]
    assert any("no actor 'Nobody'" in d.why for d in line.doubts)


def test_what_is_hidden_is_gone() -> None:
    """From everything that is made of events."""
    line = corrected(hide=True)
    assert (line.events, line.key_dates) == ((), ())


def test_a_correction_that_the_program_agrees_with_is_done() -> None:
    """Its editor may remove it."""
    line = corrected(type="CONSULT")
    assert line.events[0].edits == ()
    assert [d.why for d in line.doubts if d.kind == "correction"] == [
        "desk:1: done, the program says type CONSULT by itself: the correction can go"
    ]


def test_a_correction_of_no_event_names_the_nearest() -> None:
    """With the sentence that it was about, which the ledger has."""
    kept = Kept("old", "events/old/", "a", "Putin called Trump about oil and mask.")
    readings = [reading("a", "2020-05-09", "2020-05-07")]
    line = timeline(readings, corrections=[Correction("old", "desk:1", hide=True)], kept=[kept])
    [note] = [d.why for d in line.doubts if d.kind == "correction"]
    assert note.startswith(
        "desk:1: no event old, which was about “Putin called Trump about oil and mask.”; the nearest now is r-a"
    )


def test_merging_and_splitting_by_hand() -> None:
    """Two events become one, which both ids lead to; a report leaves its event."""
    two = [reading("a", "2020-05-09", "2020-05-07"), reading("b", "2020-05-09", "2020-04-09")]
    [event] = timeline(two, corrections=[Correction("r-b", "desk:1", merge_into="r-a")]).events
    assert (event.id, event.aliases, len(event.reports)) == ("r-a", ("r-b",), 2)
    one = [reading("a", "2020-05-09", "2020-05-07"), reading("b", "2020-05-09", "2020-05-07")]
    assert told(timeline(one, corrections=[Correction("r-a", "desk:1", split=("r-b",))])) == [["a"], ["b"]]


def test_merging_by_hand_goes_on_and_round() -> None:
    """Along a chain all ids lead to the last; what is one event already is told."""
    three = [reading(f"{a}", "2020-05-09", day) for a, day in (("a", "2020-05-07"), ("b", "2020-04-09"), ("c", "2020-03-09"))]
    chain = [Correction("r-a", "desk:1", merge_into="r-b"), Correction("r-b", "desk:2", merge_into="r-c")]
    [event] = timeline(three, corrections=chain).events
    assert (event.id, set(event.aliases), len(event.reports)) == ("r-c", {"r-a", "r-b"}, 3)
    assert [p.actor for p in event.participants] == ["putin", "trump"]
    ring = [Correction("r-a", "desk:1", merge_into="r-b"), Correction("r-b", "desk:2", merge_into="r-a")]
    assert any("one event already" in d.why for d in timeline(three, corrections=ring).doubts)


def test_a_correction_finds_its_event_by_any_report() -> None:
    """Though an older article now gives the event its id."""
    two = [reading("a", "2020-05-07", "2020-05-07"), reading("b", "2020-05-09", "2020-05-07")]
    [event] = timeline(two, corrections=[Correction("r-b", "desk:1", summary="They spoke", pin=True)]).events
    assert (event.id, event.summary, event.pinned) == ("r-a", "They spoke", True)


def test_a_pinned_day_is_a_key_date() -> None:
    """Whatever it weighs."""
    readings = [reading(f"a{i}", "2020-05-09", "2020-05-07", sentence=f"Putin called {i}.") for i in range(3)]
    readings.append(reading("b", "2020-05-09", "1991-05-07", status="possible"))
    line = timeline(readings, corrections=[Correction("r-b", "desk:1", pin=True)], key_dates=1)
    assert [k.date for k in line.key_dates] == ["1991-05-07"]


def test_years_before_the_first_are_in_order() -> None:
    """The greater the number, the earlier."""
    days = [("a", "-0044-03-15"), ("b", "-0100-07-12"), ("c", "0014-08-19")]
    line = timeline([reading(a, "2020-05-09", day, sentence=f"Putin {a}.") for a, day in days])
    assert [e.id for e in line.events] == ["r-b", "r-a", "r-c"]
    assert [k.date for k in line.key_dates] == ["-0100-07-12", "-0044-03-15", "0014-08-19"]


def test_what_an_article_says_of_itself_wins() -> None:
    """Over surer reports of other articles."""
    read = reading("b", "2020-05-09", "2020-05-06", sentence="Putin called Trump about oil and masks.")
    [said] = read.reports
    edited = replace(said, summary="They spoke", confidence=0.1, edited=("date", "summary"))
    line = timeline([reading("a", "2020-05-09", "2020-05-07"), replace(read, reports=(edited,))])
    assert [(e.summary, e.when and e.when.value, e.contradictions) for e in line.events] == [
        ("They spoke", "2020-05-06", ("a says 2020-05-07",))
    ]


def test_an_actor_that_is_hidden_takes_part_in_nothing() -> None:
    """And has no page."""
    line = timeline([reading("a", "2020-05-09", "2020-05-07")], known=[Known("Trump", hide=True)])
    assert "trump" not in {a.id for a in line.actors}
    assert [p.actor for p in line.events[0].participants] == ["putin"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-05-07", "2020-05-07", "2020-05-07"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-05-07/2020-06", "2020-05-07", "2020-06-30"),
        ("-0044-03", "-0044-03-01", "-0044-03-31"),
    ],
)
def test_a_date_that_editors_write(text: str, first: str, last: str) -> None:
    """A day, a month, a year or a range."""
    when = edited(text)
    assert when is not None
    assert (when.from_, when.to, when.basis) == (first, last, "the editors")


# Ids that last


def event(*reports: str) -> Event:
    """An event with these reports."""
    [found] = timeline([reading("x", "2020-05-09", "2020-05-07")]).events
    return replace(found, id=reports[0], reports=tuple(replace(found.reports[0], report=r) for r in reports))


def test_an_event_keeps_the_oldest_id_that_is_published() -> None:
    """Though an article of an earlier day now tells it first; what it swallowed leads to it."""
    kept = [Kept("b", "u/b/", "a", "s"), Kept("c", "u/c/", "a", "s")]
    [found] = lasting([event("a", "c", "b")], kept)
    assert (found.id, found.aliases) == ("b", ("c",))
    assert lost([found], kept) == ()


def test_a_published_event_that_is_gone_is_lost() -> None:
    """So that a build can refuse."""
    kept = [Kept("b", "u/b/", "a", "s")]
    assert lost(lasting([event("a")], kept), kept) == tuple(kept)
