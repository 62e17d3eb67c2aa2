"""What a rule's pattern cannot do without: the slots and words of every match, so that it is tried only near them."""

from __future__ import annotations

import re

#: one way through a pattern, as the slots and words that it takes
Way = frozenset[str]
PIECE = re.compile(
    r"(?:\{:?(?P<slot>[a-z_]+)\d?\}|(?P<digit>\\d)|\\.|\[\^?\]?[^\]]*\]"
    r"|(?P<open>\((?:\?(?:P<\w+>|<?[:=!]))?)|(?P<close>\))|(?P<bar>\|)|(?P<maybe>[?*]|\{\{0)|(?P<word>[a-z]{3,}))"
)
#: what a digit counts as
DIGIT = "d"
#: more ways than this are not told apart
MANY = 24


def ways(pattern: str) -> frozenset[Way]:
    """The ways through a pattern, each with its slots and ('in quotes') words; what may be left out counts not."""
    return _alternatives(list(PIECE.finditer(pattern)), 0)[0]


def _alternatives(pieces: list[re.Match[str]], at: int) -> tuple[frozenset[Way], int]:
    """The ways through what stands from here to the bracket that closes it, and where that is."""
    found: set[Way] = set()
    row: frozenset[Way] = frozenset({frozenset()})
    while at < len(pieces) and not pieces[at]["close"]:
        piece = pieces[at]
        if piece["bar"]:
            found |= row
            row = frozenset({frozenset()})
        elif piece["slot"] or piece["digit"] or piece["word"]:
            taken = piece["slot"] or (piece["digit"] and DIGIT) or f"'{piece['word']}'"
            row = _each(row, frozenset({frozenset({taken})}), _optional(pieces, at))
        elif piece["open"]:
            inner, at = _alternatives(pieces, at + 1)
            looks = piece["open"][-1] in "=!"
            row = _each(row, inner, looks or _optional(pieces, at))
        at += 1
    found |= row
    return (frozenset(found) if len(found) <= MANY else frozenset({frozenset.intersection(*found)})), at


def _optional(pieces: list[re.Match[str]], at: int) -> bool:
    """Whether the piece may be left out."""
    return at + 1 < len(pieces) and bool(pieces[at + 1]["maybe"]) and pieces[at].end() == pieces[at + 1].start()


def _each(row: frozenset[Way], more: frozenset[Way], optional: bool) -> frozenset[Way]:
    """Every way so far, gone on in each of these ways."""
    return row if optional else frozenset(one | two for one in row for two in more)
