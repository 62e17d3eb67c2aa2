"""The ``actors`` stage: from the model's named entities to actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span

from ..model import FURNITURE
from .names import KINDS, Named, clean, join

Doc.set_extension("actors", default=(), force=True)


class ActorsTagger:
    """Writes ``doc._.actors``; needs ``doc.ents``, ``doc._.article`` and ``doc._.dates``."""

    def __init__(self, edges: Mapping[str, Sequence[str]]) -> None:
        self.edges = edges

    def __call__(self, doc: Doc) -> Doc:
        doc._.actors = join(self._names(doc))
        return doc

    def _names(self, doc: Doc) -> Iterator[Named]:
        text = doc.text
        closed = bytearray(len(text) + 1)
        for part in (*(b for b in doc._.article.blocks if b.kind in FURNITURE), *doc._.dates):
            closed[part.start : part.end] = b"\1" * (part.end - part.start)
        for ent in doc.ents:
            if ent.label_ in KINDS and not _adjective(ent) and not any(closed[ent.start_char : ent.end_char]):
                start, end = clean(ent.text, ent.start_char, self.edges)
                if start < end and any(c.isupper() for c in text[start:end]):
                    yield Named(start, end, text[start:end], KINDS[ent.label_])


def _adjective(ent: Span) -> bool:
    """A nationality that only says which ("Russian officials") names no actor by itself."""
    return ent.label_ == "NORP" and (ent.root.pos_ == "ADJ" or ent.root.dep_ in {"amod", "compound"})
