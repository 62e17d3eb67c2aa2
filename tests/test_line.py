"""Lines: what is printed of an event is what its sentence says, whole or as one of its clauses."""

from __future__ import annotations

import re

import pytest
from dateline.corpus.line import is_printable
from dateline.lang import words
from dateline.model import Article, Reading, Report
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL
from hypothesis import given, settings
from hypothesis import strategies as st

HEDGES = frozenset(words("en", "cues")["line"]["hedges"])


def reading(text: str) -> Reading:
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL)
    return found


def line(text: str, trigger: str) -> Report:
    return next(report for report in reading(text).reports if report.text == trigger)


LINES = [
    # a sentence that has one main clause is printed whole, without its full stop
    ("Police arrested Karl Brandt in Oslo on Monday.", "arrested", "Police arrested Karl Brandt in Oslo on Monday"),
    # of joined main clauses that have subjects of their own, the one that tells it
    (
        "Karl Brandt resigned on Monday, and the police arrested Eva Lang.",
        "arrested",
        "The police arrested Eva Lang",
    ),
    ("Karl Brandt resigned on Monday, and the police arrested Eva Lang.", "resigned", "Karl Brandt resigned on Monday"),
    # a name keeps its small letter
    (
        "iPhones caught fire in Oslo on Monday, and police arrested Karl Brandt.",
        "caught",
        "iPhones caught fire in Oslo on Monday",
    ),
    # what governs a clause stays with it
    (
        "Norway's foreign ministry denied on Monday that its police had arrested Karl Brandt.",
        "arrested",
        "Norway's foreign ministry denied on Monday that its police had arrested Karl Brandt",
    ),
    # of verbs that share their subject, the first with what belongs to it; not where they share that, too
    ("Eva Lang met Karl Brandt in Oslo and signed the treaty on Monday.", "met", "Eva Lang met Karl Brandt in Oslo"),
    # and another with their subject, what is left out marked
    (
        "Eva Lang met Karl Brandt in Oslo and signed the treaty on Monday.",
        "signed",
        "Eva Lang … signed the treaty on Monday",
    ),
    (
        "Eva Lang met Karl Brandt in Oslo and would sign the treaty on Monday.",
        "sign",
        "Eva Lang … would sign the treaty on Monday",
    ),
    ("The rebels attacked and burned the town on Monday.", "attacked", "The rebels attacked and burned the town on Monday"),
    # a hedge in the other clause may bound this one
    (
        "Karl Brandt reportedly resigned on Monday, and the police arrested Eva Lang.",
        "arrested",
        "Karl Brandt reportedly resigned on Monday, and the police arrested Eva Lang",
    ),
    # nor where clauses are alternatives, turned round, framed, or on somebody's word
    *[(text, "killed", text.rstrip(".")) for text in (
        "Neither did the army attack Karvik, nor did the rebels kill Governor Ivar Holt.".replace("kill ", "killed "),
        "The mayor resigned on Monday, and in her novel the rebels killed Governor Ivar Holt in Karvik.",
        "The rebels killed Governor Ivar Holt in Karvik, or the army shelled the village of Sund.",
        "Ole Rand, police believe, killed Ivar Holt in Karvik and fled to Sund on Monday.",
        "Ole Rand killed Ivar Holt in Karvik and fled to Sund on Monday, in the view of prosecutors.",
        "So far, the army killed 40 people in Karvik.",
    )],
    (
        "Ole Rand killed Ivar Holt in Karvik, prosecutors allege, and fled to Sund on Monday.",
        "fled",
        "Ole Rand killed Ivar Holt in Karvik, prosecutors allege, and fled to Sund on Monday",
    ),
    # a clause that begins with a pronoun needs the one before it
    (
        "Karl Brandt left the ministry on Monday, and he attacked Eva Lang.",
        "attacked",
        "Karl Brandt left the ministry on Monday, and he attacked Eva Lang",
    ),
    # of a long sentence, what somebody with a name says
    (
        "Karl Brandt said on Monday that the police had arrested Eva Lang in the crowded hall of the old customs house in "
        "the harbour of Bergen after a long night of protests by hundreds of dockers.",
        "arrested",
        "The police had arrested Eva Lang in the crowded hall of the old customs house in the harbour of Bergen after a long "
        "night of protests by hundreds of dockers, Karl Brandt said",
    ),
    # a describing clause at the end of a long sentence may go
    (
        "Police arrested Karl Brandt on Monday at the customs house in the old harbour of Bergen, which had been closed "
        "to the public in 1998 and was opened again by the city council after years of costly repairs.",
        "arrested",
        "Police arrested Karl Brandt on Monday at the customs house in the old harbour of Bergen",
    ),
    # signs of a tokenizer are printed as plain ones
    (
        "Norway 's police -LRB- or some of them -RRB- arrested Karl Brandt on Monday . "
        "The court did n't meet . It rained , too .",
        "arrested",
        "Norway's police (or some of them) arrested Karl Brandt on Monday",
    ),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("text", "trigger", "printed"), LINES)
