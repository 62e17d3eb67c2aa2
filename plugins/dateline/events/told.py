"""What clauses and nouns of a sentence tell, before it is a report: trigger, roles, class and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from ..model import Actor
from ..model.words import Word
from . import sense
from .auxiliaries import auxiliaries
from .carriers import Carried, Carriers
from .clauses import Clause, Clauses
from .conjecture import conjecture, is_asked, is_condition
from .roles import ActorAt, Roles
from .speakers import Speakers
from .status import Statuses
from .triggers import Trigger, Triggers

OTHER = Trigger("OTHER", "")
#: dependents with which a bare verb is no imperative
NOT_ALONE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl", "csubj"})
#: dependents that say what is asked for; "he asked" behind a quotation has none
CONTENT = frozenset({"dobj", "dative", "ccomp", "xcomp", "nsubjpass", "prep"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a clause or noun tells it, before it is a report."""

    trigger: Trigger
    token: Word
    kind: str
    source: list[str]
    target: list[str]
    direct: bool
    status: str
    clause: Clause
    mode: str | None = None


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

    def speaks(self, who: Sequence[str]) -> bool:
        """Whether what somebody says is an act: he has a name, or acts for the state, and does not only report."""
        acting = [self.actors[one] for one in who]
        return any(a.sector in sense.PUBLIC or (a.sector != "MED" and any(c.isupper() for c in a.name)) for a in acting)

    def doers(self, who: Sequence[str]) -> Doers:
        """What :meth:`.sense.Sense.kind_of` needs to know of those who act."""
        acting = [self.actors[one] for one in who]
        return Doers(sectors=frozenset(a.sector for a in acting), state=any(a.kind == "place" for a in acting))


