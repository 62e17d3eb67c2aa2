"""One actor for all its names within an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Actor, Antecedent, Known, Mention
from ..model.slug import slug
from ..model.words import Word
from .antecedents import Resolved
from .gazetteer import Gazetteer
from .names import acronyms, clean, full_names
from .phrases import Phrase
from .walk import Choice

#: sectors whose actors belong to the country that an article is about, where nothing says another
HOME = frozenset({"GOV", "MIL", "COP", "REB", "OPP", "LEG", "JUD", "CVL", "LAB", "AGR", "EDU", "CRM"})
#: the share of an article's countries that makes one of them its home
MOST = 0.6


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
    edges: Mapping[str, Sequence[str]],
    home: str | None,
    desk: Sequence[Known] = (),
    *,
    resolve: Resolve,
) -> Joined:
    """The actors that these phrases name, in order of first mention.

    ``home`` is the article's country, if it is known; ``desk`` what the editors know, which wins.
    """
    country = home or _home(phrases)
    beside = {p.head.i: p.country for p in phrases}
    placed = [_said(_placed(p, beside, gazetteer, country), edges) for p in phrases]
    known = {name.lower(): actor.name for actor in desk for name in (actor.name, *actor.aliases)}
    own, asked = _keys(placed)
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


def _home(phrases: Sequence[Phrase]) -> str | None:
    """The country that most of an article's phrases belong to, if there is one."""
    counts = Counter(
        p.country for p in phrases if p.country and len(p.country) == 3 and p.country not in {"IGO", "NGO", "IMG", "MNC"}
    )
    if not counts:
        return None
    [(code, most)] = counts.most_common(1)
    return code if most >= MOST * counts.total() else None


def _placed(phrase: Phrase, countries: Mapping[int, str | None], gazetteer: Gazetteer, home: str | None) -> Phrase:
    """A phrase that says no country, with that of somebody whom news knows by the name alone, of those to whom it is joined
    or beside whom it stands, or, where it is of an office, with that which the article is about."""
    if phrase.country is not None or phrase.kind == "thing":
        return phrase
    known = gazetteer.person(phrase.span.text) if phrase.kind == "person" and phrase.named else None
    found = known or _beside(phrase.head, countries) or (home if phrase.sector in HOME else None)
    return replace(phrase, country=found)


def _beside(head: Word, countries: Mapping[int, str | None]) -> str | None:
    """The country of those to whom a noun is joined ("and a group of deputies") or whom it names again."""
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.dep_ == "conj":
        head = head.head.head
    return countries.get(head.head.i) if head.dep_ in {"conj", "appos"} else None


def _keys(said: Sequence[Said]) -> tuple[list[str], set[int]]:
    """For each phrase what its actor is known by, and which are role nouns that may mean one named before."""
    phrases, plain = [one.phrase for one in said], [one.plain for one in said]
    full = full_names(one.plain for one in said if one.phrase.kind == "person" and one.phrase.named)
    short = acronyms(one.name for one in said if one.phrase.named and one.phrase.kind != "person")
    keys: list[str] = []
    asked: set[int] = set()
    persons = [(i, p) for i, p in enumerate(phrases) if p.kind == "person" and p.named]
    at = {p.head.i: i for i, p in persons}
    beside = {p.head.head.i: i for i, p in persons if p.head.dep_ == "appos"}
    beside |= {p.head.i: at[p.head.head.i] for p in phrases if p.head.dep_ == "appos" and p.head.head.i in at}
    for i, (phrase, name) in enumerate(zip(phrases, plain, strict=True)):
        if phrase.whole and phrase.country:
            keys.append(f"country:{phrase.country}")
        elif phrase.head.i in beside and not phrase.named:
            keys.append(full.get(plain[beside[phrase.head.i]], plain[beside[phrase.head.i]]))
        elif phrase.named:
            keys.append(full.get(name) or short.get(name.replace(".", "")) or name)
        else:
            asked.add(i)
            keys.append(f"{name}:{phrase.country}")
    return keys, asked


def _actor(key: str, said: Sequence[Said], gazetteer: Gazetteer) -> Actor:
    group = [one.phrase for one in said]
    names = Counter(one.name for one in said if one.phrase.named) or Counter(one.name for one in said)
    code = next((p.country for p in group if p.country), None)
    if key.startswith("country:"):
        name = gazetteer.name(key.removeprefix("country:"))
    else:
        name = max(names, key=lambda n: (len(n.split()) < 6, len(n.split()), names[n], n))
    kinds = Counter(p.kind for p in group if p.named) or Counter(p.kind for p in group)
    country = key.startswith("country:")
    return Actor(
        id=slug(name if country or code is None or any(p.named for p in group) else f"{name} {code}"),
        name=name,
        kind="place" if country else "person" if kinds["person"] else kinds.most_common(1)[0][0],
        country=code,
        sector="GOV" if country else next((p.sector for p in group if p.sector), None),
        aliases=tuple(sorted({*names} - {name})),
        mentions=tuple(sorted({one.mention for one in said}, key=lambda m: (m.start, m.end))),
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


def _said(phrase: Phrase, edges: Mapping[str, Sequence[str]]) -> Said:
    text, begin = phrase.span.text, phrase.span.start_char
    start, end = clean(text, begin, edges)
    bare = text[start - begin : end - begin]
    name = phrase.label or " ".join(bare.split())
    first = phrase.span.words[phrase.span.start]
    if not phrase.named and first.words.starts[first.i] == 1 and first.pos_ in {"NOUN", "ADJ"} and not first.ent_type_:
        name = name[:1].lower() + name[1:]
    return Said(phrase, name, Mention(start, end, bare))
