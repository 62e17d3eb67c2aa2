"""The day of each happening: which of the dates of its article, that of publication, or none. Learnt from an editor's gold."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import fitting
import folds
import numpy as np
from corpora import UNDATED, Text
from dateline import folds as read_by
from dateline import pipeline
from dateline.events.agreement import happenings
from dateline.events.anchoring import is_guessed
from dateline.events.calendar import Option, leading
from dateline.events.day import DayChoice, unit
from dateline.events.day_features import features
from dateline.events.encoder import Array
from dateline.events.tagger import ReportsTagger
from dateline.model import Article, When
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared
from events import HELD_OUT
from gold import Gold, labels
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from spacy.tokens import Doc

NAME, HEADING = "day", "On which day something happened."
#: the inverse of the penalty, how many happenings must have a feature, and how much less the state's parts are held to nothing
STRENGTH, RARE, LOOSE = 0.1, 5, 6.0
#: days before publication that are as good as fresh
FRESH = 3
SORTS = ("day", "fresh", "open")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A happening as the plugin finds it: its state, the days that it may have, with features, and what an editor says."""

    digest: str
    group: str
    state: Array
    whens: Sequence[When | None]
    rows: Sequence[Mapping[str, float]]
    day: str | None

    @property
    def right(self) -> list[bool]:
        """Which days teach that they are right: one that the text gives before that of publication; none where none is."""
        fits = [agrees(when, self.day) for when in self.whens]
        fresh = self.day is not None and self.day.startswith("~")
        given = [fit and (when is None or is_guessed(when) == fresh) for fit, when in zip(fits, self.whens, strict=True)]
        return given if any(given) else fits


def agrees(when: When | None, day: str | None) -> bool:
    """Whether a day is what an editor says: none, about that of publication ("~"), or within hers."""
    if when is None or when.from_ is None or when.to is None or day is None:
        return day is None and when is None
    if day.startswith("~"):
        first, last = str(date.fromisoformat(day[1:]) - timedelta(FRESH)), day[1:]
    else:
        first, last = bounds(day)
    return first <= when.from_ and when.to <= last


