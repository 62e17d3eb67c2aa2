"""Antecedents: whom pronouns and role nouns of an article mean, by a table that is learnt."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.words import Words
from .features import CLASSES, GENDERS, NOUN, Anaphor, Entity, Place, determiner, fits, is_plural, nobody, pair, years
from .phrases import Phrase

Features = Mapping[str, float]
#: how many sentences back an antecedent is looked for: of somebody named, and of a noun that is no actor
REACH, NEAR = 12, 3
#: what no noun names that could be meant
AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
#: how many features say why
SAID = 4


@dataclass(frozen=True, slots=True)
class Table:
    """What was learnt: a weight by feature, the probability from which on an antecedent is taken, and from which on sure."""

    weights: Features
    threshold: float
    noun_threshold: float
    sure: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity that an anaphor means, with its probability and the features that weigh most; no keys where it is nobody."""

    anaphor: Anaphor
    keys: tuple[str, ...]
    probability: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An anaphor with its candidates, and the features of each; the last are those of nobody."""

    anaphor: Anaphor
    candidates: Sequence[Entity]
    features: Sequence[Features]


def score(features: Features, weights: Features) -> float:
    """The logarithm of the odds, but for a constant."""
    return math.fsum([value * weights.get(name, 0.0) for name, value in features.items()])


def probabilities(question: Question, weights: Features) -> list[float]:
    """The probability of each candidate, and of nobody, which stands last."""
    scores = [score(one, weights) for one in question.features]
    highest = max(scores)
    powers = [math.exp(one - highest) for one in scores]
    return [power / math.fsum(powers) for power in powers]


class Page:
    """The words of an article with the number of the sentence and the quotation of each."""

    def __init__(self, words: Words, quotations: Sequence[tuple[int, int]], closed: Sequence[int]) -> None:
        self.words, self.closed = words, closed
        self.sentence: list[int] = []
        self.quotation: list[int] = []
        number, at = -1, 0
        for word, start in zip(words, words.starts, strict=True):
            number += start == 1 or not self.sentence
            while at < len(quotations) and quotations[at][1] <= word.idx:
                at += 1
            self.sentence.append(number)
            self.quotation.append(at if at < len(quotations) and quotations[at][0] <= word.idx else -1)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The keys of all phrases, and what was chosen for each pronoun and role noun."""

    keys: tuple[str, ...]
    choices: tuple[Choice, ...]


class Antecedents:
    """Resolves pronouns and role nouns in the order of the text.

    ``genders`` is from a noun or title to the gender that it says, ``first_name`` the gender of a first name, ``kind`` whether
    a noun names a person or group; ``companies`` are nouns that stand for a company or body named before.
    """

    def __init__(
        self,
        table: Table,
        genders: Mapping[str, str],
        companies: Collection[str],
        first_name: Callable[[str], str | None],
        kind: Callable[[str], str | None],
    ) -> None:
        self.table, self.genders, self.companies = table, genders, companies
        self.first_name, self.kind = first_name, kind

    def of(self, page: Page, phrases: Sequence[Phrase], keys: Sequence[str], asked: Collection[int]) -> Resolved:
        """What each pronoun and role noun means; ``asked`` are the indices of phrases that may mean one named before."""
        walk = Walk(self, page, self.choose)
        said = walk.through(phrases, keys, asked)
        return Resolved(tuple(said), tuple(walk.choices))

    def choose(self, question: Question) -> tuple[Choice, int | None]:
        """The best candidate where it is likely enough, else nobody."""
        weights, anaphor = self.table.weights, question.anaphor
        chances = probabilities(question, weights)
        best = max(range(len(chances)), key=chances.__getitem__)
        least = self.table.noun_threshold if anaphor.class_ == NOUN else self.table.threshold
        if best == len(question.candidates) or chances[best] < least:
            return Choice(anaphor, (), round(chances[-1], 3)), None
        chosen = question.candidates[best]
        return Choice(anaphor, chosen.keys, round(chances[best], 3), reasons(question.features[best], weights)), best

    def plural(self, phrase: Phrase) -> bool | None:
        """Number: None where a noun or name is spoken of in both ("the police")."""
        if phrase.kind in {"organisation", "place", "group"} and not is_plural(phrase.head):
            return None
        return is_plural(phrase.head) and phrase.kind in {"group", "person"}

    def gender(self, phrase: Phrase) -> str | None:
        """The gender that a noun or title says, else the first name."""
        before = [child.lower_ for child in phrase.head.children if child.i < phrase.head.i]
        said = (self.genders.get(word) for word in (phrase.head.lemma_.lower(), *before))
        if gender := next((one for one in said if one), None):
            return gender
        first = [word.text for word in phrase.span][:-1] if phrase.named and phrase.kind == "person" else []
        return next((one for name in first if (one := self.first_name(name))), None)


