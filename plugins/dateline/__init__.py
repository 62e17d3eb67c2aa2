"""Dateline: news articles in, a timeline of what happened, when, and who did it.

The flow, one way::

    content/articles/*.md - site.reader -> Article - pipeline -> Reading (dates, actors, reports)
        - corpus -> Timeline (events, actors over all articles) - site -> pages, exports

A *report* is what one sentence of one article says; an *event* is what several reports agree on.
"""

from .version import __version__

__all__ = ["__version__", "register"]


def register() -> None:
    """Connect the plugin to Pelican; called by Pelican when it loads its plugins."""
    from .site import plugin

    plugin.register()
