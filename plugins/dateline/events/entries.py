"""Entries of a live blog: their times, and the dates that stand over them, say on which day what follows was told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, DateMention, TextSpan

LIVE_BLOG, ENTRY_TIME, TIMESTAMP = "live blog", "entry time", "timestamp"
DIGIT, LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of entries: from each of these places on, the day beside it; none where an entry has no day of its own."""

    places: tuple[int, ...] = ()
    days: tuple[str | None, ...] = ()

    def at(self, place: int) -> str | None:
        """The day of the entry in which a place stands."""
        found = bisect_right(self.places, place)
        return self.days[found - 1] if found else None


@dataclass(frozen=True, slots=True)
class Mark:
    """What parts two entries: where it stands, its day if it names one, and whether it has a time of the clock."""

    start: int
    day: str | None
    timed: bool


class Entries:
    """Finds the days of a live blog's entries. ``words`` has regular expressions: ``clock``, a time of the clock with no day;
    and ``beside``, what may stand beside the date in a heading that is one.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.clock, self.beside = re.compile(words["clock"]), re.compile(words["beside"])

    def days(self, article: Article, dates: Sequence[DateMention]) -> Days:
        """The days of an article's entries. A time with a day holds for its own entry, a date alone up to the next date."""
        marks = list(self._marks(article, dates)) if article.genre == LIVE_BLOG else []
        found: list[str | None] = []
        over: str | None = None
        for mark in marks:
            over = over if mark.timed else mark.day
            found.append(mark.day or over)
        return Days(tuple(mark.start for mark in marks), tuple(found))

    def _marks(self, article: Article, dates: Sequence[DateMention]) -> Iterator[Mark]:
        """What parts the entries; a timestamp with a time above all of them is the page's."""
        begun = False
        for span in article.spans:
            inside = [d for d in dates if span.start <= d.start < span.end]  # its words may go on in the next span
            if self._is_mark(article, span, inside):
                mark = self._mark(article, span, inside)
                begun = begun or not (mark.timed and span.why == TIMESTAMP)
                yield from (mark,) if begun else ()

    def _is_mark(self, article: Article, span: TextSpan, inside: Sequence[DateMention]) -> bool:
        """Whether a span is the time of an entry, or a timestamp or headline that has no word beside its date."""
        if span.why == ENTRY_TIME:
            return True
        if span.why != TIMESTAMP and (span.kind != "headline" or not inside):
            return False
        return not LETTER.search(self.beside.sub("", _beside(article, span, inside)))

    def _mark(self, article: Article, span: TextSpan, inside: Sequence[DateMention]) -> Mark:
        day = next((d.from_ for d in inside if d.from_ == d.to and not self.clock.fullmatch(d.text)), None)
        times = span.why == ENTRY_TIME or any(d.type == "TIME" and d.end <= span.end for d in inside)
        return Mark(span.start, day, times or bool(DIGIT.search(_beside(article, span, inside))))


def is_mark(article: Article, date: DateMention) -> bool:
    """Whether a date is a time of the page or of an entry, and of nothing that is told."""
    return any(span.why in {ENTRY_TIME, TIMESTAMP} and span.start <= date.start < span.end for span in article.spans)


def _beside(article: Article, span: TextSpan, inside: Sequence[DateMention]) -> str:
    """The words of a span beside its dates."""
    text = article.text[span.start : span.end]
    for date in reversed(inside):
        text = f"{text[: date.start - span.start]} {text[date.end - span.start :]}"
    return text
