"""Small pages for an iframe on somebody else's site: the timeline, an actor, a storyline; no chrome, ten events."""

from __future__ import annotations

from collections.abc import Iterator

from ..views import Views, heaviest
from .page import Page

#: as many events an embedded list shows, and as many an actor needs to have one
SHOWN, FEW = 10, 3


def embeds(views: Views) -> Iterator[Page]:
    """Pages below embed/, each leading to its whole."""
    yield Page("embed/", "embed", {"title": "", "whole": "timeline/", "events": heaviest(views.dated, SHOWN)})
    for actor in views.actors.values():
        if actor.count >= FEW:
            events = heaviest(views.of_actor(actor.id), SHOWN)
            yield Page(f"embed/{actor.url}", "embed", {"title": actor.name, "whole": actor.url, "events": events})
    for story in views.stories:
        events = heaviest(story.events, SHOWN)
        yield Page(f"embed/{story.url}", "embed", {"title": story.title, "whole": story.url, "events": events})
