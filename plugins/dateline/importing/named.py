"""What an article's own byline and place line name: its author, its agency and its place. The text stays as it is."""

from __future__ import annotations

from ..model import Article
from ..text.heads import author
from ..text.located import prepared
from .found import Found
from .page.authors import persons
from .words.escaping import bare

#: characters of a text among which these lines stand
HEAD = 5_000


def named(found: Found) -> Found:
    """The author, source and place that the text names at its head; empty what it does not."""
    article, _ = prepared(Article("", bare(found.text[:HEAD]), found.date, title=found.title))
    writers = persons([author(article.text, article.spans)], found.source, article.source)
    return Found(author=writers, source=article.source, location=article.location)
