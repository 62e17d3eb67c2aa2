"""Articles with their candidates, and what is right of each: read by the plugin, labelled by an editor and by TimeML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folds
import sameness
from corpora import Text
from dateline import pipeline
from dateline.events import schema
from dateline.events.candidates import EventCandidate, propose
from dateline.events.clauses import Clauses
from dateline.events.features import Features
from dateline.events.surroundings import surroundings
from dateline.lang import words
from dateline.model import Article
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared
from spacy.tokens import Doc

WORTH = Path(__file__).parent / "labels/worth.jsonl"
EVENTIVE = Path(__file__).parent / "labels/eventive.jsonl"
#: the class of TimeML's events that are happenings
HAPPENING = "OCCURRENCE"


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its features.

    ``tells`` are the editor's events that its word tells, ``eventive`` whether it is a happening, None where no corpus says.
    ``clue`` is what sameness asks.
    """

    features: Mapping[str, float]
    tells: frozenset[int]
    eventive: bool | None
    clue: sameness.Clue


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its candidates, and the weights of the events that an editor lists."""

    digest: str
    group: str
    fold: int
    examples: Sequence[Example]
    weights: Sequence[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """What is labelled of a text: an editor's events, and TimeML's with their classes, where they are marked."""

    events: Sequence[Mapping[str, Any]]
    timeml: Sequence[tuple[int, int, str]] | None

    @property
    def eventive(self) -> list[tuple[int, int]] | None:
        """Where happenings stand: not what is said, meant, or so."""
        return None if self.timeml is None else [(start, end) for start, end, name in self.timeml if name == HAPPENING]


def labels() -> dict[str, Gold]:
    """What is labelled, by the digest of the text."""
    marked = {row["text"]: [tuple(event) for event in row["events"]] for row in _rows(EVENTIVE)}
    return {row["text"]: Gold(row["events"], marked.get(row["text"])) for row in _rows(WORTH)}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


class Reader:
    """Reads articles into candidates with their features, by the package's own code."""

    def __init__(self) -> None:
        cues = words("en", "cues")
        people = {noun: kind for kind, nouns in words("en", "nouns").items() for noun in nouns.split()}
        self.clauses = Clauses.from_cues(cues)
        lists = words("en", "candidates")
        self.speakers = frozenset(lists["first_person"])
        self.features = Features(schema.triggers("en"), cues, lists, people)

    def of(self, doc: Doc) -> Iterator[tuple[EventCandidate, dict[str, float]]]:
        """The candidates of a document that the pipeline read."""
        found = propose(doc._.words, doc._.article, self.clauses)
        around = surroundings(doc._.words, doc._.article, found, doc._.actors, doc._.actor_at, doc._.dates, self.speakers)
        for one in found:
            yield one, self.features.of(one, around)


def read(text: Text) -> Doc:
    """A text as the pipeline reads it."""
    article, _ = prepared(Article(text.digest, text.raw, text.published, title=text.title))
    nlp = pipeline.load(DEFAULT_MODEL)
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return nlp(doc)


def story(text: Text, doc: Doc, reader: Reader, fold: int, gold: Gold) -> Story:
    """An article with what is right of each of its candidates."""
    told = [(text.places[start], text.places[end], i) for i, event in enumerate(gold.events) for start, end in event["told"]]
    marked = None if gold.eventive is None else [(text.places[start], text.places[end]) for start, end in gold.eventive]
    examples = []
    for candidate, features in reader.of(doc):
        start = candidate.trigger.idx
        end = start + len(candidate.trigger.text)
        tells = frozenset(i for first, last, i in told if first < end and start < last)
        is_marked = None if marked is None else any(first < end and start < last for first, last in marked)
        clue = sameness.clue(candidate, features, doc._.actor_at)
        examples.append(Example(features, tells, True if tells else is_marked, clue))
    return Story(text.digest, text.group, fold, examples, [event["weight"] for event in gold.events])


def stories(texts: Mapping[str, Text]) -> list[Story]:
    """All articles that are labelled, read one after the other."""
    gold, fold, reader = labels(), folds.read(), Reader()
    known = [texts[digest] for digest in sorted(gold) if digest in texts]
    return [story(text, read(text), reader, fold[text.digest], gold[text.digest]) for text in known]
