"""Pictures for links: what a social network or a messenger shows of a page, as PNG of 1200 by 630 pixels.

The letters are those of the font that Pillow brings along, so that no font is shipped. It has ASCII and little more: Latin
letters lose their marks ("Orbán" is drawn as "Orban"), dashes become hyphens, and a text with any other character is left out
whole, since boxes in its place would say nothing.
"""

from .cards import Card, actor_card, event_card, site_card
from .drawing import picture

__all__ = ["Card", "actor_card", "event_card", "picture", "site_card"]
