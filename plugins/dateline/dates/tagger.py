"""The ``dates`` stage: finds expressions of time and resolves each against what it leans on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc

from ..model import DateMention, Span
from .anchors import day_first, is_narrative, spoken_after
from .context import Context, ahead
from .counts import is_count
from .direction import Direction
from .grammar import Grammar, Match
from .ranges import joined
from .units import Day, Resolved
from .values import Told, bare

Doc.set_extension("dates", default=(), force=True)
#: how many characters may stand before an expression that opens its sentence
OPENING = 40
#: two days of publication: what both give is independent of either
ANY = ("1402-02-03", "2611-08-17")
#: how far before an expression a bracket is looked for
ASIDE = 80


class DatesTagger:
    """Writes ``doc._.dates``; needs ``doc._.article`` (for the day of publication). Works without a parse, too.

    What ``doc._.name_words`` says to be a name ("Theresa May") is no time.

    Where nobody knows that day, what is read is what does not depend on it.
    """

    def __init__(self, grammar: Grammar, direction: Direction) -> None:
        self.grammar = grammar
        self.direction = direction

    def __call__(self, doc: Doc) -> Doc:
        text = doc._.article.text
        found = self.grammar.find(text, doc._.name_words)
        matches = [match for match in found if not is_count(doc, text, match, self.grammar.counted)]
        published = doc._.article.published
        told = [self._found(doc, text, matches, Day.of(day)) for day in ((published,) if published else ANY)]
        doc._.dates = tuple(one for one in told[0] if all(one in others for others in told[1:]))
        return doc

    def _found(self, doc: Doc, text: str, matches: list[Match], published: Day) -> list[DateMention]:
        return list(joined(list(self._mentions(doc, text, matches, published)), matches, text))

    def _mentions(self, doc: Doc, text: str, matches: list[Match], published: Day) -> Iterator[DateMention]:
        narrative, order = is_narrative(matches, published), day_first(matches, doc._.article.lang)
        context = Context(published, narrative=narrative, day_first=order)
        last = 0
        for match in matches:
            before = text[last : match.start]
            sentence = 1 + max(before.rfind("\n"), before.rfind(". "))
            if sentence:
                context = replace(context, same_day=None)
            look = partial(self.direction.of, doc, text, match.start, match.end)
            resolved = match.meaning.resolve(_from_first_end(context) if match.part == 2 else context.looking(look))
            if resolved is not None:
                opens = bool(sentence) and len(before) - sentence < OPENING
                aside = narrative and (_in_brackets(text, match.start) or _in_relative_clause(doc, match))
                context = spoken_after(context, match, resolved, opens=opens, aside=aside)
                yield mention(match, text, resolved)
            last = match.end


def _from_first_end(context: Context) -> Context:
    """What the second end of a range leans on: its first end, which it follows."""
    first = context.said.first if context.said else None
    return replace(context, published=first or context.published, narrative=False, look=ahead)


def _in_brackets(text: str, at: int) -> bool:
    """Whether a bracket is open here."""
    before = text[max(0, at - ASIDE) : at]
    return before.rfind("(") > before.rfind(")")


def _in_relative_clause(doc: Doc, match: Match) -> bool:
    """Whether a clause tells it by the way ("the siege, which had begun in May"). Without a parse nobody knows."""
    span = doc.char_span(match.start, match.end, alignment_mode="expand") if doc.has_annotation("DEP") else None
    return span is not None and any(token.dep_ == "relcl" for token in (span.root, *span.root.ancestors))


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
        from_=resolved.first.iso if resolved.first else None,
        to=resolved.last.iso if resolved.last else None,
        flag=resolved.flag,
        event=Span(*match.event) if match.event else None,
        side=told.sign if isinstance(told := bare(match.meaning), Told) else 0,
    )
