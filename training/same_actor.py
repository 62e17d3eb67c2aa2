"""Same actor: whether two names in a story's articles are one actor's. Learnt from chains of ECB+ and pairs read by hand."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import fitting
import numpy as np
from dateline import pipeline
from dateline.corpus.candidates import candidates
from dateline.corpus.joining import ActorClusters
from dateline.corpus.profiles import profile, profiles, rarity
from dateline.corpus.same_actor import ASKED, LEAD, probability, score
from dateline.corpus.specific import specific
from dateline.corpus.surnames import Surnames
from dateline.model import Actor, Article, Reading
from dateline.settings import DEFAULT_MODEL
from scipy.optimize import minimize

LABELS = Path(__file__).parent / "labels/same_actor.jsonl"
ECB = "once/ecb.jsonl"
#: what was read by hand, each file a story or a source, and how many articles of it
FILES = {f"digest/{story}/articles.jsonl": 60 for story in ("haiti", "h1n1", "mj")}
FILES |= {f"worth/gold/{source}.jsonl": 200 for source in ("timebank", "aquaint", "web")}
#: how strongly weights are pulled to a guess, which is nothing for most
PENALTY = 1.0
#: of the names that are joined, at least this share is to be right
RIGHT = 0.97
#: what can only speak for two being one, and what can only speak against it
FOR = frozenset({"company", "named together", "calls it so", "well known", "best known"})
AGAINST = frozenset({"no company", "other country", "other office", "of another time", "father and son"})
#: what weights are pulled to, where it is not nothing: what says nearly all, and is rare in what was read
GUESS = {"legal form": 3.0, "written apart": 3.0, "first name and surname": 2.0, "initial and surname": 2.0, "acronym": 2.0}
GUESS |= {"short first name and surname": 1.0, "first name spelled alike": 1.0}
GUESS |= {"other country": -3.0, "of another time": -3.0, "father and son": -3.0, "behind a preposition": -2.0}
#: how much of two stretches is in both, where they are one mention
COMMON = 0.6
#: how chains of ECB+ begin that were followed within one article alone
INSIDE = ("Singleton", "INTRA")


@dataclass(frozen=True, slots=True)
class Question:
    """Two names that may be one actor's, by their keys, with their features; of a single name, in which article."""

    one: str
    two: str
    features: Mapping[str, float]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of two names of a story or source (``part``), and whether they are one actor's; ``name`` is the shorter."""

    part: str
    name: tuple[str, str]
    features: Mapping[str, float]
    same: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """How likely the likeliest bearer of a name is, whether that is right, and whether the name is anybody's of those asked."""

    part: str
    probability: float
    right: bool
    there: bool


class Story:
    """The readings of articles that are asked together."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = specific(readings, ())
        self.profiles, self.keys = profiles(self.readings)
        names = {key: one.name for key, one in self.profiles.items()}
        self.at: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for reading in self.readings:
            digest = sha256(reading.article.text.encode()).hexdigest()
            for actor in reading.actors:
                for mention in actor.mentions:
                    self.at[digest, mention.start].append((reading.article.id, self.keys[reading.article.id][actor.id]))
        self.joined = ActorClusters(self.profiles, names, rarity(self.profiles, len(self.readings)))

    def questions(self) -> Iterator[Question]:
        """What the plugin asks: names over all articles, then the single names in each."""
        for short, longer in candidates(self.profiles).items():
            for key, how in longer.items():
                yield Question(short, key, self.joined.judge(short, key, how).found)
        surnames = Surnames(self.joined)
        for reading in self.readings:
            for actor in reading.actors:
                if self.keys[reading.article.id][actor.id] in surnames.single:
                    yield from self._single(reading, actor, surnames)

    def _single(self, reading: Reading, actor: Actor, surnames: Surnames) -> Iterator[Question]:
        here = self.keys[reading.article.id]
        said = profile(reading, actor, here)
        options = surnames.options(here[actor.id])
        if not options.keys() & {*here.values()}:
            for one in self.joined.judge_single(said, options):
                yield Question(here[actor.id], one.actor, one.found, reading.article.id)


def examples(folder: Path) -> list[Example]:
    """The questions of all topics, stories and sources of which gold knows the answer."""
    found = list(chained(_rows(folder / ECB)))
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    rows = {Path(name).parts[0] + " " + name: _rows(folder / name)[:count] for name, count in FILES.items()}
    part = {row["id"]: name for name, own in rows.items() for row in own}
    return [*found, *labelled(_read(list(chain(*rows.values()))), labels, part)]


def _rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _read(rows: Sequence[Any]) -> list[Reading]:
    articles = [Article(row["id"], row["text"], row.get("published", ""), title=row.get("title", "")) for row in rows]
    return list(pipeline.read(articles, DEFAULT_MODEL))


def chained(rows: Sequence[Any]) -> Iterator[Example]:
    """ECB+, topic by topic: two names are one actor's that are mostly in one chain."""
    topics = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row)
    for topic, own in topics.items():
        yield from of_chains(topic, _read(own), {row["id"]: row["entities"] for row in own})


