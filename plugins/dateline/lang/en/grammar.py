"""The English grammar of dates: its lexicon and its modifiers; the rules are in ``rules/``."""

from ...dates.grammar import Grammar
from .. import words
from .numbers import PATTERN, number

WORDS = words("en", "words")
HEADS = (
    "month", "weekday", "weekdays", "nearby", "season", "part", "unit", "units", "many", "tens", "regular", "vague",
    "daypart", "spelled",
)  # fmt: skip
SLOTS = (*HEADS, "nth")

en = Grammar({slot: WORDS[slot] for slot in SLOTS}, heads=HEADS, numbers=number, number=PATTERN, not_time=WORDS["not_time"])
WITHIN = "|".join(WORDS["within"])
en.modifier(rf"(?:the )?(?P<word>{WITHIN})(?: part| half)?(?:[ -]|(?: of| in)(?: the)? )", WORDS["within"])
en.modifier(rf"(?P<word>{'|'.join(sorted(WORDS['about'], key=len, reverse=True))}) ", WORDS["about"])