class Walk:
    """One way through a text: the entities so far, and what was chosen."""

    def __init__(self, rules: Antecedents, page: Page, choose: Callable[[Question], tuple[Choice, int | None]]) -> None:
        self.rules, self.page, self.choose = rules, page, choose
        self.entities: dict[tuple[str, ...], Entity] = {}
        self.choices: list[Choice] = []
        self.order = 0

    def through(self, phrases: Sequence[Phrase], keys: Sequence[str], asked: Collection[int]) -> list[str]:
        """Take each word in turn; the keys of the phrases as they came out."""
        final = list(keys)
        at: dict[int, list[int]] = {}
        for number, phrase in enumerate(phrases):
            at.setdefault(phrase.head.i, []).append(number)
        inside = {word.i for phrase in phrases for word in phrase.span}
        for word in self.page.words:
            if self.page.closed[word.idx]:
                continue
            place = Place(word, self.page.sentence[word.i], self.page.quotation[word.i], self.order)
            for number in at.get(word.i, ()):
                final[number] = self._phrase(place, phrases[number], keys[number], asked=number in asked)
            if word.lower_ in CLASSES and word.pos_ == "PRON":
                self._pronoun(replace(place, pronoun=True))
            elif word.i not in inside:
                self._other(place)
            self._together(place, {i: (phrases[n[0]].kind, final[n[0]]) for i, n in at.items()} if word.dep_ == "conj" else {})
        return final

    def _phrase(self, place: Place, phrase: Phrase, key: str, *, asked: bool) -> str:
        """A name joins its entity; a role noun is asked about, and opens one of its own where it means nobody known."""
        noun = "" if phrase.named else phrase.head.lemma_.lower()
        place = replace(place, named=phrase.named, noun=noun, office=phrase.office or "")
        company = noun in self.rules.companies
        anaphor = Anaphor(place, phrase.kind, phrase.country, company)
        entity = self._ask(anaphor) if asked else None
        if entity is None and asked and is_new(anaphor) and (key,) in self.entities:
            key = f"{key}:{phrase.head.i}"
        if entity is None:
            entity = self.entities.get((key,))
        if entity is None:
            entity = Entity((key,), phrase.kind, self.rules.plural(phrase), None, phrase.country)
            self.entities[key,] = entity
        self._add(entity, place)
        entity.gender = entity.gender or self.rules.gender(phrase)
        return entity.keys[0]

    def _pronoun(self, place: Place) -> None:
        entity = self._ask(Anaphor(place))
        if entity is not None:
            self._add(entity, place)
            entity.gender = entity.gender or GENDERS.get(place.word.lower_)

    def _other(self, place: Place) -> None:
        """A noun that is no actor, which a pronoun may mean as well."""
        word = place.word
        if word.pos_ not in {"NOUN", "PROPN"} or word.dep_ in {"compound", "amod"} or word.ent_type_ in AMOUNTS:
            return
        noun = word.lemma_.lower()
        kind = self.rules.kind(noun) if word.pos_ == "NOUN" else None
        kind = "group" if kind == "person" and is_plural(word) else kind or ""
        entity = self.entities.setdefault(("", noun), Entity((), kind, is_plural(word), self.rules.genders.get(noun)))
        self._add(entity, replace(place, noun=noun))

    def _together(self, place: Place, said: Mapping[int, tuple[str, str]]) -> None:
        """Several who are named together ("Brandt and Lang"), once the last of them is said."""
        word = place.word
        if word.i not in said or any(child.dep_ == "conj" for child in word.children):
            return
        joined = [said[one.i] for one in sorted([word, *word.conjuncts], key=lambda one: one.i) if one.i in said]
        keys = tuple(dict.fromkeys(key for _, key in joined))
        if len(keys) > 1:
            kinds = {kind for kind, _ in joined}
            entity = self.entities.setdefault(keys, Entity(keys, kinds.pop() if len(kinds) == 1 else "", True))
            self._add(entity, replace(place, named=True))

    def _add(self, entity: Entity, place: Place) -> None:
        entity.places.append(place)
        self.order += 1

    def _ask(self, anaphor: Anaphor) -> Entity | None:
        """The entity that is chosen, of those within reach."""
        near = [entity for entity in self.entities.values() if _is_near(anaphor, entity)]
        near.sort(key=lambda entity: -entity.last.order)
        rank, features = 0, []
        for entity in near:
            features.append(pair(anaphor, entity, rank))
            rank += fits(anaphor, entity)
        choice, best = self.choose(Question(anaphor, near, [*features, nobody(anaphor, near)]))
        self.choices.append(choice)
        return near[best] if best is not None else None


def is_new(anaphor: Anaphor) -> bool:
    """Whether a role noun speaks of one more ("a driver")."""
    return anaphor.kind == "person" and (determiner(anaphor.word) == "a" or bool(years(anaphor.word)))


def _is_near(anaphor: Anaphor, entity: Entity) -> bool:
    """Whether an entity was said not too far back, and not by the very word."""
    back = anaphor.place.sentence - entity.last.sentence
    if anaphor.class_ == NOUN and (len(entity.keys) != 1):
        return False
    return back <= (REACH if entity.keys else NEAR) and entity.last.word is not anaphor.word


def reasons(features: Features, weights: Features) -> tuple[str, ...]:
    """The features that weigh most in a choice, with what each gives."""
    given = {name: value * weights.get(name, 0.0) for name, value in features.items()}
    heaviest: Iterator[str] = iter(sorted(given, key=lambda name: (-abs(given[name]), name)))
    return tuple(f"{given[name]:+.2f} {name}" for name in list(heaviest)[:SAID] if given[name])
