"""The English grammar of dates: its lexicon and its modifiers; the rules are in ``rules/``."""

from ...dates import feasts
from ...dates.grammar import Grammar
from ...dates.lexicon import Lexicon, Spoken
from .. import words
from .numbers import PATTERN, YEAR, number, ordinal, year

WORDS = words("en", "words")
HEADS = (
    "month", "weekday", "weekdays", "nearby", "season", "season_sure", "part", "half", "unit", "units", "many", "tens",
    "regular", "vague", "daypart", "noon", "spelled", "business", "feast", "one_day", "tense", "tense_alone", "the_past",
    "the_time", "then", "open_length",
)  # fmt: skip
SLOTS = ("which", "zone", "beside", "parts", "generic")
NTH = {**WORDS["nth"], **{ordinal(n): n for n in range(1, 100)}}
FEASTS = {**feasts.names(WORDS["feast_countries"]), **WORDS["feast"]}

en = Grammar(
    Lexicon(
        {**{slot: WORDS[slot] for slot in (*HEADS, *SLOTS)}, "feast": FEASTS, "nth": NTH},
        HEADS,
        {"n": Spoken(PATTERN, number), "year": Spoken(YEAR, year)},
    ),
    not_time=WORDS["not_time"],
    counted=WORDS["counted"],
)
EARLY, ENDS = ("|".join(words) for words in (WORDS["within"], WORDS["ends"]))
ABOUT = "|".join(sorted(WORDS["about"], key=len, reverse=True))
en.modifier(rf"(?:the )?(?P<word>{EARLY})(?: part| half)?(?:[ -]|(?: of| in)(?: the)? )", WORDS["within"])
# the words that are verbs as well ("talks start Friday") must show that they are nouns
en.modifier(rf"(?:the )?(?P<word>{ENDS})(?:-|(?: part)? of(?: the)? )", WORDS["ends"])
en.modifier(rf"(?:(?<=by\s)|(?<=at\s))(?P<word>{ENDS}) ", WORDS["ends"])
en.modifier(rf"(?P<word>{ABOUT}) ", WORDS["about"], before=rf"\d|half\b|noon|midnight|{PATTERN}")
