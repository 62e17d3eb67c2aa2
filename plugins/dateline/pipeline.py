"""The pipeline: the stages in their order, the model they run on, and ``read``, from articles to readings."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from . import folds
from .actors.antecedents import Antecedents, Table
from .actors.gazetteer import Gazetteer
from .actors.kinds import Clues, tables
from .actors.lexicon import lexicon
from .actors.months import MonthNames
from .actors.recognition import NamesTagger
from .actors.tagger import ActorsTagger
from .actors.walk import Vocabulary
from .dates.direction import Direction
from .dates.tagger import DatesTagger
from .events import schema
from .events.agreement import Agreement
from .events.conditional_logit import ConditionalLogit
from .events.coreference import Coreference
from .events.day import DayChoice
from .events.encoder import Encoder
from .events.encoder import load as load_encoder
from .events.features import Features
from .events.judge import Head, Judge
from .events.participation import Participation, Role
from .events.reparse import Reparser
from .events.small_state import SmallState
from .events.tagger import ReportsTagger
from .lang import words
from .lang.en.rules import en
from .model import Article, Known, Reading
from .text.located import Located, headline, prepared

#: the date rules of each language
GRAMMARS = {"en": en}

STAGES = ("dateline_names", "dateline_dates", "dateline_actors", "dateline_reports")

Doc.set_extension("article", default=None, force=True)
Doc.set_extension("known", default=(), force=True)
# empty where the dates stage runs alone
Doc.set_extension("name_words", default=(), force=True)
Doc.set_extension("fold", default=folds.NONE, force=True)


# the article comes with the Doc; spaCy's check of the stages asks which of them gives it
@Language.component("dateline_spans", assigns=["doc._.article", "token.is_sent_start"])
def spans(doc: Doc) -> Doc:
    """Begin a sentence at each span of the article and behind it, so that none runs into the next, or into signs between."""
    starts = {span.start for span in doc._.article.spans}
    ahead = sorted(starts | {span.end for span in doc._.article.spans}, reverse=True)
    for token in doc:
        while ahead and not token.is_space and ahead[-1] < token.idx + len(token.text):
            place = ahead.pop()
            if place in starts or place <= token.idx:
                token.is_sent_start = True
    return doc


@Language.factory(
    "dateline_names",
    assigns=["doc._.words", "doc._.names", "doc._.name_words"],
    requires=["doc.ents", "token.dep", "doc._.article"],
)
def names(nlp: Language, name: str) -> NamesTagger:
    """Names: which words are, and of what kind."""
    lists, calendar = words("en", "names"), words("en", "words")
    clues = Clues(lists, lexicon("en"), Gazetteer(words("en", "places"), words("en", "bodies")))
    days = {*calendar["month"], *calendar["weekday"], *calendar["weekdays"]}
    months = MonthNames(frozenset(calendar["month"]), days, lists, clues.lexicon)
    return NamesTagger(clues, months, tables(words("en", "weights/kind")["weights"]))


@Language.factory("dateline_dates", assigns=["doc._.dates"], requires=["doc._.article"])
def dates(nlp: Language, name: str) -> DatesTagger:
    """When: expressions of time."""
    return date_reader("en")


def date_reader(lang: str) -> DatesTagger:
    """The dates stage of a language. It also runs alone, on a blank tokenizer, where no model is loaded."""
    return DatesTagger(GRAMMARS[lang], Direction(words(lang, "tense")))


@Language.factory(
    "dateline_actors",
    assigns=["doc._.actors", "doc._.actor_at", "doc._.antecedents"],
    requires=["doc._.words", "doc._.names", "doc._.article", "doc._.dates"],
)
def actors(nlp: Language, name: str) -> ActorsTagger:
    """Who: actors and their mentions."""
    places, lists = words("en", "places"), words("en", "names")
    gazetteer = Gazetteer(places, words("en", "bodies"))
    return ActorsTagger(gazetteer, words("en", "offices"), places, lists, antecedents("en"))


def antecedents(lang: str) -> Antecedents:
    """What resolves the pronouns and role nouns of a language."""
    cues, known = words(lang, "cues"), lexicon(lang)
    genders = {word: gender for gender, found in cues["genders"].items() for word in found}
    companies, saying = frozenset(words(lang, "offices")["companies"]), frozenset(cues["saying"]) | frozenset(cues["quoting"])
    table = Table(**words(lang, "weights/antecedent"))
    return Antecedents(table, Vocabulary(genders, companies, saying, known.gender, known.kind))


@Language.factory(
    "dateline_reports",
    assigns=["doc._.reports"],
    requires=["token.dep", "token.lemma", "doc._.article", "doc._.dates", "doc._.actor_at"],
)
def reports(nlp: Language, name: str) -> ReportsTagger:
    """What: one report for each event told."""
    learnt = partial(judge, "en"), partial(agreement, "en"), partial(participation, "en"), partial(days, "en")
    state = SmallState.of_table(**words("en", "state"))
    return ReportsTagger(schema.triggers("en"), words("en", "cues"), *learnt, Reparser(nlp), state)


@cache
def judge(lang: str, fold: str = folds.NONE) -> Judge:
    """What says which verbs and nouns of a language are reports; ``fold``: as learnt from the other folds alone."""
    worth, eventive = (Head(**folds.weights(lang, name, fold)) for name in ("worth", "eventive"))
    return Judge(features(lang), worth, eventive, encoder(lang, fold), frozenset(words(lang, "candidates")["first_person"]))


@cache
def agreement(lang: str, fold: str = folds.NONE) -> Agreement:
    """What says which reports of an article tell one happening, of which kind it is, and whether it came about."""
    read = encoder(lang, fold)
    kinds, statuses, same = (folds.weights(lang, name, fold) for name in ("event_kind", "status", "same_event"))
    return Agreement(
        ConditionalLogit.of(read.kinds, kinds["weights"]),
        ConditionalLogit.of(read.statuses, statuses["weights"]),
        Coreference(Head(**same)),
    )


@cache
def participation(lang: str, fold: str = folds.NONE) -> Participation:
    """What says who takes part in a happening."""
    tables = (folds.weights(lang, name, fold) for name in ("source", "target"))
    return Participation(*(Role(Head(one["weights"], one["threshold"]), one["others"]) for one in tables))


@cache
def days(lang: str, fold: str = folds.NONE) -> DayChoice:
    """What says on which day something happened."""
    table = folds.weights(lang, "day", fold)
    return DayChoice(table["weights"], np.array(table["told"]), np.array(table["dated"]))


@cache
def encoder(lang: str, fold: str = folds.NONE) -> Encoder:
    """The encoder of a language; ``fold``: that which was learnt from the other folds alone. Raises EncoderError."""
    return load_encoder(folds.encoder(lang, fold))


@cache
def features(lang: str) -> Features:
    """What finds the features of a language's candidates."""
    people = {noun: kind for kind, nouns in words(lang, "nouns").items() for noun in nouns.split()}
    return Features(schema.triggers(lang), words(lang, "cues"), words(lang, "candidates"), people)


