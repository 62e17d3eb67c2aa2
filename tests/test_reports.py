"""Reports: roles, status and dates of events, on parses made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from dateline import pipeline  # noqa: F401  (registers doc._.article)
from dateline.events import schema
from dateline.events.judge import Head
from dateline.events.small_state import SmallState
from dateline.events.tagger import ReportsTagger
from dateline.lang import words
from dateline.model import Actor, Article, Report, TextSpan
from dateline.model.slug import slug
from dateline.model.words import Words
from dateline.pipeline import agreement, date_reader, days, judge
from spacy.tokens import Doc

from .encoders import ByRule, silent

VOCAB = spacy.blank("en").vocab
#: lets everything through and says nothing of it: what is told by rule is tested here, not what it is worth
JUDGE = replace(judge("en"), eventive=Head({}, 0.0), encoder=silent())
TAGGER = ReportsTagger(
    schema.triggers("en"),
    words("en", "cues"),
    lambda fold: JUDGE,
    lambda fold: agreement("en"),
    lambda fold: ByRule(),  # type: ignore[arg-type,return-value]
    lambda fold: days("en"),
    lambda texts: [Words() for _ in texts],
    SmallState.of_table(**words("en", "state")),
)


def reports(rows: str, actors: str, *, span: str = "text", kind: str = "person") -> list[Report]:
    """Reports of a sentence given as lines of "word lemma pos tag head dep"; actors are words of it."""
    cells = [row.split() for row in rows.strip().splitlines()]
    table = dict(zip(("words", "lemmas", "pos", "tags", "heads", "deps"), zip(*cells, strict=True), strict=True))
    heads = [int(h) for h in table.pop("heads")]
    doc = Doc(VOCAB, heads=heads, sent_starts=[True] + [False] * (len(heads) - 1), **{k: list(v) for k, v in table.items()})
    doc._.article = Article("a", doc.text, "2020-05-08", spans=(TextSpan(span, 0, len(doc.text)),))
    doc._.actors = tuple(Actor(slug(name), name, kind) for name in actors.split())
    doc._.actor_at = {t.i: (slug(t.text),) for t in doc if t.text in actors.split()}
    return list(TAGGER(date_reader("en")(doc))._.reports)


ACTIVE = """
Putin putin PROPN NNP 1 nsubj
called telephone VERB VBD 1 ROOT
Trump trump PROPN NNP 1 dobj
on on ADP IN 1 prep
Thursday thursday PROPN NNP 3 pobj
"""
PASSIVE = """
Ivanov ivanov PROPN NNP 2 nsubjpass
was be AUX VBD 2 auxpass
expelled expel VERB VBN 2 ROOT
by by ADP IN 2 agent
Britain britain PROPN NNP 3 pobj
"""
BOTH = """
Putin putin PROPN NNP 3 nsubj
and and CCONJ CC 0 cc
Trump trump PROPN NNP 0 conj
spoke speak VERB VBD 3 ROOT
"""
NEGATED = """
Putin putin PROPN NNP 3 nsubj
did do AUX VBD 3 aux
not not PART RB 3 neg
invade invade VERB VB 3 ROOT
Norway norway PROPN NNP 3 dobj
"""
FUTURE = """
Putin putin PROPN NNP 2 nsubj
will will AUX MD 2 aux
visit visit VERB VB 2 ROOT
Norway norway PROPN NNP 2 dobj
on on ADP IN 2 prep
Monday monday PROPN NNP 4 pobj
"""


@pytest.mark.parametrize(
    ("rows", "actors", "type", "source", "target", "status", "when"),
    [
        (ACTIVE, "Putin Trump", "CONSULT", ("putin",), ("trump",), "happened", "2020-05-07"),
        (PASSIVE, "Ivanov Britain", "SANCTION", ("britain",), ("ivanov",), "happened", "2020-05-08"),
        (BOTH, "Putin Trump", "CONSULT", ("putin", "trump"), ("putin", "trump"), "happened", "2020-05-08"),
        (NEGATED, "Putin Norway", "FIGHT", ("putin",), ("norway",), "denied", None),
        (FUTURE, "Putin Norway", "AGREE", ("putin",), ("norway",), "planned", "2020-05-11"),
    ],
)
def test_a_sentence_is_read(rows, actors, type, source, target, status, when) -> None:
    """The trigger gives the type, the parse the roles, the clause the date and whether it happened."""
    [report] = reports(rows, actors)
    assert (report.type, report.source, report.target, report.status) == (type, source, target, status)
    assert (report.when.value if report.when else None) == when


MET = "Ivanov ivanov PROPN NNP 1 nsubj\nspoke speak VERB VBD 1 ROOT\n"


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ("in in ADP IN 1 prep\nMinsk minsk PROPN NNP 2 pobj", ("minsk",)),
        ("at at ADP IN 1 prep\nMinsk minsk PROPN NNP 2 pobj", ("minsk",)),
        ("on on ADP IN 1 prep\nMinsk minsk PROPN NNP 2 pobj", ()),
        ("to to ADP IN 1 prep\nMinsk minsk PROPN NNP 2 pobj", ()),
        ("in in ADP IN 1 prep\nMinsk minsk PROPN NNP 2 pobj\nBelarus belarus PROPN NNP 3 appos", ("minsk", "belarus")),
        ("in in ADP IN 1 prep\ntown town NOUN NN 2 pobj\nof of ADP IN 3 prep\nMinsk minsk PROPN NNP 4 pobj", ("minsk",)),
        ("in in ADP IN 1 prep\npraise praise NOUN NN 2 pobj\nof of ADP IN 3 prep\nMinsk minsk PROPN NNP 4 pobj", ()),
        ("on on ADP IN 1 prep\nstreets street NOUN NNS 2 pobj\nof of ADP IN 3 prep\nMinsk minsk PROPN NNP 4 pobj", ("minsk",)),
    ],
)
def test_a_phrase_of_place_says_where(rows: str, where: tuple[str, ...]) -> None:
    """By its preposition and its nouns, from the nearest to the farthest."""
    report = reports(MET + rows, "Ivanov Minsk Belarus", kind="place")[0]
    assert report.where == where


def test_what_is_set_aside_reports_nothing() -> None:
    """Nor does a caption, which needs a date of its own."""
    assert reports(ACTIVE, "Putin Trump", span="boilerplate") == []
    assert len(reports(ACTIVE, "Putin Trump", span="caption")) == 1
    assert reports(PASSIVE, "Britain", span="caption") == []


def test_an_id_lasts() -> None:
    """A report's id does not change from one reading to the next, and differs between sentences."""
    assert reports(ACTIVE, "Putin")[0].id == reports(ACTIVE, "Putin Trump")[0].id
    assert reports(ACTIVE, "Putin")[0].id != reports(PASSIVE, "Britain")[0].id
