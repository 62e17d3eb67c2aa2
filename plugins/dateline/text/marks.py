"""Marks: the stretches of a text that a rule tells from the running text, wherever they stand."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator

from ..model import TextSpan
from .glued import boundaries, opens, table
from .passages import TextPage
from .rules import SpanRule, SpanRules, rules
from .turns import turns

#: characters of a sentence that a rule may set aside whole
LONGEST = 300
#: characters of what describes a picture
CAPTION = 400
WORD = re.compile(r"\S+")
FILE = re.compile(r"(?i:\bfile (?:photo|picture|image)\b)")


class Marks:
    """Finds the marks of a page; no two overlap, and the rule that is tried first has the words."""

    def __init__(self, page: TextPage, lang: str = "en") -> None:
        self.page = page
        self.lang = lang
        self.rules: SpanRules = rules(lang)
        self.taken = bytearray(len(page.text) + 1)
        self.found: list[TextSpan] = []

    def find(self) -> list[TextSpan]:
        """All marks, in order."""
        for turn in turns(self.page, self.lang):
            self._take(turn.kind, turn.start, turn.end, turn.why)
        for rule in self.rules.passage:
            self._at_passages(rule)
        for rule in self.rules.anywhere:
            self._anywhere(rule)
        self._at_ends()
        self._at_sentences()
        for rule in self.rules.bylines:
            self._bylines(rule)
        return sorted(self.found, key=lambda span: span.start)

    def _anywhere(self, rule: SpanRule) -> None:
        if self._may_have(rule):
            for match in rule.pattern.finditer(self.page.text):
                self._set_aside(rule, match)

    def _may_have(self, rule: SpanRule) -> bool:
        return not rule.needs or any(sign in self.page.text for sign in rule.needs)

    def _at_passages(self, rule: SpanRule) -> None:
        for passage in self.page.passages:
            end = passage.end if rule.takes == "passage" else len(self.page.text)
            if match := rule.pattern.match(self.page.text, passage.start, end):
                self._set_aside(rule, match)

    def _at_ends(self) -> None:
        rules = [rule for rule in self.rules.end if self._may_have(rule)]
        for passage in self.page.passages:
            for rule in rules:
                if match := rule.pattern.search(self.page.text, max(passage.end - 40, passage.start), passage.end):
                    self._set_aside(rule, match)

    def _at_sentences(self) -> None:
        """Try the rules wherever a sentence begins, which what was found itself lets begin."""
        places = sorted({self.page.skip(at) for at in (*(p.start for p in self.page.passages), *self.page.stops)})
        places = sorted({*places, *(self.page.skip_signs(span.end) for span in self.found)})
        for at in places:  # grows while it is walked
            for rule in self.rules.sentence:
                match = rule.pattern.match(self.page.text, at)
                if match and self._set_aside(rule, match):
                    insort(places, self.page.skip_signs(self.found[-1].end))
                    break

    def _bylines(self, rule: SpanRule) -> None:
        for match in rule.pattern.finditer(self.page.text):
            end = self._free_until(match.start())
            again = rule.pattern.match(self.page.text, match.start(), end)
            if again and (self.page.skip(again.end()) >= end or self._opens(again.end(), end)):
                self._set_aside(rule, again)

    def _opens(self, at: int, end: int) -> bool:
        """Whether a sentence begins here, glued to what is before it."""
        first = WORD.search(self.page.text, at, end)
        return first is not None and opens(first[0], self.lang)

    def _set_aside(self, rule: SpanRule, match: re.Match[str]) -> bool:
        start, end = self._reach(rule, match)
        if start >= end or not self._take(rule.kind, start, end, rule.why):
            return False
        if rule.captions:
            self._caption(start, end, line=rule.captions == "line")
        return True

    def _reach(self, rule: SpanRule, match: re.Match[str]) -> tuple[int, int]:
        """How far the span reaches."""
        start, end = match.span()
        if rule.takes == "passage":
            return start, self.page.passage(start).end
        if rule.takes == "sentence":
            return start, self._sentence_end(start, end)
        if rule.takes == "label":
            return start, self._label_end(end)
        since = self.page.sentence_start(start)
        if rule.takes == "before":
            return (since, end) if end - since <= CAPTION else (start, end)
        if rule.takes == "whole":
            return since, self._sentence_end(since, end)
        return start, end

    def _sentence_end(self, start: int, end: int) -> int:
        """Where a sentence that is set aside ends: never behind what is glued to it, and not at all where it is long."""
        until = min(self.page.sentence_end(end - 1), self._free_until(end))
        until = self._glued(end, until) or until
        return until if until - start <= LONGEST else end

    def _label_end(self, end: int) -> int:
        """Where the description of a picture ends; only its label is set aside where that is not sure."""
        until = min(self.page.sentence_end(end), self._free_until(end))
        if glued := self._glued(self.page.skip(end), until):
            return glued
        passage = self.page.passage(end)
        whole = until == passage.end and (passage.apart or not self.page.stopped(end, until))
        return until if whole and until - end <= CAPTION else end

    def _glued(self, start: int, end: int) -> int | None:
        """Where the sentence begins that is glued to these words."""
        return next(iter(boundaries(self.page.text, start, end, table(self.lang))), None)

    def _caption(self, start: int, end: int, *, line: bool) -> None:
        """What stands before a picture's credit describes the picture, where it is one sentence or less."""
        since = max(self.page.sentence_start(start), self._free_since(start))
        if self.page.skip(since) >= start and (line or end >= self.page.passage(start).end - 1):
            since = self._sentence_before(start, line=line)
        since = self.page.skip(since)
        if 0 < start - since <= CAPTION and self.page.text[since:start].strip():
            file = FILE.search(self.page.text, since, start)
            self._take("caption", since, self.page.trim(since, start), "file photo" if file else "credit behind it")

    def _sentence_before(self, at: int, *, line: bool) -> int:
        """Where the sentence begins that ends before this place, if it is a passage, or in the line before."""
        end = self.page.trim(0, at)
        if end == 0:
            return at
        since = max(self.page.sentence_start(end - 1), self._free_since(end - 1))
        return since if line or since == self.page.passage(at).start else at

    def _take(self, kind: str, start: int, end: int, why: str) -> bool:
        end = self.page.trim(start, end)
        if start >= end or any(self.taken[start:end]):
            return False
        self.taken[start:end] = b"\1" * (end - start)
        self.found.append(TextSpan(kind, start, end, why))
        return True

    def _free_until(self, at: int) -> int:
        """Where the next mark or the end of the passage stands."""
        end = self.page.passage(at).end
        mark = self.taken.find(1, at, end)
        return mark if mark >= 0 else end

    def _free_since(self, at: int) -> int:
        """Where the last mark or the start of the passage stands."""
        start = self.page.passage(at).start
        mark = self.taken.rfind(1, start, at)
        return mark + 1 if mark >= 0 else start


def marks(page: TextPage, lang: str = "en") -> Iterator[TextSpan]:
    """The marks of a page, in order."""
    yield from Marks(page, lang).find()
