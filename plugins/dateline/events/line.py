"""The printed line of a report: the clause that tells it, where that stands by itself, else its whole sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Article, Line, Quotation, Span
from ..model.words import Word, Words

#: longer than this, in characters, a line is cut where that is safe
LONG = 160
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
PERSONAL = frozenset({"he", "she", "it", "they", "others"})
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words of a line, and where they stand; ``line`` is None where the sentence is no whole one."""

    text: str
    line: Line | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words from ``start`` to before ``end``, by their indices."""

    words: Words
    start: int
    end: int

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words[self.start : self.end])

    @property
    def span(self) -> Span:
        """Where they stand in the text."""
        last = self.words[self.end - 1]
        return Span(self.words[self.start].idx, last.idx + len(last.text))

    @property
    def said(self) -> str:
        """The words themselves, in one line."""
        return " ".join(self.words.said(self.start, self.end).split())


class Lines:
    """Makes the lines of an article's reports.

    ``words``: what weakens or bounds a claim (``hedges``), so that it is never cut off; verbs that ", NAME said" may stand
    for (``plain_saying``); what only joins a sentence to the one before (``joining``, with a comma ``joining_comma``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.hedges = frozenset(words["hedges"])
        self.plain_saying = frozenset(words["plain_saying"])
        self.joining, self.joining_comma = frozenset(words["joining"]), frozenset(words["joining_comma"])

    def of(self, trigger: Word, article: Article) -> PrintedLine:
        """The line of what this word of the article tells."""
        quotations = article.quotations
        sentence = _trimmed(Stretch(trigger.words, *trigger.words.sentence(trigger.i)))
        if any(s.why == "title" and s.start <= trigger.idx < s.end for s in article.spans):
            return PrintedLine(sentence.said, Line("headline", "text", (sentence.span,), article.id))
        if not _is_sentence(sentence) or _leans(sentence):
            return PrintedLine(sentence.said, None)
        kept = self._clause(trigger, sentence)
        kept = kept if kept is not None and not _crosses(kept, quotations) else sentence
        if len(kept.said) > LONG:
            attributed = self._attributed(trigger, sentence, article)
            if attributed is not None:
                return attributed
            kept = self._without_description(kept, trigger, quotations)
        kept = self._without_joining(kept, trigger)
        kind = "sentence" if kept == sentence else "clause"
        return PrintedLine(_printed(kept), Line(kind, "text", (kept.span,), article.id))

    def _clause(self, trigger: Word, sentence: Stretch) -> Stretch | None:
        """One of several main clauses that are joined ("A resigned and B fled"), where nothing else governs it."""
        clauses = _main_clauses(sentence)
        own = next((c for c in clauses if c.start <= trigger.i < c.end), None)
        if own is None or len(clauses) < 2 or not _is_whole(own):
            return None
        if any(w.dep_ == "cc" and w.head.dep_ == "ROOT" for w in own):
            return None  # part of the next clause stands before its verb
        gone = [w for w in sentence if not own.start <= w.i < own.end]
        pronoun = any(w.dep_ in SUBJECTS and w.pos_ == "PRON" for w in own if w.head.i == _head(own).i)
        return None if pronoun or any(self._weakens(w) for w in gone) else own

    def _attributed(self, trigger: Word, sentence: Stretch, article: Article) -> PrintedLine | None:
        """What somebody with a name says, with ", NAME said" behind it, instead of the whole of a long sentence."""
        said = next((a for a in (trigger, *trigger.ancestors) if a.dep_ == "ccomp" and a.tag_ in FINITE | {"VBN", "VBG"}), None)
        if said is None or said.head.lemma_.lower() not in self.plain_saying or said.head.dep_ != "ROOT":
            return None
        clause = _below(said, without=frozenset({"mark"}))
        speaker = _name_of_subject(said.head)
        if clause is None or speaker is None or clause.start <= said.head.i < clause.end:
            return None
        plainly = said.head.tag_ in {"VBD", "VBZ"} and not any(c.dep_ in {"aux", "neg"} for c in said.head.children)
        gone = [w for w in sentence if not clause.start <= w.i < clause.end and w is not said.head]
        if not plainly or not _is_whole(clause) or any(self._weakens(w) for w in gone) or _crosses(clause, article.quotations):
            return None
        if any(w.pos_ == "PRON" and w.dep_ in SUBJECTS for w in said.children):
            return None
        return PrintedLine(f"{_printed(clause)}, {speaker} said", Line("clause", "text", (clause.span,), article.id))

    def _without_description(self, kept: Stretch, trigger: Word, quotations: Sequence[Quotation]) -> Stretch:
        """Without a clause at the end that only describes the noun before it (", which had closed in May")."""
        last = next(w for w in reversed(list(kept)) if w.dep_ != "punct")
        heads = (a for a in (last, *last.ancestors) if a.dep_ in {"relcl", "acl", "appos"} and a.right_edge is last)
        for head in heads:
            first = head.left_edge.i
            comma = first > kept.start and kept.words[first - 1].text == ","
            if comma and not first <= trigger.i and not any(self._weakens(w) for w in kept.words[first : kept.end]):
                shorter = Stretch(kept.words, kept.start, first - 1)
                return kept if _crosses(shorter, quotations) or not _is_whole(shorter) else shorter
        return kept

    def _without_joining(self, kept: Stretch, trigger: Word) -> Stretch:
        """Without a word at the head that only joins it to the sentence before ("But", "However,")."""
        for count in (1, 2):
            head = " ".join(w.lower_ for w in kept.words[kept.start : kept.start + count])
            comma = kept.words[min(kept.start + count, kept.end - 1)].text == ","
            joins = head in self.joining or (comma and head in self.joining_comma)
            if joins and kept.start + count + comma <= trigger.i:
                return Stretch(kept.words, kept.start + count + comma, kept.end)
        return kept

    def _weakens(self, word: Word) -> bool:
        return word.lower_ in self.hedges or word.dep_ == "neg"


def _main_clauses(sentence: Stretch) -> list[Stretch]:
    """The main clauses of a sentence that are joined; empty where it has one, or where they are not apart.

    Nothing may stand before the first, since it could belong to all of them; and what is said in them hangs on who says it.
    """
    root = next((w for w in sentence if w.dep_ == "ROOT"), None)
    heads = [root, *(w for w in root.conjuncts if w.pos_ in VERBS)] if root is not None else []
    if len(heads) < 2 or any(c.dep_ in {"ccomp", "parataxis"} for head in heads for c in head.children):
        return []
    starts = [_start(head) for head in heads]
    if starts[0] != sentence.start or not _is_complete(heads[0]) or sorted(starts) != starts:
        return []
    ends = [_before_conjunction(sentence.words, at, start) for start, at in pairwise(starts)]
    return [Stretch(sentence.words, s, e) for s, e in zip(starts, [*ends, sentence.end], strict=True)]


def _start(head: Word) -> int:
    """Where a main clause begins: with its subject, else with the first word of its verb."""
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    return subject.left_edge.i if subject is not None else head.left_edge.i


def _is_complete(verb: Word) -> bool:
    """Whether a verb has what belongs behind it, and does not share that with the next ("bought and sold shares")."""
    return any(c.i > verb.i and c.dep_ not in {"cc", "conj", "punct"} for c in verb.children)


def _before_conjunction(words: Words, at: int, start: int) -> int:
    """Where a clause ends that another follows: before the comma and the "and" between them."""
    while at > start + 1 and (words[at - 1].dep_ in {"cc", "punct"} or words[at - 1].pos_ == "CCONJ"):
        at -= 1
    return at


def _below(verb: Word, without: frozenset[str]) -> Stretch | None:
    """The words below a verb that stand one after the other, a word that only joins them to the rest left out."""
    inside = sorted(w.i for w in verb.subtree)
    marks = {c.i for c in verb.children if c.dep_ in without}
    start = next(i for i in inside if i not in marks)
    whole = inside[-1] - inside[0] + 1 == len(inside) and marks <= {inside[0]}
    return _trimmed(Stretch(verb.words, start, inside[-1] + 1)) if whole else None


def _name_of_subject(verb: Word) -> str | None:
    """The name of who says it: the words of a proper noun with what stands before it, and nothing behind it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if subject is None or any(c.i > subject.i or c.dep_ == "poss" for c in subject.children):
        return None
    start = subject.left_edge.i
    said = verb.words.said(start, subject.i + 1)
    return said[0].lower() + said[1:] if verb.words[start].dep_ == "det" else said


def _head(stretch: Stretch) -> Word:
    """The word on which the others of a stretch hang."""
    return next(w for w in stretch if not stretch.start <= w.head.i < stretch.end or w.head is w)


def _is_sentence(stretch: Stretch) -> bool:
    """Whether words begin and end as a sentence does, and have a finite verb and a subject somewhere."""
    ends = stretch.said.rstrip("\"'”’)]")[-1:] in {".", "!", "?"}
    finite = any(w.tag_ in FINITE for w in stretch)
    return ends and finite and _begins(stretch) and any(w.dep_ in SUBJECTS for w in stretch)


def _leans(stretch: Stretch) -> bool:
    """Whether the main clause has a pronoun as its subject, and no noun before it that it could stand for."""
    subject = next((c for c in _head(stretch).children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ not in PERSONAL:
        return False
    return not any(w.dep_ in SUBJECTS and w.pos_ in {"NOUN", "PROPN"} for w in stretch.words[stretch.start : subject.i])


def _is_whole(stretch: Stretch) -> bool:
    """Whether words that are cut out stand alone: their main verb is finite and has a subject."""
    head = _head(stretch)
    finite = head.tag_ in FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in head.children)
    subject = any(c.dep_ in SUBJECTS for c in head.children)
    return head.pos_ in VERBS and finite and subject


def _begins(stretch: Stretch) -> bool:
    """Whether the first word has a capital letter, as "iPhone" does, or is a number."""
    first = next((w.text for w in stretch if w.text[:1].isalnum()), "")
    return any(c.isupper() for c in first) or first[:1].isdigit()


def _trimmed(stretch: Stretch) -> Stretch:
    """Without white space around it."""
    start, end = stretch.start, stretch.end
    while end > start + 1 and not stretch.words[end - 1].text.strip():
        end -= 1
    while start < end - 1 and not stretch.words[start].text.strip():
        start += 1
    return Stretch(stretch.words, start, end)


def _crosses(stretch: Stretch, quotations: Sequence[Quotation]) -> bool:
    """Whether a cut lies within quotation marks."""
    span = stretch.span
    return any(q.start < edge < q.end for q in quotations for edge in (span.start, span.end))


def _printed(stretch: Stretch) -> str:
    """The words as they are printed: with a capital letter and without a full stop."""
    stop = stretch.words[stretch.end - 1].text == "."
    said = Stretch(stretch.words, stretch.start, stretch.end - stop).said.strip(" ,;:–—-")
    return said[:1].upper() + said[1:]
