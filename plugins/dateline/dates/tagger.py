"""The ``dates`` stage: finds expressions of time and resolves them against the day of publication."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from ..model import DateMention
from .grammar import Grammar, Match
from .values import Resolved

Doc.set_extension("dates", default=(), force=True)

#: auxiliaries that put the verb they belong to into the future
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "going", "to"})


class DatesTagger:
    """Writes ``doc._.dates``; needs ``doc._.article`` (for the day of publication)."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        anchor = date.fromisoformat(doc._.article.published[:10])
        parsed, text = doc.has_annotation("DEP"), doc.text
        found = []
        for match in self.grammar.find(text):
            ahead = direction(doc, match.start, match.end) if parsed else -1
            when = match.meaning.resolve(anchor, ahead)
            if when is not None:
                found.append(mention(match, text, when))
        doc._.dates = tuple(found)
        return doc


def mention(match: Match, text: str, when: Resolved) -> DateMention:
    """The expression as the model knows it."""
    return DateMention(
        match.start,
        match.end,
        text[match.start : match.end],
        "DATE",
        when.value,
        match.rule,
        edtf=when.value,
        from_=when.first.isoformat(),
        to=when.last.isoformat(),
    )


def direction(doc: Doc, start: int, end: int) -> int:
    """-1 where the verb that governs the expression looks back, +1 where it looks ahead."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return -1
    verb = next((t for t in (span.root, *span.root.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    return 1 if verb is not None and looks_ahead(verb) else -1


def looks_ahead(verb: Token) -> bool:
    """Whether a modal or an infinitive puts the verb into the future ("will meet", "is to meet")."""
    return any(t.dep_ in {"aux", "auxpass"} and t.lower_ in AHEAD for t in verb.children)