def bounds(day: str) -> tuple[str, str]:
    """The first and last day of an ISO day, month or year, or of a span of them."""
    first, _, last = day.partition("/")
    last = last or first
    begin = first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first
    if len(last) == 10:
        return begin, last
    year, month = int(last[:4]), int(last[5:7] or 12)
    return begin, str(date(year + month // 12, month % 12 + 1, 1) - timedelta(1))


def train(texts: Mapping[str, Text]) -> Iterator[str]:
    """Fit, export, and report, by articles as they are read by what did not learn from them."""
    os.environ["DATELINE_WEIGHTS"] = str(HELD_OUT)
    found = list(cases(texts, labels()))
    del os.environ["DATELINE_WEIGHTS"]
    write(found)
    yield from report(found)


def cases(texts: Mapping[str, Text], gold: Mapping[str, Gold]) -> Iterator[Case]:
    """Those of all articles whose day of publication is known, each read by what did not learn from it."""
    nlp = pipeline.load(DEFAULT_MODEL)
    tagger: ReportsTagger = nlp.get_pipe("dateline_reports")  # type: ignore[assignment]
    for digest in sorted(gold.keys() & texts.keys()):
        text = texts[digest]
        if text.group not in UNDATED:
            article, _ = prepared(Article(digest, text.raw, text.published, title=text.title))
            doc = nlp.make_doc(article.text)
            doc._.article, doc._.fold = article, read_by.fold(text.raw)
            for name, component in nlp.pipeline:
                doc = doc if name == "dateline_reports" else component(doc)
            yield from _of(text, doc, gold[digest], tagger)


def _of(text: Text, doc: Doc, gold: Gold, tagger: ReportsTagger) -> Iterator[Case]:
    """The happenings of an article that an editor lists; of several, the one that weighs most."""
    told, calendar = tagger.happenings(doc, doc._.words, tagger.cast(doc, doc._.words))
    spans = [(text.places[start], text.places[end], event) for event in gold.events for start, end in event["told"]]
    for cluster in happenings(told).values():
        ends = [(one.token.idx, one.token.idx + len(one.token.text)) for one in cluster]
        events = [event for first, last, event in spans if any(first < end and start < last for start, end in ends)]
        if events:
            event = max(events, key=lambda one: int(one["weight"]))
            options: list[Option] = calendar.options(cluster)
            rows = [features(option, cluster, calendar) for option in options]
            state = unit(leading(cluster).verdict.encoded.state)
            yield Case(text.digest, text.group, state, [one.when for one in options], rows, event["day"])


def fit(found: Sequence[Case]) -> DayChoice:
    """The weights, by maximum likelihood: of one choice among several, of which more than one may be right."""
    known = [(case, right) for case in found if any(right := case.right)]
    count = Counter(name for case, _ in known for name in {name for row in case.rows for name in row})
    vectors = DictVectorizer()
    rows = [{name: value for name, value in row.items() if count[name] >= RARE} for case, _ in known for row in case.rows]
    sides = np.array([_side(when) for case, _ in known for when in case.whens])
    states = np.array([case.state for case, _ in known for _ in case.whens]) * LOOSE
    matrix = csr_matrix(hstack([vectors.fit_transform(rows), states * sides[:, :1], states * sides[:, 1:]]))
    right = np.array([one for _, right in known for one in right])
    sizes = [len(right) for _, right in known]
    starts, number = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        powers = matrix @ weights
        powers = np.exp(powers - np.maximum.reduceat(powers, starts)[number])
        every, good = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        slope = powers / every[number] - powers * right / good[number]
        return float(np.log(every / good).sum() + weights @ weights / 2 / STRENGTH), matrix.T @ slope + weights / STRENGTH

    learnt = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    names, size = vectors.get_feature_names_out(), states.shape[1]
    table = {str(name): round(float(weight), 3) for name, weight in zip(names, learnt, strict=False)}
    told, dated = (np.round(learnt[len(names) + k * size :][:size] * LOOSE, 3) for k in range(2))
    return DayChoice(table, told, dated)


def _side(when: When | None) -> tuple[bool, bool]:
    """Whether a day is that on which something is told, or one of the text."""
    return (False, False) if when is None else (is_guessed(when), not is_guessed(when))


def report(found: Sequence[Case]) -> Iterator[str]:
    """How often the day is right, by tables of other folds: of those that have one, that are fresh, and that are open."""
    fold = folds.read()
    right: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for test in sorted({fold[case.digest] for case in found}):
        table = fit([case for case in found if fold[case.digest] != test])
        for case in found:
            if fold[case.digest] == test:
                sort = "open" if case.day is None else "fresh" if case.day.startswith("~") else "day"
                for group in ("all", case.group):
                    every[group, sort] += 1
                    right[group, sort] += agrees(case.whens[table.best(case.whens, case.rows, case.state)], case.day)
    for group in sorted({group for group, _ in every}):
        shares = (
            f"{sort} {100 * right[group, sort] / max(every[group, sort], 1):.1f} of {every[group, sort]}" for sort in SORTS
        )
        yield f"days in {group}: " + ", ".join(shares)


def write(found: Sequence[Case]) -> None:
    """The plugin's table, and those by which each fold is read."""
    fold, parts = folds.read(), json.loads((HELD_OUT / folds.PATH.name).read_text(encoding="utf-8"))
    _export(fit(found), fitting.WEIGHTS)
    for name in sorted(set(parts.values())):
        mine = {fold.get(digest) for digest, part in parts.items() if part == name}
        _export(fit([case for case in found if fold[case.digest] not in mine]), HELD_OUT / name)


def _export(table: DayChoice, folder: Path) -> None:
    states = {
        name: f"[{', '.join(map(str, values.tolist()))}]" for name, values in (("told", table.told), ("dated", table.dated))
    }
    fitting.export(NAME, HEADING, table.weights, folder, **states)
