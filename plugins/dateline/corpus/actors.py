"""Actors over all articles: one for all names of one, where that is clear; what is not clear stays apart, and is said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from ..model import Actor, Doubt, Reading
from ..model import Known as AtDesk
from .names import left_out, letters, one_person, parts

Same = dict[str, dict[str, str]]
#: from how much likeness on (of 100) two names that stay apart are worth a look
NEAR = 90
#: how far the company of one must outdo that of every other who bears a surname
CLEARLY = 2.0


@dataclass
class Known:
    """What all articles say of one actor, by the id that they give it."""

    id: str
    actors: list[Actor]
    company: Counter[str]

    @property
    def name(self) -> str:
        """The name that most articles give."""
        counts = Counter(a.name for a in self.actors)
        return max(counts, key=lambda n: (counts[n], n))

    @property
    def kind(self) -> str:
        counts = Counter(a.kind for a in self.actors)
        return max(counts, key=lambda k: (counts[k], k))

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(a.country for a in self.actors if a.country)

    @property
    def named(self) -> bool:
        """Whether it has a name of its own ("the tram" has none)."""
        return any(c.isupper() for c in self.name)


def gather(readings: Sequence[Reading], desk: Sequence[AtDesk] = ()) -> tuple[tuple[Actor, ...], Same, tuple[Doubt, ...]]:
    """The actors of all articles, by id; for each article which of them its own actors are; and what is doubtful.

    A full name is one with its initials; a body with its acronym, and with words left out; a lone surname is the person who
    bears it, in each article the one whose company it keeps. Where two could be meant, it stays by itself. ``desk`` says
    which names are not an actor's own.
    """
    known = _known(readings)
    apart = {(name.lower(), actor.name.lower()) for actor in desk for name in actor.split}
    one = {id: to for id, to in _joined(known).items() if (known[id].name.lower(), known[to].name.lower()) not in apart}
    same: Same = {}
    doubts: list[Doubt] = []
    bearers = _bearers(known, one)
    for reading in readings:
        here = {a.id: one.get(a.id, a.id) for a in reading.actors}
        for actor in reading.actors:
            if actor.kind == "person" and " " not in actor.name and (full := bearers.get(actor.name.lower())):
                full = [i for i in full if (actor.name.lower(), known[i].name.lower()) not in apart]
                chosen = _bearer(full, set(here.values()), known) if full else here[actor.id]
                here[actor.id] = chosen or here[actor.id]
                if chosen is None:
                    doubts.append(Doubt("surname", (here[actor.id], *full), f"several bear this name in {reading.article.id}"))
        same[reading.article.id] = here
    actors = _all_merged(readings, same)
    return actors, same, (*_once(doubts), *_near(actors))


def _all_merged(readings: Sequence[Reading], same: Same) -> tuple[Actor, ...]:
    groups: dict[str, list[Actor]] = defaultdict(list)
    for reading in readings:
        for actor in reading.actors:
            groups[same[reading.article.id][actor.id]].append(actor)
    return tuple(_merged(id, group) for id, group in sorted(groups.items()))


def _known(readings: Sequence[Reading]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for reading in readings:
        ids = {a.id for a in reading.actors}
        for actor in reading.actors:
            one = known.setdefault(actor.id, Known(actor.id, [], Counter()))
            one.actors.append(actor)
            one.company.update(ids - {actor.id})
    return known


def _joined(known: Mapping[str, Known]) -> dict[str, str]:
    """From the id of a name to that of the fuller one that it stands for."""
    found: dict[str, str] = {}
    for group in (_persons(known), _bodies(known)):
        for short in sorted(group, key=lambda id: (-len(known[id].name), id)):
            fits = {_end(found, i) for i in group[short] if not _apart(known[short], known[i])}
            if len(fits) == 1:
                found[short] = next(iter(fits))
    return found


def _end(found: Mapping[str, str], id: str) -> str:
    """The last of a chain of fuller names."""
    seen = {id}
    while found.get(id, id) not in seen:
        id = found[id]
        seen.add(id)
    return id


def _apart(one: Known, two: Known) -> bool:
    """Whether two belong to different countries."""
    return bool(one.countries and two.countries and not one.countries & two.countries)


def _persons(known: Mapping[str, Known]) -> dict[str, set[str]]:
    """For each full name of a person the fuller ones that can be the same ("V. Putin": Vladimir Putin)."""
    by_surname: dict[str, list[Known]] = defaultdict(list)
    for one in known.values():
        if one.kind == "person" and " " in one.name and one.named:
            by_surname[parts(one.name).last].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for bearers in by_surname.values():
        for short in bearers:
            for longer in bearers:
                if _less(short.name, longer.name) and one_person(parts(short.name), parts(longer.name)):
                    found[short.id].add(longer.id)
    return found


def _less(one: str, two: str) -> bool:
    """Whether a name says less than another: its first name an initial, or no middle name."""
    a, b = parts(one), parts(two)
    return (len(a.first) > 1, len("".join(a.middle)), one) < (len(b.first) > 1, len("".join(b.middle)), two)


def _bodies(known: Mapping[str, Known]) -> dict[str, set[str]]:
    """For each acronym and each shortened name of a body or thing the full ones."""
    names = [one for one in known.values() if one.kind != "person" and one.named]
    by_letters: dict[str, list[str]] = defaultdict(list)
    by_ends: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in names:
        words = one.name.lower().split()
        by_letters[letters(one.name)].append(one.id)
        if len(words) > 1:
            by_ends[words[0], words[-1]].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for one in names:
        plain = one.name.replace(".", "")
        if plain.isupper() and " " not in plain:
            found[one.id] |= set(by_letters.get(plain.lower(), ())) - {one.id}
    for group in by_ends.values():
        for short in group:
            found[short.id] |= {longer.id for longer in group if left_out(short.name, longer.name)}
    return {short: longer for short, longer in found.items() if longer}


def _bearers(known: Mapping[str, Known], one: Mapping[str, str]) -> dict[str, list[str]]:
    """The persons who bear each surname, by their ids."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in known.values():
        if person.kind == "person" and " " in person.name and person.named:
            found[parts(person.name).last].add(one.get(person.id, person.id))
    return {surname: sorted(ids) for surname, ids in found.items()}


