"""Glued headlines: where a headline, section title or caption ends without a full stop and the next sentence begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..lang import words as lang_words

#: words of a headline at least, and at most
SHORTEST = 3
LONGEST = 16
#: words that a sentence has at least
SENTENCE = 4
#: within so many words, a comma ends the phrase that opens a sentence ("In Oslo, ...")
PHRASE = 4
OPENING = "\"“‘'(["
CLOSING = "\"”’')]"


def boundary(words: Sequence[str], lang: str = "en", most: int = LONGEST) -> int | None:
    """The index of the word with which the sentence begins that a headline is glued to; None where none is sure.

    ``words`` are those of the text up to the first full stop, as spaces part them; ``most`` are the headline's at most.
    """
    known = _known(lang)
    if known["all"].isdisjoint(words[SHORTEST : most + 1]):
        return None
    quoted = 0
    for at, word in enumerate(words[: most + 1]):
        room = SHORTEST <= at <= len(words) - SENTENCE
        if (
            room
            and not quoted
            and word in known["all"]
            and _ends(words[:at], known)
            and _begins(words[at - 1], words[at:], known)
        ):
            return at
        quoted = max(quoted + _opened(word) - _closed(word), 0)
    return None


def _ends(before: Sequence[str], known: dict[str, frozenset[str]]) -> bool:
    """Whether words may be a headline: a name or noun ends them, no sign, and they are no title of a work."""
    last = before[-1].rstrip(CLOSING)
    if not last.isalnum() or last.lower() in known["unfinished"]:
        return False
    small = [word for word in before if word.lstrip(OPENING)[:1].islower() and len(word) > 3]
    return bool(small) and not (last[0].isupper() and before[-2].lower() in known["works"])


def _begins(last: str, after: Sequence[str], known: dict[str, frozenset[str]]) -> bool:
    """Whether words begin a sentence with a word that only there has a capital."""
    first, second = after[0], after[1]
    small = second[0].islower() or second[0].isdigit()
    if first in known["before_phrase"] and not small:
        return last[0].islower() and any(word.endswith(",") for word in after[1 : 1 + PHRASE])
    if first in known["before_noun"]:
        return small and last[0].islower()
    return small and first in known["first"]


def _opened(word: str) -> int:
    return word.count("“") + word.count("(") + word.startswith(("‘", '"'))


def _closed(word: str) -> int:
    bare = word.rstrip(".,;:!?")
    return word.count("”") + word.count(")") + (bare.endswith(("’", '"')) and len(bare) > 1)


@cache
def _known(lang: str) -> dict[str, frozenset[str]]:
    known = {name: frozenset(given) for name, given in lang_words(lang, "text")["glued"].items()}
    first = known["before_any"] | known["before_small"] | known["before_phrase"]
    return known | {
        "unfinished": known["open"] | known["works"],
        "first": first,
        "all": first | known["before_noun"],
    }
