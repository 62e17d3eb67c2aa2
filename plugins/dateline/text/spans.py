"""Typed spans: an article's text cut into running text, headlines, and what an editor would cut from the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Article, TextSpan
from .genres import genre
from .glued import boundaries, table
from .heads import source_and_place
from .marks import marks
from .passages import Passage, TextPage, passages
from .titles import repeated

WORD = re.compile(r"\S+")
NEW = re.compile(r"(?:(?<=\s)|^)(?=NEW:)")
#: words without a full stop before a span of these kinds, or before the time of a page, are a headline
BEHIND_HEADLINE = frozenset({"dateline", "byline"})
TIMESTAMP = "timestamp"
#: words of a line without a full stop that is a headline, and of the first of an article
LINE, FIRST_LINE = 12, 25
#: words of a caption's sentence at most, above the place line; of longer ones, several were joined
CAPTION = 45
#: how far down a place line may stand that makes what is above it no story, in characters
HEAD = 2_500
#: sentences and characters of full sentences that may stand above it
SENTENCES, ABOVE = 4, 600
#: words without a full stop behind the last credit that are the page's
TAIL = 60


def typed(article: Article) -> Article:
    """The article with its spans and genre; source and place from its place line where they were not given."""
    page = TextPage(article.text, list(passages(article.text, article.blocks)))
    spans = tuple(Cutter(page, list(marks(page)), article.title).spans())
    source, place = source_and_place(article.text, spans)
    return replace(
        article,
        spans=spans,
        genre=genre(article.title, article.text, spans),
        source=article.source or source,
        location=article.location or place,
    )


class Cutter:
    """Cuts a page into spans, its marks given."""

    def __init__(self, page: TextPage, found: Sequence[TextSpan], title: str, lang: str = "en") -> None:
        self.page = page
        self.lang = lang
        self.found = found
        self.title = title
        self.first = page.passages[0].start if page.passages else 0
        self.above = _place_line(page, found)

    def spans(self) -> Iterator[TextSpan]:
        """All spans, in order."""
        at = since = 0
        for passage in self.page.passages:
            since = max(since, passage.start)
            while at < len(self.found) and self.found[at].start < passage.end:
                mark = self.found[at]
                yield from self._gap(passage, since, mark.start, mark)
                yield mark
                since, at = mark.end, at + 1
            yield from self._gap(passage, since, passage.end, None)

    def _gap(self, passage: Passage, start: int, end: int, behind: TextSpan | None) -> Iterator[TextSpan]:
        """The spans of what stands between two marks of a passage."""
        start = min(self.page.skip_signs(start), end)
        end = self.page.trim(start, end)
        if start >= end:
            return
        if passage.kind in {"heading", "caption"}:
            yield TextSpan({"heading": "headline"}.get(passage.kind, passage.kind), start, end, "block")
        elif self._is_tail(passage, start, end):
            yield TextSpan("boilerplate", start, end, "behind the credit")
        elif end <= self.above:
            yield from self._above(start, end)
        else:
            yield from self._running(passage, start, end, behind)

    def _is_tail(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words are the last of the page, behind the credit that ends the article."""
        last = self.found[-1] if self.found else None
        if last is None or last.why != "credit" or not passage.start <= last.start < start or end < self.page.passages[-1].end:
            return False
        return not self.page.between(start, end) and len(WORD.findall(self.page.text, start, end)) <= TAIL

    def _above(self, start: int, end: int) -> Iterator[TextSpan]:
        """What stands above the place line: captions where it has full stops, headlines where it has none."""
        last = self._last_stop(start, end)
        if len(WORD.findall(self.page.text, start, last)) > CAPTION * max(len(self.page.between(start, last)), 1):
            last = start
        if last > start:
            yield TextSpan("caption", start, last, "above the place line")
        rest = self.page.skip(last)
        if self.title and rest < end:  # the headline stands elsewhere
            yield TextSpan("caption", rest, end, "above the place line")
        else:
            yield from self._headlines(rest, end, "above the place line")

    def _running(self, passage: Passage, start: int, end: int, behind: TextSpan | None) -> Iterator[TextSpan]:
        """Running text, with the headlines before it, glued to it and behind it told apart."""
        since = start
        if start == self.first and (cut := repeated(self.title, self.page.text, start, end)):
            yield TextSpan("headline", start, cut, "title")
            since = min(self.page.skip(cut), end)
        for cut in boundaries(self.page.text, since, end, table(self.lang)):
            headline = self._last_stop(since, cut)
            yield from self._text(since, headline)
            yield TextSpan("headline", self.page.skip(headline), self.page.trim(headline, cut), "glued")
            since = cut
        last = self._last_stop(since, end)
        if since < end and last < end and self._is_headline(passage, last, end, behind):
            yield from self._text(since, last)
            yield from self._headlines(self.page.skip(last), end, behind.why if behind else "no full stop")
        else:
            yield from self._text(since, end)

    def _is_headline(self, passage: Passage, last: int, end: int, behind: TextSpan | None) -> bool:
        """Whether words without a full stop at the end of a gap are a headline."""
        if behind is not None:
            return behind.kind in BEHIND_HEADLINE or behind.why == TIMESTAMP
        words = len(WORD.findall(self.page.text, last, end))
        most = FIRST_LINE if passage.start == self.first and len(self.page.passages) > 1 else LINE
        return last <= passage.start and words <= most and self.page.text[end - 1].isalnum()

    def _headlines(self, start: int, end: int, why: str) -> Iterator[TextSpan]:
        """A headline, or highlights of which some begin with "NEW:"."""
        since = start
        for found in NEW.finditer(self.page.text, start, end):
            if found.start() > since:
                yield TextSpan("headline", since, self.page.trim(since, found.start()), why)
            since = found.start()
        if since < end:
            yield TextSpan("headline", since, end, why)

    def _text(self, start: int, end: int) -> Iterator[TextSpan]:
        end = self.page.trim(start, end)
        if start < end:
            yield TextSpan("text", start, end)

    def _last_stop(self, start: int, end: int) -> int:
        """The end of the last full sentence of a stretch; its start where it has none."""
        return max((stop for stop in self.page.between(start, end)), default=start)


def _place_line(page: TextPage, found: Sequence[TextSpan]) -> int:
    """Where the first place line begins, if what is above it can be no story; else 0."""
    first = next((mark for mark in found if mark.kind == "dateline"), None)
    if first is None or first.why == "place" or first.start > HEAD:
        return 0
    stops = page.between(0, first.start)
    return first.start if not stops or (len(stops) <= SENTENCES and stops[-1] <= ABOVE) else 0
