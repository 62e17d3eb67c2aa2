"""A report's id: it lasts from one reading to the next, whatever is edited elsewhere in the article."""

from __future__ import annotations

import hashlib
from collections import Counter

from spacy.tokens import Span

from ..model import Article
from ..model.words import Word


class Identities:
    """Gives ids within one article, from its id, the words of the sentence and the trigger."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.seen: Counter[str] = Counter()

    def of(self, sent: Span, trigger: Word) -> str:
        """Ten hexadecimal figures; the same words twice in an article get two ids."""
        words = " ".join(self.article.text[sent.start_char : sent.end_char].split())
        key = "\n".join((self.article.id, words, trigger.text, str(trigger.i - sent.start)))
        self.seen[key] += 1
        return hashlib.sha256(f"{key}\n{self.seen[key]}".encode()).hexdigest()[:10]
