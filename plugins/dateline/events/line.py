"""The printed line of a report: the clause that tells it, where that stands by itself, else its whole sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Line, Quotation
from ..model.words import Word, Words
from .line_part import FINITE, SUBJECTS, LinePart, crosses, is_sentence, is_whole, leaning, trimmed, with_names
from .main_clauses import main_clause

#: longer than this, in characters, a line is cut where that is safe
LONG = 160
#: what stands where words of the sentence are left out
CUT = "… "
Parse = Callable[[Sequence[str]], Sequence[Words]]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The words of a line, and where they stand; ``line`` is None where the sentence is no whole one.

    ``cut`` are the subject, the verb and its objects where words are left out between the first two; None where none are.
    """

    text: str
    line: Line | None
    cut: tuple[str, ...] | None = None


class Lines:
    """Makes the lines of an article's reports.

    ``words``: what weakens or bounds a claim (``hedges``), so that it is never cut off; verbs that ", NAME said" may stand
    for (``plain_saying``); what only joins a sentence to the one before (``joining``, with a comma ``joining_comma``).
    ``voicing`` are verbs of saying and thinking, ``parse`` parses texts anew.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], voicing: Iterable[str], parse: Parse) -> None:
        self.parse = parse
        self.hedges = frozenset(words["hedges"])
        self.plain_saying = frozenset(words["plain_saying"])
        self.voicing = frozenset(voicing) | frozenset(words["voicing"])
        self.joining, self.joining_comma = frozenset(words["joining"]), frozenset(words["joining_comma"])

    def of(self, triggers: Sequence[Word], article: Article, names: Mapping[int, str] | None = None) -> list[PrintedLine]:
        """The lines of what these words of the article tell, those with a cut parsed again, all at once.

        ``names`` has for the index of each pronoun whose antecedent is sure the name that may stand for it in brackets.
        """
        names = names or {}
        found = [self._line(trigger, article, names) for trigger in triggers]
        cut = [n for n, printed in enumerate(found) if printed.cut is not None]
        for n, words in zip(cut, self.parse([found[n].text.replace(CUT, "") for n in cut]), strict=True):
            if not _says_the_same(found[n], words):
                found[n] = self._line(triggers[n], article, names, whole=True)
        return found

    def _line(self, trigger: Word, article: Article, names: Mapping[int, str], *, whole: bool = False) -> PrintedLine:
        """The line of what a word tells; ``whole`` leaves its sentence uncut."""
        quotations = article.quotations
        sentence = trimmed(LinePart(trigger.words, *trigger.words.sentence(trigger.i)))
        if any(s.why == "title" and s.start <= trigger.idx < s.end for s in article.spans):
            return PrintedLine(sentence.said, Line("headline", "text", (sentence.span,), article.id))
        subject = leaning(sentence)
        if not is_sentence(sentence) or (subject is not None and subject.i not in names):
            return PrintedLine(sentence.said, None)
        parts = [] if whole else self._clause(trigger, sentence, quotations)
        if len(parts) > 1 and subject is None:
            return _with_cut(parts, article.id)
        kept = parts[0] if len(parts) == 1 else sentence
        if len(kept.said) > LONG:
            attributed = self._attributed(trigger, sentence, article)
            if attributed is not None:
                return attributed
            kept = self._without_description(kept, trigger, quotations)
        kept = self._without_joining(kept, trigger)
        if subject is not None and _leans_still(kept, subject):
            return PrintedLine(sentence.said, None)
        kind = "sentence" if kept == sentence else "clause"
        needed = {kept.start, *([subject.i] if subject is not None else [])}
        shown = _printed(kept, {i: name for i, name in names.items() if i in needed})
        return PrintedLine(shown, Line(kind, "text", (kept.span,), article.id))

    def _clause(self, trigger: Word, sentence: LinePart, quotations: Sequence[Quotation]) -> list[LinePart]:
        """Of several main clauses that are joined the one that tells it, where nothing else bounds it; else none."""
        kept = main_clause(trigger, sentence)
        gone = [w for w in sentence if not any(part.start <= w.i < part.end for part in kept)]
        unsure = any(self._weakens(w) or self._voices(w) for w in gone) or _is_framed(sentence, gone)
        return [] if unsure or any(crosses(part, quotations) for part in kept) else kept

    def _attributed(self, trigger: Word, sentence: LinePart, article: Article) -> PrintedLine | None:
        """What somebody with a name says, with ", NAME said" behind it, instead of the whole of a long sentence."""
        said = next((a for a in (trigger, *trigger.ancestors) if a.dep_ == "ccomp" and a.tag_ in FINITE | {"VBN", "VBG"}), None)
        if said is None or said.head.lemma_.lower() not in self.plain_saying or said.head.dep_ != "ROOT":
            return None
        clause = _below(said, without=frozenset({"mark"}))
        speaker = _name_of_subject(said.head)
        if clause is None or speaker is None or clause.start <= said.head.i < clause.end:
            return None
        gone = [w for w in sentence if not clause.start <= w.i < clause.end and w is not said.head]
        if not _says_plainly(said.head, said) or any(self._weakens(w) for w in gone):
            return None
        comments = any(w.dep_ == "appos" or self._voices(w) for w in clause)
        whole = is_whole(clause) and not comments and not crosses(clause, article.quotations)
        if not whole or said.conjuncts or any(w.pos_ == "PRON" and w.dep_ in SUBJECTS for w in said.children):
            return None
        return PrintedLine(f"{_printed(clause)}, {speaker} said", Line("clause", "text", (clause.span,), article.id))

    def _without_description(self, kept: LinePart, trigger: Word, quotations: Sequence[Quotation]) -> LinePart:
        """Without a clause at the end that only describes the noun before it (", which had closed in May")."""
        last = next(w for w in reversed(list(kept)) if w.dep_ != "punct")
        heads = (a for a in (last, *last.ancestors) if a.dep_ in {"relcl", "acl"} and a.right_edge is last)
        for head in heads:
            first = head.left_edge.i
            comma = first > kept.start and kept.words[first - 1].text == ","
            if comma and not first <= trigger.i and not any(self._weakens(w) for w in kept.words[first : kept.end]):
                shorter = LinePart(kept.words, kept.start, first - 1)
                return kept if crosses(shorter, quotations) or not is_whole(shorter) else shorter
        return kept

    def _without_joining(self, kept: LinePart, trigger: Word) -> LinePart:
        """Without a word at the head that only joins it to the sentence before ("But", "However,"), or is the day."""
        first, second = kept.words[kept.start], kept.words[min(kept.start + 1, kept.end - 1)]
        comma = second.text == ","
        joins = first.lower_ in self.joining or (comma and first.lower_ in self.joining_comma)
        alone = first.dep_ in {"cc", "advmod", "npadvmod"} and first.head.dep_ == "ROOT" and not first.children
        alone = alone and second.pos_ != "ADP"  # "but for the rain"
        if not (joins and alone) or kept.start + 1 + comma > trigger.i:
            return kept
        return LinePart(kept.words, kept.start + 1 + comma, kept.end)

    def _voices(self, word: Word) -> bool:
        """Whether a word is a verb of saying or thinking, also where the model takes it for a noun beside a verb."""
        verbal = word.pos_ == "VERB" or (word.dep_ in {"conj", "parataxis"} and word.head.pos_ == "VERB")
        return verbal and word.lemma_.lower() in self.voicing

    def _weakens(self, word: Word) -> bool:
        return word.lower_ in self.hedges or word.dep_ == "neg"


def _leans_still(kept: LinePart, subject: Word) -> bool:
    """Whether a line leans on the sentence before for all its bracket: by the one word before it ("Still, [Eva Lang] left"),
    or since it ends in who said it.
    """
    said = [w for w in kept if w.dep_ != "punct"]
    before, behind = [w for w in said if w.i < subject.i], [w for w in said if w.i > subject.i]
    return len(before) == 1 or (bool(before) and len(behind) == 1)


def _is_framed(sentence: LinePart, gone: Sequence[Word]) -> bool:
    """Whether a phrase behind a comma ends the sentence, and is left out: it may say of all clauses whose view it is."""
    last = next(w for w in reversed(list(sentence)) if w.dep_ != "punct")
    phrases = (a for a in (last, *last.ancestors) if a.dep_ == "prep" and a.right_edge is last)
    return any(sentence.words[p.left_edge.i - 1].text == "," for p in phrases) and last in gone


def _says_plainly(saying: Word, said: Word) -> bool:
    """Whether a verb of saying says just that: who says it, to whom, when, and what."""
    if saying.tag_ not in {"VBD", "VBZ"}:
        return False
    return all(c is said or c.dep_ in {"nsubj", "dative", "punct", "mark"} or _is_time(c) for c in saying.children)


def _is_time(phrase: Word) -> bool:
    """Whether a phrase only says when."""
    noun = next((c for c in phrase.children if c.dep_ == "pobj"), phrase) if phrase.dep_ == "prep" else phrase
    return noun.ent_type_ in {"DATE", "TIME"} and phrase.dep_ in {"prep", "npadvmod"}


def _with_cut(parts: Sequence[LinePart], article: str) -> PrintedLine:
    """The subject of the first clause and the verb of another with what belongs to it ("Eva Lang … signed the treaty")."""
    subject, clause = parts
    text = f"{_printed(subject)} {CUT}{_plain(clause)}"
    verb = next(w for w in clause if w.head.i < clause.start)
    whose = next(w for w in subject if w.head.i >= subject.end)
    cut = (whose.text, verb.text, *_objects(verb))
    return PrintedLine(text, Line("clause", "text", (subject.span, clause.span), article), cut)


def _says_the_same(printed: PrintedLine, words: Words) -> bool:
    """Whether a line with a cut, parsed by itself, has the subject, the verb and the objects that its sentence gives it."""
    root = next((w for w in words if w.dep_ == "ROOT"), None)
    subject = next((c.text for c in root.children if c.dep_ in SUBJECTS), "") if root is not None else ""
    return root is not None and printed.cut == (subject, root.text, *_objects(root))


def _objects(verb: Word) -> list[str]:
    return [c.text for c in verb.children if c.dep_ in {"dobj", "dative", "attr", "acomp", "oprd", "agent"}]


def _below(verb: Word, without: frozenset[str]) -> LinePart | None:
    """The words below a verb that stand one after the other, a word that only joins them to the rest left out."""
    inside = sorted(w.i for w in verb.subtree)
    marks = {c.i for c in verb.children if c.dep_ in without}
    start = next(i for i in inside if i not in marks)
    whole = inside[-1] - inside[0] + 1 == len(inside) and marks <= {inside[0]}
    return trimmed(LinePart(verb.words, start, inside[-1] + 1)) if whole else None


def _name_of_subject(verb: Word) -> str | None:
    """The name of who says it: the words of a proper noun with what stands before it, and nothing behind it."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if subject is None or any(c.i > subject.i or c.dep_ == "poss" for c in subject.children):
        return None
    start = subject.left_edge.i
    said = verb.words.said(start, subject.i + 1)
    return said[0].lower() + said[1:] if verb.words[start].dep_ == "det" else said


def _printed(stretch: LinePart, names: Mapping[int, str] | None = None) -> str:
    """The words as they are printed: with a capital letter, but for "iPhone", and without a full stop; pronouns by names."""
    said = _plain(stretch, names)
    return said[:1].upper() + said[1:] if stretch.words[stretch.start].text.islower() else said


def _plain(stretch: LinePart, names: Mapping[int, str] | None = None) -> str:
    stop = stretch.words[stretch.end - 1].text == "."
    kept = LinePart(stretch.words, stretch.start, stretch.end - stop)
    return with_names(kept, names or {}).strip(" ,;:–—-")
