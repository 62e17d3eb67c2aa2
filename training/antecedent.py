"""Antecedents: whom a pronoun or role noun means. Learnt from coreference chains, and from who an editor says acts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import fitting
import numpy as np
from dateline import pipeline
from dateline.actors.antecedents import Antecedents, score
from dateline.actors.entities import NOUN, Anaphor, Entity, Place
from dateline.actors.walk import Choice, Question
from dateline.model import Article
from dateline.model.words import Word
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared
from scipy.optimize import minimize

#: corpora whose chains say what a pronoun means
CHAINED = frozenset({"gum", "ecb"})
GUM, ECB = "who/gum.jsonl", "once/ecb.jsonl"
#: parts that are tested in turn: documents of GUM, topics of ECB+, articles of an editor's gold
PARTS = 5
#: how strongly weights are pulled to nothing
PENALTY = 0.5
#: of the antecedents that are taken, at least this share is to be right, by class; of those that are sure this one
RIGHT, SURE = {"he": 0.9, "it": 0.8, "they": 0.8, NOUN: 0.8}, 0.97
#: how much an example of an editor's gold counts, which says who acts and not what a pronoun means
COUNTS = {"gum": 1.0, "ecb": 1.0, "gold": 0.5}

#: a pronoun that may be the subject of the verb behind it
BEFORE = re.compile(r"\b(?:he|she|it|they)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    """The chains of a text: of each mention its start, its end and its chain. ``whole`` says that all nouns are in one.

    ``acting`` has who does what is told by the word at an offset, where an editor names one alone.
    """

    corpus: str
    part: int
    text: str
    published: str
    title: str
    chains: Sequence[tuple[int, int, str]]
    whole: bool
    acting: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and which of its candidates are right; nobody is the last."""

    corpus: str
    part: int
    class_: str
    features: Sequence[Mapping[str, float]]
    right: frozenset[int]
    actors: frozenset[int]


class Teacher(Antecedents):
    """Stands in for the plugin's own resolver: knows the answers, and notes the questions."""

    def __init__(self, own: Antecedents, gold: Gold) -> None:
        super().__init__(own.table, own.known)
        self.gold = gold
        self.found: list[Example] = []

    def choose(self, question: Question) -> tuple[Choice, int | None]:
        """The right candidate."""
        anaphor, candidates = question.anaphor, question.candidates
        right = self._right(anaphor, candidates)
        if self._counts(anaphor, candidates, right):
            actors = frozenset(i for i, one in enumerate(candidates) if one.keys)
            meant = frozenset(right or [len(candidates)])
            self.found.append(Example(self.gold.corpus, self.gold.part, anaphor.class_, question.features, meant, actors))
        if self.gold.corpus == "gold":
            return super().choose(question)
        best = right[0] if right else None
        return Choice(anaphor, candidates[best].keys if right else (), 1.0), best

    def _right(self, anaphor: Anaphor, candidates: Sequence[Entity]) -> list[int]:
        """The candidates that are meant."""
        chain, actor = self.chain(anaphor.place), self._actor(anaphor.word)
        if actor:
            return [i for i, one in enumerate(candidates) if len(one.keys) == 1 and _is_called(one, actor)]
        return [i for i, one in enumerate(candidates) if chain is not None and self._is(one, chain)]

    def _actor(self, word: Word) -> str | None:
        """Whom an editor names for the verb of which a pronoun is the subject."""
        return self.gold.acting.get(word.head.idx) if word.dep_ == "nsubj" and word.pos_ == "PRON" else None

    def _counts(self, anaphor: Anaphor, candidates: Sequence[Entity], right: Sequence[int]) -> bool:
        """Whether gold knows what is meant; where not all nouns are in it, no like noun may be unknown."""
        if self.gold.whole or right:
            return True
        if anaphor.class_ != NOUN or self.chain(anaphor.place) is None:
            return False
        noun = anaphor.place.noun
        like = [one for one in candidates if any(place.noun == noun for place in one.places)]
        return all(self._chains(one) for one in like)

    def chain(self, place: Place) -> str | None:
        """The chain of a mention: of the smallest stretch of gold that has the word as its head, or a part of its name."""
        parts = [c for c in reversed(place.word.children) if c.dep_ == "compound"] if place.named else []
        found = (self._headed(word) for word in (place.word, *parts))
        return next((one for one in found if one is not None), None)

    def _headed(self, word: Word) -> str | None:
        start, end = word.idx, word.idx + len(word.text)
        around = [(b - a, chain, a, b) for a, b, chain in self.gold.chains if a <= start and end <= b]
        heads = [one for one in around if word.head is word or not one[2] <= word.head.idx < one[3]]
        return min(heads)[1] if heads else None

    def _chains(self, entity: Entity) -> list[str]:
        """The chains of an entity's mentions, the latest last."""
        return [chain for place in entity.places if (chain := self.chain(place)) is not None]

    def _is(self, entity: Entity, chain: str) -> bool:
        """Whether the latest mention of an entity that gold knows, or half of all, is of this chain."""
        if len(entity.keys) > 1:
            return self._together(entity.last.word, chain)
        known = self._chains(entity)
        return bool(known) and (known[-1] == chain or 2 * known.count(chain) >= len(known))

    def _together(self, word: Word, chain: str) -> bool:
        """Whether a chain has a stretch that holds all who are named together."""
        joined = [word, *word.conjuncts]
        first, last = min(one.idx for one in joined), max(one.idx for one in joined)
        return any(a <= first and last < b and of == chain for a, b, of in self.gold.chains)


