"""What clauses and nouns of a sentence tell, before it is a report: trigger, roles, class and status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from ..model import Actor
from ..model.words import Word
from . import sense
from .auxiliaries import auxiliaries
from .candidates import EventCandidate
from .carriers import Carried, Carriers
from .clauses import Clause, Clauses
from .conjecture import conjecture, is_asked, is_condition
from .judge import UNJUDGED, Verdict
from .roles import ActorAt, Roles
from .speakers import Speakers
from .status import Statuses
from .triggers import Trigger, Triggers

#: dependents that say what is asked for; "he asked" behind a quotation has none
CONTENT = frozenset({"dobj", "dative", "ccomp", "xcomp", "nsubjpass", "prep"})
OTHER = Trigger("OTHER", "")
#: what a verb of saying tells that says nothing more
SAID = Trigger("STATEMENT", "")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a clause or noun tells it, before it is a report.

    ``mutual`` says that those who act, act on each other and on whom is acted.

    ``whole`` is false of a verb that is only what another is about; ``lead`` is the index of the word that tells the whole of
    its happening in its sentence, where that is another, ``first`` that of the first word in the article that tells it.
    ``confidence`` is the probability that kind and status are right.
    """

    trigger: Trigger
    token: Word
    kind: str
    source: list[str]
    target: list[str]
    direct: bool
    status: str
    clause: Clause
    mode: str | None = None
    mutual: bool = False
    whole: bool = True
    verdict: Verdict = UNJUDGED
    lead: int | None = None
    first: int | None = None
    confidence: float = 0.0

    @property
    def ground(self) -> str:
        """What its kind rests on: nothing, a verb of saying, a noun, a verb with its object or alone, or what these amount to;
        first of all that it is known who acts on whom.
        """
        if self.kind == OTHER.kind:
            return "nothing"
        if self.lead is not None:
            return "another word"
        if self.trigger is SAID:
            return "saying"
        if self.mutual or (self.source and self.target):
            return "between two"
        if self.kind != self.trigger.kind:
            return "sense"
        if self.token.pos_ == "NOUN":
            return "noun"
        return "verb with its object" if self.trigger.noun is not None else "verb"


class Doers(TypedDict):
    """What :meth:`.sense.Sense.kind_of` needs to know of those who act."""

    sectors: frozenset[str | None]
    state: bool


@dataclass(frozen=True)
class Cast:
    """The actors of a document by id, which of them each of its words stands for (``at``), and who may take part by it."""

    actors: Mapping[str, Actor]
    at: ActorAt
    parties: ActorAt
    speakers: Speakers

    def doers(self, who: Sequence[str]) -> Doers:
        """What :meth:`.sense.Sense.kind_of` needs to know of those who act."""
        acting = [self.actors[one] for one in who]
        return Doers(sectors=frozenset(a.sector for a in acting), state=any(a.kind == "place" for a in acting))


