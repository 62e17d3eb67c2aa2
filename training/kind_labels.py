"""Writes ``labels/kind.jsonl`` from a corpus with entities: ``python training/kind_labels.py who/gum.jsonl``. Needs spaCy."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.actors.kinds import features
from dateline.actors.name_spans import folded
from dateline.actors.recognition import NamesTagger
from dateline.model import Article
from dateline.model.words import Stretch
from dateline.settings import DEFAULT_MODEL
from dateline.text.located import prepared

LABELS = Path(__file__).parent / "labels/kind.jsonl"
#: what the corpus calls what a name names, and the kind of that; the rest are things
KINDS = {"person": "person", "organization": "organisation", "place": "place", "time": None, "event": None}
#: how much longer than a name the words of its entity may be, in characters
LONGER = 5


def rows(corpus: Path) -> Iterator[dict[str, Any]]:
    """For each name of each text its features, and the kind that the corpus gives it."""
    nlp = pipeline.load(DEFAULT_MODEL)
    stage = next(one for name, one in nlp.pipeline if name == "dateline_names")
    for document in map(json.loads, corpus.read_text(encoding="utf-8").splitlines()):
        article, _ = prepared(Article(document["id"], document["text"], document["published"], title=document["title"]))
        doc = nlp.make_doc(article.text)
        doc._.article = article
        for name, component in nlp.pipeline:
            doc = component(doc) if name not in {"dateline_dates", "dateline_actors", "dateline_reports"} else doc
        digest = sha256(document["text"].encode()).hexdigest()
        for truth, found in _labelled(stage, doc, document):
            yield {"text": digest, "kind": truth, "features": found}


def _labelled(stage: NamesTagger, doc: Any, document: dict[str, Any]) -> Iterator[tuple[str, dict[str, float]]]:
    gold = [(m["text"], entity["type"]) for entity in document["entities"] for m in entity["mentions"] if m["kind"] == "name"]
    truths: dict[str, Counter[str | None]] = defaultdict(Counter)
    for text, kind in gold:
        truths[_plain(text)][KINDS.get(kind, "thing")] += 1
    seen = [(e.start, e.end, e.label_) for e in doc.ents]
    groups: dict[str, list[Stretch]] = defaultdict(list)
    for name in stage.spans.of(doc._.words, seen):
        groups[folded(name)].append(name)
    for text, mentions in sorted(groups.items()):
        truth = _truth(text, truths)
        if truth is not None:
            if truth == "person" and Counter(m.label_ for m in mentions).most_common(1)[0][0] == "NORP":
                truth = "group"
            yield truth, features(mentions, stage.bearers(doc._.names) if " " not in text else {}, stage.clues)


def _truth(text: str, truths: dict[str, Counter[str | None]]) -> str | None:
    """The kind of the entity whose words are these, or hardly more."""
    near: Sequence[str] = [one for one in truths if one.endswith(text) and len(one) - len(text) <= LONGER]
    exact = truths.get(text) or next((truths[one] for one in sorted(near)), None)
    return exact.most_common(1)[0][0] if exact else None


def _plain(text: str) -> str:
    low = text.casefold().replace(" 's", "").replace("'s", "").replace(" ’", "").strip(" '’.")
    return low.removeprefix("the ").removeprefix("a ")


def main() -> None:
    """Write the labels."""
    found = [json.dumps(row) for row in rows(Path(sys.argv[1]))]
    LABELS.write_text("\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