def _is_called(entity: Entity, name: str) -> bool:
    """Whether an entity bears a name, or its last word."""
    key, last = entity.keys[0].split(":")[0], name.lower().split()[-1]
    return any(place.named for place in entity.places) and last in key.split()


def gold(folder: Path) -> Iterator[Gold]:
    """The chains of GUM and of ECB+."""
    for number, row in enumerate(_rows(folder / GUM)):
        chains = [(m["start"], m["end"], str(i)) for i, e in enumerate(row["entities"]) for m in e["mentions"]]
        yield Gold("gum", number % PARTS, row["text"], row["published"], row["title"], chains, whole=True)
    for row in _rows(folder / ECB):
        chains = [(m["start"], m["end"], m["chain"]) for m in row["entities"]]
        yield Gold("ecb", int(row["topic"]) % PARTS, row["text"], "", "", chains, whole=False)
    for part, path in enumerate(sorted(folder.glob("worth/gold/*.jsonl"))):
        for row in _rows(path) if path.stem not in {"gum"} else ():
            told = [(w["start"], e["source"][0]) for e in row["events"] if len(e["source"]) == 1 for w in e["told"]]
            acting = {start: actor for start, actor in told if BEFORE.search(row["text"][max(0, start - 30) : start])}
            if acting:
                yield Gold(
                    "gold", part % PARTS, row["text"], row["published"], row.get("title", ""), (), whole=False, acting=acting
                )


def _rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def examples(golds: Sequence[Gold]) -> Iterator[Example]:
    """The questions of each text, with the features that the plugin gives them."""
    nlp = pipeline.load(DEFAULT_MODEL)
    tagger: Any = nlp.get_pipe("dateline_actors")
    own = tagger.antecedents
    stages = [name for name in nlp.pipe_names if name != "dateline_reports"]
    with nlp.select_pipes(enable=stages):
        for one in golds:
            article, plain = prepared(Article("a", one.text, one.published, title=one.title))
            places = [plain.target(offset, offset)[0] for offset in range(len(one.text) + 1)]
            chains = [(places[start], places[end], chain) for start, end, chain in one.chains]
            doc = nlp.make_doc(article.text)
            doc._.article = article
            acting = {places[start]: actor for start, actor in one.acting.items()}
            teacher = Teacher(own, replace(one, text=article.text, chains=chains, acting=acting))
            tagger.antecedents = teacher
            nlp(doc)
            yield from teacher.found
    tagger.antecedents = own


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights with which the right candidates are likeliest: a conditional logistic regression."""
    names = sorted({name for one in found for features in one.features for name in features})
    column = {name: i for i, name in enumerate(names)}
    rows = [features for one in found for features in one.features]
    matrix = np.zeros((len(rows), len(names)))
    for i, features in enumerate(rows):
        for name, value in features.items():
            matrix[i, column[name]] = value
    starts = np.cumsum([0, *(len(one.features) for one in found)])[:-1]
    group = np.repeat(np.arange(len(found)), [len(one.features) for one in found])
    right = np.array([i in one.right for one in found for i in range(len(one.features))], dtype=float)
    counts = np.array([COUNTS[one.corpus] for one in found])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        total, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        given = counts[group] * (powers / total[group] - powers * right / good[group])
        value = float((counts * (np.log(total) - np.log(good))).sum() + PENALTY / 2 * (weights**2).sum())
        return value, matrix.T @ given + PENALTY * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {name: round(float(weight), 3) for name, weight in zip(names, best.x, strict=True)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says to an example: how likely the best candidate is, whether it is an actor, and whether it is right."""

    example: Example
    probability: float
    actor: bool
    right: bool
    wanted: bool


