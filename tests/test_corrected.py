"""The editors' word: corrections win over what the program merges, and published ids last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dateline.corpus.ids import lasting, lost
from dateline.corpus.timeline import timeline
from dateline.model import Correction, Event, Kept, Known, Timeline
from dateline.model.edited import edited

from .test_corpus import reading, told


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


@pytest.mark.parametrize(
    ("least", "said", "listed"),
    [(0.8, {}, True), (0.9, {}, False), (0.9, {"summary": "They spoke"}, True), (0.9, {"pin": True}, True)],
)
def test_what_is_hardly_worth_a_line_is_listed_where_an_editor_says_something_of_it(
    least: float, said: dict[str, object], listed: bool
) -> None:
    """The report is worth 0.8; what is not listed is in the data."""
    corrections = [Correction("r-a", "desk:1", **said)] if said else []  # type: ignore[arg-type]
    [event] = timeline([reading("a", "2020-05-09", "2020-05-07")], corrections=corrections, least=least).events
    assert event.listed is listed


def test_a_corrected_role_has_the_actor_that_is_named() -> None:
    """By any name that an article gives; one that none gives is told."""
    line = corrected(target=("Johnson", "Nobody"))
    assert [(p.actor, p.role) for p in line.events[0].participants] == [("johnson", "target"), ("putin", "source")]
    assert any("no actor 'Nobody'" in d.why for d in line.doubts)


def test_a_corrected_place_wins() -> None:
    """What the program says stays beside it."""
    found = reading("a", "2020-05-09", "2020-05-07", where="lima")
    [event] = timeline([found], corrections=[Correction("r-a", "desk:1", where=("Oslo",))]).events
    assert (event.where, [(e.field, e.machine) for e in event.edits]) == (("oslo",), [("where", "lima")])


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


@pytest.mark.parametrize("order", [1, -1])
def test_an_event_that_is_hidden_and_merged_is_part_of_the_other(order: int) -> None:
    """Whether one correction says both, or one says each."""
    two = [reading("a", "2020-05-09", "2020-05-07"), reading("b", "2020-05-09", "2020-04-09")]
    both = [Correction("r-b", "desk:1", hide=True), Correction("r-b", "desk:2", merge_into="r-a")][::order]
    for said in (both, [Correction("r-b", "desk:1", hide=True, merge_into="r-a")]):
        line = timeline(two, corrections=said)
        assert ([(e.id, e.aliases) for e in line.events], line.hidden) == ([("r-a", ("r-b",))], ())


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
    line = timeline([reading(a, "2020-05-09", day, sentence=f"Putin called Trump about {a}.") for a, day in days])
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
