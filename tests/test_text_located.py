"""What is read in the plain text comes out in the article's own: its offsets, its characters, its spans."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.model import Article, Block, Reading, Span
from dateline.reading import read_all
from dateline.settings import Settings
from dateline.text.located import prepared

PENN = (
    "OSLO -LRB- Reuters -RRB- - Vladimir Putin 's envoy met Donald Trump on Thursday in Oslo . \n"
    "`` Putin ca n't wait , '' he said three days before the vote . \n"
    "The captain of the ` Queen ' called Jens Stoltenberg about the storm on May 5 , 2020 . -LRB- Editing by Jane Marsh -RRB-"
)


def read(*articles: Article) -> list[Reading]:
    return read_all(articles, Settings(cache=None, desk=Path("no desk")))


@pytest.mark.slow
def test_a_tokenized_article_keeps_its_own_offsets() -> None:
    """Dates, mentions, triggers and spans have its own characters; it is what was given."""
    [reading] = read(Article("a", PENN, "2020-05-08"))
    assert reading.article.text == PENN
    said = [*reading.dates, *(m for actor in reading.actors for m in actor.mentions), *reading.reports]
    assert all(PENN[one.start : one.end] == one.text for one in said)
    assert {"on May 5 , 2020", "May 5 , 2020"} & {date.text for date in reading.dates}
    kinds = [(span.kind, PENN[span.start : span.end]) for span in reading.article.spans if span.kind != "text"]
    assert kinds == [
        ("dateline", "OSLO -LRB- Reuters -RRB- -"),
        ("credit", "-LRB- Editing by Jane Marsh -RRB-"),
    ]
    assert "Jane Marsh" not in {actor.name for actor in reading.actors}


@pytest.mark.slow
def test_no_sentence_runs_across_spans() -> None:
    """A headline without a full stop and what follows are two."""
    [reading] = read(Article("a", PENN, "2020-05-08"))
    places = {place for span in reading.article.spans for place in (span.start, span.end)}
    inside = [r for r in reading.reports if any(r.sentence.start < place < r.sentence.end for place in places)]
    assert reading.reports
    assert inside == []


@pytest.mark.slow
def test_a_tokenized_article_says_what_the_plain_one_says() -> None:
    """The same reports, dates and actors."""
    article, _ = prepared(Article("a", PENN, "2020-05-08"))
    [own, plain] = read(Article("a", PENN, "2020-05-08"), Article("b", article.text, "2020-05-08"))
    assert [(r.type, r.source, r.target, r.summary) for r in own.reports] == [
        (r.type, r.source, r.target, r.summary) for r in plain.reports
    ]
    assert [d.value for d in own.dates] == [d.value for d in plain.dates]


def test_the_genre_and_the_place_leave_with_the_article() -> None:
    article, _ = prepared(Article("a", PENN, "2020-05-08", title="Opinion: Ferries"))
    assert (article.genre, article.source, article.location) == ("opinion", "Reuters", "OSLO")


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["–", "— ", "· ", "• ", "- ", "– – ", "| "])
def test_a_sign_before_a_paragraph_is_in_no_sentence(sign: str) -> None:
    """Whether the text comes in blocks or not; the paragraph before it ends where its words do."""
    text = f"Angela Merkel met Erna Solberg in Oslo.\n\n{sign}Vladimir Putin visited Tokyo on Friday.\n\nMark Rutte resigned"
    parts = [(text.index(part), text.index(part) + len(part)) for part in text.split("\n\n")]
    blocks = tuple(Block("paragraph", *part) for part in parts)
    for reading in read(Article("a", text, "2021-06-18"), Article("b", text, "2021-06-18", blocks=blocks)):
        assert [(text[r.sentence.start : r.sentence.end], r.summary) for r in reading.reports] == [
            ("Angela Merkel met Erna Solberg in Oslo.", "Angela Merkel met Erna Solberg in Oslo"),
            ("Vladimir Putin visited Tokyo on Friday.", "Vladimir Putin visited Tokyo on Friday"),
            ("Mark Rutte resigned", "Mark Rutte resigned"),
        ]


CODE = "Vladimir Putin attacked Kyiv on 3 March 2021"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel met Erna Solberg in Oslo on Friday, and read {} there.",
        "Angela Merkel signed {} into law on Friday.",
        "Angela Merkel met the code, {}, on Friday, and signed the code of Oslo.",
        "{} was signed by Angela Merkel on Friday.",
        "{}",
    ],
)
def test_code_is_no_news(text: str) -> None:
    """It tells no event, date or actor; a line in which it stands is printed as it is."""
    own, start = text.replace("{}", CODE), text.index("{}")
    [reading] = read(Article("a", own, "2021-06-18", code=(Span(start, start + len(CODE)),)))
    assert reading.article.text == own
    assert {date.text for date in reading.dates} <= {"Friday"}
    assert {actor.name for actor in reading.actors} <= {"Angela Merkel", "Erna Solberg", "Oslo"}
    assert [report.text for report in reading.reports if start <= report.start < start + len(CODE)] == []
    assert bool(reading.reports) is (text != "{}")
    assert [r.summary for r in reading.reports if any(part not in own for part in r.summary.split(" … "))] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "code", "behind", "line"),
    [
        ("", "make", " was signed by Angela Merkel on Friday.", "make was signed by Angela Merkel on Friday"),
        ("Mark Rutte resigned. ", "a.b", " was signed by Angela Merkel.", "a.b was signed by Angela Merkel"),
        ("Angela Merkel signed ", "make", ".", "Angela Merkel signed make"),
        ("Angela Merkel signed ", "make.", "", "Angela Merkel signed make"),
        ("Angela Merkel signed ", "make.", " Mark Rutte resigned.", "Angela Merkel signed make"),
        ("Angela Merkel signed ", "make.", " with Mark Rutte.", "Angela Merkel signed make. with Mark Rutte"),
        ("Angela Merkel signed ", "cd ..", "", "Angela Merkel signed cd .."),
    ],
)
def test_a_line_with_code_at_its_end_is_one_like_others(before: str, code: str, behind: str, line: str) -> None:
    """Without the full stop of its sentence, which may stand in the code."""
    start = len(before)
    article = Article("a", before + code + behind, "2021-06-18", code=(Span(start, start + len(code)),))
    [reading] = read(article)
    assert line in {report.summary for report in reading.reports}
