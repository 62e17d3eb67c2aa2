"""What was set aside of an article: the stretches of its text that are no running text, and the rules that say so."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Article

#: the kind of spans that are read as they are
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of an article: its kind, the name of the rule that told it, and its words in one line."""

    kind: str
    why: str
    words: str


def aside(article: Article) -> tuple[Aside, ...]:
    """What was set aside of an article, in order."""
    spans = (span for span in article.spans if span.kind != TEXT)
    return tuple(Aside(span.kind, span.why, " ".join(article.text[span.start : span.end].split())) for span in spans)
