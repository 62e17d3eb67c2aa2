"""The way through a text: mentions join entities one after the other, and each pronoun and role noun is asked about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from ..model.words import Words
from .entities import CLASSES, GENDERS, NOUN, Anaphor, Entity, Place, is_plural
from .exclusions import excluded
from .features import pair, rivals
from .nobody import nobody
from .phrases import Phrase

Features = Mapping[str, float]
#: how many sentences back an antecedent is looked for: of somebody named, and of a noun that is no actor
REACH, NEAR = 12, 3
#: how many entities are asked about at most, the latest first
MOST = 100
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
#: what no noun names that could be meant
AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity that an anaphor means, with its probability and the features that weigh most; no keys where it is nobody."""

    anaphor: Anaphor
    keys: tuple[str, ...]
    probability: float
    sure: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An anaphor with its candidates, and the features of each; the last are those of nobody."""

    anaphor: Anaphor
    candidates: Sequence[Entity]
    features: Sequence[Features]


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
class Vocabulary:
    """What is known of words.

    ``genders`` is from a noun or title to the gender that it says, ``first_name`` the gender of a first name, ``kind`` whether
    a noun names a person or group; ``companies`` are nouns that stand for a company or body named before, ``saying`` verbs.
    """

    genders: Mapping[str, str]
    companies: Collection[str]
    saying: Collection[str]
    first_name: Callable[[str], str | None]
    kind: Callable[[str], str | None]

    def plural(self, phrase: Phrase) -> bool | None:
        """Number: None where a noun or name is spoken of in both ("the police")."""
        if phrase.kind in {"organisation", "place", "group"} and not is_plural(phrase.head):
            return None
        return is_plural(phrase.head) and phrase.kind in {"group", "person"}

    def gender(self, phrase: Phrase) -> str | None:
        """The gender that a noun or title says."""
        before = [child.lower_ for child in phrase.head.children if child.i < phrase.head.i]
        said = (self.genders.get(word) for word in (phrase.head.lemma_.lower(), *before))
        return next((one for one in said if one), None)

    def of_first_name(self, phrase: Phrase) -> str | None:
        """The gender that most bearers of a first name have."""
        first = [word.text for word in phrase.span][:-1] if phrase.named and phrase.kind == "person" else []
        return next((one for name in first if (one := self.first_name(name))), None)


class Walk:
    """One way through a text: the entities so far, also in the order of their latest mentions, and what was chosen."""

    def __init__(self, known: Vocabulary, page: Page, choose: Callable[[Question], tuple[Choice, int | None]]) -> None:
        self.known, self.page, self.choose = known, page, choose
        self.entities: dict[tuple[str, ...], Entity] = {}
        self.latest: dict[int, Entity] = {}
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
            if (word.pos_ not in NOUNS and word.i not in at) or self.page.closed[word.idx]:
                continue
            says = word.dep_ == "nsubj" and word.head.lemma_.lower() in self.known.saying
            place = Place(word, self.page.sentence[word.i], self.page.quotation[word.i], self.order, says=says)
            for number in at.get(word.i, ()):
                final[number] = self._phrase(place, phrases[number], keys[number], asked=number in asked)
            if word.lower_ in CLASSES and word.pos_ == "PRON":
                self._pronoun(replace(place, pronoun=True))
            elif word.i not in inside:
                self._other(place)
            if word.dep_ == "conj" and word.i in at:
                self._together(place, {i: (phrases[n[0]].kind, final[n[0]]) for i, n in at.items()})
        return final

    def _phrase(self, place: Place, phrase: Phrase, key: str, *, asked: bool) -> str:
        """A name joins its entity; a role noun is asked about, and opens one of its own where it means nobody known."""
        noun = "" if phrase.named else phrase.head.lemma_.lower()
        place = replace(place, named=phrase.named, noun=noun, office=phrase.office or "")
        company = noun in self.known.companies
        anaphor = Anaphor(place, phrase.kind, phrase.country, company)
        entity = self._ask(anaphor) if asked else None
        if entity is not None:
            place = replace(place, certainty=self._certainty(entity))
        if entity is None and asked and is_new(anaphor) and (key,) in self.entities:
            key = f"{key}:{phrase.head.i}"
        if entity is None:
            entity = self.entities.get((key,))
        if entity is None:
            entity = Entity((key,), phrase.kind, self.known.plural(phrase), None, phrase.country)
            self.entities[key,] = entity
        self._add(entity, place)
        entity.gender = entity.gender or self.known.gender(phrase)
        entity.first_name = entity.first_name or self.known.of_first_name(phrase)
        return entity.keys[0]

    def _pronoun(self, place: Place) -> None:
        entity = self._ask(Anaphor(place))
        if entity is not None:
            self._add(entity, replace(place, certainty=self._certainty(entity)))
            if self.choices[-1].sure:
                entity.gender = entity.gender or GENDERS.get(place.word.lower_)

    def _certainty(self, entity: Entity) -> float:
        """How likely it is, through every link, that what was chosen last is said of its entity."""
        return entity.last.certainty * self.choices[-1].probability

    def _other(self, place: Place) -> None:
        """A noun that is no actor, which a pronoun may mean as well."""
        word = place.word
        if word.pos_ not in {"NOUN", "PROPN"} or word.dep_ in {"compound", "amod"} or word.ent_type_ in AMOUNTS:
            return
        noun = word.lemma_.lower()
        kind = self.known.kind(noun) if word.pos_ == "NOUN" else None
        kind = "group" if kind == "person" and is_plural(word) else kind or ""
        entity = self.entities.setdefault(("", noun), Entity((), kind, is_plural(word), self.known.genders.get(noun)))
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
        self.latest.pop(id(entity), None)
        self.latest[id(entity)] = entity

    def _ask(self, anaphor: Anaphor) -> Entity | None:
        """The entity that is chosen, of those within reach."""
        first = anaphor.place.sentence - REACH
        latest = takewhile(lambda entity: entity.places[-1].sentence >= first, reversed(self.latest.values()))
        near = [entity for entity in islice(latest, MOST) if _is_near(anaphor, entity)]
        others = rivals(anaphor, near)
        features = [pair(anaphor, entity, others) for entity in near]
        choice, best = self.choose(Question(anaphor, near, [*features, nobody(anaphor, near)]))
        self.choices.append(choice)
        return near[best] if best is not None else None


def is_new(anaphor: Anaphor) -> bool:
    """Whether a role noun speaks of one more ("a driver")."""
    return anaphor.kind == "person" and (anaphor.determiner == "a" or bool(anaphor.years))


def _is_near(anaphor: Anaphor, entity: Entity) -> bool:
    """Whether an entity was not said by the very word, and where it is no actor, not too far back."""
    last = entity.places[-1]
    if last.word is anaphor.word or (not entity.keys and anaphor.place.sentence - last.sentence > NEAR):
        return False
    return (anaphor.class_ != NOUN or len(entity.keys) == 1) and not excluded(anaphor, entity)
