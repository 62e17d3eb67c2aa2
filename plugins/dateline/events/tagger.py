"""The ``reports`` stage: a report for each verb that tells an event and has an actor as subject or object."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from ..model import FURNITURE, Participant, Report, Span, When
from . import anchoring, roles
from .status import status
from .summary import summary

Doc.set_extension("reports", default=(), force=True)

#: What a report's confidence is made of: the base, and what each clue adds or takes.
CONFIDENCE = {"base": 0.3, "known trigger": 0.25, "source and target": 0.15, "date in the clause": 0.15, "it happened": 0.1}


class ReportsTagger:
    """Writes ``doc._.reports``; needs the parse, ``doc._.article``, ``doc._.dates`` and ``doc._.actors``.

    ``triggers`` gives the kind of event of a verb's lemma; ``cues`` the words that make an act possible or planned,
    and the verbs (``saying``, ``light``) that tell no event.
    """

    def __init__(self, triggers: Mapping[str, str], cues: Mapping[str, Any]) -> None:
        self.triggers = triggers
        self.cues = cues
        self.passed_over = {*cues["saying"], *cues["light"]} - triggers.keys()

    def __call__(self, doc: Doc) -> Doc:
        doc._.reports = tuple(self._reports(doc))
        return doc

    def _reports(self, doc: Doc) -> Iterator[Report]:
        at, dates = _actors_at(doc), anchoring.governed(doc)
        closed = _furniture(doc)
        seen: Counter[str] = Counter()
        for sent, verb in ((s, token) for s in doc.sents for token in s):
            if verb.pos_ != "VERB" or closed[verb.idx] or verb.lemma_.lower() in self.passed_over:
                continue
            who, whom = _known(roles.sources(verb), at), _known(roles.targets(verb), at)
            if who or whom:
                when = anchoring.anchor(verb, dates, doc._.article.published)
                yield self._report(sent, verb, who, whom, when, seen)

    def _report(
        self, sent: SpacySpan, verb: Token, who: list[str], whom: list[str], when: When | None, seen: Counter[str]
    ) -> Report:
        article = verb.doc._.article
        kind = self.triggers.get(verb.lemma_.lower(), "OTHER")
        if kind == "CONSULT" and len(who) > 1 and not whom:
            whom = list(who)
        happened = status(verb, self.cues["status"])
        return Report(
            id=_identity(article.id, sent, verb, seen),
            article=article.id,
            type=kind,
            start=verb.idx,
            end=verb.idx + len(verb),
            text=verb.text,
            sentence=Span(*_bounds(sent)),
            summary=summary(verb, roles.subjects(verb)),
            source=tuple(who),
            target=tuple(whom),
            participants=_participants(who, whom),
            when=when,
            status=happened,
            said_by=None,
            confidence=_confidence(kind, who, whom, when, happened),
        )


def _participants(who: Sequence[str], whom: Sequence[str]) -> tuple[Participant, ...]:
    return (
        *(Participant(a, "source") for a in who),
        *(Participant(a, "target") for a in whom if a not in who),
    )


def _confidence(kind: str, who: Sequence[str], whom: Sequence[str], when: Any, happened: str) -> float:
    clues = {
        "base": True,
        "known trigger": kind != "OTHER",
        "source and target": bool(who and whom),
        "date in the clause": when is not None and when.basis == "date in the clause",
        "it happened": happened == "happened",
    }
    return round(sum(weight for clue, weight in CONFIDENCE.items() if clues[clue]), 2)


def _actors_at(doc: Doc) -> dict[int, str]:
    """From a token's index to the actor whose mention covers it."""
    starts = [t.idx for t in doc]
    at: dict[int, str] = {}
    for actor in doc._.actors:
        for mention in actor.mentions:
            first = bisect_right(starts, mention.start) - 1
            last = bisect_right(starts, mention.end - 1) - 1
            at.update(dict.fromkeys(range(first, last + 1), actor.id))
    return at


def _furniture(doc: Doc) -> bytearray:
    """For each character, whether it is furniture."""
    closed = bytearray(len(doc.text) + 1)
    for block in doc._.article.blocks:
        if block.kind in FURNITURE:
            closed[block.start : block.end] = b"\1" * (block.end - block.start)
    return closed


def _known(tokens: Sequence[Token], at: Mapping[int, str]) -> list[str]:
    """The actors among these tokens, each once."""
    return list(dict.fromkeys(at[t.i] for t in tokens if t.i in at))


def _bounds(sent: SpacySpan) -> tuple[int, int]:
    """The sentence without the white space around it."""
    text = sent.text
    start = sent.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _identity(article: str, sent: SpacySpan, verb: Token, seen: Counter[str]) -> str:
    """An id from the article, the sentence's words and the trigger: edits elsewhere leave it as it is."""
    key = "\n".join((article, " ".join(sent.text.split()), verb.text, str(verb.i - sent.start)))
    seen[key] += 1
    return hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()[:10]
