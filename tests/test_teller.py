"""The teller: asked again and again, as a server asks it, it tells what a new one would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from dateline.corpus import corpus, teller
from dateline.corpus.corpus import Corpus
from dateline.corpus.teller import Teller
from dateline.corpus.timeline import timeline
from dateline.corpus.told import Told
from dateline.model import Known, Reading
from hypothesis import given
from hypothesis import strategies as st

from .test_corpus import READINGS, reading

Row = tuple[int, int, str | None, str, str]
EDITORS = [(), (Known("Trump", aliases=("Johnson",)),), (Known("Norway", hide=True),)]


def made(rows: Sequence[Row], had: dict[Row, Reading]) -> list[Reading]:
    """The readings of these rows: of a row that was there before the same one, as a server has it."""
    new = {row: had.get(row) or _reading(row) for row in rows}
    had.clear()
    had.update(new)
    return list(new.values())


def _reading(row: Row) -> Reading:
    number, day, when, kind, whom = row
    return reading(f"a{number}", f"2020-05-{day:02}", when, kind=kind, whom=whom)


@given(st.lists(st.tuples(READINGS, st.sampled_from(EDITORS)), min_size=2, max_size=4))
def test_one_that_is_kept_tells_the_same_as_a_new_one(builds: Sequence[tuple[Sequence[Row], Sequence[Known]]]) -> None:
    """Whatever comes, goes, changes, or is said on the desk from one build to the next."""
    kept, had = Teller(), dict[Row, Reading]()
    for rows, known in builds:
        found = made(rows, had)
        assert timeline(found, known=known, teller=kept) == timeline(found, known=known)


def test_what_stays_the_same_is_not_made_again() -> None:
    """Neither what is told of an article, nor the event of reports that are the same."""
    kept, same = Teller(), [reading(f"a{n}", "2020-05-09", f"2020-05-{n + 1:02}") for n in range(3)]
    before = told(kept, same)
    events = [kept.event([one]) for one in before]
    after = told(kept, [*same[:2], reading("a2", "2020-05-09", "2020-05-08"), reading("a3", "2020-05-09", "2020-05-09")])
    assert [one is two for one, two in zip(before, after, strict=False)] == [True, True, False]
    assert [kept.event([one]) is event for one, event in zip(after, events, strict=False)] == [True, True, False]


def test_a_name_that_an_actor_gets_elsewhere_is_told_anew() -> None:
    """An actor that only another article names with a capital letter has a name here, too."""
    kept, here = Teller(), _called("trump")
    [before] = told(kept, [here])
    [after] = told(kept, [here, replace(_called("Trump"), article=replace(here.article, id="b"), reports=())])
    assert (before.target, after.target) == (frozenset(), frozenset({"trump"}))


def test_who_an_actor_is_over_all_articles_is_told_anew() -> None:
    """Even of one that has no name anywhere."""
    kept, here = Teller(), _called("trump")
    told(kept, [here])
    [after] = kept.told(Corpus([here]), {"a": {a.id: a.id.replace("trump", "somebody") for a in here.actors}})
    assert [p.actor for p in after.participants] == ["putin", "somebody"]


def _called(name: str) -> Reading:
    found = reading("a", "2020-05-09", "2020-05-07")
    return replace(found, actors=tuple(replace(a, name=name) if a.id == "trump" else a for a in found.actors))


@pytest.mark.parametrize(("module", "name"), [(teller, "KEPT"), (corpus, "FEW")])
def test_of_many_nothing_is_kept(module: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither of many reports, nor where readings lie in a file."""
    monkeypatch.setattr(module, name, 1)
    kept, same = Teller(), [reading(f"a{n}", "2020-05-09", f"2020-05-{n + 1:02}") for n in range(3)]
    before, after = told(kept, same), told(kept, same)
    assert not any(one is two for one, two in zip(before, after, strict=True))
    assert timeline(same, teller=kept) == timeline(same)


def told(kept: Teller, readings: Sequence[Reading]) -> list[Told]:
    """What is told of readings whose actors are the same everywhere."""
    same: dict[str, dict[str, str]] = {r.article.id: {a.id: a.id for a in r.actors} for r in readings}
    return kept.told(Corpus(readings), same)


def test_a_report_is_asked_of_its_reading() -> None:
    [one] = told(Teller(), [reading("a", "2020-05-09", "2020-05-07")])
    assert (one.report.id, one.sentence) == ("r-a", "Putin called Trump about oil and masks.")
