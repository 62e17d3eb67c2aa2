"""what an event, a report or an actor's name rests on: words, clues and weights; or what was set aside of an article

Each sentence that tells it, the words that tell it, its date, what makes it worth a line, how sure it is. Of an
actor: which names were joined, each clue for that with its weight, and how likely it is. Of an article: its genre, each
stretch of its text that is no running text, with the rule that says so, and whom each pronoun and role noun means, with
its probability and the features that weigh most."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..corpus.aside import aside
from ..model import Event, Merge, Reading, Report
from . import inputs

EXAMPLES = """dateline why 45f4349ce8
dateline why vladimir-putin
dateline why 45f4 content/articles/2020-05-07-call.md
dateline why content/articles/2020-05-07-call.md"""

ASKED = "the id of an event, report or actor, as in the address, or its beginning; or an article, by its id or file (.md)"

Told = tuple[Reading, Report]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="EVENT", help=ASKED)
    inputs.files(parser, "the articles of the site in this folder")
    inputs.as_json(parser)


def run(given: argparse.Namespace) -> int:
    if inputs.is_article(given.id):
        return _articles(inputs.readings([given.id]), as_json=given.json)
    readings = inputs.of_site(given.files)
    if own := [reading for reading in readings if reading.article.id == given.id]:
        return _articles(own, as_json=given.json)
    every = {report.id: (reading, report) for reading in readings for report in reading.reports}
    line = inputs.together(readings)
    if any(actor.id == given.id for actor in line.actors):
        return _actor([merge for merge in line.merges if merge.actor == given.id], as_json=given.json)
    events = [e for e in line.events if any(i.startswith(given.id) for i in (e.id, *e.aliases))]
    told = [every[i] for e in events for i in (r.report for r in e.reports) if i in every]
    told = told or [found for id, found in every.items() if id.startswith(given.id)]
    if not told and not events:
        raise ValueError(f"no event's or report's id begins with {given.id!r}: the address of an event's page has it")
    if given.json:
        inputs.out([_plain(reading, report) for reading, report in told])
        return 0
    for event in events:
        _event(event)
    _reports(told)
    return 0


def _articles(readings: Sequence[Reading], *, as_json: bool) -> int:
    """What was set aside of articles, and whom pronouns and role nouns mean, and why."""
    for reading in readings:
        article = reading.article
        found = aside(article)
        if as_json:
            meant = [asdict(one) for one in reading.antecedents]
            aside_of = [asdict(one) for one in found]
            inputs.out({"article": article.id, "genre": article.genre, "aside": aside_of, "antecedents": meant})
            continue
        sys.stdout.write(f"{article.id}: {article.genre}\n")
        sys.stdout.writelines(f"  {one.kind} ({one.why}): {one.words}\n" for one in found)
        for one in reading.antecedents:
            sure = ", sure" if one.sure else ""
            sys.stdout.write(f"  {one.text!r} at {one.start} means {', '.join(one.actors)} ({one.probability:.2f}{sure})\n")
            sys.stdout.writelines(f"    {feature}\n" for feature in one.why)
    return 0


def _actor(merges: Sequence[Merge], *, as_json: bool) -> int:
    """Which names were joined to an actor, and why."""
    for merge in merges:
        if as_json:
            inputs.out(asdict(merge))
            continue
        sys.stdout.write(f"{merge.one} = {merge.two}\n")
        sys.stdout.writelines(f"  {clue}\n" for clue in merge.why)
        sys.stdout.write(f"  = {merge.probability:.2f} probability\n")
    if not merges and not as_json:
        sys.stdout.write("all articles give it one name, but for its signs\n")
    return 0


def _event(event: Event) -> None:
    when = f"{event.when.value} ({event.when.basis})" if event.when else "no date"
    sys.stdout.write(f"{event.id} {event.type}, {event.status}, {when}: {event.summary}\n")
    sys.stdout.writelines(f"  one event: {line}\n" for line in event.why)
    sys.stdout.writelines(f"  against: {line}\n" for line in event.contradictions)
    sys.stdout.writelines(f"  the editors changed {edit.field}: the program has {edit.machine!r}\n" for edit in event.edits)


def _reports(told: Sequence[Told]) -> None:
    for reading, report in told:
        sys.stdout.write(f"{report.id} {report.type}: {report.summary}\n  {_sentence(reading, report)}\n")
        sys.stdout.writelines(f"  {line}\n" for line in report.why)
        sys.stdout.write(f"  confidence {report.confidence:.2f}\n")


def _plain(reading: Reading, report: Report) -> dict[str, Any]:
    return {
        "article": reading.article.id,
        "report": report.id,
        "type": report.type,
        "sentence": _sentence(reading, report),
        "why": list(report.why),
        "confidence": report.confidence,
    }


def _sentence(reading: Reading, report: Report) -> str:
    return " ".join(reading.article.text[report.sentence.start : report.sentence.end].split())
