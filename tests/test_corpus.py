"""The corpus step: reports become events, in any order of the articles."""

from __future__ import annotations

from dateline.corpus.timeline import timeline
from dateline.model import Actor, Article, Participant, Reading, Report, Span, When
from hypothesis import given
from hypothesis import strategies as st


def reading(article: str, published: str, day: str | None, type: str = "CONSULT") -> Reading:
    """An article with one report: Putin and Trump, on this day."""
    when = When(day, day, day, day, "date in the clause") if day else None
    people = (Actor("putin", "Putin", "person"), Actor("trump", "Trump", "person"))
    parts = (Participant("putin", "source"), Participant("trump", "target"))
    report = Report(
        f"r-{article}", article, type, 6, 12, "called", Span(0, 19), "Putin called Trump", ("putin",), ("trump",),
        parts, when, "happened", None, 0.9,
    )  # fmt: skip
    return Reading(Article(article, "Putin called Trump.", published), (), people, (report,))


def test_two_articles_tell_one_event() -> None:
    """Reports of one day, type and actors are one event, whose id is that of the first."""
    line = timeline([reading("b", "2020-05-09", "2020-05-07"), reading("a", "2020-05-07", "2020-05-07")])
    assert [(e.id, [r.article for r in e.reports]) for e in line.events] == [("r-a", ["a", "b"])]


def test_two_days_are_two_events() -> None:
    """The same act on another day is another event."""
    line = timeline([reading("a", "2020-05-07", "2020-05-07"), reading("b", "2020-05-09", "2020-04-09")])
    assert [e.when.value for e in line.events if e.when] == ["2020-04-09", "2020-05-07"]


def test_undated_reports_stay_apart_and_come_last() -> None:
    """Without a date nothing says that two reports tell one event."""
    line = timeline(
        [reading("a", "2020-05-07", None), reading("b", "2020-05-09", None), reading("c", "2020-05-09", "2020-05-09")]
    )
    assert next(e.id for e in line.events) == "r-c"
    assert len(line.events) == 3


def test_key_dates_are_the_heaviest_in_order_of_time() -> None:
    """The day that two articles tell outweighs the others."""
    told = [("a", "2020-05-07"), ("b", "2020-05-07"), ("c", "2020-04-09"), ("d", "2020-05-08")]
    line = timeline([reading(a, "2020-05-09", day) for a, day in told], key_dates=2)
    assert [k.date for k in line.key_dates] == ["2020-04-09", "2020-05-07"]


READINGS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 9), st.sampled_from([None, "2020-05-01"])), unique_by=lambda r: r[0]
)


@given(READINGS, st.randoms())
def test_the_order_of_articles_does_not_matter(rows: list[tuple[int, int, str | None]], shuffle) -> None:
    """The same articles give the same timeline, however they are ordered."""
    told = [reading(f"a{i}", f"2020-05-{day:02}", when) for i, day, when in rows]
    mixed = list(told)
    shuffle.shuffle(mixed)
    assert timeline(told) == timeline(mixed)
