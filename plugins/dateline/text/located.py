"""The way back: what was read in the plain text, with the offsets and words of the article's own text."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Actor, Antecedent, Article, Block, DateMention, Line, Mention, Quotation, Reading, Report, Span, TextSpan
from .plain import PlainText, code_noun, plain
from .quotations import quotations
from .spans import typed


def prepared(article: Article) -> tuple[Article, PlainText]:
    """The article as it is parsed, of plain text in typed spans, and the map that leads back."""
    text = plain(article.text, article.code)
    blocks = tuple(Block(b.kind, *text.target(b.start, b.end)) for b in article.blocks)
    spoken = quotations(text.text)
    title = plain(article.title).text
    return typed(replace(article, title=title, text=text.text, blocks=blocks, quotations=spoken)), text


def headline(article: Article) -> Article:
    """The headline as an article of its own, as it is parsed."""
    title = plain(article.title).text
    return Article(article.id, title, article.published, lang=article.lang, spans=(TextSpan("text", 0, len(title)),))


class Located:
    """Leads a reading of the plain text back to the article as it was given."""

    def __init__(self, article: Article, text: PlainText) -> None:
        self.article = article
        self.text = text

    def reading(self, read: Reading) -> Reading:
        """The reading, all its places in the article's own text."""
        return Reading(
            self._article(read.article),
            tuple(map(self._date, read.dates)),
            tuple(map(self._actor, read.actors)),
            tuple(map(self._report, read.reports)),
            antecedents=tuple(map(self._antecedent, read.antecedents)),
        )

    def _article(self, article: Article) -> Article:
        source = self.text.source
        return replace(
            article,
            title=self.article.title,
            text=self.article.text,
            blocks=self.article.blocks,
            spans=tuple(TextSpan(s.kind, *source(s.start, s.end), s.why) for s in article.spans),
            quotations=tuple(Quotation(*source(q.start, q.end)) for q in article.quotations),
        )

    def _date(self, date: DateMention) -> DateMention:
        start, end = self.text.source(date.start, date.end)
        event = self._span(date.event) if date.event else None
        return replace(date, start=start, end=end, text=self.article.text[start:end], event=event)

    def _actor(self, actor: Actor) -> Actor:
        return replace(actor, mentions=tuple(map(self._mention, actor.mentions)))

    def _mention(self, mention: Mention) -> Mention:
        start, end = self.text.source(mention.start, mention.end)
        return replace(mention, start=start, end=end, text=self.article.text[start:end])

    def _antecedent(self, found: Antecedent) -> Antecedent:
        start, end = self.text.source(found.start, found.end)
        return replace(found, start=start, end=end, text=self.article.text[start:end])

    def _report(self, report: Report) -> Report:
        start, end = self.text.source(report.start, report.end)
        return replace(
            report,
            start=start,
            end=end,
            text=self.article.text[start:end],
            sentence=self._span(report.sentence),
            summary=self._summary(report),
            line=self._line(report.line) if report.line else None,
        )

    def _summary(self, report: Report) -> str:
        """The line of a report with the article's own code, in whose place a noun was read."""
        if not self.article.code or "summary" in report.edited:
            return report.summary
        spans = report.line.spans if report.line else (report.sentence,)
        own = (self._own(found) for span in spans for found in code_noun().finditer(self.text.text, span.start, span.end))
        return code_noun().sub(lambda found: next(own, found[0]), report.summary)

    def _own(self, found: re.Match[str]) -> str:
        start, end = self.text.source(*found.span())
        return self.article.text[start:end]

    def _line(self, line: Line) -> Line:
        return replace(line, spans=tuple(map(self._span, line.spans)))

    def _span(self, span: Span) -> Span:
        return Span(*self.text.source(span.start, span.end))
