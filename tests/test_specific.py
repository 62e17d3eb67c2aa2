"""Who is an actor over all articles, and who takes part by words alone."""

from __future__ import annotations

import pytest
from dateline.corpus.specific import is_specific
from dateline.corpus.timeline import timeline
from dateline.model import Actor, Article, Correction, Event, Known, Line, Participant, Reading, Report, Span, Timeline, When
from dateline.serial import plain

from .exported import views


@pytest.mark.parametrize(
    ("name", "kind", "sector", "specific"),
    [
        ("Mira Oslak", "person", None, True),
        ("Charles de Gaulle", "person", None, True),
        ("iPhone 4", "thing", None, True),
        ("Norway", "place", "GOV", True),
        ("Peruvian riot police", "group", "COP", True),
        ("Libyan rebels", "group", "REB", True),
        ("police of Lima", "group", "COP", True),
        ("dockers' union", "organisation", "LAB", True),
        ("women’s league", "organisation", None, True),
        ("Egyptian army", "organisation", "MIL", True),
        ("Russian court", "organisation", "JUD", False),
        ("German company", "organisation", "BUS", False),
        ("Peruvian president", "person", "GOV", False),
        ("president", "person", "GOV", False),
        ("Brandt Motors CEO", "person", "BUS", False),
        ("Pope", "person", "REL", True),
        ("protesters", "group", "CVL", False),
        ("riot police", "group", "COP", False),
        ("aid groups", "group", None, False),
        ("tram", "thing", None, False),
        ("Soviet tram", "thing", None, False),
        ("company", "organisation", "BUS", False),
    ],
)
def test_an_actor_has_a_name_or_says_whose_it_is(name: str, kind: str, sector: str | None, specific: bool) -> None:
    """What could be somebody else in the next article is none."""
    assert is_specific(Actor("a", name, kind, None, sector)) is specific


def reading(article: str, crowd: str = "protesters") -> Reading:
    """Mira Oslak meets a crowd, which the article knows as an actor."""
    text = f"Oslak met the {crowd} in the harbour town."
    parts = (Participant("mira-oslak", "source"), Participant("crowd", "target"))
    told = Report(
        f"r-{article}", article, "CONSULT", 6, 9, "met", Span(0, len(text)), text, ("mira-oslak",), ("crowd",), parts,
        When("2020-05-07", "2020-05-07", "2020-05-07", "2020-05-07", "date in the clause"), "happened", "crowd", 0.7,
        where=("crowd",), worth=0.8, state=(20,) * 32, line=Line("sentence", "text", (Span(0, len(text)),), article),
    )  # fmt: skip
    actors = (Actor("mira-oslak", "Mira Oslak", "person"), Actor("crowd", crowd, "group"))
    return Reading(Article(article, text, "2020-05-08"), (), actors, (told,))


def taking_part(event: Event) -> list[tuple[str | None, str, str]]:
    return [(p.actor, p.role, p.text) for p in event.participants]


def both(**more: object) -> Timeline:
    return timeline([reading("a"), reading("b")], **more)  # type: ignore[arg-type]


def test_who_has_no_name_takes_part_by_words() -> None:
    """And is in no list of actors, no place, and nobody who says so."""
    line = both()
    assert [a.name for a in line.actors] == ["Mira Oslak"]
    assert [taking_part(e) for e in line.events] == [[("mira-oslak", "source", ""), (None, "target", "protesters")]]
    assert line.events[0].where == ()
    assert {r.said_by for e in line.events for r in e.reports} == {None}
    assert line.same == {"a": {"mira-oslak": "mira-oslak"}, "b": {"mira-oslak": "mira-oslak"}}
    assert line.relations == ()


def test_what_the_editors_know_by_name_is_an_actor() -> None:
    """Whatever its name looks like."""
    line = both(known=[Known("protesters")])
    assert {p.actor for e in line.events for p in e.participants} == {"mira-oslak", "crowd"}


def test_editors_name_those_who_have_no_name_by_their_words() -> None:
    """As some article calls them; else they are told."""
    line = both(corrections=[Correction("r-a", "desk:1", source=("Protesters", "dockers"))])
    assert taking_part(line.events[0]) == [(None, "source", "protesters")]
    assert [d.why for d in line.doubts] == ["desk:1: no actor 'dockers': give a name that stands in an article"]


def test_pages_show_words_and_no_actor() -> None:
    """An event's page has them beside its actors; lists, filters and counts have the actors alone."""
    event = views().by_id["last"]
    assert [(part.text, part.role) for part in event.unnamed] == [("protesters", "target")]
    assert [actor.id for actor in event.actors] == ["denmark"]


def test_words_stand_in_json_only_for_who_is_no_actor() -> None:
    """So that what reads the old form goes on."""
    assert plain(both().events[0].participants) == [
        {"actor": "mira-oslak", "role": "source"},
        {"actor": None, "role": "target", "text": "protesters"},
    ]
