"""The ``actors`` stage: from noun phrases to the actors of an article, and which word stands for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from spacy.tokens import Doc

from ..model import SET_ASIDE
from ..model.words import Words
from .antecedents import Antecedents
from .clusters import Lists
from .gazetteer import Gazetteer
from .guesses import Guesses
from .joining import join
from .phrases import Phrase, Phrases
from .senses import Senses
from .walk import Page

Doc.set_extension("actors", default=(), force=True)
Doc.set_extension("actor_at", default=None, force=True)
Doc.set_extension("antecedents", default=(), force=True)

#: from what probability on whoever a pronoun means takes part in what is told of it
LIKELY = 0.7


class ActorsTagger:
    """Writes ``doc._.actors``, ``doc._.antecedents`` (whom pronouns and role nouns mean, with probabilities), and
    ``doc._.actor_at``: from a word's index to the ids of the actors that it stands for.

    Needs ``doc._.words``, ``doc._.names``, ``doc._.article``, ``doc._.known`` (the editors' desk) and ``doc._.dates``.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        offices: Mapping[str, Sequence[str]],
        places: Mapping[str, Any],
        lists: Lists,
        antecedents: Antecedents,
    ) -> None:
        self.gazetteer = gazetteer
        self.senses = Senses(gazetteer, places)
        self.phrases = Phrases(gazetteer, offices, places)
        self.guesses = Guesses(self.phrases.countries, places)
        self.lists = lists
        self.antecedents = antecedents

    def __call__(self, doc: Doc) -> Doc:
        words, closed = doc._.words, _closed(doc)
        words.places = self.senses.of(words)
        phrases = self.guesses.of(list(self._open(doc, words, closed)))
        quotations = [(one.start, one.end) for one in doc._.article.quotations]
        resolve = partial(self.antecedents.of, Page(words, quotations, closed))
        joined = join(phrases, self.gazetteer, doc._.known, resolve=resolve, lists=self.lists)
        doc._.actors, doc._.antecedents = joined.actors, joined.antecedents
        at: dict[int, tuple[str, ...]] = {}
        for phrase, actor in zip(phrases, joined.of, strict=True):
            at[phrase.head.i] = tuple(dict.fromkeys((*at.get(phrase.head.i, ()), actor)))
        likely = (one for one in joined.antecedents if one.pronoun and one.probability >= LIKELY)
        pronouns = {one.start: one.actors for one in likely}
        doc._.actor_at = at | {word.i: pronouns[word.idx] for word in words if word.idx in pronouns}
        return doc

    def _open(self, doc: Doc, words: Words, closed: Sequence[int]) -> Iterator[Phrase]:
        """The phrases outside of what is set aside, and of dates."""
        for phrase in self.phrases.find(words, doc._.names):
            shown = any(c.isupper() for c in phrase.span.text) or not phrase.named
            if shown and not any(closed[phrase.span.start_char : phrase.span.end_char]):
                yield phrase


def _closed(doc: Doc) -> bytearray:
    """For each character, whether it is set aside, or in a date."""
    closed = bytearray(len(doc._.article.text) + 1)
    for part in (*(s for s in doc._.article.spans if s.kind in SET_ASIDE), *doc._.dates):
        closed[part.start : part.end] = b"\1" * (part.end - part.start)
    return closed
