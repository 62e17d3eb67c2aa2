"""Small pages made for one question, with a text long enough to be an article."""

from __future__ import annotations

import json

TEXT = "".join(
    f"<p>{words}</p>"
    for words in (
        "The council of the small town met on Tuesday evening to speak about the old bridge, which has been shut for months.",
        "Several people asked when it would open again, and the mayor said that nobody could tell before the engineers came.",
        "A second meeting is planned, and the papers will lie open in the town hall until then for all who want to read them.",
    )
)
TITLE = "Bridge stays closed"
HEADLINE = f"<h1>{TITLE}</h1>"


def html(head: str = "", body: str = f"{HEADLINE}{TEXT}", *, lang: str = "en", window: str = TITLE) -> str:
    """A page with this in its head and body."""
    return f'<!doctype html><html lang="{lang}"><head><title>{window}</title>{head}</head><body>{body}</body></html>'


def meta(**tags: str) -> str:
    """Meta tags; two underscores in a name are a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in tags.items())


def linked(**fields: object) -> str:
    """JSON-LD of an article with these fields."""
    node = {"@type": "NewsArticle", "headline": TITLE, **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
