"""Genres: what sort of article it is, where its title or its text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..lang import words
from ..model import TextSpan

NEWS = "news"
#: characters of the text in which it may say what it is
HEAD = 200
#: turns of a transcript, entries of a live blog
TURNS, ENTRIES = 3, 3


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre, and how a title, the first words of a text, or any of its words tell it."""

    name: str
    title: re.Pattern[str] | None
    head: re.Pattern[str] | None
    text: re.Pattern[str] | None


def genre(title: str, text: str, spans: Sequence[TextSpan], lang: str = "en") -> str:
    """The genre of an article; news where nothing says otherwise."""
    return next((one.name for one in genres(lang) if _is(one, title, text)), _by_form(text, spans))


def _is(one: Genre, title: str, text: str) -> bool:
    if one.title and one.title.search(title):
        return True
    if one.head and one.head.match(text.lstrip()):
        return True
    return bool(one.text and one.text.search(text))


def _by_form(text: str, spans: Sequence[TextSpan]) -> str:
    """What the spans make of it: turns a transcript or an interview, entry times a live blog."""
    labels = [text[span.start : span.end].rstrip(" :") for span in spans if span.kind == "turn"]
    if len(labels) >= TURNS:
        return "interview" if {"Q", "A"} <= set(labels) or {"Question", "Answer"} <= set(labels) else "transcript"
    if sum(span.why == "entry time" for span in spans) >= ENTRIES:
        return "live blog"
    return NEWS


@cache
def genres(lang: str) -> tuple[Genre, ...]:
    """The genres of a language, those first that win over others."""
    given = words(lang, "text")["genres"]
    return tuple(Genre(g["genre"], *(_compiled(g.get(where)) for where in ("title", "head", "text"))) for g in given)


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
