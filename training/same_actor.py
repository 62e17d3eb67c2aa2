"""Same actor: whether two names in a story's articles are one actor's. Learnt from chains of ECB+ and pairs read by hand."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import fitting
from dateline import pipeline
from dateline.corpus.candidates import candidates
from dateline.corpus.joining import ActorClusters
from dateline.corpus.profiles import profile, profiles, rarity
from dateline.corpus.same_actor import probability, score
from dateline.corpus.specific import specific
from dateline.corpus.surnames import Surnames
from dateline.model import Actor, Article, Reading
from dateline.settings import DEFAULT_MODEL

LABELS = Path(__file__).parent / "labels/same_actor.jsonl"
ECB = "once/ecb.jsonl"
#: what was read by hand, each file a story or a source, and how many articles of it
FILES = {f"digest/{story}/articles.jsonl": 60 for story in ("haiti", "h1n1", "mj")}
FILES |= {f"worth/gold/{source}.jsonl": 200 for source in ("timebank", "aquaint", "web")}
#: the inverse of the penalty: the corpus is small
STRENGTH = 1.0
#: of the names that are joined, at least this share is to be right; an editor is asked where at least this one is
RIGHT, ASKED = 0.97, 0.5
#: how much of two stretches is in both, where they are one mention
COMMON = 0.6

#: the keys of an article's actors, by their ids
Keys = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Two names that may be one actor's, by their keys, and what the plugin finds of them; of a single name, in which article."""

    one: str
    two: str
    features: Mapping[str, float]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of two names of a story or source, and whether they are one actor's."""

    part: str
    features: Mapping[str, float]
    same: bool


class Story:
    """The readings of articles that are asked together."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = specific(readings, ())
        self.profiles, self.keys = profiles(self.readings)
        names = {key: one.name for key, one in self.profiles.items()}
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
        for key, how in surnames.options(here[actor.id]).items():
            if key not in here.values():
                yield Question(here[actor.id], key, self.joined.judge_single(said, key, how).found, reading.article.id)


def examples(folder: Path) -> list[Example]:
    """The questions of all topics, stories and sources of which gold knows the answer."""
    found = list(chained(_rows(folder / ECB)))
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    for name, count in FILES.items():
        found += labelled(Path(name).parent.name + Path(name).stem, _read(_rows(folder / name)[:count]), labels)
    return found


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
        short, longer = chains[f"{one.article} {one.one}" if one.article else one.one], chains[one.two]
        if short and longer:
            yield Example(f"ecb {topic}", one.features, short.most_common(1)[0][0] == longer.most_common(1)[0][0])


def _chains(actor: Actor, entities: Sequence[Any]) -> Iterator[str]:
    """The chains of an actor's named mentions."""
    for mention in actor.mentions:
        for entity in entities if mention.text != mention.text.lower() else ():
            both = min(mention.end, entity["end"]) - max(mention.start, entity["start"])
            if both >= COMMON * max(mention.end - mention.start, entity["end"] - entity["start"]):
                yield entity["chain"]


def labelled(part: str, readings: Sequence[Reading], labels: Sequence[Any]) -> Iterator[Example]:
    """The questions of a story that were answered by hand."""
    story = Story(readings)
    answers = {(one, two): row["same"] for row in labels for one, two in _asked(story, row)}
    for one in story.questions():
        same = answers.get((one.one, one.two))
        if same is not None:
            yield Example(part, one.features, same)
