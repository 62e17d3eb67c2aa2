"""How an actor stands to what a word tells, as features: by the words between, by its kind, and by what rules say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model.words import Word, Words
from .auxiliaries import is_passive
from .surroundings import stems
from .told import Cast, Told

#: dependencies whose word is named with them
WITH_WORD = frozenset({"prep", "agent", "dative"})
#: dependencies that join a name to another, from which it takes its place
JOINING = frozenset({"conj", "appos"})
#: how many steps up and down are named
UP, DOWN = 3, 2
#: words from which on it is all the same how far away one is
FAR = 30
#: what the encoder holds for less likely is no feature
LIKELY = 0.15


@dataclass(frozen=True, slots=True)
class Named:
    """A word that stands for an actor."""

    word: Word
    actor: str


@dataclass(frozen=True)
class Scene:
    """Who is named in an article. ``headline`` are its words; ``kinds`` those of which the encoder says how likely each is."""

    cast: Cast
    words: Words
    headline: Sequence[str]
    kinds: Sequence[str]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the headline's words."""
        return stems(self.headline)

    def beside(self, told: Told) -> list[Named]:
        """Who is named in the sentence of what is told, by other words than that."""
        start, end = self.words.sentence(told.token.i)
        places = (i for i in range(start, end) if i in self.cast.at and i != told.token.i)
        return [Named(self.words[i], actor) for i in places for actor in self.cast.at[i]]


def features(told: Told, named: Named, beside: Sequence[Named], scene: Scene) -> dict[str, float]:
    """What speaks for and against that an actor takes part in what is told, ``beside`` all who are named in its sentence."""
    kind = scene.cast.actors[named.actor].kind
    rules = list(_by_rule(told, named, scene))
    clause = "main" if told.clause.main else "disputed" if told.clause.disputed else "other"
    worth = float(told.verdict.encoded.worth[0])
    found = {"base": 1.0, f"a {kind}": 1.0, f"a {kind} as {named.word.dep_}": 1.0}
    found["worth"] = worth
    found |= dict.fromkeys(rules, 1.0) | {f"{rule} in a {clause} clause": 1.0 for rule in rules}
    found |= dict.fromkeys(_way(told, named), 1.0)
    found |= dict.fromkeys(_form(named, scene), 1.0)
    found |= _order(told, named, beside)
    for name, chance in _kinds(told, scene):
        order = "before" if named.word.i < told.token.i else "behind"
        found |= dict.fromkeys((f"{name} and {what}" for what in (f"a {kind}", order, *rules)), chance)
    return found


def _by_rule(told: Told, named: Named, scene: Scene) -> Iterator[str]:
    """What rules say of the actor, and of others."""
    for role, who in (("source", told.source), ("target", told.target)):
        if who:
            yield f"{role} by rule" if named.actor in who else f"another is {role} by rule"
    if scene.cast.speakers.said_by(told.token, told.clause.speaker) == named.actor:
        yield "says it"


def _kinds(told: Told, scene: Scene) -> Iterator[tuple[str, float]]:
    """The kinds of which what is told may well be, and how likely each is."""
    shares = told.verdict.encoded.kinds.tolist()
    yield from ((name, share) for name, share in zip(scene.kinds, shares, strict=False) if share > LIKELY)


def _way(told: Told, named: Named) -> Iterator[str]:
    """The way from the actor up to the word that is above both, and down to that which tells."""
    form = _voice(told.token)
    up, down = _path(named.word, told.token)
    if not up and not down:
        yield "in another tree"
        return
    steps = [_step(word) for word in up if word.dep_ not in JOINING]
    below = [word.dep_ for word in down if word.dep_ != "conj"]
    yield f"way {_short(steps, UP, '>')}|{_short(below, DOWN, '/')}"
    yield f"{form} and {steps[0] if steps else 'joined'}"
    yield f"{form} below {_short(below, DOWN, '/')}"
    if len(steps) < len(up):
        yield "joined"


def _voice(word: Word) -> str:
    """Whether a noun tells, or a verb, and in which voice."""
    if word.pos_ == "NOUN":
        return "noun"
    return "passive" if is_passive(word) or (word.dep_ == "acl" and word.tag_ == "VBN") else "active"


def _path(one: Word, two: Word) -> tuple[list[Word], list[Word]]:
    """The words from each of two up to before the first that is above both; none where there is no such word."""
    above = [two, *two.ancestors]
    place = {word.i: number for number, word in enumerate(above)}
    mine: list[Word] = []
    for word in (one, *one.ancestors):
        if word.i in place:
            return mine, above[: place[word.i]]
        mine.append(word)
    return [], []


def _step(word: Word) -> str:
    return f"{word.dep_} {word.lower_}" if word.dep_ in WITH_WORD else word.dep_


def _short(steps: Sequence[str], most: int, between: str) -> str:
    """The first steps in one string, and whether there are more."""
    return between.join(steps[:most]) + ("+" if len(steps) > most else "")


def _form(named: Named, scene: Scene) -> Iterator[str]:
    """Whether the actor is called by its name or a pronoun, whether it can act here, and whether the headline has it."""
    word = named.word
    if word.pos_ in {"PROPN", "PRON"}:
        yield "by name" if word.pos_ == "PROPN" else "by pronoun"
    if word.i in scene.cast.parties:
        yield "may take part by rule"
    if stems([word.text]) & scene.stems:
        yield "in the headline"


def _order(told: Told, named: Named, beside: Sequence[Named]) -> dict[str, float]:
    """Which stands first, how far away, and whether others are nearer."""
    mine, trigger = named.word.i, told.token.i
    others = {one.word.i for one in beside} - {mine}
    first, last = sorted((mine, trigger))
    near = not any(first < i < last for i in others)
    found = {"before": float(mine < trigger), "distance": min(last - first, FAR) / FAR, "alone": float(not others)}
    return found | ({"nearest before" if mine < trigger else "nearest behind": 1.0} if near else {})
