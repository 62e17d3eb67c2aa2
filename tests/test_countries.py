"""Countries of actors: each is said in the article; and places, which take part only where they act."""

from __future__ import annotations

import pytest
from dateline.model import Actor, Article, Reading
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

from .happenings import happenings

pytestmark = pytest.mark.slow


def reading(text: str) -> Reading:
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL)
    return found


def actor(text: str, name: str) -> Actor:
    [found] = [a for a in reading(text).actors if a.name == name]
    return found


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Peruvian president, Ana Luz, resigned.", "Ana Luz", "PER"),
        ("Emma Crane, a nurse from Perth, won the prize.", "Emma Crane", "AUS"),
        ("Tom Barr, the mayor of Leeds, resigned.", "Tom Barr", "GBR"),
        ("The Swiss president of FIFA, Otto Gruber, resigned.", "Otto Gruber", "CHE"),
        ("People in Kabul protested.", "people", "AFG"),
        ("A flood killed six residents in Dublin.", "residents", "IRL"),
        ("Officials throughout Chile protested. Chilean soldiers and sailors marched.", "sailors", "CHL"),
        ("The University of New Mexico sued Acme.", "University of New Mexico", "USA"),
    ],
)
def test_a_country_is_said_in_the_article(text: str, name: str, country: str) -> None:
    """By a demonym, a place of origin, an office, or where those who belong to a place are said to be."""
    assert actor(text, name).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The man was arrested in Boston.", "man"),
        ("President Tomas Lind flew to Berlin.", "Tomas Lind"),
        ("Chancellor Karl Neumann met Premier Ada Rossi in Geneva.", "Ada Rossi"),
        ("Defence ministers met in Brussels.", "defence ministers"),
        ("Officials met tourists in Chile. Rebels fled.", "tourists"),
        ("Chile condemned Chilean rebels. Chilean police shot at protesters.", "protesters"),
        ("Leaders of Norway and Chad met on Monday.", "leaders"),
        ("The Senate rejected the bill.", "Senate"),
        ("The envoy, who left Chad, resigned.", "envoy"),
        ("The president of an Indian tribe resigned.", "president"),
        ("The duchess, Ingrid Sofia Lund, opened the museum.", "Ingrid Sofia Lund"),
    ],
)
def test_no_country_where_the_article_says_none(text: str, name: str) -> None:
    """Not by where somebody was met, held or went, nor by what else the article tells."""
    assert actor(text, name).country is None


def test_what_is_not_said_is_a_guess() -> None:
    """It is kept apart from the country."""
    found = actor("Chile condemned Chilean rebels. Chilean police shot at protesters.", "protesters")
    assert (found.country, found.country_guess) == (None, "CHL")


@pytest.mark.parametrize(
    ("text", "id", "country"),
    [
        ("Police in Halden, Ore., arrested a dentist.", "police-usa", "USA"),
        ("Police in Rome, New York, arrested a dentist.", "rome", "USA"),
        ("A storm hit Vancouver, Washington, on Monday.", "vancouver", "USA"),
        ("Officials from Lebanon, Ohio, met.", "lebanon", "USA"),
        ("A bomb exploded in Tripoli, Lebanon, on Monday.", "tripoli", "LBN"),
        ("Nurses in Hamilton, Ontario, went on strike.", "hamilton", "CAN"),
        ("A bomb exploded in Lahore, Punjab, on Monday.", "lahore", "PAK"),
        ("In Paris, Germany won the match.", "paris", "FRA"),
        ("Police in Rome, Georgia, arrested a dentist.", "rome", "USA"),
        ("Georgia's governor signed the bill in Atlanta.", "georgia", "USA"),
        ("Georgian soldiers fled from Tbilisi. Georgia blamed Russia.", "georgia", "GEO"),
        ("A bomb exploded in Newcastle on Monday.", "newcastle", None),
    ],
)
def test_a_town_lies_where_the_words_beside_it_say(text: str, id: str, country: str | None) -> None:
    """A state, province or country behind it, or for a name that a state and a country have, the rest of the article."""
    [found] = [a for a in reading(text).actors if a.id == id]
    assert found.country == country


def test_a_town_with_its_state_is_one_place() -> None:
    """The state is no actor of its own, and no other country's namesake."""
    assert [(a.id, a.country) for a in reading("A storm hit Moscow, Idaho, on Monday.").actors] == [
        ("storm", None),
        ("moscow", "USA"),
    ]


@pytest.mark.parametrize(
    ("text", "id", "kind", "country"),
    [
        ("Moscow said that it would withdraw its troops.", "russia", "place", "RUS"),
        ("Talks between Moscow and Oslo failed.", "norway", "place", "NOR"),
        ("Angela Braun visited Lima on Monday.", "lima", "place", "PER"),
        ("Lima woke to snow on Monday.", "lima", "place", "PER"),
        ("Milan drew with Lyon on Tuesday.", "lyon", "organisation", None),
        ("Paris lost 3-1 to Munich on Tuesday.", "paris", "organisation", None),
    ],
)
def test_a_capital_is_its_government_only_where_it_acts(text: str, id: str, kind: str, country: str | None) -> None:
    """In a contest a town is its team."""
    [found] = [a for a in reading(text).actors if a.id == id]
    assert (found.kind, found.country) == (kind, country)


def test_states_of_the_past_are_two_actors() -> None:
    """Neither is the state of today."""
    found = reading("North Vietnam attacked South Vietnam in April 1972.")
    assert [(a.id, a.name, a.country) for a in found.actors] == [
        ("north-vietnam", "North Vietnam", "VNM"),
        ("south-vietnam", "South Vietnam", "VNM"),
    ]


def test_people_of_a_state_of_the_past_are_its_own() -> None:
    """ "Soviet officials" are those of the Soviet Union."""
    assert actor("Soviet officials left on Monday.", "Soviet Union").id == "soviet-union"


def test_a_surname_that_is_a_country_is_a_person() -> None:
    """Where the article names somebody who bears it."""
    assert {a.id for a in reading("Kate Jordan won the race on Friday. Jordan thanked Ana Luz.").actors} == {
        "kate-jordan",
        "ana-luz",
    }


@pytest.mark.parametrize(
    ("text", "parties", "where"),
    [
        ("The soldier was arrested in Boston.", {"soldier"}, ("boston",)),
        ("Ministers met in Cairo on Tuesday.", {"ministers"}, ("cairo",)),
        ("Angela Braun met Tom Reed in Malta on Monday.", {"angela-braun", "tom-reed"}, ("malta",)),
        ("Angela Braun visited Lima on Monday.", {"angela-braun"}, ("lima",)),
        ("Tom Reed flew to Lima on Monday.", {"tom-reed"}, ("lima",)),
        ("Chad invaded Niger in 1990.", {"chad", "niger"}, ("niger",)),
        ("Norway imposed sanctions on Iran.", {"norway", "iran"}, ()),
    ],
)
def test_a_place_takes_part_only_where_it_acts_or_is_acted_upon(text: str, parties: set[str], where: tuple[str, ...]) -> None:
    """Otherwise it is where something happens."""
    [report] = happenings(reading(text).reports)
    assert {*report.source, *report.target} == parties
    assert report.where == where
