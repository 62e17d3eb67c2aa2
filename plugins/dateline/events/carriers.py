"""Verbs that say what becomes of an event that their noun tells: "the trial opens", "talks were put off"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model.words import Word
from .auxiliaries import SUBJECTS, is_passive
from .governors import Governors
from .triggers import Trigger, Triggers

#: kinds of governors that say it of their subject, and those that also say it of their object
OF_SUBJECT = frozenset({"staging", "cancelling", "postponing", "planning", "failing"})
OF_OBJECT = frozenset({"cancelling", "postponing"})


@dataclass(frozen=True, slots=True)
class Carried:
    """An event that a noun tells, and the kind of its verb among the governors; ``subject``: that noun, where it is one."""

    trigger: Trigger
    kind: str
    subject: Word | None


class Carriers:
    """Finds verbs that carry a noun's event. ``planning`` are lemmas of verbs whose subject means to do what they carry."""

    def __init__(self, governors: Governors, triggers: Triggers, planning: frozenset[str]) -> None:
        self.governors, self.triggers, self.planning = governors, triggers, planning

    def of(self, verb: Word) -> Carried | None:
        """What a verb carries, unless it tells an event of its own by somebody who is named."""
        kind = self.governors.kind_of(verb)
        if kind not in OF_SUBJECT:
            return None
        own = self.triggers.of_verb(verb)
        passive = is_passive(verb)
        by = any(t.dep_ == "agent" for t in verb.children)
        if own is not None and (by or not passive):
            return None
        subject = passive or kind == "staging"
        if not subject and kind not in OF_OBJECT and verb.lemma_.lower() not in self.planning:
            return None
        return self._carried(verb, kind, subject=subject)

    def _carried(self, verb: Word, kind: str, *, subject: bool) -> Carried | None:
        nouns = _subjects(verb) if subject else [t for t in verb.children if t.dep_ == "dobj"]
        for noun in nouns:
            if noun.pos_ == "NOUN" and (found := self.triggers.of_noun(noun)) is not None:
                words = f"{verb.lemma_.lower()} {found.words}"
                return Carried(replace(found, words=words, noun=noun, name=found.words), kind, noun if subject else None)
        return None


def _subjects(verb: Word) -> list[Word]:
    """The subject of a verb, or of the verb or adjective that it completes: "talks are due to begin"."""
    own = [t for t in verb.children if t.dep_ in SUBJECTS]
    if own or verb.dep_ not in {"xcomp", "conj"}:
        return own
    head = verb.head.head if verb.head.dep_ in {"acomp", "oprd"} else verb.head
    return _subjects(head)