class Teller:
    """Finds what a sentence tells. ``triggers`` and ``cues`` as :class:`~.tagger.ReportsTagger` has them."""

    def __init__(self, triggers: Triggers, cues: Mapping[str, Any]) -> None:
        self.triggers = triggers
        self.cues = cues
        self.roles, self.sense = Roles(cues["roles"]), sense.Sense(cues["acts"])
        self.clauses = Clauses.from_cues(cues)
        self.statuses = Statuses(cues)
        self.carriers = Carriers(self.statuses.governors, triggers, frozenset(cues["meaning"]))

    def of(self, candidate: EventCandidate, cast: Cast) -> Told:
        """What a candidate tells."""
        word, clause = candidate.trigger, candidate.clause
        if candidate.is_noun:
            return self._of_noun(word, cast)
        return replace(self._of_verb(clause or Clause(word, main=False), cast), whole=clause is not None)

    def _of_verb(self, clause: Clause, cast: Cast) -> Told:
        verb, carried = clause.verb, self.carriers.of(clause.verb)
        happened = self._status(clause, cast, carried)
        trigger = carried.trigger if carried is not None else self.triggers.of_verb(verb) or self._unknown(verb)
        who, whom, direct = self._roles(verb, trigger, cast.parties, carried)
        if asks := self._asking(clause, cast) if happened == "called-for" else []:
            return Told(trigger, verb, "DEMAND", asks, who or whom, True, happened, clause)
        trigger = self._in_sense(trigger, verb, who, whom, cast)
        kind = self.sense.kind_of(
            trigger.kind,
            trigger.words,
            meant=carried is None and (happened == "planned" or clause.intent or self._will(clause.finite)),
            denied=happened == "denied",
            about=self._about(verb),
            **cast.doers(who),
        )
        many, both = len(who) > 1, bool(whom and direct)
        mutual = self.sense.is_mutual(kind, trigger.words, trigger.name, many=many, direct=both, named=bool(whom))
        whom = whom if direct or not mutual else []
        return Told(trigger, verb, kind, who, whom, direct, happened, clause, mutual=mutual)

    def _unknown(self, verb: Word) -> Trigger:
        """What a verb tells that no list has: that something is said, or something else."""
        return SAID if verb.lemma_.lower() in self.clauses.saying else OTHER

    def _in_sense(self, trigger: Trigger, verb: Word, who: list[str], whom: list[str], cast: Cast) -> Trigger:
        """What a verb tells here: without an actor who kills, an accident may; what is done to things is no act on anybody; a
        question demands nothing.
        """
        if trigger.kind == "DEMAND" and not whom and not any(_is_demand(c) for c in verb.children):
            return SAID
        if not who and trigger.kind == "ASSAULT" and (mishap := self._mishap(verb)):
            trigger = replace(trigger, kind=mishap)
        upon_things = trigger.noun is None and trigger.kind in sense.TO_SOMEBODY and not whom and _has_object(verb, cast)
        return OTHER if upon_things else trigger

    def _of_noun(self, noun: Word, cast: Cast) -> Told:
        trigger = self.triggers.of_noun(noun) or OTHER
        source, target = self.roles.of_noun(noun, cast.parties)
        kind = self.sense.kind_of(trigger.kind, trigger.words, meant=False, denied=False, **cast.doers(source))
        happened = "possible" if self._conjecture(noun) else self.statuses.of_noun(noun)
        mutual = bool(source) and source == target
        whom = [] if mutual else target
        return Told(trigger, noun, kind, source, whom, True, happened, Clause(noun, main=False), mutual=mutual)

    def _asking(self, clause: Clause, cast: Cast) -> list[str]:
        """Who says that it must be done."""
        if clause.speaker is None or not self.statuses.asks(clause.finite):
            return []
        return self.roles.sources(clause.speaker, cast.parties)

    def _roles(self, verb: Word, trigger: Trigger, at: ActorAt, carried: Carried | None) -> tuple[list[str], list[str], bool]:
        """Who acts, upon whom, and whether an object names those itself; of what a subject tells, who stands beside that."""
        beside = self.roles.of_noun(carried.subject, at) if carried is not None and carried.subject is not None else ([], [])
        if any(beside):
            return *beside, True
        who = self.roles.sources(verb, at)
        whom, direct = self.roles.targets(verb, trigger.noun, at, who)
        whom = whom if direct or trigger.kind not in sense.UPON_NOBODY else []
        whom = [] if trigger.kind == "STATEMENT" or (trigger is OTHER and not direct) else whom
        return ((whom if direct else []), who, bool(who)) if trigger.undergone else (who, whom, direct)

    def _mishap(self, verb: Word) -> str | None:
        """The kind of the accident or disaster that a sentence tells of beside its casualties."""
        start, end = verb.words.sentence(verb.i)
        sent = verb.words[start:end]
        kinds = (self.triggers.verbs.get(t.lemma_) or self.triggers.nouns.get(t.lemma_) for t in sent)
        return next((kind for kind in kinds if kind in sense.MISHAPS), None)

    def _status(self, clause: Clause, cast: Cast, carried: Carried | None) -> str:
        """Whether it happened; what somebody says would be done is planned."""
        attributed = cast.speakers.said_by(clause.verb, clause.speaker) is not None
        kind = carried.kind if carried else None
        found = self.statuses.of_event(clause.verb, kind, attributed=attributed, meant=clause.intent)
        if found != "denied" and self._conjecture(clause.verb):
            return "possible"
        return "planned" if found == "possible" and clause.speaker is not None and self._will(clause.finite) else found

    def _conjecture(self, word: Word) -> bool:
        return conjecture(word, self.cues["conjecture"], self.clauses.saying | self.clauses.telling)

    def _will(self, verb: Word) -> bool:
        return any(t.lower_ in self.cues["tense"]["will"] for t in auxiliaries(verb))

    def is_counterfactual(self, verb: Word) -> bool:
        """Whether a verb tells what did not come about ("would have died")."""
        marks = {t.lower_ for t in auxiliaries(verb)}
        return all(marks & set(self.cues["tense"][name]) for name in ("would", "have"))

    def _about(self, verb: Word) -> str | None:
        """The class of what a verb's infinitive is to do."""
        infinitives = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB")
        found = next((trigger for c in infinitives if (trigger := self.triggers.of_verb(c))), None)
        return found.kind if found else None


def _is_demand(word: Word) -> bool:
    """Whether what stands beside a verb says what is asked for, and is no question."""
    return word.dep_ in CONTENT and not is_condition(word) and not is_asked(word)


def _has_object(verb: Word, cast: Cast) -> bool:
    """Whether a verb has an object that is not only where it happens, and no clause that it is about."""
    about = any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return not about and any(c.i not in cast.at or c.i in cast.parties for c in objects)
