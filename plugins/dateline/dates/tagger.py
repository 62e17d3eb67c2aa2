"""The ``dates`` stage: finds expressions of time and resolves each against what it leans on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from ..model import DateMention
from .anchors import is_narrative, spoken_after
from .grammar import Grammar, Match
from .units import Resolved
from .values import Context

Doc.set_extension("dates", default=(), force=True)

#: auxiliaries that put the verb they belong to into the future
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "going", "to", "wo"})


class DatesTagger:
    """Writes ``doc._.dates``; needs ``doc._.article`` (for the day of publication). Works without a parse, too."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        doc._.dates = tuple(self._mentions(doc, doc.text))
        return doc

    def _mentions(self, doc: Doc, text: str) -> Iterator[DateMention]:
        matches = self.grammar.find(text)
        published = date.fromisoformat(doc._.article.published[:10])
        context = Context(published, narrative=is_narrative(matches, published))
        parsed = doc.has_annotation("DEP")
        for match in matches:
            ahead = direction(doc, match.start, match.end) if parsed else 0
            resolved = match.meaning.resolve(replace(context, direction=ahead))
            if resolved is not None:
                context = spoken_after(context, resolved)
                yield mention(match, text, resolved)


def mention(match: Match, text: str, resolved: Resolved) -> DateMention:
    """The expression as the model knows it."""
    return DateMention(
        match.start,
        match.end,
        text[match.start : match.end],
        resolved.type,
        resolved.value,
        match.rule,
        mod=resolved.mod,
        edtf=resolved.edtf,
        from_=resolved.first,
        to=resolved.last,
    )


def direction(doc: Doc, start: int, end: int) -> int:
    """+1 where the verb that governs the expression looks ahead, else -1."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return 0
    verb = next((t for t in (span.root, *span.root.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    return 1 if verb is not None and looks_ahead(verb) else -1


def looks_ahead(verb: Token) -> bool:
    """Whether a modal or an infinitive puts the verb into the future ("will meet", "is to meet")."""
    return any(t.dep_ in {"aux", "auxpass"} and t.lower_ in AHEAD for t in verb.children)
