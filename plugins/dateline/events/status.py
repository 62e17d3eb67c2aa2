"""Whether what a verb or noun tells happened: by its own words, then by all that governs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.words import Word
from .auxiliaries import auxiliaries, has_subject, is_infinitive
from .governors import Governor, Governors, is_nominal
from .negation import Negation

PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
PERFECT = frozenset({"have", "had", "has"})
REAL = frozenset({"happened", "ongoing"})
#: governors that say nothing of what they govern; all but the first, of nouns ("the attack was reported")
SILENT = frozenset({"saying", "reporting", "ordering", "expecting"})
#: what each kind of governor makes of what it governs, where it is asserted, and where it is negated
OUTCOMES = {
    "denying": ("denied", "possible"),
    "rejecting": ("denied", "possible"),
    "failing": ("denied", "happened"),
    "cancelling": ("cancelled", "planned"),
    "postponing": ("planned", "planned"),
    "planning": ("planned", "denied"),
    "wishing": ("planned", "denied"),
    "due": ("planned", "denied"),
    "going": ("planned", "denied"),
    "meant": ("planned", "denied"),
    "doubting": ("possible", "possible"),
    "hearsay": ("possible", "possible"),
    "claiming": ("possible", "denied"),
    "calling": ("called-for", "possible"),
    "obliging": ("called-for", "denied"),
}


class Statuses:
    """Tells happened, ongoing, planned, possible, denied, called-for or cancelled. ``cues`` are the words of the language."""

    def __init__(self, cues: Mapping[str, Any]) -> None:
        words = cues["status"]
        self.auxiliaries = {name: frozenset(listed) for name, listed in words["auxiliaries"].items()}
        self.hedges, self.hearsay = frozenset(words["hedges"]), frozenset(words["hearsay"])
        self.conditions, self.yet = frozenset(words["conditions"]), frozenset(words["yet"])
        self.negation = Negation(words["negation"])
        lists = (frozenset(cues[name]) for name in ("passing", "saying", "without"))
        self.governors = Governors(words["governors"], words["nouns"], *lists)

    def of_verb(self, verb: Word, *, attributed: bool) -> str:
        """The status of what a verb tells. ``attributed``: somebody who is named says it, so that it is no mere hearsay."""
        found = self._own(verb, attributed=attributed)
        for governor in self.governors.above(verb):
            found = self._under(governor, found, attributed=attributed)
        return found

    def of_noun(self, noun: Word) -> str:
        """The status of what a noun tells."""
        if self.negation.of_noun(noun):
            return "denied"
        kind = self.governors.modifier(noun)
        found = OUTCOMES[kind][0] if kind in OUTCOMES else "happened"
        governor = self.governors.above_noun(noun)
        return found if governor is None else self._under(governor, found, attributed=False)

    def asks(self, verb: Word) -> bool:
        """Whether an auxiliary calls for what a verb tells ("must"), which somebody who says so demands."""
        return any(t.lower_ in self.auxiliaries["called-for"] for t in auxiliaries(verb))

    def of_event(self, verb: Word, kind: str | None, *, attributed: bool, meant: bool) -> str:
        """The status of what a verb tells, or of what a verb of this kind makes of its noun's event: "postponed talks".

        ``meant``: its subject means to do it.
        """
        if kind is None:
            found = self.of_verb(verb, attributed=attributed)
            return "planned" if meant and found == "happened" else found
        return self._under(Governor(kind, verb), "happened", attributed=attributed, climb=True)

    def _under(self, governor: Governor, found: str, *, attributed: bool, climb: bool = False) -> str:
        """The status of what is governed, which was found so far without its governor."""
        kind = governor.kind
        asserted = self._asserted(governor.carrier, attributed=attributed and climb, climb=climb)
        if kind in SILENT:
            return found
        if kind == "hearsay" and attributed and asserted != "denied":
            return found
        if kind in {"passing", "staging"}:
            return _passed(found, asserted)
        if kind == "obliging" and (asserted == "ongoing" or (asserted == "happened" and _is_past(governor.carrier))):
            return found
        if asserted == "cancelled" or (kind != "obliging" and asserted in {"possible", "called-for"}):
            return "possible" if asserted != "cancelled" else asserted
        outcome = OUTCOMES[kind][asserted == "denied"]
        if found == "denied" and kind in {"failing", "denying", "rejecting"}:
            return "happened" if outcome == "denied" else "possible"
        return found if found in {"denied", "possible", "cancelled"} and outcome == "planned" else outcome

    def _asserted(self, carrier: Word | None, *, attributed: bool, climb: bool) -> str:
        """Whether what governs is itself so."""
        if carrier is None:
            return "happened"
        if is_nominal(carrier):
            return self.of_noun(carrier)
        if carrier.dep_ == "advcl" and is_infinitive(carrier):
            return "possible"
        return self.of_verb(carrier, attributed=attributed) if climb else self._own(carrier, attributed=False)

    def _own(self, verb: Word, *, attributed: bool) -> str:
        """The status that a verb's negation, auxiliaries, adverbs and form give, without what governs it."""
        marks = self._marks(verb)
        negated = self.negation.of_verb(verb) or self._is_outstanding(verb)
        unsure = self._is_hedged(verb, attributed=attributed)
        if negated:
            return "possible" if unsure or marks & self.auxiliaries["perhaps"] else "denied"
        if marks & self.conditions or unsure:
            return "possible"
        for name in ("possible", "called-for", "planned"):
            if marks & self.auxiliaries[name] and not (name == "planned" and marks & PERFECT):
                return name
        if verb.dep_ == "ROOT" and is_infinitive(verb):
            return "planned"
        running = PRESENT | ({"been"} if marks & {"have", "has"} else set())
        return "ongoing" if verb.tag_ == "VBG" and marks & running else "happened"

    def _marks(self, verb: Word) -> set[str]:
        """Its auxiliaries, what joins its clause, and what makes one beside it a condition ("unless it withdraws, ...")."""
        joins = {t.lower_ for t in verb.children if t.dep_ == "mark"}
        beside = {t.lower_ for c in verb.children if c.dep_ == "advcl" for t in c.children if t.dep_ == "mark"}
        return {t.lower_ for t in auxiliaries(verb)} | joins | (beside & self.conditions)

    def _is_hedged(self, verb: Word, *, attributed: bool) -> bool:
        """Whether an adverb says that it is not sure, or only hearsay; verbs joined by one subject share it."""
        said = {t.lower_ for t in verb.children if t.dep_ == "advmod"}
        if said & self.hedges or (said & self.hearsay and not attributed):
            return True
        return verb.dep_ == "conj" and not has_subject(verb) and self._is_hedged(verb.head, attributed=attributed)

    def _is_outstanding(self, verb: Word) -> bool:
        """Whether it is still to be done: "has yet to sign"."""
        infinitives = [t for t in verb.children if t.dep_ == "xcomp" and is_infinitive(t)]
        before = (verb.words[t.left_edge.i - 1] for t in infinitives if t.left_edge.i)
        return any(word.lower_ in self.yet for word in before)


def _passed(found: str, asserted: str) -> str:
    """The status under a verb that hands it on: "began to", "managed to"."""
    if asserted in REAL:
        return asserted if found == "happened" else found
    if asserted == "denied" and found == "denied":
        return "happened"
    return asserted


def _is_past(verb: Word | None) -> bool:
    return verb is not None and verb.tag_ == "VBD"
