"""Who is somebody over many articles: what has a name, and groups of which the words say whose they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..lang import words
from ..model import Actor, Reading
from ..model.names import fold

#: bodies of a state, of which a country has one; of companies, courts and schools it has many
OF_STATE = frozenset({"GOV", "MIL", "LEG", "COP", "OPP", "REB"})
#: what stands before persons' names; at the end of one it is an office
TITLES = frozenset(words("en", "names")["titles"])
#: a possessive of a common noun: "dockers' union", "women's league"
POSSESSIVE = re.compile(r"(?:s['’]|['’]s) ")


def is_specific(actor: Actor) -> bool:
    """Whether an actor is the same in every article that calls it so.

    "Angela Brandt" is, and so are "Peruvian riot police" and "the dockers' union"; "protesters", "the president", "a Russian
    court" and "the tram" are others in each article.
    """
    last = actor.name.split()[-1]
    if actor.kind == "person" and " " in actor.name and fold(last) in TITLES:
        return False  # "Brandt Motors CEO"
    if last != last.lower() or any(c.isdigit() for c in last):
        return True
    if actor.kind in {"person", "thing"}:
        return False
    whose = actor.name != actor.name.lower()
    if actor.kind == "organisation" and whose:
        return actor.sector in OF_STATE
    return whose or (actor.kind == "organisation" and bool(POSSESSIVE.search(actor.name)))


def specific(readings: Sequence[Reading], desk: Collection[str]) -> list[Reading]:
    """The readings with those of their actors alone that are specific, or that the editors know by name (``desk``)."""
    return [
        replace(reading, actors=tuple(a for a in reading.actors if a.name in desk or is_specific(a))) for reading in readings
    ]
