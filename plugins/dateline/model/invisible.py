"""Characters that no reader sees, and that split words for whoever reads them letter by letter."""

from __future__ import annotations

import re

#: soft hyphen, zero width space, word joiner, marks of direction, controls and the like; line ends and tabs are none of them
ALWAYS = "[\x00-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001]"
#: what never joins: letters of Latin, Greek, Cyrillic and Armenian, spaces, punctuation, and what is dropped itself
UNJOINED = (
    "\x00-\u058f\u061c\u1c80-\u1c8f\u1d00-\u200b\u200e-\u206f\u2c60-\u2c7f\u2de0-\u2e7f\ua640-\ua69f\ua720-\ua7ff"
    "\ufb00-\ufb06\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
#: joiners (ZWNJ, ZWJ), and the separators and fillers of Mongolian, Hangul and Khmer
JOINING = "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d"
#: those with nothing about them to join; those of emoji and of the scripts that need them stay
JOINERS = rf"(?<=[{UNJOINED}])[{JOINING}]+(?=[{UNJOINED}]|\Z)|\A[{JOINING}]+(?=[{UNJOINED}])"
#: letters of tags that are not the flag of a country's part, which begins with a black flag
TAGS = "(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0020-\U000e007f]+"
INVISIBLE = f"{ALWAYS}|{JOINERS}|{TAGS}"
PATTERN = re.compile(INVISIBLE)


def visible(text: str) -> str:
    """The text without characters that no reader sees.

    >>> visible("Thurs\\u00adday"), visible("می\\u200cشود") == "می\\u200cشود"
    ('Thursday', True)
    """
    return PATTERN.sub("", text)
