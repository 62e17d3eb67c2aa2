"""Signs that a tokenizer or a typewriter left in a text, and the plain ones in their place.

Texts of corpora are often as the Penn Treebank has them: words and signs with spaces between, brackets and quotation marks
by other names. Some sites write two single marks for a double one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.invisible import INVISIBLE

Edit = tuple[int, int, str]

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
BRACKET = re.compile(r"-[LR][RSC]B-")
#: a sign with a space before it, as only a tokenizer writes it, and one without
SPACED = re.compile(r"\S (?:[,.](?=\s|\Z)|['’]s\b|n['’]t\b)")
ATTACHED = re.compile(r"[^\W\d_]{2}(?:[,.](?=\s|\Z)|['’]s\b|n['’]t\b)")
#: characters on either side of a double mark among which the others of its line are counted
LONGEST_LINE = 2_000
PENN = re.compile(
    rf"(?P<invisible>{INVISIBLE})"
    r"|(?P<bracket>-[LR][RSC]B-)"
    r"|(?P<double>``|'')"
    r"|(?P<single>(?<!\S)[`'](?=\s|[,.;:!?]|\Z))"
    r"|(?P<open>(?<![\w`])`(?=\w))"
    r"|(?P<escape>\\(?=[/*]))"
    r"|(?P<again>(?<=[A-Za-z]\.) \.(?=\s|\Z))"
    r"|(?P<space>(?<=\S) (?:(?=[,;:!?%.](?:\s|\Z|''|-R[RSC]B-))|(?=(?:[nN]['’][tT]|['’](?:[sSmMdD]|re|ve|ll|RE|VE|LL))\b)"
    r"|(?<=[$£€¥] )(?=\d)|(?<=\b[gw][oa]n )(?=na\b)|(?<=\bgot )(?=ta\b)))"
)
PLAIN = re.compile(
    rf"(?P<invisible>{INVISIBLE})"
    r"|(?P<double>(?<![`'])(?:``|'')(?![`']))"
    r'|(?P<spaced>(?<!\S)"(?= ))'
)


def edits(text: str) -> Iterator[Edit]:
    """What is put in the place of what, in order."""
    if tokenized(text):
        return _Marks(text).edits()
    return _plainer(text)


def tokenized(text: str) -> bool:
    """Whether a tokenizer put spaces between words and signs."""
    if BRACKET.search(text):
        return True
    spaced = len(SPACED.findall(text))
    return spaced > 0 and spaced > len(ATTACHED.findall(text))


def _plainer(text: str) -> Iterator[Edit]:
    """The edits of a text that no tokenizer touched."""
    for found in PLAIN.finditer(text):
        start, end = found.span()
        if found.lastgroup == "invisible":
            yield start, end, ""
        elif found.lastgroup == "double":
            yield start, end, '"'
        elif (edit := _spaced(text, start)) is not None:
            yield edit


def _spaced(text: str, at: int) -> Edit | None:
    """The space to leave out inside a double mark that has spaces on both sides, where the line tells which side is in."""
    before = text[max(at - LONGEST_LINE, 0) : at].rpartition("\n")[2]
    after = text[at + 1 : at + LONGEST_LINE].partition("\n")[0]
    opens = before.count('"') % 2 == 0
    if opens and after.count('"') % 2:
        return at + 1, at + 2, ""
    if not opens and before and after.count('"') % 2 == 0:
        return at - 1, at, ""
    return None


class _Marks:
    """The edits of a tokenized text; it knows which quotation marks are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.in_double = False
        self.in_single = False
        #: up to where the text is dealt with
        self.done = 0

    def edits(self) -> Iterator[Edit]:
        for found in PENN.finditer(self.text):
            start, end = found.span()
            for edit in self._of(found.lastgroup or "", start, end):
                if edit[0] >= self.done:
                    yield edit
                    self.done = edit[1]

    def _of(self, kind: str, start: int, end: int) -> Iterator[Edit]:
        sign = self.text[start:end]
        if kind == "bracket":
            yield from self._sign(start, end, BRACKETS[sign], opens=sign[1] == "L")
        elif kind == "double":
            self.in_double = opens = sign == "``" or self._begins(start, end)
            yield from self._sign(start, end, '"', opens=opens)
        elif kind == "single":
            yield from self._single(start, end, sign)
        elif kind == "open":
            self.in_single = True
            yield start, end, "‘"
        else:
            yield start, end, ""

    def _begins(self, start: int, end: int) -> bool:
        """Whether two single marks begin a quotation, as some tokenizers write both ends alike."""
        if self.in_double or self.text[start - 2 : start] in {". ", ", ", "! ", "? "}:
            return False
        return self.text[end : end + 1] == " " and self.text[end + 1 : end + 2] not in {"", "\n"}

    def _single(self, start: int, end: int, sign: str) -> Iterator[Edit]:
        if sign == "`":
            self.in_single = True
            yield from self._sign(start, end, "‘", opens=True)
        elif self.in_single:
            self.in_single = False
            yield from self._sign(start, end, "’", opens=False)
        elif self.text[start - 2 : start] == "s ":
            yield start - 1, start, ""

    def _sign(self, start: int, end: int, sign: str, *, opens: bool) -> Iterator[Edit]:
        """The sign, and without the space on the side of what it holds."""
        if not opens and self.text[start - 1 : start] == " " and start - 1 >= self.done:
            yield start - 1, start, ""
        yield start, end, sign
        if opens and self.text[end : end + 1] == " ":
            yield end, end + 1, ""
