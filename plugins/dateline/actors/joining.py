"""One actor for all its names within an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Actor, Antecedent, Known, Mention
from ..model.names import shown
from ..model.slug import slug
from .antecedents import Resolved
from .clusters import Lists, NameUse, clusters
from .gazetteer import Gazetteer
from .names import clean, renamings
from .phrases import Phrase
from .walk import Choice


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase with its name, without what is no part of that, and where the name stands."""

    phrase: Phrase
    name: str
    mention: Mention

    @property
    def plain(self) -> str:
        """The name in lower case."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Joined:
    """The actors of an article, for each phrase the id of its actor, and whom pronouns and role nouns mean."""

    actors: tuple[Actor, ...]
    of: tuple[str, ...]
    antecedents: tuple[Antecedent, ...] = ()


#: what resolves the role nouns among phrases, which have these keys, and the pronouns
Resolve = Callable[[Sequence[Phrase], Sequence[str], Collection[int]], Resolved]


def join(
    phrases: Sequence[Phrase],
    gazetteer: Gazetteer,
    desk: Sequence[Known] = (),
    *,
    resolve: Resolve,
    lists: Lists,
) -> Joined:
    """The actors that these phrases name, in order of first mention.

    ``desk`` is what the editors know, which wins; ``resolve`` finds whom pronouns and role nouns mean; ``lists`` are the words
    of names.
    """
    beside = {p.head.i: p.country for p in phrases}
    placed = [_said(_placed(p, beside), lists) for p in phrases]
    known = {name.lower(): actor.name for actor in desk for name in (actor.name, *actor.aliases)}
    own, asked = _keys(placed, lists)
    names = [known.get(one.plain) or _at_desk(key, known, gazetteer) for one, key in zip(placed, own, strict=True)]
    resolved = resolve([one.phrase for one in placed], names, asked)
    keys = resolved.keys
    groups: dict[str, list[Said]] = {}
    for key, one in zip(keys, placed, strict=True):
        groups.setdefault(key, []).append(one)
    by_name = {actor.name: actor for actor in desk}
    actors = {key: _known(_actor(key, group, gazetteer), by_name.get(key)) for key, group in groups.items()}
    ids = _distinct(actors)
    meant = tuple(_antecedent(choice, ids) for choice in resolved.choices if choice.keys)
    named = (replace(_with_pronouns(a, k, resolved.choices), id=ids[k]) for k, a in actors.items())
    return Joined(tuple(named), tuple(ids[k] for k in keys), meant)


def _antecedent(choice: Choice, ids: Mapping[str, str]) -> Antecedent:
    """A choice with the ids of the actors that it came to."""
    word, pronoun = choice.anaphor.word, choice.anaphor.place.pronoun
    who = tuple(dict.fromkeys(ids[key] for key in choice.keys))
    return Antecedent(word.idx, word.idx + len(word.text), word.text, who, choice.probability, pronoun, choice.sure, choice.why)


def _with_pronouns(actor: Actor, key: str, choices: Sequence[Choice]) -> Actor:
    """The actor with the pronouns that mean it alone among its mentions."""
    words = [choice.anaphor.word for choice in choices if choice.anaphor.place.pronoun and choice.keys == (key,)]
    said = [Mention(word.idx, word.idx + len(word.text), word.text, pronoun=True) for word in words]
    return replace(actor, mentions=tuple(sorted((*actor.mentions, *said), key=lambda m: (m.start, m.end))))


def _placed(phrase: Phrase, countries: Mapping[int, str | None]) -> Phrase:
    """A phrase that says no country, with that of the noun which it names again, or with which it shares what stands before
    both ("Chilean soldiers and sailors").
    """
    if phrase.country is not None or phrase.kind == "thing":
        return phrase
    head = phrase.head
    shared = head.dep_ == "conj" and not phrase.named and head.pos_ == "NOUN" and not any(c.i < head.i for c in head.children)
    return replace(phrase, country=countries.get(head.head.i)) if shared or head.dep_ == "appos" else phrase


def _keys(said: Sequence[Said], lists: Lists) -> tuple[list[str], set[int]]:
    """For each phrase what its actor is known by, and which are role nouns that may mean one named before."""
    phrases, plain = [one.phrase for one in said], [one.plain for one in said]
    called = _called(said, lists)
    keys: list[str] = []
    asked: set[int] = set()
    persons = [(i, p) for i, p in enumerate(phrases) if p.kind == "person" and p.named]
    beside = _beside(phrases, persons)
    for i, (phrase, name) in enumerate(zip(phrases, plain, strict=True)):
        if phrase.whole and phrase.country:
            keys.append(f"country:{phrase.state or phrase.country}")
        elif phrase.head.i in beside and not phrase.named:
            keys.append(called[beside[phrase.head.i]])
        elif phrase.named:
            keys.append(called[i])
        else:
            asked.add(i)
            keys.append(f"{name}:{phrase.country}")
    return keys, asked


def _beside(phrases: Sequence[Phrase], persons: Sequence[tuple[int, Phrase]]) -> dict[int, int]:
    """From the head of a noun to the number of the person's name that is said beside it: one in apposition, or, the surest,
    the one right behind a noun for a person ("Brandt, his son Carl", where the son is not Brandt).
    """
    at = {p.head.i: i for i, p in persons}
    starts = {p.span.start: i for i, p in persons}
    found = {p.head.head.i: i for i, p in persons if p.head.dep_ == "appos"}
    found |= {p.head.i: at[p.head.head.i] for p in phrases if p.head.dep_ == "appos" and p.head.head.i in at}
    singular = (p for p in phrases if p.kind == "person" and not p.named)
    return found | {p.head.i: starts[p.head.i + 1] for p in singular if p.head.i + 1 in starts}


def _called(said: Sequence[Said], lists: Lists) -> dict[int, str]:
    """For each phrase that is a name, by its index, the key of the names that are one with it."""
    named = [i for i, one in enumerate(said) if one.phrase.named]
    uses = [
        NameUse(said[i].name, said[i].phrase.kind, _gender(said[i].phrase, lists), _is_kin(said[i].phrase, lists))
        for i in named
    ]
    renamed = renamings([said[i].mention for i in named], said[0].phrase.span.words.text if said else "", lists)
    return dict(zip(named, clusters(uses, lists, renamed), strict=True))


def _gender(phrase: Phrase, lists: Lists) -> str | None:
    """The gender that the title before a name says ("Mrs")."""
    before = phrase.span.words[max(phrase.span.start - 1, 0)]
    return lists["address_gender"].get(before.bare) if before.i < phrase.span.start else None


def _is_kin(phrase: Phrase, lists: Lists) -> bool:
    """Whether a name is introduced as that of somebody's relative ("his daughter Aisha", "Aisha, his daughter")."""
    words, root, start = phrase.span.words, phrase.head, phrase.span.start
    before = next((w for w in reversed(words[max(start - 2, 0) : start]) if w.text != ","), None)
    apposed = [child for child in root.children if child.dep_ == "appos"]
    return any(word.lower_ in lists["kin"] for word in (before, *apposed) if word is not None)


