"""What each command of ``dateline`` writes: JSON for programs, lines for people, on standard output."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from typing import Any

from . import settings
from .desk import Desk, desk
from .model import Reading, Report, Timeline
from .serial import plain
from .timeml import Tally

log = logging.getLogger(__name__)


def annotate(readings: Sequence[Reading], given: argparse.Namespace) -> None:
    for reading in readings:
        _out(annotation(reading))


def annotation(reading: Reading) -> dict[str, Any]:
    """A reading as ``dateline annotate`` writes it."""
    article = reading.article
    head = {"id": article.id, "published": article.published, "lang": article.lang}
    place = {k: v for k, v in (("location", article.location), ("source", article.source)) if v}
    return {**head, **place, **{k: plain(getattr(reading, k)) for k in ("dates", "actors", "reports")}}


def timeline(readings: Sequence[Reading], given: argparse.Namespace) -> None:
    line = together(readings, key_dates=given.key_dates, per_date=given.per_date)
    _out({k: plain(getattr(line, k)) for k in ("actors", "events", "key_dates", "storylines", "relations")})


def review(readings: Sequence[Reading], given: argparse.Namespace) -> None:
    """What an editor should look at, a paragraph each, with the YAML to paste."""
    for doubt in together(readings).doubts:
        sys.stdout.write(f"{doubt.kind}: {doubt.why}\n")
        sys.stdout.write(f"  “{doubt.sentence}”\n" if doubt.sentence else "")
        sys.stdout.writelines(f"    {line}\n" for line in doubt.yaml.splitlines())


def together(readings: Sequence[Reading], **options: int) -> Timeline:
    """The timeline of all readings, as the editors have it; what is wrong on the desk is said."""
    from .corpus.timeline import timeline

    found = on_desk()
    return timeline(readings, known=found.actors, corrections=found.corrections, kept=found.kept, **options)


def on_desk() -> Desk:
    """The editors' desk; what is wrong there is said, and left out."""
    found = desk(settings.from_environment().desk)
    for problem in found.problems:
        log.warning("%s (left out)", problem)
    return found


def why(found: Sequence[tuple[Reading, Report]], given: argparse.Namespace) -> None:
    for reading, report in found:
        sentence = " ".join(reading.article.text[report.sentence.start : report.sentence.end].split())
        sys.stdout.write(f"{report.id} {report.type}: {report.summary}\n  {sentence}\n")
        sys.stdout.writelines(f"  {line}\n" for line in report.why)
        sys.stdout.write(f"  = {report.confidence:.2f} confidence\n")


def rules(tallies: Sequence[Tally], given: argparse.Namespace) -> None:
    sys.stdout.write(f"{'rule':30} {'fired':>6} {'right':>6}\n")
    for tally in tallies:
        sys.stdout.write(f"{tally.rule:30} {tally.fired:6} {tally.right:6}\n")


def _out(data: Any) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
