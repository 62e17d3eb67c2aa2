"""Evidence: a sentence that tells an event, marked as it was read, with its place and what it rests on."""

from __future__ import annotations

import html
from collections.abc import Mapping

from markupsafe import Markup

from ..model import DateMention, Evidence, Reading, Report
from .days import ENGLISH
from .shown import ActorView, ArticleView, EvidenceView
from .when import when_view


def evidence(told: Evidence, article: ArticleView, actors: Mapping[str, ActorView], locale: str = ENGLISH) -> EvidenceView:
    """The sentence of a report, which is one of this article's."""
    reading = article.reading
    report = next((one for one in reading.reports if one.id == told.report), None)
    date = _dating(reading, report) if report and told.sentence else None
    return EvidenceView(
        article,
        marked(told, date),
        article.place(told.sentence_start),
        actors.get(told.said_by or ""),
        when_view(report.when, locale) if report else None,
        date.text if date else "",
        report.why if report else (),
    )


def _dating(reading: Reading, report: Report) -> DateMention | None:
    """The words of a report's sentence that give its date."""
    when, sentence = report.when, report.sentence
    inside = (d for d in reading.dates if sentence.start <= d.start and d.end <= sentence.end)
    return next((d for d in inside if when and d.from_ and (d.from_, d.to) == (when.from_, when.to)), None)


def marked(told: Evidence, date: DateMention | None = None) -> Markup:
    """The sentence with its trigger marked, and the words that date it."""
    places = [(told.start, told.end, "<mark>", "</mark>")]
    if date is not None and (date.end <= told.start or date.start >= told.end):
        places.append((date.start, date.end, '<span class="m-date">', "</span>"))
    done, out = 0, ""
    for start, end, before, after in sorted(places):
        start, end = start - told.sentence_start, end - told.sentence_start
        if 0 <= start < end <= len(told.sentence):
            out += f"{_plain(told.sentence[done:start])}{before}{_plain(told.sentence[start:end])}{after}"
            done = end
    return Markup(out + _plain(told.sentence[done:]))


def _plain(text: str) -> str:
    return html.escape(text, quote=False)
