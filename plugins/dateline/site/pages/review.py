"""What an editor should look at; never published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ..views import Views
from .page import Page

#: what the kinds of doubt are called
LABELS = {
    "correction": "Corrections that need you",
    "contradiction": "Sources that contradict each other",
    "alike": "Events that may be one",
    "surname": "Surnames that several bear",
    "name": "Names that are spelled nearly alike",
    "undated": "Events without a date",
    "doubtful": "Events that are hardly to be trusted",
    "trigger": "Words that tell events of no known kind",
}


def review(views: Views) -> Iterator[Page]:
    """The page of all doubts, by kind, with the lines that settle them."""
    groups = [
        {
            "label": LABELS[kind],
            "kind": kind,
            "doubts": [{"doubt": d, "events": [views.by_id[i] for i in d.about if i in views.by_id]} for d in inside],
        }
        for kind, inside in groupby(views.timeline.doubts, key=lambda doubt: doubt.kind)
    ]
    yield Page("review/", "review", {"groups": groups, "total": len(views.timeline.doubts)})