@cache
def load(model: str) -> Language:
    """The spaCy pipeline of this name with Dateline's stages.

    Raises OSError where it is not installed, EncoderError where the encoder cannot be used.
    """
    encoder("en")
    with without_version_warning():
        nlp = spacy.load(model)
    nlp.add_pipe("dateline_spans", first=True)
    for stage in STAGES:
        nlp.add_pipe(stage)
    return nlp


def read(articles: Iterable[Article], model: str, known: Sequence[Known] = ()) -> Iterator[Reading]:
    """What each article says, in the order given; ``known`` is what the editors know of actors."""
    nlp = load(model)
    docs = nlp.pipe(_docs(nlp, articles, known), batch_size=16, as_tuples=True)
    for doc, located in docs:
        reading = located.reading(
            Reading(doc._.article, doc._.dates, doc._.actors, doc._.reports, antecedents=doc._.antecedents)
        )
        apart = _has_headline_apart(located.article)
        yield replace(reading, headline=next(docs)[0]._.reports) if apart else reading


def _docs(nlp: Language, articles: Iterable[Article], known: Sequence[Known] = ()) -> Iterator[tuple[Doc, Located]]:
    """Each article's plain text as a Doc, and the way back to the article's own; behind it the headline, where that stands
    outside the text.
    """
    for article in articles:
        typed, text = prepared(article)
        located, fold = Located(article, text), folds.fold(article.text)
        yield _doc(nlp, typed, known, fold), located
        if _has_headline_apart(article):
            yield _doc(nlp, headline(article), known, fold), located


def _doc(nlp: Language, article: Article, known: Sequence[Known], fold: str) -> Doc:
    nlp.max_length = max(nlp.max_length, len(article.text) + 1)
    doc = nlp.make_doc(article.text)
    doc._.article = article
    doc._.known = known
    doc._.fold = fold
    return doc


def _has_headline_apart(article: Article) -> bool:
    """Whether an article has a headline that its text does not begin with."""
    return bool(article.title.strip()) and not article.text.lstrip().startswith(article.title.strip())


@contextmanager
def without_version_warning() -> Iterator[None]:
    """Silences spaCy's W095 alone: the default model was made for 3.7, and reads the same under 3.8."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        yield
