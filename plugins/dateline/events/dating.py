"""Dating: the dates of an article as events need them, and the day that the clause of each event gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from ..model import When
from ..model.words import Words
from . import anchoring
from .anchoring import Anchors, Dates, is_guessed
from .calendar import DONE, Calendar, is_over
from .entries import Entries, is_mark
from .surroundings import stems
from .told import Told


class Dating:
    """Finds days. ``cues`` are the words of the language."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.anchors, self.entries = Anchors(cues["anchors"]), Entries(cues["entries"])
        self.tenses = {word: name for name, words in cues["tenses"].items() for word in words}

    def calendar(self, doc: Doc, words: Words, told: Sequence[Told], kinds: Sequence[str]) -> Calendar:
        """The dates of an article, with the days that clauses give to what they tell."""
        article = doc._.article
        nouns = {one.clause.verb.i for one in told if one.clause.verb.pos_ == "NOUN"}
        dates = anchoring.dates_of(doc, words, nouns, self.entries.days(article, doc._.dates))
        return Calendar(
            words=words,
            published=article.published,
            headline=stems(article.title.split()),
            dates=dates,
            mentions=[one for one in doc._.dates if not is_mark(article, one)],
            nouns=nouns,
            rules=self._rules(told, dates, article.published),
            told={one.token.i: one for one in told},
            tenses=self.tenses,
            kinds=kinds,
        )

    def _rules(self, told: Sequence[Told], dates: Dates, published: str) -> dict[int, When]:
        """The date that clauses give to what they tell, by the index of its word; what follows another word has that of it."""
        clauses = [one.clause for one in told]
        found = {c.verb.i: when for c in clauses if (when := self.anchors.in_clause(c.verb, dates))}
        found |= self.anchors.told_from(dates, published)
        return found | {one.token.i: found[one.lead] for one in told if one.lead in found}


def scheduled(told: Told, when: When | None, calendar: Calendar) -> Told:
    """What is told, as planned where the present tense, or a noun, has a day after that of publication: "visits on Monday"."""
    to_come = when is not None and not is_guessed(when) and calendar.is_to_come(when)
    return replace(told, status="planned") if to_come and told.status in DONE and not is_over(told) else told
