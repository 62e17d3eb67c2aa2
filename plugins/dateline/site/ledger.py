"""The ledger of published events and actors: written by `make ids` (DATELINE_IDS=write), held to by `make publish`."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from ..corpus.actor_ids import lost_actors
from ..corpus.ids import lost
from ..desk.ids import written
from ..model import Kept, KeptActor
from .views import EventView, Views

log = logging.getLogger(__name__)
WHAT_TO_DO = "restore the sentence, or name in corrections.yaml the event that it is now part of, or remove its entry here"


def keep(views: Views, path: Path, *, strict: bool) -> None:
    """Write the ledger where that is asked for; else, in a strict build, end where a published event would be lost. An actor
    whom no article names any more is only said."""
    if os.environ.get("DATELINE_IDS") == "write":
        if any(problem.startswith(f"{path}:") for problem in views.desk.problems):
            log.error("%s: not written, since a part of it cannot be read: mend it, or restore it from git", path)
            raise SystemExit(2)
        known = {one.id for one in views.desk.kept}
        new = [_entry(event) for event in views.every if event.id not in known and (event.listed or event.event.edits)]
        path.parent.mkdir(parents=True, exist_ok=True)
        actors = _actors(views)
        path.write_text(written((*views.desk.kept, *new), actors), encoding="utf-8")
        log.info("%s: %d events, %d of them new, and %d actors", path, len(known) + len(new), len(new), len(actors))
        return
    hidden = {one.name for one in views.desk.actors if one.hide}
    for actor in lost_actors(views.timeline.actors, views.timeline.moved, views.desk.kept_actors):
        if actor.name not in hidden:
            log.warning("%s: no article names the actor %s (%s) any more", path, actor.id, actor.name)
    gone = [one for one in lost(views.timeline.events, views.desk.kept) if one.id not in views.timeline.hidden]
    for one in gone:
        level = logging.ERROR if strict else logging.WARNING
        log.log(level, "%s: the event %s of %s is gone: “%s” (%s)", path, one.id, one.article, one.sentence, WHAT_TO_DO)
    if strict and gone:
        raise SystemExit(2)


def _actors(views: Views) -> list[KeptActor]:
    """The ledger's actors, and those that are new among those who take part in an event."""
    before = views.desk.kept_actors
    known = {one.id for one in before}
    return [*before, *(KeptActor(a.id, a.name) for a in views.actors.values() if a.count and a.id not in known)]


def _entry(event: EventView) -> Kept:
    first = event.event.reports[0]
    return Kept(event.id, event.url, first.article, " ".join(first.sentence.split()))
