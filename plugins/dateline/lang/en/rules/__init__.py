"""English date rules, by kind; importing this package adds them all to the grammar."""

from ..grammar import en
from . import clock, days, events, lengths, parts, pieces, ranges, relative, sets, vague, weekdays, years

__all__ = [
    "clock", "days", "en", "events", "lengths", "parts", "pieces", "ranges", "relative", "sets", "vague", "weekdays", "years",
]  # fmt: skip
