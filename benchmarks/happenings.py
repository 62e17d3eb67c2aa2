"""What happens in made-up timelines, before anybody tells it: who may take part, what, when and where.

Names are of syllables, some in most events and most in few; every kind of event, dates over twelve years of which some are only
months or years, days on which much happens at once.
"""

from __future__ import annotations

import random
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from dateline.events.schema import Kind, kinds
from dateline.model import Actor, When
from dateline.model.slug import slug

BEGUN, YEARS = date(2013, 1, 1), 12
DAYS = (date(BEGUN.year + YEARS, 1, 1) - BEGUN).days
#: shares of events that are dated to a month or a year, and of those that fall on busy days
MONTHS, ONLY_YEARS, BUSY = 0.08, 0.04, 0.15
SYLLABLES = ("ba", "ro", "mi", "ten", "sol", "ka", "ver", "li", "dun", "or", "pa", "shi", "gra", "nel", "to", "es", "har", "vi")
BODIES = ("Ministry of", "Union of", "Bank of", "Court of", "Police of", "Friends of")
TOPICS = (
    "trade", "fishing", "gas", "the border", "the harbour", "the budget", "the railway", "water", "grain", "the election",
    "steel", "the school", "the bridge", "wages", "the forest", "the treaty", "visas", "the hospital", "land", "the dam",
)  # fmt: skip
STATUSES = {"happened": 80, "ongoing": 4, "planned": 8, "possible": 4, "denied": 2, "called-for": 1, "cancelled": 1}


@dataclass(frozen=True)
class Cast:
    """Who may take part, the most active first, and where; with the sums of how often each does."""

    actors: Sequence[Actor]
    places: Sequence[Actor]
    often: Sequence[float]
    where: Sequence[float]


@dataclass(frozen=True)
class Happening:
    """What happened, before anybody tells it."""

    id: str
    kind: Kind
    day: date
    when: When
    who: tuple[Actor, ...]
    where: Actor | None
    topic: str
    status: str


def _name(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize()


def cast(rng: random.Random, number: int) -> Cast:
    """Actors and places, of which the one at place n is in every (1/n)th event, as Zipf has it."""
    names = list(dict.fromkeys(_called(rng, n) for n in range(40 + number // 10)))
    actors = [Actor(slug(name), name, "organisation" if name.startswith(BODIES) else "person") for name in names]
    taken = {a.id for a in actors}
    places = dict.fromkeys(_name(rng) for _ in range(30 + number // 200))
    where = [Actor(slug(name), name, "place") for name in places if slug(name) not in taken]
    often, there = (list(accumulate(1 / (n + 1) for n in range(len(them)))) for them in (actors, where))
    return Cast(actors, where, often, there)


def _called(rng: random.Random, number: int) -> str:
    return f"{rng.choice(BODIES)} {_name(rng)}" if number % 4 == 0 else f"{_name(rng)} {_name(rng)}"


def happening(rng: random.Random, them: Cast, busy: Sequence[int]) -> Happening:
    """What happens to some of them, on one of the busy days or another."""
    near = rng.choice(busy) + int(rng.gauss(0, 3)) if rng.random() < BUSY else rng.randrange(DAYS)
    day = BEGUN + timedelta(days=min(max(near, 0), DAYS - 1))
    who = rng.choices(them.actors, cum_weights=them.often, k=rng.choices((1, 2, 3, 4), (20, 55, 18, 7))[0])
    where = rng.choices(them.places, cum_weights=them.where)[0] if rng.random() < 0.5 else None
    return Happening(
        f"{rng.getrandbits(40):010x}",
        rng.choice(list(kinds().values())),
        day,
        _when(rng, day),
        tuple(dict.fromkeys(who)),
        where,
        rng.choice(TOPICS),
        rng.choices(list(STATUSES), list(STATUSES.values()))[0],
    )


def _when(rng: random.Random, day: date) -> When:
    iso, finely = day.isoformat(), rng.random()
    if finely < ONLY_YEARS:
        return When(iso[:4], iso[:4], f"{iso[:4]}-01-01", f"{iso[:4]}-12-31", "year in the clause")
    if finely < ONLY_YEARS + MONTHS:
        last = monthrange(day.year, day.month)[1]
        return When(iso[:7], iso[:7], f"{iso[:7]}-01", f"{iso[:7]}-{last}", "month in the clause")
    return When(iso, iso, iso, iso, "date in the clause")
