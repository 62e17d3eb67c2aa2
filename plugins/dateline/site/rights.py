"""Rights: how much of an article's text the site publishes. Taken out of the timeline itself, so that no page, feed, file or
search can show what is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..corpus.line import caption
from ..frontmatter import NO
from ..model import Doubt, Edit, Event, Evidence, KeyDate, Timeline
from ..model.timelines import NO_LINE

#: all of it; the sentences that tell events; nothing but title and link
ALL, EVIDENCE, NONE = TEXTS = ("all", "evidence", "none")


def limited(timeline: Timeline, texts: Mapping[str, str]) -> Timeline:
    """The timeline without the words of articles of which ``texts``, by article id, says "none".

    An event whose line is such an article's is called by its kind and actors.
    """
    closed = {article for article, text in texts.items() if text == NONE}
    if not closed:
        return timeline
    names = {a.id: a.name for a in timeline.actors}
    events = tuple(_event(e, closed, names) for e in timeline.events)
    lines = {event.summary for event in events}
    key_dates = tuple(_key_date(day, lines) for day in timeline.key_dates)
    silenced = {a.id: (a, b) for a, b in zip(timeline.events, events, strict=True) if a != b}
    doubts = tuple(_doubt(doubt, [silenced[id] for id in doubt.about if id in silenced]) for doubt in timeline.doubts)
    return replace(timeline, events=events, key_dates=key_dates, doubts=doubts)


def _event(event: Event, closed: set[str], names: Mapping[str, str]) -> Event:
    if not any(told.article in closed for told in event.reports):
        return event
    silent = event.line.article in closed
    return replace(
        event,
        summary=caption(event, names) if silent else event.summary,
        line=NO_LINE if silent else event.line,
        reports=tuple(_silent(told) if told.article in closed else told for told in event.reports),
        edits=tuple(_unquoted(edit) for edit in event.edits),
    )


def _silent(told: Evidence) -> Evidence:
    return replace(told, text="", sentence="", start=0, end=0, sentence_start=0)


def _unquoted(edit: Edit) -> Edit:
    return replace(edit, machine="") if edit.field == "summary" else edit


def _key_date(day: KeyDate, lines: set[str]) -> KeyDate:
    return replace(day, sentences=tuple(s for s in day.sentences if s in lines))


def _doubt(doubt: Doubt, silenced: Sequence[tuple[Event, Event]]) -> Doubt:
    """A doubt about events, some of them as they were and as they now are: it calls them by what they are now called."""
    why = doubt.why
    for before, now in silenced:
        why = why.replace(before.summary, now.summary)
    return replace(doubt, why=why, sentence="" if silenced else doubt.sentence)


def allowed(text: object) -> str:
    """How much is published, as it is set. Raises ValueError, in words for the user."""
    wanted = NONE if text is False or str(text).lower() in NO else str(text or ALL)
    if wanted not in TEXTS:
        raise ValueError(
            f"{wanted!r} is no amount of text to publish: DATELINE_TEXT and publish: are one of {', '.join(TEXTS)}"
        )
    return wanted
