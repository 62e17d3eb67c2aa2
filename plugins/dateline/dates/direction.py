"""Which way the words look: whether the verb that governs an expression of time tells of the past or of the future."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

Cues = Mapping[str, Sequence[str]]
#: how many words before and behind an expression are looked at where there is no parse
WORDS = 14
#: spans of a text that tell in the present what has happened
SHOWN = frozenset({"caption"})
BE = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
CLAUSE_ENDS = frozenset('.!?;:\n"“”—')


class Direction:
    """Says -1 (the past), +1 (the future) or 0 (nothing says) of an expression.

    ``cues``, each a list of words: ``ahead_auxiliaries`` put the verb behind them into the future; ``scheduling`` verbs
    (lemmas) look ahead themselves, ``ahead_nouns`` too; ``announced`` are events that news speaks of beforehand ("Sunday's
    election"); the infinitive of ``committing`` words is still to come, that of others has happened with the verb above;
    ``possible`` auxiliaries look ahead, but back where one of ``denying`` is with them; ``ahead_before`` and
    ``behind_before`` stand right before the expression; what stands behind ``over`` words has been where the present tells
    ("in custody after a raid on Sunday"); ``past`` are past forms that do not end in -ed; ``saying`` are verbs that report.
    """

    def __init__(self, cues: Cues) -> None:
        self._auxiliaries = frozenset(cues["ahead_auxiliaries"])
        self._scheduling = frozenset(cues["scheduling"])
        self._committing = frozenset(cues["committing"])
        self._possible = frozenset(cues["possible"])
        self._denying = frozenset(cues["denying"])
        self._over = frozenset(cues["over"])
        self._nouns = frozenset(cues["ahead_nouns"])
        self._events = frozenset(cues["announced"])
        self._past = frozenset(cues["past"])
        self._saying = frozenset(cues["saying"])
        self._ahead = _ending(cues["ahead_before"])
        self._behind = _ending(cues["behind_before"])

    def of(self, doc: Doc, text: str, start: int, end: int) -> int:
        """The direction of the expression at these string indices of the document's text. Captions tell in the present what has
        happened.
        """
        before = text[max(0, start - 40) : start].lower()
        if self._behind.search(before):
            return -1
        ahead = bool(self._ahead.search(before))
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return int(ahead)
        present = -1 if any(s.kind in SHOWN and s.start <= start < s.end for s in doc._.article.spans) else 1
        found = self._by_parse(span, present) if doc.has_annotation("DEP") else self._by_words(span)
        return self._before(span, found) if ahead else found

    def _before(self, span: Span, found: int) -> int:
        """ "Until Friday" lies ahead, but for one that a verb before the past looks at ("until Friday they had not")."""
        return found if found < 0 and any(t.lower_ == "had" for t in _around(span)) else 1

    def _by_parse(self, span: Span, present: int) -> int:
        """By the nearest verb above; a noun that looks ahead by itself ("the deadline Friday") comes first."""
        if span.end < len(span.doc) and span.doc[span.end].tag_ == "POS" and span.root.head.lemma_ not in self._events:
            return -1
        for token in span.root.ancestors:
            if token.lower_ in self._nouns:
                return 1
            if token.lower_ in self._over:
                present = -1
            if token.pos_ in {"VERB", "AUX"}:
                return self._of_verb(token, present)
        return 0

    def _of_verb(self, verb: Token, present: int) -> int:
        auxiliaries = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass"}}
        if auxiliaries & {"have", "has", "had", "'ve", "’ve"}:
            return -1
        if auxiliaries & self._auxiliaries or verb.lemma_ in self._scheduling:
            return 1
        if auxiliaries & self._possible:
            before = (t for child in verb.children if child.i < verb.i for t in child.subtree)
            return -1 if any(t.lower_ in self._denying for t in before) else 1
        if verb.tag_ in {"VB", "VBG"} or "to" in auxiliaries:
            return self._of_nonfinite(verb, auxiliaries, present)
        if verb.tag_ in {"VBZ", "VBP"}:
            return -1 if verb.lemma_ in self._saying else present
        return -1 if verb.tag_ in {"VBD", "VBN"} else 0

    def _of_nonfinite(self, verb: Token, auxiliaries: set[str], present: int) -> int:
        """ "Is leaving" and "to leave" look ahead; where the verb above has its infinitive done, or has none, it says."""
        if auxiliaries & BE:
            return 1
        if auxiliaries & {"was", "were"}:
            return -1
        above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        if "to" in auxiliaries and (above is None or verb.head.lemma_ in self._committing):
            return 1
        return self._of_verb(above, present) if above is not None else 0

    def _by_words(self, span: Span) -> int:
        """By the nearest word of the clause that tells a tense, those before the expression first."""
        return next((d for t in _around(span) if (d := self._of_word(t))), 0)

    def _of_word(self, token: Token) -> int:
        word = token.lower_
        if word == "to" and token.i and token.nbor(-1).lower_ in BE:
            return 1
        if word in self._auxiliaries or word.removesuffix("ed").removesuffix("s") in self._scheduling:
            return 1
        return -1 if word in self._past or (word.endswith("ed") and len(word) > 4) else 0


def _around(span: Span) -> Iterator[Token]:
    """The words before an expression, nearest first, then those behind it, as far as the clause goes."""
    for tokens in (reversed(span.doc[max(0, span.start - WORDS) : span.start]), span.doc[span.end : span.end + WORDS]):
        for token in tokens:
            if token.text[0] in CLAUSE_ENDS:
                break
            yield token


def _ending(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(w.replace(' ', chr(92) + 's+') for w in words)})\s+(?:the\s+)?$")
