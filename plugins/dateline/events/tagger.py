"""The ``reports`` stage: a report for each clause or noun that tells an event and names who takes part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from ..model import FURNITURE, Participant, Report, Span, When
from . import anchoring, roles, sense
from .clauses import Clause, Clauses
from .confidence import WEIGHTS, confidence
from .identity import Identities
from .status import auxiliaries, status
from .summary import summary
from .triggers import Trigger, Triggers

Doc.set_extension("reports", default=(), force=True)
OTHER = Trigger("OTHER", "")
#: clauses that describe a noun: what they tell is background, and a report only where it is dated
DESCRIBING = frozenset({"relcl", "acl"})


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a clause or noun tells it, before it is a report."""

    trigger: Trigger
    token: Token
    kind: str
    source: list[str]
    target: list[str]
    direct: bool
    status: str
    clause: Clause


class ReportsTagger:
    """Writes ``doc._.reports``; needs the parse, ``doc._.article``, ``doc._.dates``, ``doc._.actors`` and ``doc._.actor_at``.

    ``triggers`` tells events from words. ``cues`` has the words that make an act possible or planned, and the verbs that only
    report (``saying``), are too empty to tell anything (``light``), hand on to another (``passing``, ``meaning``,
    ``wishing``) or tell of what is not done (``telling``).
    """

    def __init__(self, triggers: Triggers, cues: Mapping[str, Any]) -> None:
        self.triggers = triggers
        self.cues = cues
        self.passed_over = frozenset(cues["saying"]) | frozenset(cues["light"])
        self.clauses = Clauses(*(frozenset(cues[k]) for k in ("saying", "passing", "meaning", "wishing", "telling")))

    def __call__(self, doc: Doc) -> Doc:
        closed, ids = _furniture(doc), Identities(doc._.article.id)
        told = [(sent, one) for sent in doc.sents for one in self._of_sentence(sent) if not closed[one.token.idx]]
        whens = self._whens(doc, [one for _, one in told])
        told = [(sent, one) for sent, one in told if one.token.dep_ not in DESCRIBING or one.token.i in whens]
        doc._.reports = tuple(self._report(sent, one, ids, whens.get(one.token.i)) for sent, one in told)
        return doc

    def _whens(self, doc: Doc, told: list[Told]) -> dict[int, When]:
        """The date of each event that has one, by the index of its trigger."""
        clauses, published = [one.clause for one in told], doc._.article.published
        dates = anchoring.dates_of(doc, {c.verb.i for c in clauses if c.verb.pos_ == "NOUN"})
        found = {c.verb.i: when for c in clauses if (when := anchoring.anchor(c, dates, published))}
        return found | anchoring.told_from(clauses, dates, published)

    def _of_sentence(self, sent: SpacySpan) -> Iterator[Told]:
        seen: set[int] = set()
        for clause in self.clauses.of(sent):
            if clause.verb.i not in seen:
                seen.add(clause.verb.i)
                told = self._of_clause(clause)
                if told is not None:
                    seen |= {told.trigger.noun.i} if told.trigger.noun is not None else set()
                    yield told
        yield from self._of_nouns(sent, seen)

    def _of_clause(self, clause: Clause) -> Told | None:
        verb, at = clause.verb, verb_actors(clause.verb)
        trigger = self.triggers.of_verb(verb)
        if trigger is None and (verb.lemma_.lower() in self.passed_over or verb.pos_ == "AUX"):
            return None
        trigger = trigger or OTHER
        who = roles.sources(verb, at) or (roles.power(verb, at) if trigger.words in sense.STATE else [])
        whom, direct = roles.targets(verb, trigger.noun, at, who, where=trigger.kind not in sense.NOWHERE)
        whom = whom if direct or trigger.kind != "RETREAT" else []
        if trigger.noun is None and trigger.kind in sense.TO_SOMEBODY and not whom and _has_object(verb):
            trigger = OTHER
        if not self._tells(clause, trigger, who, whom, direct):
            return None
        happened = "denied" if clause.failed else status(clause.finite, self.cues["status"], intent=clause.intent)
        if happened == "possible" and clause.speaker is not None and _will(clause.finite):
            happened = "planned"
        meant = happened == "planned" or clause.intent or _will(clause.finite)
        kind = sense.kind_of(trigger.kind, trigger.words, meant=meant, denied=happened == "denied", **_doers(verb.doc, who))
        if happened == "called-for" and clause.speaker is not None and (asks := roles.sources(clause.speaker, at)):
            return Told(trigger, verb, "DEMAND", asks, who or whom, True, happened, clause)
        if sense.is_mutual(kind, trigger.name, many=len(who) > 1, direct=bool(whom and direct), named=bool(whom)):
            who = whom = [*who, *(a for a in whom if direct and a not in who)]
        return Told(trigger, verb, kind, who, whom, direct, happened, clause)

    def _tells(self, clause: Clause, trigger: Trigger, who: list[str], whom: list[str], direct: bool) -> bool:
        """Whether a clause says enough to be a report: who takes part, and in one that only describes, both sides."""
        if trigger.kind in sense.SPOKEN and not who:
            return False
        if clause.main:
            return bool(who or (whom and direct)) or trigger.kind in sense.HAPPENING
        both = bool(who and whom and (direct or clause.verb.lemma_.lower() in self.cues["telling"]))
        return both and trigger is not OTHER

    def _of_nouns(self, sent: SpacySpan, seen: set[int]) -> Iterator[Told]:
        """Events that nouns tell, where to whom, and who does it or that it is done, stand beside them."""
        for token in sent:
            if token.pos_ == "NOUN" and token.i not in seen and (trigger := self.triggers.of_noun(token)):
                source, target = roles.of_noun(token, verb_actors(token))
                if target and (source or (trigger.kind in sense.DONE_TO and any(c.lower_ == "of" for c in token.children))):
                    kind = sense.kind_of(trigger.kind, trigger.words, meant=False, denied=False, **_doers(token.doc, source))
                    yield Told(trigger, token, kind, source, target, True, "happened", Clause(token, main=False))

    def _report(self, sent: SpacySpan, told: Told, ids: Identities, when: When | None) -> Report:
        doc, token = sent.doc, told.token
        return Report(
            id=ids.of(sent, token),
            article=doc._.article.id,
            type=told.kind,
            start=token.idx,
            end=token.idx + len(token),
            text=token.text,
            sentence=Span(*_bounds(sent)),
            summary=_line(told),
            source=tuple(told.source),
            target=tuple(told.target),
            participants=_participants(told.source, told.target),
            when=when,
            status=told.status,
            said_by=_speaker(told.clause),
            confidence=confidence(_clues(told, when)),
            why=tuple(_why(told, when)),
        )