class Teller:
    """Finds what a sentence tells. ``triggers`` and ``cues`` as :class:`~.tagger.ReportsTagger` has them."""

    def __init__(self, triggers: Triggers, cues: Mapping[str, Any]) -> None:
        self.triggers = triggers
        self.cues = cues
        self.passed_over = frozenset(cues["saying"]) | frozenset(cues["light"])
        self.roles, self.sense = Roles(cues["roles"]), sense.Sense(cues["acts"])
        kinds = ("saying", "passing", "meaning", "wishing", "telling", "denying", "without", "aims")
        self.clauses = Clauses(*(frozenset(cues[k]) for k in kinds))
        self.statuses = Statuses(cues)
        self.carriers = Carriers(self.statuses.governors, triggers, frozenset(cues["meaning"]))

    def of_sentence(self, root: Word, sent: Sequence[Word], cast: Cast) -> Iterator[Told]:
        """What its clauses tell, then its nouns. A question tells nothing, nor does a clause that asks the reader."""
        seen: set[int] = set()
        found = []
        for clause in self.clauses.of(root, sent):
            if clause.verb.i not in seen:
                seen.add(clause.verb.i)
                told = self._of_clause(clause, cast)
                if told is not None:
                    seen |= {told.trigger.noun.i} if told.trigger.noun is not None else set()
                    found.append(told)
        yield from _once_said(found)
        yield from self._of_nouns(sent, seen, cast)

    def _of_clause(self, clause: Clause, cast: Cast) -> Told | None:
        verb, carried = clause.verb, self.carriers.of(clause.verb)
        happened = self._status(clause, cast, carried)
        asks = self._asking(clause, cast) if happened == "called-for" else []
        trigger = carried.trigger if carried is not None else self._trigger(clause, asked=bool(asks))
        if trigger is None:
            return None
        who, whom, direct = self._roles(verb, trigger, cast.parties, carried)
        unsaid = happened in {"denied", "possible"}
        if trigger.kind == "STATEMENT" and (unsaid or not (_says_something(verb) and cast.speaks(who))):
            return None
        if not who and trigger.kind == "ASSAULT" and (mishap := self._mishap(verb)):
            trigger = replace(trigger, kind=mishap)
        if trigger.noun is None and trigger.kind in sense.TO_SOMEBODY and not whom and _has_object(verb, cast):
            trigger = OTHER
        if not self._tells(clause, trigger, who, whom, direct):
            return None
        if asks:
            return Told(trigger, verb, "DEMAND", asks, who or whom, True, happened, clause)
        kind = self.sense.kind_of(
            trigger.kind,
            trigger.words,
            meant=carried is None and (happened == "planned" or clause.intent or self._will(clause.finite)),
            denied=happened == "denied",
            about=self._about(verb),
            **cast.doers(who),
        )
        many, both = len(who) > 1, bool(whom and direct)
        if self.sense.is_mutual(kind, trigger.words, trigger.name, many=many, direct=both, named=bool(whom)):
            who = whom = [*who, *(a for a in whom if direct and a not in who)]
        return Told(trigger, verb, kind, who, whom, direct, happened, clause, self.triggers.mode(kind, trigger, verb))

    def _asking(self, clause: Clause, cast: Cast) -> list[str]:
        """Who says that it must be done."""
        if clause.speaker is None or not self.statuses.asks(clause.finite):
            return []
        return self.roles.sources(clause.speaker, cast.parties)

    def _trigger(self, clause: Clause, *, asked: bool) -> Trigger | None:
        """What tells the event: OTHER where the verb is none that is known; None where it cannot be one at all, but where
        somebody asks for it (``asked``), which is an event of its own, however empty the verb.
        """
        verb = clause.verb
        found = self.triggers.of_verb(verb)
        empty = verb.pos_ == "AUX" or (verb.lemma_.lower() in self.passed_over and not asked)
        asking = any(c.dep_ == "ccomp" and (is_condition(c) or is_asked(c)) for c in verb.children)
        if asking or _is_imperative(verb) or self._counterfactual(clause.finite) or (found is None and empty):
            return None
        return found or OTHER

    def _roles(self, verb: Word, trigger: Trigger, at: ActorAt, carried: Carried | None) -> tuple[list[str], list[str], bool]:
        """Who acts, upon whom, and whether an object names those itself; of what a subject tells, who stands beside that."""
        beside = self.roles.of_noun(carried.subject, at) if carried is not None and carried.subject is not None else ([], [])
        if any(beside):
            return *beside, True
        who = self.roles.sources(verb, at)
        whom, direct = self.roles.targets(verb, trigger.noun, at, who)
        whom = whom if direct or trigger.kind not in sense.UPON_NOBODY else []
        whom = [] if trigger.kind == "STATEMENT" else whom
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

    def _counterfactual(self, verb: Word) -> bool:
        """Whether a verb tells what did not come about ("would have died")."""
        marks = {t.lower_ for t in auxiliaries(verb)}
        return all(marks & set(self.cues["tense"][name]) for name in ("would", "have"))

    def _about(self, verb: Word) -> str | None:
        """The class of what a verb's infinitive is to do."""
        infinitives = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB")
        found = next((trigger for c in infinitives if (trigger := self.triggers.of_verb(c))), None)
        return found.kind if found else None

    def _tells(self, clause: Clause, trigger: Trigger, who: list[str], whom: list[str], direct: bool) -> bool:
        """Whether a clause says enough to be a report: who takes part, and in one that only describes, both sides."""
        if trigger.kind in sense.SPOKEN and not who and not trigger.undergone:
            return False
        if trigger.kind == "DEMAND" and not whom and not any(c.dep_ in CONTENT for c in clause.verb.children):
            return False
        if clause.disputed:
            return bool(who) and trigger is not OTHER
        if clause.main:
            return bool(who or (whom and direct)) or trigger.kind in sense.HAPPENING
        if trigger.kind in sense.BESIDE_PLOVER:
            return bool(who or (whom and direct))
        both = bool(who and whom and (direct or clause.verb.lemma_.lower() in self.cues["telling"]))
        return both and trigger is not OTHER

    def _of_nouns(self, sent: Sequence[Word], seen: set[int], cast: Cast) -> Iterator[Told]:
        """Events that nouns tell, where to whom, and who does it or that it is done, stand beside them."""
        for token in sent:
            if token.pos_ == "NOUN" and token.i not in seen and (trigger := self.triggers.of_noun(token)):
                source, target = self.roles.of_noun(token, cast.parties)
                alone = trigger.kind in sense.BESIDE_PLOVER and (source or target)
                if alone or (
                    target and (source or (trigger.kind in sense.DONE_TO and any(c.lower_ == "of" for c in token.children)))
                ):
                    kind = self.sense.kind_of(trigger.kind, trigger.words, meant=False, denied=False, **cast.doers(source))
                    mode = self.triggers.mode(kind, trigger, token)
                    happened = "possible" if self._conjecture(token) else self.statuses.of_noun(token)
                    yield Told(trigger, token, kind, source, target, True, happened, Clause(token, main=False), mode)


def _has_object(verb: Word, cast: Cast) -> bool:
    """Whether a verb has an object that is not only where it happens, and no clause that it is about."""
    about = any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return not about and any(c.i not in cast.at or c.i in cast.parties for c in objects)


def _once_said(told: Sequence[Told]) -> list[Told]:
    """What is said once: a statement only where nothing of a known kind is told by it, and then without what else is."""
    inside: dict[int, list[Told]] = {}
    for one in told:
        if one.clause.speaker is not None:
            inside.setdefault(one.clause.speaker.i, []).append(one)
    stated = {t.token.i for t in told if t.kind == "STATEMENT" and all(o.kind == "OTHER" for o in inside.get(t.token.i, ()))}
    gone = {id(o) for i in stated for o in inside.get(i, ())}
    return [
        t for t in told if id(t) not in gone and (t.kind != "STATEMENT" or t.token.i in stated or t.trigger.noun is not None)
    ]


def _is_imperative(verb: Word) -> bool:
    """Whether a verb tells the reader what to do ("Please avoid the area")."""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in NOT_ALONE for c in verb.children)


def _says_something(verb: Word) -> bool:
    """Whether a verb of saying has what is said: a clause, a quotation or a noun."""
    said = {"ccomp", "xcomp", "dobj", "nsubjpass", "oprd", "parataxis"}
    direct = any(c.dep_ in said and c.pos_ != "PRON" for c in verb.children)
    return direct or any(t.dep_ == "mark" and t.lower_ == "that" for t in verb.subtree)
