"""Whether the headline of an article tells what one of its reports does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..lang import words
from ..model import Article, Report
from ..model.days import number
from .interval import bounds
from .words import WORD, stems

#: how many days from that of publication a headline may speak of
FRESH = 10
#: the share of a headline's words with which a sentence tells the same
ECHO = 0.4


def tells_same(report: Report, trigger: str, headline: Report, echo: float, article: Article) -> bool:
    """Whether a headline tells what a report does: by its word, or as the same kind of event with many words shared."""
    if headline.status != report.status or not _same_word(report, headline, article):
        return False
    sentence = article.text[report.sentence.start : report.sentence.end]
    if not _same_people(report, headline, sentence) or not _is_fresh(report, article):
        return False
    alike = report.type == headline.type != "OTHER" and echo >= ECHO
    return alike or trigger in stems(headline.text, article.lang)


def _same_people(report: Report, headline: Report, sentence: str) -> bool:
    """Whether who takes part in what a headline tells does so in what the report tells, or stands in its sentence.

    Where the report names nobody in a role, the headline may.
    """
    said, shared = frozenset(WORD.findall(sentence.lower())), False
    for role in ("source", "target"):
        here = [set(id.split("-")) for id in getattr(report, role)]
        for name in (set(id.split("-")) for id in getattr(headline, role)):
            met = any(name & other for other in here) or name <= said
            if here and not met:
                return False
            shared = shared or met
    return shared


def _is_fresh(report: Report, article: Article) -> bool:
    """Whether what a report tells is of the days that a headline is about."""
    first, last = bounds(report.when)
    if first is None or last is None or not article.published:
        return True
    day = number(article.published[:10])
    return first - FRESH <= day <= last + FRESH


def _same_word(report: Report, headline: Report, article: Article) -> bool:
    """Whether a headline tells on somebody's word what the report does, and as a fact what it tells as one."""
    if report.said_by is not None:
        return headline.said_by is not None
    # "X resigns: reports" names nobody who says so
    last = article.title.lower().split()[-1]
    return headline.said_by is None and last not in _saying(article.lang)


@cache
def _saying(lang: str) -> frozenset[str]:
    return frozenset(words(lang.partition("-")[0].lower(), "closed")["saying"])


def share(words: Sequence[str], trigger: str, head: frozenset[str]) -> float:
    """The share of a headline's words that a sentence has; with its very trigger, more."""
    return min(1.0, len(head.intersection(words)) / len(head) + 0.3 * (trigger in head)) if head else 0.0