def of_chains(topic: str, readings: Sequence[Reading], gold: Mapping[str, Sequence[Any]]) -> Iterator[Example]:
    """The questions of a topic that its chains answer."""
    story = Story(readings)
    chains: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in story.readings:
        for actor in reading.actors:
            key = story.keys[reading.article.id][actor.id]
            for where in (key, f"{reading.article.id} {key}"):
                chains[where].update(_chains(actor, gold[reading.article.id]))
    for one in story.questions():
        both = [chains[f"{one.article} {one.one}" if one.article else one.one], chains[one.two]]
        short, longer = (max(sorted(found), key=found.__getitem__, default="") for found in both)
        if short and longer and (short == longer or not any(found.startswith(INSIDE) for found in (short, longer))):
            yield Example(f"ecb {topic}", (one.one, one.article), one.features, short == longer)


def _chains(actor: Actor, entities: Sequence[Any]) -> Iterator[str]:
    """The chains of an actor's named mentions."""
    for mention in actor.mentions:
        for entity in entities if mention.text != mention.text.lower() else ():
            both = min(mention.end, entity["end"]) - max(mention.start, entity["start"])
            if both >= COMMON * max(mention.end - mention.start, entity["end"] - entity["start"]):
                yield entity["chain"]


def labelled(readings: Sequence[Reading], labels: Sequence[Any], part: Mapping[str, str]) -> Iterator[Example]:
    """The questions of an archive that were answered by hand; of a single name, in a story (``part``) of the archive."""
    archive = Story(readings)
    answers: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for row in labels:
        for article, short in archive.at.get((row["text"], row["at"]), ()):
            for _, longer in archive.at.get((row["other"], row["other_at"]), ()):
                answers[short, longer][part[article]] = row["same"]
    for one in archive.questions():
        given = answers[one.one, one.two]
        where = part[one.article] if one.article else next(iter(given), "")
        if where in given:
            yield Example(where, (one.one, one.article), one.features, given[where])


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Weights by feature: a logistic regression in which what can only speak for two being one, or against, does so."""
    names = sorted({*GUESS, *(name for one in found for name in one.features)} - {ASKED})
    matrix = np.array([[one.features.get(name, 0.0) for name in names] for one in found])
    guess = np.array([GUESS.get(name, 0.0) for name in names])
    signs = np.array([1.0 if one.same else -1.0 for one in found])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (matrix @ weights)
        wrong = 1 / (1 + np.exp(margins))
        value = float(np.logaddexp(0, -margins).sum() + PENALTY / 2 * ((weights - guess) ** 2).sum())
        return value, -matrix.T @ (signs * wrong) + PENALTY * (weights - guess)

    bounds = [(0 if name in FOR else None, 0 if name in AGAINST else None) for name in names]
    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    return {name: round(float(weight), 3) for name, weight in zip(names, best.x, strict=True)}


def crossed(found: Sequence[Example]) -> list[float]:
    """The score of each example by a table that has not seen its topic or story."""
    tables = {part: fit([one for one in found if one.part != part]) for part in {one.part for one in found}}
    return [score(one.features, tables[one.part]) for one in found]


def decisions(found: Sequence[Example], scores: Sequence[float]) -> list[Decision]:
    """For each name the likeliest of those whose it may be, as the plugin chooses."""
    asked: dict[tuple[str, tuple[str, str]], list[tuple[float, Example]]] = defaultdict(list)
    for one, given in zip(found, scores, strict=True):
        asked[one.part, one.name].append((given, one))
    made = []
    for options in asked.values():
        (best, one), *others = sorted(options, key=lambda option: -option[0])
        clear = ASKED not in one.features and all(best - other >= LEAD for other, _ in others)
        there = any(option.same for _, option in options)
        made.append(Decision(one.part, probability(best) if clear else 0.0, one.same, there))
    return made


def level(made: Sequence[Decision], share: float, least: int = 20) -> float:
    """The lowest probability from which on this share of the names joined is right."""
    best, right = 1.0, 0
    for count, one in enumerate(sorted(made, key=lambda one: -one.probability), 1):
        right += one.right
        if count >= least and right >= share * count:
            best = one.probability
    return math.ceil(best * 1000) / 1000


def figures(made: Sequence[Decision], limit: float) -> str:
    """How many names are joined, how many of them rightly, and how many of those that are another's name."""
    joined = [one.right for one in made if one.probability >= limit]
    right, there = sum(joined), sum(one.there for one in made)
    precise, found, both = right / max(len(joined), 1), right / max(there, 1), 2 * right / max(len(joined) + there, 1)
    return f"{len(joined)} joined, {precise:.3f} right; {found:.3f} found of {there}; F {both:.3f}"


def train(folder: Path) -> Iterator[str]:
    """Fit, export, and say how good the table is on topics and stories that it was not learnt from."""
    found = examples(folder)
    made = decisions(found, crossed(found))
    sure = level(made, RIGHT)
    yield f"same_actor: {len(found)} pairs of {len({one.part for one in found})} topics and stories; joined from {sure}"
    for name in ("ecb", "digest", "worth"):
        own = [one for one in found if name in one.part]
        apart = fit([one for one in found if name not in one.part])
        yield f"  {name}: {figures([one for one in made if name in one.part], sure)}"
        yield f"  {name}, trained without it: {figures(decisions(own, [score(one.features, apart) for one in own]), sure)}"
    yield f"  all: {figures(made, sure)}"
    fitting.export("same_actor", "What makes two names one actor's.", fit(found), sure=sure)