def test_a_line_is_a_clause_or_the_sentence(text: str, trigger: str, printed: str) -> None:
    assert line(text, trigger).summary == printed


@pytest.mark.slow
@pytest.mark.parametrize(("text", "trigger", "printed"), LINES)
def test_a_line_says_where_it_stands(text: str, trigger: str, printed: str) -> None:
    """The words at its spans are those that are printed, an added ", NAME said" aside."""
    where = line(text, trigger).line
    assert where is not None
    assert (where.in_, where.article) == ("text", "a")
    said = "".join(text[span.start : span.end] for span in where.spans)
    assert _bare(printed).startswith(_bare(said))


def _bare(text: str) -> str:
    return re.sub(r"-[LR]RB-|\W", "", text).lower()


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Police arrested Karl Brandt in Oslo", True),
        ("He arrested Karl Brandt in Oslo", False),
        ("They’re leaving Oslo on Monday", False),
        ('"We will leave Oslo on Monday," Karl Brandt said', False),
        ('"The ministers will leave," Karl Brandt said', True),
        ("“The ministers will leave,” Karl Brandt said", True),
        ("Our troops attacked the town on Monday", False),
        ("US troops attacked the town on Monday", True),
        ("The minister resigned on Monday, he said", False),
        ("The minister resigned on Monday, Lang said", True),
        ("The harbour may close in May, she warned", False),
        ('The minister said "it is over and left', False),
        ("Quake destroyed town", False),
        ("Police arrested " + "Karl Brandt and " * 20, False),
        ("That is all that he said", False),
    ],
)
def test_a_line_stands_alone(text: str, stands: bool) -> None:
    assert is_printable(text, "en") is stands


#: "He" is the Karl Brandt of the sentence before
SUBJECTS = ["He", "Karl Brandt", "The police in Bergen", "Norway", "Eva Lang, the new minister,", "The union’s leaders"]
ACTS = ["resigned", "arrested a banker", "attacked the convoy", "signed the treaty", "expelled two diplomats"]
TAILS = [
    "",
    " on Monday",
    " in Oslo",
    ", which had been closed",
    " after the vote",
    " although nobody was hurt",
    ", reportedly",
]
JOINS = [", and", " while", ", but", "; meanwhile", " if", ", Eva Lang said, and"]


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_line_holds_the_words_of_its_sentence_in_order(data: st.DataObject) -> None:
    """Nothing is put in or turned round, no quotation is cut, and no hedge that may bound what is kept is lost."""
    clause = st.builds("{} {}{}".format, st.sampled_from(SUBJECTS), st.sampled_from(ACTS), st.sampled_from(TAILS))
    quoted = st.builds('"{}," Karl Brandt said'.format, clause)
    parts = data.draw(st.lists(clause | quoted, min_size=1, max_size=4))
    joins = data.draw(st.lists(st.sampled_from(JOINS), min_size=len(parts) - 1, max_size=len(parts) - 1))
    text = "Karl Brandt left Oslo. " + parts[0]
    text += "".join(f"{join} {part}" for join, part in zip(joins, parts[1:], strict=True)) + "."
    for report in reading(text).reports:
        if report.line is None:
            continue
        summary = report.summary.replace("[Karl Brandt]", "He")  # only in brackets a name may stand for a pronoun
        said = summary.removesuffix(", Karl Brandt said") if summary not in text else summary
        sentence = text[report.sentence.start : report.sentence.end]
        said = said.partition("… ")[2] or said  # before the cut stands the subject of the first clause
        assert summary.endswith(said) or summary.startswith(said)
        at = sentence.lower().find(said.lower())
        assert at >= 0
        assert said.count('"') % 2 == 0 or summary.count('"') % 2
        gone = re.findall(r"\w+", (sentence[:at] + " " + sentence[at + len(said) :]).lower())
        assert (at == 0 and len(said) >= len(sentence) - 1) or not HEDGES.intersection(gone) - {"said"}
