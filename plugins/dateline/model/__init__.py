"""The nouns of Dateline, as frozen values; what every part of the program speaks of. Standard library only."""

from .articles import FURNITURE, Actor, Article, Block, DateMention, Mention, Note, Participant, Reading, Report, Span, When
from .desk import Correction, Kept, Known
from .timelines import Change, Doubt, Edit, Event, Evidence, KeyDate, Relation, Storyline, Timeline

__all__ = [
    "FURNITURE",
    "Actor",
    "Article",
    "Block",
    "Change",
    "Correction",
    "DateMention",
    "Doubt",
    "Edit",
    "Event",
    "Evidence",
    "Kept",
    "KeyDate",
    "Known",
    "Mention",
    "Note",
    "Participant",
    "Reading",
    "Relation",
    "Report",
    "Span",
    "Storyline",
    "Timeline",
    "When",
]
