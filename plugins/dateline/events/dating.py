"""Dating: the day of each event that has one, from its clause and from what is told before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from ..model import When
from ..model.days import number
from ..model.words import Words
from . import anchoring
from .anchoring import Anchors
from .entries import Entries
from .told import Told

#: statuses of what is yet to be done, of which the day of publication is not the day
AHEAD = frozenset({"planned", "called-for"})
#: forms of verbs that may tell what is to come, as nouns do
TENSELESS = frozenset({"VBZ", "VBP", "VBG", "NN", "NNS"})


class Dating:
    """Finds days. ``cues`` are the words of the language."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        self.anchors, self.entries = Anchors(cues["anchors"]), Entries(cues["entries"])

    def of(self, doc: Doc, words: Words, told: list[Told]) -> dict[int, When]:
        """The date of each event that has one, by the index of its trigger."""
        clauses, published = [one.clause for one in told], doc._.article.published
        nouns = {c.verb.i for c in clauses if c.verb.pos_ == "NOUN"}
        dates = anchoring.dates_of(doc, words, nouns, self.entries.days(doc._.article, doc._.dates))
        dated = ((one, self.anchors.anchor(one.clause, dates, published)) for one in told)
        found = {one.clause.verb.i: when for one, when in dated if when and not (_guessed(when) and _is_ahead(one))}
        found |= self.anchors.told_from(clauses, dates, published)
        found |= {c.verb.i: when for c in clauses if _guessed(found.get(c.verb.i)) and (when := anchoring.shared(c, found))}
        found |= _continued(told, found, published)
        found |= {c.verb.i: when for c in clauses if c.verb.i not in found and (when := self.anchors.beside(c, found))}
        return found | {one.token.i: found[one.lead] for one in told if one.lead in found}


def _continued(told: Sequence[Told], whens: Mapping[int, When], published: str) -> dict[int, When]:
    """The date of what somebody goes on to do or say in the past tense, after what he did on a day just before the article:
    "Jobs said yesterday ... He also said ...".
    """
    found: dict[int, When] = {}
    last: dict[str, When] = {}
    for one in sorted(told, key=lambda t: t.token.i):
        when = whens.get(one.token.i)
        if when is not None and when.basis in anchoring.IN_CLAUSE:
            last |= dict.fromkeys(one.source, when) if anchoring.just_before(when, published) else {}
        elif when is not None and when.basis == "publication date" and one.clause.finite.tag_ == "VBD":
            before = next((last[actor] for actor in one.source if actor in last), None)
            found |= {one.token.i: replace(before, basis="date told before")} if before else {}
    return found


def _is_ahead(told: Told) -> bool:
    """Whether what is told is yet to be done, or only likely to be."""
    return told.status in AHEAD or (told.status == "possible" and told.clause.verb.tag_ == "VB")


def scheduled(told: Told, when: When | None, published: str) -> Told:
    """What is told, as planned where the present tense, or a noun, has a day after that of publication: "visits on Monday"."""
    if told.status not in {"happened", "ongoing"} or told.clause.finite.tag_ not in TENSELESS:
        return told
    if when is None or when.from_ is None or when.basis in anchoring.AS_NEWS or not published:
        return told
    later = number(when.from_) > number(published[:10])
    return replace(told, status="planned") if later else told


def _guessed(when: When | None) -> bool:
    """Whether a date is none, or but the day on which the event was told."""
    return when is None or when.basis in anchoring.AS_NEWS
