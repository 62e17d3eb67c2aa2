"""The line of an event: the best of its reports' lines and headlines, else its kind and who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..events.schema import kinds
from ..lang import words
from ..model import Event, Line, Span
from ..text.plain import plain
from .choice import LineCandidate, best
from .told import Told

#: a line has at least so many words, and at most so many characters
FEW, LONG = 4, 240
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
QUOTED = re.compile('["“][^"“”]*["”]|‘[^‘’]*’(?!\\w)')


def best_line(group: Sequence[Told]) -> tuple[str, Line]:
    """The line of the event that these reports tell; empty, and of the kind "kind", where none can be printed."""
    edited = next((t for t in group if "summary" in t.report.edited), None)
    if edited is not None:
        return edited.report.summary, Line("editor")
    found = [c for told in group for c in _candidates(told, group)]
    found = [(choice, line) for choice, line in found if is_printable(choice.line, group[0].article.lang)]
    if not found:
        return "", Line("kind")
    table = words("en", "weights/line")
    chosen = best([choice for choice, _ in found], _lists("en"), table["weights"], table["margin"])
    return next((choice.line, line) for choice, line in found if choice is chosen)


def _candidates(told: Told, group: Sequence[Told]) -> Iterator[tuple[LineCandidate, Line]]:
    """The line of a report, and the headline where that tells the same, each with where it stands."""
    report, article = told.report, told.article
    before = {t.span.start for t in group if t.article.id == article.id and t.span.start < told.span.start}
    title = " ".join(plain(article.title).text.split())
    choice = LineCandidate(
        line=report.summary,
        headline=title,
        sentence=report.summary,
        trigger=report.text,
        order=len(before),
        place=told.place,
        status=report.status,
        said_by=report.said_by is not None,
        is_headline=report.line is not None and report.line.from_ == "headline",
    )
    if report.line is not None:
        yield choice, report.line
    if told.titled and title.lower().split()[0] not in _cues(article.lang, "asking"):
        where = Line("headline", "title", (Span(0, len(article.title)),), article.id)
        yield replace(choice, line=title, is_headline=True), where


def is_printable(text: str, lang: str) -> bool:
    """Whether a line stands alone: neither too long nor too short, whole quotations, and nobody called by a pronoun alone."""
    if len(text) > LONG or text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    found = [word.replace("’", "'") for word in WORD.findall(QUOTED.sub(" ", text))]
    said = [word if word.isupper() and len(word) > 1 else word.lower() for word in found]  # US, IT
    if len(text.split()) < FEW or not said or _cues(lang, "dangling").intersection((said[0], said[0].partition("'")[0])):
        return False
    unnamed = len(said) > 1 and said[-1] in _cues(lang, "reported") and said[-2] in _cues(lang, "unnamed")
    first = WORD.search(text)
    begins = first is not None and first[0].lower() in _cues(lang, "dangling")
    return not unnamed and not begins and not _cues(lang, "first_person").intersection(said)


@cache
def _lists(lang: str) -> dict[str, frozenset[str]]:
    """Words by class, as the choice of a line asks for them."""
    return {name: frozenset(listed) for name, listed in words(lang, "closed").items()}


@cache
def _cues(lang: str, name: str) -> frozenset[str]:
    return frozenset(words(lang.partition("-")[0].lower(), "cues")["line"][name])


def captioned(event: Event, names: Mapping[str, str]) -> Event:
    """An event without a line is called by its kind and actors, which may say what no article does; so it is not listed."""
    if event.line.from_ != "kind":
        return event
    return replace(event, summary=caption(event, names), listed=event.pinned)


def usual() -> float:
    """The worth from which on an event is listed where a site sets none."""
    return float(words("en", "listing")["default"])


def worthy(event: Event, least: float) -> Event:
    """An event that an editor would hardly print is not listed, unless one pins or corrects it."""
    return event if event.worth >= least or event.pinned or event.edits else replace(event, listed=False)


def printed_once(events: Iterable[Event]) -> list[Event]:
    """The events in their order; of those that one line tells, only the heaviest is listed."""
    found = list(events)
    heaviest: dict[tuple[str | None, tuple[Span, ...]], Event] = {}
    for event in sorted(found, key=lambda e: (-e.worth, -e.weight, e.id)):
        if event.line.spans:
            heaviest.setdefault((event.line.article, event.line.spans), event)
    shown = {event.id for event in heaviest.values()}
    return [e if not e.line.spans or e.id in shown or e.pinned else replace(e, listed=False) for e in found]


def caption(event: Event, names: Mapping[str, str]) -> str:
    """An event in words that are no article's: "Vladimir Putin talked with Donald Trump", "Talks: Vladimir Putin"."""
    kind = kinds()[event.type]
    source, target = (_named(event, names, role) for role in ("source", "target"))
    if source and ("{target}" not in kind.caption or target):
        return kind.caption.format(source=source, target=target)
    whoever = source or target or _named(event, names, "other")
    return f"{kind.label}: {whoever}" if whoever else kind.label


def _named(event: Event, names: Mapping[str, str], role: str) -> str:
    taking_part = [p for p in event.participants if p.role == role]
    found = [name for p in taking_part if (name := names.get(p.actor or "", p.text))]
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