def _bearer(full: Sequence[str], here: set[str], known: Mapping[str, Known]) -> str | None:
    """Whom a lone surname stands for: the only one who bears it, one named in the article, or whose company is there."""
    inside = [i for i in full if i in here]
    if len(full) == 1 or len(inside) == 1:
        return (inside or list(full))[0]
    shared = sorted(((sum(known[i].company[other] for other in here if other in known), i) for i in full), reverse=True)
    (most, best), (next_most, _) = shared[:2]
    return best if most and most >= CLEARLY * next_most else None


def _near(actors: Sequence[Actor]) -> Iterator[Doubt]:
    """Names that stay apart although they are spelled nearly alike."""
    by_first: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in actors:
        if any(c.isupper() for c in actor.name) and len(actor.name) > 4:
            by_first[actor.kind, actor.name[0].lower()].append(actor)
    for _, group in sorted(by_first.items()):
        names = [a.name.lower() for a in group]
        for i, actor in enumerate(group):
            for _, score, at in process.extract(names[i], names[i + 1 :], scorer=fuzz.ratio, score_cutoff=NEAR, limit=3):
                other = group[i + 1 + at]
                if not any(c.isdigit() for c in actor.name + other.name):
                    yield Doubt("name", (actor.id, other.id), f"spelled nearly alike ({score:.0f} of 100)")


def _once(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    return tuple({d.about: d for d in reversed(doubts)}.values())[::-1]


def _merged(id: str, group: Sequence[Actor]) -> Actor:
    own = [a for a in group if a.id == id] or list(group)
    names = Counter(a.name for a in own)
    name = max(names, key=lambda n: (names[n], n))
    kinds = Counter(a.kind for a in own)
    others = {alias for a in group for alias in (a.name, *a.aliases)} - {name}
    countries = Counter(a.country for a in group if a.country)
    return replace(
        own[0],
        id=id,
        name=name,
        kind=max(kinds, key=lambda k: (kinds[k], k)),
        country=max(countries, key=lambda c: (countries[c], c), default=None),
        aliases=tuple(sorted(others)),
        mentions=(),
    )
