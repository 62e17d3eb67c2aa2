"""The ``actors`` stage: from noun phrases to the actors of an article, and which word stands for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from ..model import SET_ASIDE
from ..model.words import Words
from .clusters import Lists
from .gazetteer import Gazetteer
from .guesses import Guesses
from .joining import join
from .phrases import Phrase, Phrases
from .pronouns import antecedents
from .senses import Senses

Doc.set_extension("actors", default=(), force=True)
Doc.set_extension("actor_at", default=None, force=True)


class ActorsTagger:
    """Writes ``doc._.actors``, and ``doc._.actor_at``: from a word's index to the ids of the actors that it stands for.

    Needs ``doc._.words``, ``doc._.names``, ``doc._.article``, ``doc._.known`` (the editors' desk) and ``doc._.dates``.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        offices: Mapping[str, Sequence[str]],
        places: Mapping[str, Any],
        edges: Mapping[str, Sequence[str]],
        genders: Mapping[str, Sequence[str]],
        lists: Lists,
    ) -> None:
        self.gazetteer = gazetteer
        self.senses = Senses(gazetteer, places)
        self.phrases = Phrases(gazetteer, offices, places)
        self.guesses = Guesses(self.phrases.countries, places)
        self.companies = frozenset(offices["companies"])
        self.edges = edges
        self.lists = lists
        self.gender = {word: gender for gender, nouns in genders.items() for word in nouns}

    def __call__(self, doc: Doc) -> Doc:
        words = doc._.words
        words.places = self.senses.of(words)
        phrases = self.guesses.of(list(self._open(doc, words)))
        joined = join(phrases, self.gazetteer, self.edges, doc._.known, companies=self.companies, lists=self.lists)
        doc._.actors = joined.actors
        at: dict[int, tuple[str, ...]] = {}
        for phrase, actor in zip(phrases, joined.of, strict=True):
            at[phrase.head.i] = tuple(dict.fromkeys((*at.get(phrase.head.i, ()), actor)))
        doc._.actor_at = at | antecedents(words, at, {a.id: a for a in joined.actors}, self._genders(phrases, joined.of))
        return doc

    def _genders(self, phrases: Sequence[Phrase], of: Sequence[str]) -> dict[str, str]:
        """The gender of actors, where a noun or a title says it ("the woman", "Mrs May")."""
        found = {}
        for phrase, actor in zip(phrases, of, strict=True):
            words = (phrase.head.lemma_.lower(), *(t.lower_ for t in phrase.head.children if t.i < phrase.head.i))
            if said := next((self.gender[word] for word in words if word in self.gender), None):
                found[actor] = said
        return found

    def _open(self, doc: Doc, words: Words) -> Iterator[Phrase]:
        """The phrases outside of what is set aside, and of dates."""
        closed = bytearray(len(doc._.article.text) + 1)
        for part in (*(s for s in doc._.article.spans if s.kind in SET_ASIDE), *doc._.dates):
            closed[part.start : part.end] = b"\1" * (part.end - part.start)
        for phrase in self.phrases.find(words, doc._.names):
            shown = any(c.isupper() for c in phrase.span.text) or not phrase.named
            if shown and not any(closed[phrase.span.start_char : phrase.span.end_char]):
                yield phrase
