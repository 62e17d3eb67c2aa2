"""What an actor is over all articles: the name, the country, and the id that lasts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.corpus.actors import gather
from dateline.model import Actor, KeptActor, Known
from dateline.model.slug import slug

from .casts import BESIDE, actor, articles, names, told


@pytest.mark.parametrize(
    ("given", "kind", "shown"),
    [
        (("Ada Bell", "Ada Bell", "Ada Quist Bell II"), "person", "Ada Bell"),
        (("President Ada Bell", "Ada Bell"), "person", "Ada Bell"),
        (("Bell", "Bell", "Bell", "Ada Bell"), "person", "Ada Bell"),
        (("ADA BELL", "ADA BELL", "Ada Bell"), "person", "Ada Bell"),
        (("Rosario",), "person", "Rosario"),
        (("Orchard Inc.", "Orchard Inc."), "organisation", "Orchard"),
        (("Orchard Corporation",), "organisation", "Orchard Corporation"),
        (("Harbour Board Union Fund", "HBUF"), "organisation", "Harbour Board Union Fund"),
        (("Harbour Board Union Fund", "HBUF", "HBUF", "HBUF", "HBUF"), "organisation", "HBUF"),
    ],
)
def test_the_name_shown_is_what_news_uses(given: Sequence[str], kind: str, shown: str) -> None:
    """Of the full names the most frequent; an acronym only where hardly anybody spells it out."""
    found = told(*([actor(name, kind), *BESIDE] for name in given))
    assert {*names(found)} == {shown, *(one.name for one in BESIDE)}


def test_a_name_by_which_others_are_known_is_no_alias() -> None:
    """One article calls the Harbour Watch so that all others call the union; a person keeps the surname."""
    watch = Actor("harbour-watch", "Harbour Watch", "organisation", aliases=("HW", "Watch", "Watch,"))
    ada, tom = (Actor(slug(name), name, "person", aliases=("Bell",)) for name in ("Ada Bell", "Tom Bell"))
    found = told([watch, ada], [tom, ada], *[[actor("HW", "organisation"), tom]] * 4)
    assert {a.name: a.aliases for a in found.actors} == {
        "Harbour Watch": ("Watch",),
        "HW": (),
        "Ada Bell": ("Bell",),
        "Tom Bell": ("Bell",),
    }


@pytest.mark.parametrize(
    ("countries", "country"),
    [
        (("USA", "USA", "GBR", None), "USA"),
        (("USA", "GBR"), None),
        ((None, None, None), None),
        (("TUN", *[None] * 20), None),
    ],
)
def test_a_country_needs_articles_that_agree(countries: Sequence[str | None], country: str | None) -> None:
    """Where they contradict each other, or one of many says it, there is none."""
    assert told(*([actor("Ada Bell", country=code)] for code in countries)).actors[0].country == country


def test_a_contradiction_is_for_an_editor() -> None:
    """With what articles say."""
    found = told(*([actor("Ada Bell", country=code)] for code in ("USA", "USA", "GBR", "GBR")))
    assert [(d.kind, d.about, d.why) for d in found.doubts] == [
        ("country", ("ada-bell",), "articles disagree: GBR in 2, USA in 2"),
    ]


def test_actors_that_the_desk_knows_are_never_one() -> None:
    """Each has its own entry."""
    cast = [actor("A. Bell"), *BESIDE], [actor("Ada Bell"), *BESIDE]
    desk = [Known("A. Bell"), Known("Ada Bell")]
    assert len(gather(articles(*cast), desk).actors) == 2 + len(BESIDE)


@pytest.mark.parametrize(
    ("kept", "id", "moved"),
    [
        ([], "ada-bell", {}),
        ([KeptActor("bell", "Bell")], "bell", {}),
        ([KeptActor("ada-q-bell", "Ada Q. Bell"), KeptActor("bell", "Bell")], "ada-q-bell", {"bell": "ada-q-bell"}),
        ([KeptActor("tom-quill", "Tom Quill")], "ada-bell", {}),
    ],
)
def test_an_id_lasts(kept: Sequence[KeptActor], id: str, moved: dict[str, str]) -> None:
    """The oldest in the ledger, though most articles give another name now; the others lead to it."""
    casts = ([actor(name), *BESIDE] for name in ("Ada Bell", "Ada Bell", "Ada Q. Bell", "Bell"))
    found = gather(articles(*casts), kept=kept)
    assert [(a.id, a.name) for a in found.actors if "Bell" in a.name] == [(id, "Ada Bell")]
    assert found.same["a3"]["bell"] == id
    assert found.moved == moved


def test_two_of_one_name_keep_their_ids_as_articles_come() -> None:
    """A country and its people that are called by one word, a town and a person: build after build."""
    land = Actor("norland", "Norland", "place", "NOR", aliases=("Norse",))
    cast = [land, actor("Norse", "group"), actor("Orchard"), Actor("town", "Orchard", "place", "NOR")]
    kept: list[KeptActor] = []
    for count in (1, 2, 3):
        found = gather(articles(*[cast] * count), kept=kept).actors
        assert not kept or {(a.id, a.name) for a in found} == {(one.id, one.name) for one in kept}
        kept = [KeptActor(a.id, a.name) for a in found]
    assert len(kept) == 4


def test_who_comes_later_takes_no_id_that_is_kept() -> None:
    """One whom nobody can tell by the surname alone stands beside who had that for an address."""
    casts = [actor("Ada Bell")], [actor("Ada Bell")], [actor("Tom Bell")], [actor("Bell")]
    found = gather(articles(*casts), kept=[KeptActor("ada-bell", "Ada Bell"), KeptActor("tom-bell", "Tom Bell")])
    assert [a.id for a in found.actors] == ["ada-bell", "bell", "tom-bell"]
