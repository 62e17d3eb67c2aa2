"""A name as an id: safe in a path, the same wherever it is made."""

from __future__ import annotations

import re
import unicodedata

ACCENTS = re.compile("[\u0300-\u036f]")
#: letters of the Latin alphabet that Unicode does not take apart, as they are usually written without them
LATIN = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ı": "i", "ŧ": "t", "Ŧ": "T",
    "ŋ": "ng", "Ŋ": "Ng", "ĸ": "k", "ə": "e", "Ə": "E", "ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K",
})  # fmt: skip


def slug(name: str) -> str:
    """The name as an id: lower case, ASCII where it has letters for it, words joined by hyphens.

    >>> slug("Émile Straße"), slug("Привет мир")
    ('emile-strasse', 'привет-мир')
    """
    words = "".join(sign if _in_word(sign) else " " for sign in _folded(name).lower())
    return "-".join(words.split()).strip("-_") or "unnamed"


def is_vowel(sign: str) -> bool:
    """Whether this is the mark of a vowel at a letter, as many scripts of Asia write it; accents are none."""
    return sign > "\u036f" and unicodedata.category(sign) in {"Mn", "Mc"} and not "\ufe00" <= sign <= "\ufe0f"


def _folded(name: str) -> str:
    """The name in ASCII, if that loses none of its letters; else with those letters as they are."""
    plain = _ascii(name)
    if plain and not any(map(_is_lost, unicodedata.normalize("NFKD", name))):
        return plain
    if not plain and not ACCENTS.search(name):
        return name
    whole = unicodedata.normalize("NFC", name)
    return "".join(_latin(sign) for sign in whole) if plain else whole


def _latin(letter: str) -> str:
    """The letter in ASCII; as it is, where it is of another script."""
    return _ascii(letter.translate(LATIN)) or letter


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _is_lost(sign: str) -> bool:
    """Whether this is a letter or figure, no sign beside one, that ASCII lacks."""
    return sign > "\x7f" and sign.isalnum() and unicodedata.category(sign) != "Lm"


def _in_word(sign: str) -> bool:
    """Whether it belongs to a word."""
    return sign.isalnum() or sign == "_" or is_vowel(sign)
