"""Articles with their candidates, read by the plugin, and what is right of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from corpora import Text
from dateline import pipeline
from dateline.events.candidates import EventCandidate, propose
from dateline.events.coreference import are_apart, compared
from dateline.events.coreference import features as of_pair
from dateline.events.encoder import UNREAD, Encoded, Encoder
from dateline.events.judge import Verdict
from dateline.events.mention import mentions
from dateline.events.role_features import Scene, features
from dateline.events.sameness import as_one
from dateline.events.surroundings import surroundings
from dateline.events.tagger import ReportsTagger, may_tell
from dateline.events.told import Cast, Told
from dateline.model import Article, When
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared
from gold import Gold
from spacy.tokens import Doc

#: what the encoder alone holds for less likely is in no pair
LEAST = 0.1
#: what the encoder alone holds for less likely teaches no roles, where it tells no happening
LIKELY = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A candidate with its features.

    ``tells`` are the editor's events that its word tells, ``eventive`` whether it is a happening, None where no corpus says.
    ``kind``, its ``ground`` and ``status`` are what rules say of it, ``lead`` is the number of the candidate that it follows;
    ``encoded`` is what the encoder says that did not learn from this text.
    """

    features: Mapping[str, float]
    tells: frozenset[int]
    eventive: bool | None
    kind: str
    ground: str
    status: str
    lead: int | None
    encoded: Encoded


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """An actor in the sentence of an example, by the number of that, with features, and whether it has each role in what the
    example tells. In what tells no event that is labelled, none has, where all events are.
    """

    example: int
    actor: str
    features: Mapping[str, float]
    source: bool
    target: bool


@dataclass(frozen=True, slots=True)
class Target:
    """What is right of an event; ``source`` and ``target`` are where those are named who have the role."""

    weight: int = 0
    kind: str = ""
    status: str = ""
    source: Sequence[tuple[int, int]] = ()
    target: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its candidates, and the events that an editor lists.

    ``pairs`` are features of two candidates, by their numbers, the lower first, of those that can be one happening; ``parts``
    are the actors beside the words that tell events.
    """

    digest: str
    group: str
    fold: int
    examples: Sequence[Example]
    events: Sequence[Target]
    pairs: Mapping[tuple[int, int], Mapping[str, float]]
    parts: Sequence[Part] = ()

    @property
    def weights(self) -> list[int]:
        """How much each event weighs."""
        return [event.weight for event in self.events]


class Reader:
    """Reads articles into candidates by the package's own code. ``encoders``: by fold, that which did not learn from it."""

    def __init__(self, encoders: Mapping[int, Encoder] = MappingProxyType({})) -> None:
        self.encoders = encoders
        self.nlp = pipeline.load(DEFAULT_MODEL)
        self.tagger: ReportsTagger = self.nlp.get_pipe("dateline_reports")  # type: ignore[assignment]
        self.judge = pipeline.judge("en")

    def read(self, text: Text) -> Doc:
        """A text as the pipeline reads it, up to its actors."""
        article, _ = prepared(Article(text.digest, text.raw, text.published, title=text.title))
        doc = self.nlp.make_doc(article.text)
        doc._.article = article
        for name, component in self.nlp.pipeline:
            doc = doc if name == "dateline_reports" else component(doc)
        return doc

    def candidates(self, doc: Doc) -> list[EventCandidate]:
        """The candidates of a document that is read."""
        return propose(doc._.words, doc._.article, self.tagger.teller.clauses)

    def features(self, doc: Doc, found: Sequence[EventCandidate]) -> list[dict[str, float]]:
        """Named features of each."""
        speakers = self.judge.first_person
        around = surroundings(doc._.words, doc._.article, found, doc._.actors, doc._.actor_at, doc._.dates, speakers)
        return [self.judge.features.of(one, around) for one in found]

    def encoding(self, doc: Doc, found: Sequence[EventCandidate], fold: int) -> list[Encoded]:
        """What the fold's encoder says of each."""
        if fold not in self.encoders:
            return [UNREAD for _ in found]
        article = doc._.article
        return list(self.encoders[fold].read(doc._.words, article, article.title, [one.trigger.i for one in found]))

    def told(
        self, doc: Doc, cast: Cast, found: Sequence[EventCandidate], verdicts: Sequence[Verdict]
    ) -> tuple[list[Told], dict[int, When]]:
        """What each candidate tells by rule, and its dates by the index of its word."""
        teller = self.tagger.teller
        told = [replace(teller.of(one, cast), verdict=verdict) for one, verdict in zip(found, verdicts, strict=True)]
        likely = {one.token.i: one for one in as_one([one for one in told if may_tell(one)], self.tagger.light)}
        rules = self.tagger.dating.calendar(doc, doc._.words, list(likely.values()), ()).rules
        return [likely.get(one.token.i, one) for one in told], rules


