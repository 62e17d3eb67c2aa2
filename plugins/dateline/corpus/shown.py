"""What an actor is over all articles: the name that news uses, its other names, its kind and its country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..model import Actor, Known
from ..model.names import fold, parts
from ..model.slug import slug
from .names import LEGAL_SHORT, ends, is_name, letters, without_legal_form, without_titles

#: the share of articles that must agree on a kind or country
MOST = 0.6
#: the share of articles that must say it at all
SOME = 0.05
#: from how many articles on a contradiction is worth an editor's look
FEW = 3
#: how many times as frequent an acronym must be to stand for the name itself
FAR_MORE = 3


def callers(groups: Mapping[str, Sequence[Actor]]) -> Mapping[str, Counter[str]]:
    """By name, folded, how many articles call each of the actors so."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for key, group in groups.items():
        for a in group:
            for name in {fold(said) for said in (a.name, *a.aliases)}:
                found[name][key] += 1
    return found


def own_names(key: str, group: Sequence[Actor], called: Mapping[str, Counter[str]]) -> set[str]:
    """An actor's names, each in its most frequent spelling, but for those by which far more articles call another; a person
    keeps the parts of the name."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for a in group:
        for said in (a.name, *a.aliases):
            spelled[fold(said)][said] += 1
    parts_of = {word for a in group if a.kind == "person" for word in fold(a.name).split()}
    kept = (n for n in spelled if n in parts_of or max(called[n].values()) <= FAR_MORE * called[n][key])
    return {max(spelled[n], key=lambda said: (spelled[n][said], -len(said), said)) for n in kept}


def shown(group: Sequence[Actor], names: Collection[str], desk: Known | None = None) -> Actor:
    """One actor for those of single articles, with these names, as the editors know it; its id is made of its name."""
    kind = Counter(sorted(a.kind for a in group)).most_common(1)[0][0]
    name = desk.name if desk else shown_name(group, kind)
    others = {other for other in names if fold(other) != fold(name)}
    return Actor(
        id=group[0].id if name.islower() else slug(name),
        name=name,
        kind=(desk and desk.kind) or kind,
        country=(desk and desk.country) or agreed([a.country for a in group]),
        sector=(desk and desk.sector) or agreed([a.sector for a in group]),
        aliases=tuple(sorted(others)),
    )


def agreed(given: Sequence[str | None]) -> str | None:
    """What most of those say that say anything; None where too few agree, or hardly any say it."""
    counts = Counter(sorted(each for each in given if each))
    best, count = next(iter(counts.most_common(1)), ("", 0))
    return best if count and count >= MOST * counts.total() and count >= SOME * len(given) else None


def shown_name(group: Sequence[Actor], kind: str) -> str:
    """The name by which most articles call an actor clearly: a person's full name, a body's name that is spelled out."""
    if kind == "person":
        return _person(group)
    counts = Counter(a.name for a in group)
    best = max(_clear(counts), key=lambda name: (counts[name], not name.isupper(), len(name), name))
    return without_legal_form(best, LEGAL_SHORT) if kind == "organisation" else best


def _person(group: Sequence[Actor]) -> str:
    names = Counter(name for a in group for name in {without_titles(n) for n in (a.name, *a.aliases)})
    own = {without_titles(a.name) for a in group}
    full = [name for name in names if _is_full(name) and any(_is_of(name, other) for other in own)]
    return max(full or own, key=lambda name: (*_plain(name), names[name], -len(parts(name).middle), -len(name), name))


def _is_full(name: str) -> bool:
    """Whether a name has more than a surname, and looks like a name."""
    return bool(parts(name).first) and name[:1].isupper()


def _is_of(name: str, other: str) -> bool:
    """Whether an alias ends with the surname of a name that articles give."""
    return parts(name).last == parts(other).last


def _plain(name: str) -> tuple[bool, bool]:
    """Whether a name is written as names are, not in capitals, and its first name is no initial."""
    return not name.isupper(), len(parts(name).first) != 1


def _clear(names: Counter[str]) -> list[str]:
    """The names that are not what is left of another, neither its last words nor its letters, unless news knows them better."""
    whole: dict[str, int] = {}
    for name, count in names.items():
        for left in (*ends(fold(name)), letters(name)):
            whole[left] = max(count, whole.get(left, 0))
    return [n for n in names if is_name(n) and names[n] > FAR_MORE * whole.get(fold(n), 0)] or list(names)


def disagreements(actor: Actor, group: Sequence[Actor], desk: Known | None) -> Iterator[tuple[str, str]]:
    """Of what articles contradict each other, the field and what they say, where no editor has settled it."""
    for name in ("kind", "country"):
        counts = Counter(value for a in group if (value := getattr(a, name)))
        if desk and getattr(desk, name):
            continue
        if counts.total() >= FEW and max(counts.values()) < MOST * counts.total():
            yield name, ", ".join(f"{value} in {n}" for value, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