def _agreed(countries: Iterable[str | None]) -> str | None:
    """The country that more than half of the mentions give that give any."""
    counts = Counter(country for country in countries if country)
    best, most = next(iter(counts.most_common(1)), ("", 0))
    return best if 2 * most > counts.total() else None


def _actor(key: str, said: Sequence[Said], gazetteer: Gazetteer) -> Actor:
    group = [one.phrase for one in said]
    names = Counter(one.name for one in said if one.phrase.named) or Counter(one.name for one in said)
    code = _agreed(p.country for p in group)
    kinds = Counter(p.kind for p in group if p.named) or Counter(p.kind for p in group)
    country = key.startswith("country:")
    kind = "place" if country else kinds.most_common(1)[0][0]
    name = gazetteer.name(key.removeprefix("country:")) if country else shown(names, kind)
    return Actor(
        id=slug(name if country or code is None or any(p.named for p in group) else f"{name} {code}"),
        name=name,
        kind=kind,
        country=code,
        sector="GOV" if country else next((p.sector for p in group if p.sector and not (kind == "thing" and p.named)), None),
        aliases=tuple(sorted({*names} - {name})),
        mentions=tuple(sorted({one.mention for one in said}, key=lambda m: (m.start, m.end))),
        country_guess=None if code else next((p.guess for p in group if p.guess), None),
    )


def _at_desk(key: str, known: Mapping[str, str], gazetteer: Gazetteer) -> str:
    """What the editors call the actor of this key, where they know it by its full name, or that of its country."""
    called = gazetteer.name(key.removeprefix("country:")).lower() if key.startswith("country:") else key
    return known.get(called, key)


def _known(actor: Actor, known: Known | None) -> Actor:
    """The actor as the editors know it."""
    if known is None:
        return actor
    said = {actor.name, *actor.aliases} - {known.name}
    return replace(
        actor,
        id=slug(known.name),
        name=known.name,
        kind=known.kind or actor.kind,
        country=known.country or actor.country,
        sector=known.sector or actor.sector,
        aliases=tuple(sorted(said)),
    )


def _distinct(actors: Mapping[str, Actor]) -> dict[str, str]:
    """An id for each actor: that of its name, with a number where two have one name."""
    seen: Counter[str] = Counter()
    ids = {}
    for key, actor in actors.items():
        seen[actor.id] += 1
        ids[key] = actor.id if seen[actor.id] == 1 else f"{actor.id}-{seen[actor.id]}"
    return ids


def _said(phrase: Phrase, lists: Lists) -> Said:
    text, begin = phrase.span.text, phrase.span.start_char
    start, end = clean(text, begin, lists, phrase.kind if phrase.named else "")
    bare = text[start - begin : end - begin]
    name = phrase.label or " ".join(bare.split())
    first = phrase.span.words[phrase.span.start]
    if not phrase.named and first.words.starts[first.i] == 1 and first.pos_ in {"NOUN", "ADJ"} and not first.ent_type_:
        name = name[:1].lower() + name[1:]
    return Said(phrase, name, Mention(start, end, bare))
