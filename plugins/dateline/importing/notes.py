"""What an editor should know of an article that was imported: what of its text could not be taken."""

from __future__ import annotations

from .found import Found

#: addresses that are named
SHOWN = 3
#: what stands in the place of a letter that was lost
LOST = "\ufffd"


def notes(found: Found) -> str:
    """What is missing in it, in a line; empty where nothing is."""
    return "; ".join(filter(None, (_left_out(found.left_out), _lost(found))))


def _left_out(what: tuple[str, ...]) -> str:
    if not what:
        return ""
    more = f" and {len(what) - SHOWN} more" if len(what) > SHOWN else ""
    return f"imported without what it plays ({', '.join(what[:SHOWN])}{more}): link to that in the text, if it matters"


def _lost(found: Found) -> str:
    """How many letters a program before this one lost."""
    count = (found.title + found.text).count(LOST)
    return f"imported with signs that were lost before ({count} {LOST}): put them right by hand" if count else ""
