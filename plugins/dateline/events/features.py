"""Features of a candidate, by plain names: how it stands in clause, sentence and article, and what its words say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from ..model import DateMention
from ..model.days import number
from . import taking_part
from .candidates import VERBAL, EventCandidate
from .status import Statuses
from .surroundings import Surroundings, stem
from .triggers import Trigger, Triggers

#: lists of verbs that are features, as the cues call them
LISTS = ("saying", "light", "passing", "meaning", "wishing", "telling", "denying")
DEPENDENCIES = frozenset({
    "ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "nsubj", "nsubjpass", "dobj", "pobj", "attr",
    "compound", "appos", "npadvmod", "amod",
})  # fmt: skip
#: how much a word by itself counts beside what can be named: the less, the more its weight is held to nothing
LEXICAL = 0.35
#: days before publication, by what they are called
AGES = (("date on the day", -1, 1), ("date in the week", 2, 8), ("date in the year", 9, 366), ("date long ago", 367, 10**9))
#: days that a date is long, by what they are called
LENGTHS = (("date of a day", 0), ("date of days", 27), ("date of months", 359), ("date of years", 10**9))
OBJECT = frozenset({"dobj", "nsubjpass", "dative", "oprd", "attr"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Features:
    """Finds features.

    ``cues`` are the words of the language, ``lists`` those of candidates, ``people`` the kinds of nouns of persons and groups.
    """

    def __init__(
        self, triggers: Triggers, cues: Mapping[str, Any], lists: Mapping[str, Any], people: Mapping[str, str]
    ) -> None:
        self.triggers = triggers
        self.statuses = Statuses(cues)
        self.verbs = {name: frozenset(cues[name]) for name in LISTS}
        self.people = people
        self.parts = taking_part.WordClasses.of(lists, people)

    def of(self, candidate: EventCandidate, around: Surroundings) -> dict[str, float]:
        """The features of a candidate that are not nothing."""
        trigger = self._trigger(candidate)
        found = {"base": 1.0, **around.sentences[candidate.sentence]}
        found |= form(candidate)
        found |= self._clause(candidate)
        found |= position(candidate, around)
        found |= dates(candidate, around)
        found |= self._words(candidate, trigger)
        found |= taking_part.features(candidate, around, self.parts)
        found |= self._together(candidate, trigger)
        return found

    def _trigger(self, candidate: EventCandidate) -> Trigger | None:
        word = candidate.trigger
        return self.triggers.of_noun(word) if candidate.is_noun else self.triggers.of_verb(word)

    def _clause(self, candidate: EventCandidate) -> dict[str, float]:
        """The clause in which it stands, and what it says of it."""
        known = candidate.clause
        above = next((one for one in candidate.trigger.ancestors if one.pos_ in VERBAL), None)
        found = {f"{candidate.place} clause": 1.0, f"status {self._status(candidate)}": 1.0}
        if known is not None:
            marks = {"main": known.main, "said": known.speaker is not None, "meant": known.intent, "disputed": known.disputed}
            found |= {f"clause {name}": 1.0 for name, holds in marks.items() if holds}
        if above is not None:
            lemma = above.lemma_.lower()
            found |= {f"under a verb of {name}": 1.0 for name, words in self.verbs.items() if lemma in words}
        return found

    def _status(self, candidate: EventCandidate) -> str:
        word = candidate.trigger
        return self.statuses.of_noun(word) if candidate.is_noun else self.statuses.of_verb(word, attributed=False)

    def _words(self, candidate: EventCandidate, trigger: Trigger | None) -> dict[str, float]:
        """What the words of the kinds say, and the word itself."""
        word, part = candidate.trigger, "noun" if candidate.is_noun else "verb"
        lemma = word.lemma_.lower()
        found = {f"the {part} {lemma}": LEXICAL} if lemma.isalpha() else {}
        if trigger is not None:
            found |= {f"kind {trigger.kind}": 1.0, f"{part} of a known kind": 1.0}
            found["with its object of a known kind"] = float(trigger.noun is not None)
        if candidate.is_noun:
            carried = word.dep_ in OBJECT and word.head.lemma_.lower() in self.verbs["light"]
            return found | {"object of a light verb": float(carried), "noun of people": float(lemma in self.people)}
        told = (c for c in word.children if c.dep_ in OBJECT and c.pos_ == "NOUN")
        found["object tells a kind"] = float(any(self.triggers.of_noun(c) for c in told))
        return found | {f"verb of {name}": 1.0 for name, words in self.verbs.items() if lemma in words}

    def _together(self, candidate: EventCandidate, trigger: Trigger | None) -> dict[str, float]:
        """What tells more together than each by itself."""
        first = candidate.sentence == 0
        main = candidate.place == "main" and not candidate.quoted
        verb = candidate.trigger
        news = main and verb.tag_ in FINITE and verb.lemma_.lower() not in self.verbs["saying"]
        return {
            "known kind in the first sentence": float(first and trigger is not None),
            "known kind in a main clause": float(main and trigger is not None),
            "told as news": float(news),
            "told as news in the first sentence": float(news and first),
            "noun in the first sentence": float(first and candidate.is_noun),
        }


def form(candidate: EventCandidate) -> dict[str, float]:
    """The word's own form and what it depends on as."""
    word = candidate.trigger
    dep = word.dep_ if word.dep_ in DEPENDENCIES else "other"
    return {
        f"tag {word.tag_}": 1.0,
        f"{'noun' if candidate.is_noun else 'verb'} as {dep}": 1.0,
        "depth": min(sum(1 for _ in word.ancestors), 8) / 8,
    }


def position(candidate: EventCandidate, around: Surroundings) -> dict[str, float]:
    """Where it stands in the article, and how often the article tells it."""
    name, at = stem(candidate.trigger.text), candidate.sentence
    return {
        f"in {candidate.span}": 1.0,
        "quoted": float(candidate.quoted),
        "first sentence": float(at == 0),
        "second or third sentence": float(at in {1, 2}),
        "fourth to sixth sentence": float(at in {3, 4, 5}),
        "place": at / max(candidate.sentences, 1),
        "sentences": min(math.log1p(candidate.sentences) / 5, 1.0),
        "no headline": float(not around.headline),
        "in the headline": float(name in around.headline),
        "in the first sentence too": float(at > 0 and name in around.lead),
        "told often": math.log1p(around.told.get(name, 1) - 1) / 2,
        "told before": float(around.first.get(name, at) < at),
        f"genre {around.genre}": 1.0,
    }


def dates(candidate: EventCandidate, around: Surroundings) -> dict[str, float]:
    """The dates of its clause, and those that hang on a noun itself."""
    found: dict[str, float] = {}
    mine = around.dates.get(candidate.verb.i, ()) if candidate.verb is not None else ()
    for date in mine:
        found |= dict.fromkeys(_date(date, around.published), 1.0)
    inside = candidate.trigger.ent_type_ in {"DATE", "TIME"}
    return found | ({"within a date": 1.0} if inside else {})


def _date(date: DateMention, published: str) -> Sequence[str]:
    """How long a time a date names, and how long before publication it begins."""
    if date.from_ is None or date.to is None:
        return ["date without a day"]
    first, last = number(date.from_), number(date.to)
    length = last - first
    precision = next(name for name, most in LENGTHS if length <= most)
    if not published:
        return [precision]
    days = number(published) - first
    age = next((name for name, least, most in AGES if least <= days <= most), "date ahead")
    return [precision, age]
