"""What an editor should look at; never published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from ...corpus.aside import Aside, aside
from ..rights import ALL
from ..views import ArticleView, Views
from .page import Page

#: what the kinds of doubt are called
LABELS = {
    "correction": "Corrections that need you",
    "contradiction": "Sources that contradict each other",
    "alike": "Events that may be one",
    "surname": "Surnames that several bear",
    "name": "Names that are spelled nearly alike",
    "disagreement": "Actors of whom articles disagree",
    "undated": "Events without a date",
    "doubtful": "Events that are hardly to be trusted",
    "trigger": "Words that tell events of no known kind",
}
#: as many stretches that were set aside are shown of an article, and about as many in all
OF_ONE, IN_ALL = 25, 200


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside of an article: how much of each kind, and what of it is ``shown``."""

    article: ArticleView
    counts: Mapping[str, int]
    shown: Sequence[Aside]
    length: int

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def review(views: Views) -> Iterator[Page]:
    """The page of all doubts, by kind, with the lines that settle them; and of what was set aside of the articles."""
    groups = [
        {
            "label": LABELS[kind],
            "kind": kind,
            "doubts": [{"doubt": d, "events": [views.by_id[i] for i in d.about if i in views.by_id]} for d in inside],
        }
        for kind, inside in groupby(views.timeline.doubts, key=lambda doubt: doubt.kind)
    ]
    found = sorted(_set_aside(views.articles), key=lambda one: (-one.length, one.article.id))
    before = accumulate((max(len(one.shown), 1) for one in found), initial=0)
    listed = [one for one, seen in zip(found, before, strict=False) if seen < IN_ALL]
    total = len(views.timeline.doubts)
    yield Page("review/", "review", {"groups": groups, "total": total, "aside": listed, "unlisted": found[len(listed) :]})


def _set_aside(articles: Sequence[ArticleView]) -> Iterator[SetAside]:
    """What was set aside of each article of which something was; its words only where all of its text is published."""
    for article in articles:
        found = [one for one in aside(article.article) if not _is_title(one)]
        if found:
            shown = found[:OF_ONE] if article.text == ALL else ()
            yield SetAside(article, Counter(one.kind for one in found), shown, sum(len(one.words) for one in found))


def _is_title(one: Aside) -> bool:
    """Whether it is the article's title, said again at the head of its text."""
    return one.kind == "headline" and one.why == "title"
