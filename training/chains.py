"""Coreference chains, and who an editor says acts, as questions with their answers: whom a pronoun or role noun means."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.actors.antecedents import Antecedents
from dateline.actors.entities import NOUN, Anaphor, Entity, Place
from dateline.actors.walk import Choice, Question
from dateline.model import Article
from dateline.model.words import Word
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared

GUM, ECB = "who/gum.jsonl", "once/ecb.jsonl"
#: parts that are tested in turn: documents of GUM, topics of ECB+, articles of an editor's gold
PARTS = 5
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
