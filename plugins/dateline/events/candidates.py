"""Candidates: every verb and noun of an article that may tell an event, before anything judges it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import SET_ASIDE, Article
from ..model.words import Word, Words
from .auxiliaries import AUXILIARY
from .clauses import Clause, Clauses

#: kinds of entities that are names; a noun within one tells no event
NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "WORK_OF_ART", "LANGUAGE"})
#: dependents that a verb has beside what it says itself, and from which its clause takes its place in the sentence
PLACES = {
    "ccomp": "complement",
    "xcomp": "complement",
    "pcomp": "complement",
    "csubj": "complement",
    "csubjpass": "complement",
    "advcl": "circumstance",
    "relcl": "description",
    "acl": "description",
    "appos": "description",
    "parataxis": "main",
}
#: spans that tell no event; a caption may
CLOSED = SET_ASIDE - {"caption"}
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """A verb or noun that may tell an event.

    ``verb`` is the verb of the clause that it stands in, itself where it is one, None in a line without a verb. ``place``
    is where that clause stands: main, complement, circumstance or description. ``clause`` is what :class:`Clauses` knows
    of it, None where it finds none. ``span`` is the kind of the text span, ``sentence`` the number of the sentence among
    the ``sentences`` of the article that are read, from 0.
    """

    trigger: Word
    verb: Word | None
    place: str
    clause: Clause | None
    quoted: bool
    span: str
    sentence: int
    sentences: int

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells it."""
        return self.trigger.pos_ == "NOUN"


def propose(words: Words, article: Article, clauses: Clauses) -> list[EventCandidate]:
    """All candidates of an article in the order of the text. Nothing is left out for what it is worth."""
    kinds = span_kinds(article)
    quoted = _quoted(article)
    sentences = [s for s in sentences_of(words) if any(_is_candidate(word) and is_open(word, kinds) for word in s)]
    found = []
    for number, sentence in enumerate(sentences):
        known = _clauses(sentence, clauses)
        for word in sentence:
            if _is_candidate(word) and is_open(word, kinds):
                verb = verb_of(word)
                clause = known.get(verb.i) if verb is not None else None
                span = kinds[word.idx] or "text"
                said = bool(quoted[word.idx])
                found.append(EventCandidate(word, verb, place_of(verb), clause, said, span, number, len(sentences)))
    return found


def sentences_of(words: Words) -> Iterator[Sequence[Word]]:
    """The sentences of a text."""
    starts = [i for i, start in enumerate(words.starts) if start == 1 or i == 0]
    for start, end in pairwise([*starts, len(words)]):
        yield words[start:end]


def verb_of(word: Word) -> Word | None:
    """The verb of the clause in which a word stands: itself, or the nearest above."""
    return next((one for one in (word, *word.ancestors) if one.pos_ in VERBAL and one.dep_ not in AUXILIARY), None)


def place_of(verb: Word | None) -> str:
    """Where the clause of a verb stands in its sentence; joined clauses stand where the first does."""
    if verb is None:
        return "main"
    for one in (verb, *verb.ancestors):
        if one.dep_ in PLACES:
            return PLACES[one.dep_]
        if one.dep_ == "ROOT":
            return "main"
    return "main"


def _is_candidate(word: Word) -> bool:
    """Whether a word is a verb that carries meaning, or a noun outside names."""
    if word.pos_ == "VERB":
        return True
    if word.pos_ == "AUX":
        return word.dep_ not in AUXILIARY
    return word.pos_ == "NOUN" and word.ent_type_ not in NAMES and not _is_called(word)


def _is_called(word: Word) -> bool:
    """Whether a noun is written as a name, behind a word in small letters; in a headline all may be."""
    before = word.words[word.i - 1].text if word.i else ""
    return word.text.istitle() and before.isalpha() and before.islower()


def is_open(word: Word, kinds: Sequence[str]) -> bool:
    """Whether a word stands in a span that is read."""
    return kinds[word.idx] not in CLOSED


def span_kinds(article: Article) -> list[str]:
    """The kind of the text span of each character."""
    kinds = [""] * (len(article.text) + 1)
    for span in article.spans:
        kinds[span.start : span.end] = [span.kind] * (span.end - span.start)
    return kinds


def _quoted(article: Article) -> bytearray:
    """For each character, whether it stands in a quotation."""
    marked = bytearray(len(article.text) + 1)
    for quote in article.quotations:
        marked[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
    return marked


def _clauses(sentence: Sequence[Word], clauses: Clauses) -> dict[int, Clause]:
    """The clauses of a sentence by the index of their verb; of a verb that is found twice, the first."""
    found: dict[int, Clause] = {}
    for root in (word for word in sentence if word.head is word):
        for clause in clauses.of(root, sentence):
            found.setdefault(clause.verb.i, clause)
    return found
