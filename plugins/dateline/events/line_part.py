"""Words of a sentence that a line may be made of, and whether they can stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Quotation, Span
from ..model.words import Word, Words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
PERSONAL = frozenset({"he", "she", "it", "they", "others"})
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class LinePart:
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


def head(stretch: LinePart) -> Word:
    """The word on which the others of a stretch hang."""
    return next(w for w in stretch if not stretch.start <= w.head.i < stretch.end or w.head is w)


def is_sentence(stretch: LinePart) -> bool:
    """Whether words begin and end as a sentence does, and have a finite verb and a subject somewhere."""
    ends = stretch.said.rstrip("\"'”’)]")[-1:] in {".", "!", "?"}
    finite = any(w.tag_ in FINITE for w in stretch)
    return ends and finite and _begins(stretch) and any(w.dep_ in SUBJECTS for w in stretch)


def leaning(stretch: LinePart) -> Word | None:
    """The pronoun that is the subject of the main clause, where no noun before it in the sentence can be what it stands for."""
    subject = next((c for c in head(stretch).children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ not in PERSONAL:
        return None
    before = stretch.words[stretch.start : subject.i]
    return None if any(w.dep_ in SUBJECTS and w.pos_ in {"NOUN", "PROPN"} for w in before) else subject


def with_names(stretch: LinePart, names: Mapping[int, str]) -> str:
    """The words in one line, with ``[Name]`` for pronouns by their index, and ``[Name]'s`` where they are possessive."""
    pieces: list[str] = []
    at = stretch.start
    for i in sorted(i for i in names if stretch.start <= i < stretch.end):
        word = stretch.words[i]
        gap = " " if stretch.words.spaces[i] else ""
        name = names[i] if pieces or i > at else names[i][:1].upper() + names[i][1:]
        pieces += [stretch.words.said(at, i) + " " if i > at else "", f"[{name}]{_ending(word)}{gap}"]
        at = i + 1
    pieces.append(stretch.words.said(at, stretch.end) if at < stretch.end else "")
    return " ".join("".join(pieces).split())


def _ending(pronoun: Word) -> str:
    return "'s" if pronoun.dep_ == "poss" else ""


def is_whole(stretch: LinePart) -> bool:
    """Whether words that are cut out stand alone: their main verb is finite and has a subject."""
    main = head(stretch)
    finite = has_finite_form(main)
    subject = any(c.dep_ in SUBJECTS for c in main.children)
    return main.pos_ in VERBS and finite and subject


def has_finite_form(verb: Word) -> bool:
    """Whether a verb, or an auxiliary of its own, is finite."""
    return verb.tag_ in FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)


def _begins(stretch: LinePart) -> bool:
    """Whether the first word has a capital letter, as "iPhone" does, or is a number."""
    first = next((w.text for w in stretch if w.text[:1].isalnum()), "")
    return any(c.isupper() for c in first) or first[:1].isdigit()


def trimmed(stretch: LinePart) -> LinePart:
    """Without white space around it."""
    start, end = stretch.start, stretch.end
    while end > start + 1 and not stretch.words[end - 1].text.strip():
        end -= 1
    while start < end - 1 and not stretch.words[start].text.strip():
        start += 1
    return LinePart(stretch.words, start, end)


def crosses(stretch: LinePart, quotations: Sequence[Quotation]) -> bool:
    """Whether a cut lies within quotation marks."""
    span = stretch.span
    return any(q.start < edge < q.end for q in quotations for edge in (span.start, span.end))