def answer(one: Example, weights: Mapping[str, float]) -> Answer:
    """The best candidate by a table."""
    scores = [score(features, weights) for features in one.features]
    powers = [math.exp(value - max(scores)) for value in scores]
    best = max(range(len(powers)), key=powers.__getitem__)
    return Answer(one, powers[best] / sum(powers), best in one.actors, best in one.right, bool(one.right & one.actors))


def crossed(found: Sequence[Example]) -> list[Answer]:
    """Each example answered by a table that has not seen its part."""
    said = []
    for part in range(PARTS):
        weights = fit([one for one in found if one.part != part])
        said += [answer(one, weights) for one in found if one.part == part]
    return said


def level(answers: Sequence[Answer], share: float, least: int = 20) -> float:
    """The lowest probability from which on this share of the actors found is right."""
    found = sorted(((one.probability, one.right) for one in answers if one.actor), reverse=True)
    best, right = 1.0, 0
    for count, (probability, good) in enumerate(found, 1):
        right += good
        if count >= least and right >= share * count:
            best = probability
    return round(best, 3)


def figures(answers: Sequence[Answer], limit: float) -> str:
    """How many of those who are meant are found, and how many that are found are wrong."""
    taken = [one for one in answers if one.actor and one.probability >= limit]
    right, wanted = sum(one.right for one in taken), sum(one.wanted for one in answers)
    found, precise = right / max(wanted, 1), right / max(len(taken), 1)
    return f"{right} of {wanted} found = {found:.3f}; of {len(taken)} taken {precise:.3f} right"


def train(folder: Path) -> Iterator[str]:
    """Fit, export, and say how good the table is on texts that it was not trained with."""
    found = list(examples(list(gold(folder))))
    answers = crossed(found)
    chained = [one for one in answers if one.example.corpus in CHAINED]
    limits = {class_: level([one for one in chained if one.example.class_ == class_], RIGHT[class_]) for class_ in RIGHT}
    pronouns = [one for one in chained if one.example.class_ != NOUN]
    sure = level(pronouns, SURE)
    yield f"antecedent: {len(found)} pronouns and role nouns; taken from {limits}; sure from {sure}"
    for corpus in COUNTS:
        yield from report(corpus, [one for one in answers if one.example.corpus == corpus], limits)
        other = fit([one for one in found if one.corpus != corpus])
        apart = [answer(one, other) for one in found if one.corpus == corpus]
        yield from report(f"{corpus}, trained without it", apart, limits)
    yield f"  sure: {figures(pronouns, sure)}"
    fitting.export("antecedent", "Whom pronouns and role nouns mean.", fit(found), **limits, sure=sure)


def report(name: str, answers: Sequence[Answer], limits: Mapping[str, float]) -> Iterator[str]:
    """The figures of each class."""
    for class_, limit in limits.items():
        if asked := [one for one in answers if one.example.class_ == class_]:
            yield f"  {name}, {class_}: {figures(asked, limit)}"


if __name__ == "__main__":
    import sys

    for line in train(Path(sys.argv[1])):
        print(line)
