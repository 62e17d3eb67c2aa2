"""What an actor is over all articles: the name that news uses, its other names, its kind and its country."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from ..model import Actor, Known
from ..model.names import fold, has_capital, parts, without_form, without_titles
from ..model.names import shown as shown_of
from ..model.slug import slug
from .names import BEFORE, LEGAL_SHORT

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
        return shown_of(_persons_names(group), kind, FAR_MORE)
    name = shown_of(Counter(a.name for a in group), kind, FAR_MORE)
    return without_form(name, LEGAL_SHORT) if kind == "organisation" else name


def _persons_names(group: Sequence[Actor]) -> Counter[str]:
    """In how many articles a person has each name, without titles; of aliases only those that have the surname."""
    names = Counter(name for a in group for name in {without_titles(n, BEFORE) for n in (a.name, *a.aliases)})
    own = {without_titles(a.name, BEFORE) for a in group}
    surnames = {parts(name).last for name in own}
    return Counter({n: names[n] for n in names if n in own or (has_capital(n[:1]) and parts(n).last in surnames)})


def disagreements(group: Sequence[Actor], desk: Known | None) -> Iterator[tuple[str, str]]:
    """Of what articles contradict each other, the field and what they say, where no editor has settled it."""
    for name in ("kind", "country"):
        counts = Counter(value for a in group if (value := getattr(a, name)))
        if desk and getattr(desk, name):
            continue
        if counts.total() >= FEW and max(counts.values()) < MOST * counts.total():
            yield name, ", ".join(f"{value} in {n}" for value, n in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
