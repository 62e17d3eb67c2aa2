"""Parses short texts anew, with the model that reads the articles."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from ..model.words import Words, words_of

#: what names a stage of Dateline's own
OWN = "dateline_"


class Reparser:
    """The model's own stages, asked again; names are not looked for."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, texts: Sequence[str]) -> list[Words]:
        """The words of each text."""
        docs = [self.nlp.make_doc(text) for text in texts]
        if docs:
            for name, stage in self.nlp.pipeline:
                if name != "ner" and not name.startswith(OWN):
                    docs = list(stage.pipe(docs))
        return [words_of(doc, doc.text) for doc in docs]
