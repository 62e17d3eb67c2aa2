"""Headline or sentence: which of the lines that tell an event would stand best alone. Learnt from pairs of lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpora
import fitting
import folds
from corpora import Text
from dateline.corpus import choice
from dateline.corpus.choice import LineCandidate
from dateline.lang import words

LABELS = Path(__file__).parent / "labels/line.jsonl"
LISTS = {name: frozenset(found) for name, found in words("en", "closed").items()}


@dataclass(frozen=True, slots=True)
class Choice:
    """An event's candidates with the features of each, and which is best."""

    fold: int
    candidates: Sequence[LineCandidate]
    features: Sequence[Mapping[str, float]]
    best: int

    @property
    def has_headline(self) -> bool:
        """Whether the headline may be chosen: it stands last."""
        return self.candidates[-1].is_headline


def labels(texts: Mapping[str, Text], fold: Mapping[str, int]) -> list[Choice]:
    """Events that more than one line tells."""
    found = []
    for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines()):
        text = texts[row["text"]]
        spans = sentences(text, row["events"])
        found += [choice for event in row["events"] if (choice := _choice(text, spans, event, fold[text.digest]))]
    return found


def sentences(text: Text, events: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """The sentences of the plain text; those that readers marked are whole."""
    marked = {(text.places[e["best"][0]], text.places[e["best"][1]]) for e in events if e["best"] != "headline"}
    rest = [s for s in corpora.sentences(text.plain) if not any(s[0] < end and start < s[1] for start, end in marked)]
    return sorted([*rest, *marked])


def _choice(text: Text, spans: Sequence[tuple[int, int]], event: dict[str, Any], fold: int) -> Choice | None:
    """The sentences that tell an event, in order, and the headline where it does; None where there is no choice."""
    triggers: dict[int, tuple[int, int]] = {}
    for start, end in event["told"]:
        at = text.places[start]
        number = next((i for i, (first, last) in enumerate(spans) if first <= at < last), None)
        if number is not None:
            triggers.setdefault(number, (at, text.places[end]))
    told = sorted(triggers)
    candidates = [_told(text, spans[i], triggers[i], order, event) for order, i in enumerate(told)]
    if event["headline"] and text.title and candidates:
        candidates.append(_headline(text, candidates, event))
    if event["best"] == "headline":
        best = len(candidates) - 1 if candidates and candidates[-1].is_headline else None
    else:
        start = text.places[event["best"][0]]
        best = next((k for k, i in enumerate(told) if spans[i][0] == start), None)
    if best is None or len(candidates) < 2:
        return None
    return Choice(fold, candidates, [choice.features(one, LISTS) for one in candidates], best)


def _told(text: Text, span: tuple[int, int], trigger: tuple[int, int], order: int, event: dict[str, Any]) -> LineCandidate:
    line = " ".join(text.plain[slice(*span)].split())
    word = text.plain[slice(*trigger)]
    place = span[0] / len(text.plain)
    return LineCandidate(line, text.title, line, word, order, place, event["status"], event["said"])


def _headline(text: Text, candidates: Sequence[LineCandidate], event: dict[str, Any]) -> LineCandidate:
    """The headline beside the first sentence that tells the event."""
    first = candidates[0]
    return LineCandidate(
        text.title, text.title, first.line, first.trigger, 0, first.place, event["status"], event["said"], is_headline=True
    )


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights from pairs: the best line of an event, and each other that it is better than."""
    rows, truth, counts = [], [], []
    for one in choices:
        right = one.features[one.best]
        for k, other in enumerate(one.features):
            if k != one.best:
                rows += [_difference(right, other), _difference(other, right)]
                truth += [True, False]
                counts += [1 / (len(one.features) - 1)] * 2
    return fitting.logistic(rows, truth, counts, strength=0.3)


def _difference(one: Mapping[str, float], two: Mapping[str, float]) -> dict[str, float]:
    return {name: one.get(name, 0.0) - two.get(name, 0.0) for name in sorted({*one, *two})}


def scores(one: Choice, weights: Mapping[str, float]) -> list[float]:
    """What the weights give to each line of an event."""
    return [choice.score(found, weights) for found in one.features]


def leads(picks: Sequence[tuple[Choice, Sequence[float]]]) -> list[tuple[float, bool]]:
    """By how much each headline is better than the best sentence, and whether the editor chose it."""
    return [(given[-1] - max(given[:-1]), one.candidates[one.best].is_headline) for one, given in picks if one.has_headline]


def margin(found: Sequence[tuple[float, bool]]) -> float:
    """The lead from which on a headline is taken, by which most choices are the editor's."""
    limits = sorted({lead for lead, _ in found}, reverse=True)
    best = max(limits, key=lambda limit: sum((lead >= limit) == gold for lead, gold in found))
    return round(best, 2)


def train(texts: Mapping[str, Text]) -> Iterator[str]:
    """Fit, export, and say how good the choice is on stories and sources that it was not learnt from."""
    choices = labels(texts, folds.read())
    parts = sorted({one.fold for one in choices})
    picks: dict[int, list[tuple[Choice, Sequence[float]]]] = {}
    for test in parts:
        weights = fit([one for one in choices if one.fold != test])
        picks[test] = [(one, scores(one, weights)) for one in choices if one.fold == test]
    every = [pick for part in parts for pick in picks[part]]
    least = margin(leads(every))
    yield f"line: {len(choices)} events with a choice; a headline needs a lead of {least}"
    for test in parts:
        yield f"  {folds.groups(test)}: {report(picks[test])}"
    yield f"  all: {report(every)}"
    yield f"  {headlines(leads(every), least)}"
    fitting.export("line", "What makes a line stand alone.", fit(choices), margin=least)


def report(picks: Sequence[tuple[Choice, Sequence[float]]]) -> str:
    """Of the events whose best line is a sentence: how often it is chosen among the sentences, beside the first."""
    asked = [(one, given) for one, given in picks if not one.candidates[one.best].is_headline]
    right = sum(given.index(max(_sentences(one, given))) == one.best for one, given in asked)
    first = sum(one.best == 0 for one, _ in asked)
    return f"{right}/{len(asked)} = {right / len(asked):.3f}; first sentence {first / len(asked):.3f}"


def _sentences(one: Choice, given: Sequence[float]) -> Sequence[float]:
    return given[:-1] if one.has_headline else given


def headlines(found: Sequence[tuple[float, bool]], least: float) -> str:
    """How often headline or sentence is chosen as the editor does, where the headline tells the event."""
    right = sum((lead >= least) == gold for lead, gold in found)
    taken = [gold for lead, gold in found if lead >= least]
    there = sum(gold for _, gold in found)
    return (
        f"headline or sentence: {right}/{len(found)} = {right / len(found):.3f}; "
        f"always the sentence {1 - there / len(found):.3f}; headlines taken {len(taken)}, rightly {sum(taken)} of {there}"
    )
