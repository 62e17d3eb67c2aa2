"""Whether two names are one actor's: clues with weights, and what they come to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from ..lang import words
from ..model.names import parts
from .names import is_behind_preposition
from .profiles import Profile

TABLE = words("en", "weights/same_actor")
WEIGHTS: Mapping[str, float] = TABLE["weights"]
#: from which probability on two are one, and from which on an editor is asked
SURE, MAYBE = TABLE["sure"], 0.6
#: by how much the score of one must outdo that of every other that a name may stand for
LEAD = 1.0
#: what only an editor may join, whatever speaks for it
ASKED = "spelled so by few"
#: likenesses of a name and what an article calls its bearer after it has named it in full
SHORTER = frozenset({"last words", "last word", "trade"})
#: how many years without a word of them make two persons of another time
LONG = 15
#: from how many others on it says something that two share none of them
SOME = 3
#: fewer articles that spell a name in one way may mean another bearer of a name that is nearly the same
FEW = 10


def features(one: Profile, two: Profile, likeness: str, rare: Mapping[str, float]) -> dict[str, float]:
    """What speaks for and against two profiles being one actor's, by name; ``likeness`` is how their names are alike,
    ``rare`` how much it says to stand with each other actor."""
    both = len(one.articles & two.articles)
    together = both / min(len(one.articles), len(two.articles))
    found = {likeness: 1.0} | _company(one.company, two.company, rare, 1 - together) | _beside(one, two, likeness)
    if one.countries and two.countries and not one.countries.keys() & two.countries.keys():
        found["other country"] = 1.0
    if one.sectors and two.sectors and not one.sectors.keys() & two.sectors.keys():
        found["other office"] = 1.0
    if together and (likeness in SHORTER or likeness.startswith("acronym")):
        found["named together"] = round(_evidence(both) * both / len(one.articles), 2)
    return found


def _beside(one: Profile, two: Profile, likeness: str) -> dict[str, float]:
    """What names and years say beside the likeness; a body can be told of for longer than a person."""
    found = {}
    if likeness in SHORTER and is_behind_preposition(one.name, two.name):
        found["behind a preposition"] = 1.0
    if likeness == "spelled alike" and min(len(one.articles), len(two.articles)) < FEW:
        found[ASKED] = 1.0
    if two.is_person:
        if one.articles & two.articles and parts(one.name).suffix != parts(two.name).suffix:
            found["father and son"] = 1.0
        if one.years and two.years and max(one.years[0], two.years[0]) - min(one.years[1], two.years[1]) >= LONG:
            found["of another time"] = 1.0
    elif count := two.calls(one.name):
        found["calls it so"] = round(_evidence(count), 2)
    return found


def _company(one: Mapping[str, int], two: Mapping[str, int], rare: Mapping[str, float], apart: float) -> dict[str, float]:
    """How much of the company of the one that has less is shared; only as far as they stand in articles ``apart``."""
    few, many = sorted((one, two), key=len)
    shared = [key for key in few if key in many]
    if not shared:
        return {"no company": 1.0} if len(few) >= SOME else {}
    return {"company": round(apart * _evidence(len(shared)) * _weight(shared, rare) / _weight(few, rare), 3)}


def _evidence(count: int) -> float:
    """How much so many say, of what many would: one half as much."""
    return count / (count + 1)


def fame(actor: Profile, total: int) -> dict[str, float]:
    """How many articles name an actor, and which share they are of all (``total``) that name one who is called so: whom all
    know is called by one name."""
    count = len(actor.articles)
    return {"well known": round(min(math.log10(count), 2.0), 2), "best known": round(count / total, 2)}


def _weight(keys: Iterable[str], rare: Mapping[str, float]) -> float:
    return math.fsum(rare.get(key, 0.0) for key in keys)


def score(found: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """The sum of the weights of what was found: above 0 two are rather one."""
    return math.fsum(value * weights.get(name, 0.0) for name, value in found.items())


def probability(score: float) -> float:
    """How likely two are one that have this score."""
    return 1 / (1 + math.exp(-score))


def clues(found: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> tuple[str, ...]:
    """The features in words, each with what it adds, the weightiest first."""
    given = [(value * weights.get(name, 0.0), name) for name, value in found.items()]
    return tuple(f"{name} {value:+.1f}" for value, name in sorted(given, key=lambda row: (-abs(row[0]), row[1])))