def verb_actors(token: Token) -> roles.ActorAt:
    """Which actors the words of its document stand for."""
    at: roles.ActorAt = token.doc._.actor_at or {}
    return at


def _line(told: Told) -> str:
    """The report in one line."""
    doc, token = told.token.doc, told.token
    called = {actor.id: actor.name for actor in doc._.actors}
    at = verb_actors(token)
    names = {i: " and ".join(called[a] for a in ids) for i, ids in at.items()}
    said = roles.subjects(told.clause.speaker) if told.clause.speaker is not None else []
    others = [t for t in said if not set(at.get(t.i, ())) & set(told.source)]
    subjects = roles.subjects(token) if token.pos_ != "NOUN" else []
    head = token if token.pos_ == "NOUN" else told.clause.finite
    return summary(head, subjects, names, speaker=next(iter(others), None))


def _has_object(verb: Token) -> bool:
    """Whether a verb has an object, and no clause that it is about."""
    about = any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    return not about and any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)


def _will(verb: Token) -> bool:
    return any(t.lower_ in {"will", "would", "wo", "'ll", "’ll", "shall"} for t in auxiliaries(verb))


def _doers(doc: Doc, who: Sequence[str]) -> dict[str, Any]:
    """What :func:`sense.kind_of` needs to know of those who act."""
    actors = [actor for actor in doc._.actors if actor.id in who]
    return {"sectors": frozenset(a.sector for a in actors), "state": any(a.kind == "place" for a in actors)}


def _speaker(clause: Clause) -> str | None:
    """The actor who says so, where a verb of saying stands above the clause."""
    if clause.speaker is None:
        return None
    return next(iter(roles.sources(clause.speaker, verb_actors(clause.speaker))), None)


def _participants(who: Sequence[str], whom: Sequence[str]) -> tuple[Participant, ...]:
    return (*(Participant(a, "source") for a in who), *(Participant(a, "target") for a in whom if a not in who))


def _why(told: Told, when: When | None) -> Iterator[str]:
    """What a report rests on, a line each: the words that tell it, what they amount to, its date, and the clues that hold."""
    words = told.trigger.words or told.token.lemma_
    yield f"{words!r} tells {told.trigger.kind}"
    if told.kind != told.trigger.kind:
        yield f"said as {told.status} in this clause, {told.trigger.kind} amounts to {told.kind}"
    yield f"when: {when.basis}" if when else "when: nothing dates it"
    yield from (f"{WEIGHTS[clue]:+.2f} {clue}" for clue, holds in _clues(told, when).items() if holds)


def _clues(told: Told, when: When | None) -> dict[str, bool]:
    return {
        "base": True,
        "the trigger is known": told.trigger is not OTHER,
        "the trigger has its object": told.trigger.noun is not None,
        "source and target are named": bool(told.source and told.target),
        "the target is the object itself": bool(told.target) and told.direct,
        "it is the sentence's main clause": told.clause.main,
        "the date stands in the clause": when is not None and when.basis.endswith("in the clause"),
        "it happened": told.status == "happened",
    }


def _furniture(doc: Doc) -> bytearray:
    """For each character, whether it is furniture."""
    closed = bytearray(len(doc.text) + 1)
    for block in doc._.article.blocks:
        if block.kind in FURNITURE:
            closed[block.start : block.end] = b"\1" * (block.end - block.start)
    return closed


def _bounds(sent: SpacySpan) -> tuple[int, int]:
    """The sentence without the white space around it."""
    text = sent.text
    start = sent.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
