"""What speaks for and against the end of a headline, caption or list item before a capitalised word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from .shapes import shape

TOKEN = re.compile(r"\S+")
PLURAL = re.compile(r"[^s]s$")
GENITIVE = ("'s", "’s", "s'", "s’")
#: how many words behind a junction are looked at: for words that recur, and for a verb
AHEAD, NEAR = 40, 12
#: classes of which a word is a feature, and those of them that open a sentence
CLASSES = ("determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries", "calendar", "titles", "saying")
OPENING = CLASSES[:5]
#: classes of words that end no span, since what they belong to is still to come
UNFINISHED = ("determiners", "prepositions", "conjunctions", "possessives", "linking", "attributive", "saying")

Features = dict[str, float]
Classes = Mapping[str, frozenset[str]]


class TextWords:
    """The words of a text, and how it uses them: in lower case, capitalised within a sentence, before a capitalised one."""

    def __init__(self, text: str, classes: Classes) -> None:
        found = list(TOKEN.finditer(text))
        self.offsets = [token.start() for token in found]
        self.words = [shape(token[0]) for token in found]
        self.classes = classes
        self.closed = frozenset().union(*(classes[name] for name in UNFINISHED)) - classes["particles"]
        self.openers = frozenset().union(*(classes[name] for name in OPENING))
        self.paragraphs = "\n\n" in text.strip()
        self.first = text.strip().split("\n", 1)[0] if found else ""
        self.end_of_first = len(text) - len(text.lstrip()) + len(self.first)
        self._count()

    def _count(self) -> None:
        words = self.words
        upper = [i for i, one in enumerate(words) if one.upper and i]
        self.lower = Counter([one.bare for one in words if one.lower])
        self.names = Counter([words[i].bare for i in upper if self._is_inside(i)])
        self.pairs = Counter([(words[i - 1].bare, words[i].bare) for i in upper])
        self.inside = Counter([(words[i - 1].bare, words[i].bare) for i in upper if self._is_inside(i - 1)])

    def _is_inside(self, i: int) -> bool:
        """Whether a word stands within a sentence."""
        return i > 0 and not self.words[i - 1].stops

    def candidates(self, first: int, last: int) -> Iterator[int]:
        """The words of a stretch before which a new span may begin; its first word is none."""
        words, closed = self.words, self.closed
        for i in range(first + 1, last):
            before = words[i - 1]
            if words[i].begins and not before.stops and before.low not in closed:
                yield i

    def is_verb(self, i: int) -> bool:
        """Whether a word may be a finite verb."""
        one = self.words[i]
        return one.verbal or one.low in self.classes["auxiliaries"]

    def is_opening(self, i: int) -> bool:
        """Whether a word of a closed class, capitalised within a sentence, may begin a span."""
        one, before = self.words[i], self.words[i - 1]
        return one.upper and one.low in self.openers and not before.stops and before.low not in self.closed

    def auxiliary(self, first: int, last: int) -> bool:
        """Whether an auxiliary stands among words."""
        auxiliaries = self.classes["auxiliaries"]
        return any(one.low in auxiliaries for one in self.words[first:last])


def local(page: TextWords, i: int) -> Features:
    """What the words on both sides say, which is quickly asked."""
    found = {"bias": 1.0, "paragraphs": float(page.paragraphs)}
    found["first line"] = float(page.offsets[i] < page.end_of_first)
    return found | _next(page, i) | _previous(page, i)


def wide(page: TextWords, i: int, since: int, last: int, near: Features) -> Features:
    """What the rest of the stretch says: ``since`` is where the last span began, ``last`` where the stretch ends."""
    start, end = i, i
    while start > since and not page.words[start - 1].ends:
        start -= 1
    while end < last and not page.words[end].ends:
        end += 1
    found = _names(page, i, since, last)
    found |= _before(page, start, i) | _after(page, i, end, last) | _recurring(page, start, i, last)
    found["before a span"] = float(start == since)
    return found | _rivals(page, start, i, min(end + 1, last)) | _both(near | found)


def _both(found: Features) -> Features:
    """Two things that mean more together."""
    return {
        "determiner after a capital": found["next determiners"] * found["previous capital"],
        "closed after lower case": found["next closed"] * found["previous lower"],
        "closed before a name": found["next closed"] * found["name follows"],
        "closed in a name": found["next closed"] * found["pair inside"],
        "closed in the first line": found["next closed"] * found["first line"],
        "two sentences": found["before verb"] * found["after verb"],
        "subject after lower case": found["previous lower"] * found["after verb at once"],
        "common after a capital": found["next common"] * found["previous capital"],
    }


def _next(page: TextWords, i: int) -> Features:
    """The word itself: its class, and whether the text has it in lower case or as a name."""
    one = page.words[i]
    found = {f"next {name}": float(one.low in page.classes[name]) for name in CLASSES}
    closed = one.low in page.openers
    lower, named = page.lower[one.low], page.names[one.bare] - 1
    return found | {
        "next closed": float(closed),
        "next closed again": float(closed) * min(named, 3) / 3,
        "next by": float(one.low == "by"),
        "next common": float(not closed and lower > 0 and lower > named),
        "next name": float(named > 0 and named >= lower),
        "next seen once": float(not closed and not lower and named <= 0),
        "next capitals": float(len(one.bare) > 2 and one.bare.isupper()),
        "next label": float(one.token.endswith(":")),
        "next quote": float(not one.token[0].isalnum()),
    }


def _previous(page: TextWords, i: int) -> Features:
    """The word before: what it may not end, and how it is written."""
    one, classes = page.words[i - 1], page.classes
    lower = one.lower
    return {
        "previous particle": float(one.low in classes["particles"]),
        "previous auxiliary": float(one.low in classes["auxiliaries"]),
        "previous pronoun": float(one.low in classes["pronouns"]),
        "previous title": float(one.low in classes["titles"]),
        "previous saying": float(one.low in classes["saying"]),
        "previous said": float(one.low in {"said", "told"}),
        "previous calendar": float(one.low in classes["calendar"]),
        "previous lower": float(lower),
        "previous capital": float(one.upper),
        "previous capitals": float(len(one.bare) > 2 and one.bare.isupper()),
        "previous number": float(one.bare[:1].isdigit()),
        "previous genitive": float(one.token.endswith(GENITIVE)),
        "previous mark": float(not one.token[-1].isalnum()),
        "previous verb": float(page.is_verb(i - 1)),
        "previous -ing": float(lower and one.low.endswith("ing")),
        "previous -ed": float(lower and one.low.endswith("ed")),
        "previous -s": float(lower and bool(PLURAL.search(one.low))),
    }


def _names(page: TextWords, i: int, since: int, last: int) -> Features:
    """Whether the words around belong together elsewhere, and what follows the name that begins here."""
    words = page.words
    one, before = words[i].bare, words[i - 1].bare
    follows = i + 1 < last and words[i + 1].upper
    pair = (one, words[i + 1].bare) if follows else ("", "")
    run = 0
    while run < min(i - since, 5) and words[i - 1 - run].upper:
        run += 1
    return _run(page, i, last) | {
        "pair elsewhere": float(page.pairs[before, one] > 1),
        "pair behind elsewhere": float(page.pairs[pair] > 1),
        "pair inside": float(page.inside[pair] > 1),
        "pair before elsewhere": float(i > 1 and words[i - 1].upper and page.pairs[words[i - 2].bare, before] > 1),
        "capitals before": run / 5,
        "name follows": float(follows),
        "again": float(any(other.bare == one for other in words[max(since, i - NEAR) : i])),
    }


def _run(page: TextWords, i: int, last: int) -> Features:
    """What stands behind the capitalised words that begin here."""
    words = page.words
    end = i
    while end + 1 < last and words[end + 1].upper and not words[end].stops:
        end += 1
    then = end + 1 < last and not words[end].stops
    return {
        "name then verb": float(then and page.is_verb(end + 1)),
        "name then auxiliary": float(then and page.auxiliary(end + 1, end + 2)),
        "name then comma": float(words[end].token.endswith(",")),
        "name then stop": float(words[end].ends),
        "name then closed": float(then and words[end + 1].low in page.closed),
    }


def _before(page: TextWords, start: int, i: int) -> Features:
    """The part before: its length, whether it may be a sentence, whether it is written as titles are."""
    length = i - start
    long = [one for one in page.words[start:i] if one.stem]
    capitals = sum(one.upper for one in long)
    said = " ".join(one.token for one in page.words[start:i])
    return {
        "before 1": float(length == 1),
        "before 2": float(length == 2),
        "before 3-4": float(length in {3, 4}),
        "before 16+": float(length > 15),
        "before 25+": float(length > 24),
        "before verb": float(any(page.is_verb(k) for k in range(start, i))),
        "before auxiliary": float(page.auxiliary(start, i)),
        "before title case": float(length > 3 and capitals > 0.8 * len(long)),
        "in quotes": float(said.count("“") > said.count("”") or said.count('"') % 2 == 1),
    }


def _after(page: TextWords, i: int, end: int, last: int) -> Features:
    """The part behind: its length, whether it may be a sentence."""
    length = end - i
    until = min(end + 1, i + NEAR, last)
    capitals = sum(one.upper for one in page.words[i + 1 : min(until, i + 7)])
    more = until > i + 1
    return {
        "after 1-3": float(length < 4),
        "after 4-7": float(4 <= length < 8),
        "after verb": float(any(page.is_verb(k) for k in range(i + 1, until))),
        "after auxiliary": float(page.auxiliary(i + 1, until)),
        "after verb at once": float(more and page.is_verb(i + 1)),
        "after capitals": capitals / 6,
        "after closed": float(more and page.words[i + 1].low in page.closed),
    }


def _rivals(page: TextWords, start: int, i: int, until: int) -> Features:
    """Whether a word of a closed class, capitalised, stands near: a span more likely begins there."""
    behind = any(page.is_opening(k) for k in range(i + 1, min(i + NEAR, until)))
    before = any(page.is_opening(k) for k in range(max(start + 1, i - NEAR), i))
    return {"opening behind": float(behind), "opening before": float(before)}


def _recurring(page: TextWords, start: int, i: int, last: int) -> Features:
    """Words of the part before that recur soon: what a headline says is said again."""
    before = {one.stem for one in page.words[start:i] if one.stem}
    behind = {one.stem for one in page.words[i : min(i + AHEAD, last)]}
    both = len(before & behind)
    return {"recurring": min(both, 4) / 4, "recurring share": both / max(len(before), 1)}
