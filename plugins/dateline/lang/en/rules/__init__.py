"""English date rules, by kind; importing this package adds them all to the grammar."""

from ..grammar import en
from . import calendar, clock, lengths, relative, vague

__all__ = ["calendar", "clock", "en", "lengths", "relative", "vague"]
