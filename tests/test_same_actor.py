"""One actor over all articles: for all its names, where that is clear."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from dateline.corpus.actors import gather
from dateline.model import Actor, Known
from dateline.model.slug import slug

from .casts import BESIDE, ELSEWHERE, actor, articles, names, told


@pytest.mark.parametrize(
    ("names", "kind", "ids"),
    [
        (("Vladimir Putin", "V. Putin"), "person", ["vladimir-putin"]),
        (("George Walker Bush", "George Bush", "George W. Bush"), "person", ["george-bush"]),
        (("Boris Johnson", "Alan Johnson", "Johnson"), "person", ["alan-johnson", "boris-johnson", "johnson"]),
        (("George H. Bush", "George W. Bush"), "person", ["george-h-bush", "george-w-bush"]),
        (("International Atomic Energy Agency", "IAEA"), "organisation", ["international-atomic-energy-agency"]),
        (("Apple", "Apple Watch"), "thing", ["apple", "apple-watch"]),
    ],
)
def test_one_actor_over_all_articles(names: Sequence[str], kind: str, ids: list[str]) -> None:
    """Names of one are one, each in an article of its own; where two could be meant, they stay apart."""
    found = gather(articles(*([actor(name, kind)] for name in names))).actors
    assert [a.id for a in found] == ids


def test_a_surname_is_whose_company_it_keeps() -> None:
    """Of two Johnsons the one who is told of with the others in the article; else nobody."""
    boris, alan, lone = actor("Boris Johnson"), actor("Alan Johnson"), actor("Johnson")
    _, same, *_ = told([boris, *BESIDE], [boris, *BESIDE], [alan, *ELSEWHERE], [lone, *BESIDE], [lone])
    assert (same["a3"]["johnson"], same["a4"]["johnson"]) == ("boris-johnson", "johnson")


def test_a_surname_that_two_may_bear_is_for_an_editor() -> None:
    """Both stand with the same others."""
    casts = ([actor(name), *BESIDE] for name in ("Boris Johnson", "Alan Johnson", "Johnson", "Boris Johnson", "Alan Johnson"))
    assert [d.about[0] for d in told(*casts).doubts if d.kind == "surname"] == ["johnson"]


def test_names_that_the_desk_splits_stay_apart() -> None:
    """The editors say that they are two."""
    desk = [Known("Vladimir Putin", split=("V. Putin",))]
    found = gather(articles([actor("Vladimir Putin")], [actor("V. Putin")]), desk).actors
    assert [a.id for a in found] == ["v-putin", "vladimir-putin"]


def test_names_of_two_countries_stay_apart() -> None:
    """An initial does not make one of a Russian and an American."""
    found = gather(articles([actor("John Smith", country="USA")], [actor("J. Smith", country="GBR")])).actors
    assert len(found) == 2


def test_names_spelled_nearly_alike_are_for_an_editor() -> None:
    """They are not joined."""
    found, _, doubts, *_ = gather(articles([actor("Dmytro Kuleba")], [actor("Dmitro Kuleba")]))
    assert len(found) == 2
    assert [(d.kind, d.about) for d in doubts] == [("name", ("dmytro-kuleba", "dmitro-kuleba"))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Niall O'Dell", "Niall O’Dell"),
        ("Anne-Marie Roux", "Anne Marie Roux"),
        ("José Múgica", "Jose Mugica"),
        ("President Ada Bell", "Ada Bell"),
        ("Then Vice President Ada Bell", "Ada Bell"),
        ("Ada Bell", "Ada Quist Bell II"),
        ("Ada Q. Bell", "Ada Quist Bell II"),
        ("A. Bell", "Ada Bell"),
        ("Samir al-Zein", "Samir Zein"),
        ("Samir ElZein", "Samir el-Zein"),
    ],
)
def test_spellings_of_a_persons_name_are_one(one: str, two: str) -> None:
    """Nothing else need speak for it."""
    assert len(told([actor(one)], [actor(two)]).actors) == 1


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("the Harbour Board", "Harbour Board", "organisation"),
        ("HARBOUR BOARD", "Harbour Board", "organisation"),
        ("UN Harbour Board", "United Nations Harbour Board", "organisation"),
        ("Orchard Corporation", "Orchard Corp.", "organisation"),
        ("Orchard Inc.", "Orchard", "organisation"),
        ("U.S.", "United States", "organisation"),
        ("Harbour Centre", "Harbor Center", "organisation"),
        ("Brandt's forces", "Brandt forces", "group"),
    ],
)
def test_spellings_of_a_bodys_name_are_one(one: str, two: str, kind: str) -> None:
    assert len(told([actor(one, kind)], [actor(two, kind)]).actors) == 1


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("Bob Quill", "Robert Quill", "person"),
        ("Mohamed Tarrek", "Mohammed Tarrek", "person"),
        ("Q. Ada Bell", "Ada Bell", "person"),
        ("Bell Quist", "Ada Maria Bell Quist", "person"),
        ("Orchard", "Orchard Computer", "organisation"),
        ("Brotherhood", "Northern Brotherhood", "organisation"),
        ("Transport Council", "Northern Transport Council", "organisation"),
        ("Orchard Music Shop", "Orchard Shop", "thing"),
    ],
)
def test_names_that_could_be_two_need_the_same_company(one: str, two: str, kind: str) -> None:
    """They are one where those who stand with them are the same, and two where others do."""
    assert len(told([actor(one, kind), *BESIDE], [actor(two, kind), *BESIDE]).actors) == 1 + len(BESIDE)
    assert len(told([actor(one, kind), *BESIDE], [actor(two, kind), *ELSEWHERE]).actors) == 2 + len((*BESIDE, *ELSEWHERE))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("George W. Quill", "person", "USA"), ("George H. W. Quill", "person", "USA")),
        (("Tom Quill Jr.", "person", None), ("Tom Quill Sr.", "person", None)),
        (("Tim Quill", "person", None), ("Tom Quill", "person", None)),
        (("Ada Bell", "person", None), ("Ida Bell", "person", None)),
        (("Bob Quill", "person", "USA"), ("Robert Quill", "person", "GBR")),
        (("Jordan", "person", None), ("Jordan", "place", "JOR")),
        (("Harbour", "place", "USA"), ("Old Harbour", "place", "USA")),
        (("Orchard", "organisation", None), ("Orchard Watch", "organisation", None)),
        (("BQ", "organisation", None), ("BNQ Papers", "organisation", None)),
        (("EU diplomat", "person", None), ("Harald diplomat", "person", None)),
    ],
)
def test_two_are_two_whatever_their_company(one: tuple[str, str, str | None], two: tuple[str, str, str | None]) -> None:
    """Another middle name, generation, country or kind; a place within a name; a part of what somebody makes."""
    found = told([actor(*one), *BESIDE], [actor(*two), *BESIDE])
    assert len(found.actors) == 2 + len(BESIDE)
    assert not found.merges


def test_near_spellings_of_a_few_articles_are_for_an_editor() -> None:
    """Whatever their company; where many articles use each they are one in it."""
    one, two = [actor("Salim Ghadari"), *BESIDE], [actor("Saleem Qaddari"), *BESIDE]
    found = told(one, two)
    assert len(found.actors) == 2 + len(BESIDE)
    assert [d.about for d in found.doubts] == [("saleem-qaddari", "salim-ghadari")]
    assert len(told(*[one] * 10, *[two] * 10).actors) == 1 + len(BESIDE)


def test_a_company_that_is_called_by_its_first_word_is_one() -> None:
    """Its shops are not, nor is another of that name."""
    full = Actor("orchard-computer", "Orchard Computer", "organisation", aliases=("Orchard",))
    bare, others = actor("Orchard", "organisation"), (actor("Orchard Shops", "organisation"), actor("Orchard Corps", "thing"))
    found = told(*[[full, BESIDE[0]]] * 4, *[[bare, BESIDE[0], *others]] * 4)
    assert found.same["a0"]["orchard-computer"] == found.same["a4"]["orchard"]
    assert len(found.actors) == 4


def test_father_and_son_are_two() -> None:
    """An article tells of both."""
    assert len(told([actor("Tom Quill"), actor("Tom Ray Quill Jr"), *BESIDE], [actor("Tom Quill"), *BESIDE]).actors) == 5


def test_what_a_third_name_waits_for_is_joined_first() -> None:
    """Two forms of one name do not stand in the way of an acronym."""
    written = [actor(name, "organisation") for name in ("Port Coal Union Fund Corp", "Port Coal Union Fund Ltd", "PCUF")]
    assert len(told(*([one, *BESIDE] for one in written)).actors) == 1 + len(BESIDE)


def test_decades_apart_are_rather_two() -> None:
    """A short first name in the same company is the same man, but hardly fifty years before."""
    casts = [actor("Bob Quill"), *BESIDE], [actor("Robert Quill"), *BESIDE]
    assert len(told(*casts).actors) == 4
    assert len(told(*casts, years=(1951, 2020)).actors) == 5


@pytest.mark.parametrize(
    ("full", "single"),
    [
        ("Ada Bell", "Bell"),
        ("Samir al-Zein", "Zein"),
        ("Samir Zein", "al-Zein"),
        ("Ilse von der Aue", "von der Aue"),
        ("Moon Tae-ri", "Moon"),
        ("Xi Lanping", "Xi"),
        ("Kim Song Ho", "Kim"),
        ("Ada Bell", "President Bell"),
    ],
)
def test_a_single_name_is_its_bearers(full: str, single: str) -> None:
    """Where no other bears it; a surname can stand first."""
    found = told([actor(full), *BESIDE], [actor(single), *BESIDE[:1]])
    assert (single not in names(found), found.same["a1"][slug(single)]) == (True, slug(full))


def test_somebody_is_called_by_the_name_that_articles_use_alone() -> None:
    """Where an article names a person in full, and then by the first name."""
    full = Actor("rosalba-quist", "Rosalba Quist", "person", aliases=("Rosalba",))
    found = told([full, *BESIDE], [actor("Rosalba"), *BESIDE])
    assert found.same["a1"]["rosalba"] == "rosalba-quist"


def test_a_single_name_of_two_in_one_article_is_nobodys() -> None:
    """What the article itself leaves open stays open."""
    found = told([actor("Ada Bell"), actor("Tom Bell"), actor("Bell"), *BESIDE], [actor("Ada Bell"), *BESIDE])
    assert found.same["a0"]["bell"] == "bell"


def test_a_company_is_not_a_person_of_its_name() -> None:
    """A word that no article places may be a surname, but only in its bearer's company."""
    found = told([actor("Gerald Orchard")], [actor("Gerald Orchard")], [actor("Orchard", "organisation"), *ELSEWHERE])
    assert found.same["a2"]["orchard"] == "orchard"


def test_a_merge_says_why() -> None:
    """Both names, the clues with what each adds, and how likely it is."""
    [merge] = told([actor("A. Bell", country="USA")], [actor("Ada Bell", country="USA")]).merges
    assert (merge.actor, merge.one, merge.two) == ("ada-bell", "A. Bell", "Ada Bell")
    assert merge.why[0].startswith("initial and surname +")
    assert 0.8 <= merge.probability < 1