def story(text: Text, doc: Doc, reader: Reader, fold: int, gold: Gold) -> Story:
    """An article with what is right of each of its candidates."""
    events = [_target(event, text.places) for event in gold.events]
    marked = None if gold.eventive is None else [(text.places[start], text.places[end]) for start, end in gold.eventive]
    spans = [(text.places[start], text.places[end], i) for i, event in enumerate(gold.events) for start, end in event["told"]]
    found = reader.candidates(doc)
    named, encoded = reader.features(doc, found), reader.encoding(doc, found, fold)
    verdicts = [
        Verdict(eventive=reader.judge.eventive.decides(row), worth=float(said.worth[0]), encoded=said)
        for row, said in zip(named, encoded, strict=True)
    ]
    cast = reader.tagger.cast(doc, doc._.words)
    told, whens = reader.told(doc, cast, found, verdicts)
    number = {one.token.i: k for k, one in enumerate(told)}
    examples = []
    for one, row, said in zip(told, named, encoded, strict=True):
        start, end = one.token.idx, one.token.idx + len(one.token.text)
        tells = frozenset(i for first, last, i in spans if first < end and start < last)
        is_marked = None if marked is None else any(first < end and start < last for first, last in marked)
        lead = None if one.lead is None else number[one.lead]
        kept = said if tells else _slim(said)
        examples.append(Example(row, tells, True if tells else is_marked, one.kind, one.ground, one.status, lead, kept))
    scene = Scene(cast, doc._.words, doc._.article.title.split(), reader.judge.encoder.kinds)
    parts = list(_parts(told, examples, events, scene, is_all=gold.is_all))
    return Story(text.digest, text.group, fold, examples, events, _pairs(told, whens), parts)


def _target(event: Mapping[str, Any], places: Sequence[int]) -> Target:
    roles = ([(places[start], places[end]) for start, end in event[role]] for role in ("source", "target"))
    return Target(event["weight"], event["kind"], event["status"], *roles)


def _parts(
    told: Sequence[Told], examples: Sequence[Example], events: Sequence[Target], scene: Scene, *, is_all: bool
) -> Iterator[Part]:
    """The actors in the sentences of words that may be reports, of those that tell events or of all."""
    for k, (one, example) in enumerate(zip(told, examples, strict=True)):
        if not (example.tells or is_all) or not (one.verdict.eventive or one.verdict.worth >= LIKELY):
            continue
        source, target = ({span for i in example.tells for span in getattr(events[i], role)} for role in ("source", "target"))
        beside = scene.beside(one)
        for named in beside:
            ends = {mention.end for mention in scene.cast.actors[named.actor].mentions}
            acts, undergoes = (any(end in ends for _, end in spans) for spans in (source, target))
            yield Part(k, named.actor, features(one, named, beside, scene), acts, undergoes)


def _slim(said: Encoded) -> Encoded:
    """Without the state, which only pairs and what tells an event are asked for."""
    return replace(said, state=UNREAD.state)


def _pairs(told: Sequence[Told], whens: Mapping[int, When]) -> dict[tuple[int, int], dict[str, float]]:
    """Features of those that the encoder holds for likely enough."""
    likely = [k for k, one in enumerate(told) if one.lead is None and one.verdict.worth >= LEAST]
    found = mentions([told[k] for k in likely], lambda one: whens.get(one.token.i))
    pairs = [(i, k) for k in range(len(found)) for i in compared(k) if not are_apart(found[i], found[k])]
    return {(likely[i], likely[k]): of_pair(found[i], found[k]) for i, k in pairs}


def stories(
    texts: Mapping[str, Text], gold: Mapping[str, Gold], fold: Mapping[str, int], encoders: Mapping[int, Encoder]
) -> Iterator[Story]:
    """All articles that are labelled, read one after the other."""
    reader = Reader(encoders)
    for digest in sorted(gold):
        if digest in texts:
            text = texts[digest]
            yield story(text, reader.read(text), reader, fold[digest], gold[digest])
