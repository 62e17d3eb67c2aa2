"""The pipeline: the stages in their order, the model they run on, and ``read``, from articles to readings."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .actors.gazetteer import Gazetteer
from .actors.tagger import ActorsTagger
from .dates.direction import Direction
from .dates.tagger import DatesTagger
from .events import schema
from .events.tagger import ReportsTagger
from .lang import words
from .lang.en.rules import en
from .model import Article, Known, Reading
from .passages import with_blocks
from .text.quotations import quotations

#: the date rules of each language
GRAMMARS = {"en": en}

STAGES = ("dateline_dates", "dateline_actors", "dateline_reports")

Doc.set_extension("article", default=None, force=True)
Doc.set_extension("known", default=(), force=True)


@Language.component("dateline_blocks", assigns=["doc._.article", "token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Cut the article into blocks and begin a sentence at each, so that none runs from one into the next."""
    article = with_blocks(doc._.article, words("en", "cues"))
    doc._.article = replace(article, quotations=quotations(article.text))
    starts = {b.start for b in doc._.article.blocks}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


@Language.factory("dateline_dates", assigns=["doc._.dates"], requires=["doc._.article"])
def dates(nlp: Language, name: str) -> DatesTagger:
    """When: expressions of time."""
    return date_reader("en")


def date_reader(lang: str) -> DatesTagger:
    """The dates stage of a language. It also runs alone, on a blank tokenizer, where no model is loaded."""
    return DatesTagger(GRAMMARS[lang], Direction(words(lang, "tense")))


@Language.factory(
    "dateline_actors",
    assigns=["doc._.actors", "doc._.actor_at"],
    requires=["doc.ents", "token.dep", "doc._.article", "doc._.dates"],
)
def actors(nlp: Language, name: str) -> ActorsTagger:
    """Who: actors and their mentions."""
    gazetteer = Gazetteer(words("en", "places"), words("en", "bodies"))
    cues = words("en", "cues")
    return ActorsTagger(gazetteer, words("en", "offices"), cues["name_edges"], cues["genders"])


@Language.factory(
    "dateline_reports",
    assigns=["doc._.reports"],
    requires=["token.dep", "token.lemma", "doc._.article", "doc._.dates", "doc._.actor_at"],
)
def reports(nlp: Language, name: str) -> ReportsTagger:
    """What: one report for each event told."""
    return ReportsTagger(schema.triggers("en"), words("en", "cues"))


@cache
def load(model: str) -> Language:
    """The spaCy pipeline of this name with Dateline's stages. Raises OSError where it is not installed."""
    with without_version_warning():
        nlp = spacy.load(model)
    nlp.add_pipe("dateline_blocks", first=True)
    for stage in STAGES:
        nlp.add_pipe(stage)
    return nlp


def read(articles: Iterable[Article], model: str, known: Sequence[Known] = ()) -> Iterator[Reading]:
    """What each article says, in the order given; ``known`` is what the editors know of actors."""
    nlp = load(model)
    for doc in nlp.pipe(_docs(nlp, articles, known), batch_size=16):
        yield Reading(doc._.article, doc._.dates, doc._.actors, doc._.reports)


def _docs(nlp: Language, articles: Iterable[Article], known: Sequence[Known] = ()) -> Iterator[Doc]:
    for article in articles:
        nlp.max_length = max(nlp.max_length, len(article.text) + 1)
        doc = nlp.make_doc(article.text)
        doc._.article = article
        doc._.known = known
        yield doc


@contextmanager
def without_version_warning() -> Iterator[None]:
    """Silences spaCy's W095 alone: the default model was made for 3.7, and reads the same under 3.8."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        yield
