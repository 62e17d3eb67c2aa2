"""The walk over an article's HTML: the words of its text in blocks, and the pieces of which the HTML is made again."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from ..model import Block, Span
from ..model.invisible import visible
from .elements import CODE, LINES, SPACES, UNREAD, is_block

#: what a block is, by the element that begins it; a paragraph where none of these does
KINDS = {
    "li": "item", "dt": "item", "dd": "item", "td": "cell", "th": "cell", "blockquote": "quote",
    "figure": "caption", "figcaption": "caption", "caption": "caption", **{f"h{n}": "heading" for n in range(1, 7)},
}  # fmt: skip
#: kinds of which the paragraphs inside are, too
INHERITED = frozenset({"quote", "caption"})
#: elements that hold the words of one block, so that their start tag can carry its id
LEAVES = frozenset({"p", "div", "li", "dt", "dd", "td", "th", "figcaption", "caption", *(f"h{n}" for n in range(1, 7))})
BETWEEN = "\n\n"
#: breaks one after the other that leave a line empty
LINE_BREAKS = 2


@dataclass(slots=True)
class Run:
    """Text as it stands in the HTML; ``at`` is its offset in the article's text, None where it is not part of it."""

    text: str
    at: int | None
    in_link: bool


@dataclass(slots=True)
class _Open:
    """The block being read: its kind, the piece that can carry its id, if that is known, and where its text begins."""

    kind: str
    piece: int | None
    start: int
    first: int
    image: bool = False


class HtmlWalk(HTMLParser):
    """Takes the HTML apart into pieces: tags as they are, and runs of text with their offsets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str | Run] = []
        self.words: list[str] = []
        self.blocks: list[Block] = []
        #: the piece that carries the id of each block
        self.places: list[int] = []
        #: the ids that the article has itself
        self.ids: set[str] = set()
        self.codes: list[Span] = []
        self.length = 0
        #: the blocks that are open, each with its kind, and how many there are of each element
        self.stack: list[tuple[str, str]] = []
        self.inside: Counter[str] = Counter()
        #: line breaks with no words between them
        self.breaks = 0
        self.links = 0
        self.code = 0
        self.unread = 0
        self.open: _Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, dict(attrs).get("id") or "")
        self.links += tag == "a"
        self.code += tag in CODE
        self.unread += tag in UNREAD

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, dict(attrs).get("id") or "")
        self._end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        self.links -= tag == "a" and self.links > 0
        self.code -= tag in CODE and self.code > 0
        self.unread -= tag in UNREAD and self.unread > 0
        self._end(tag)

    def handle_data(self, data: str) -> None:
        if self.unread:
            self.pieces.append(data)
        else:
            self._text(visible(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.pieces.append(f"<!--{data}-->")

    def finish(self) -> None:
        """End the block being read, if it holds words."""
        block, self.open, self.breaks = self.open, None, 0
        if block is None or block.piece is None or self.length == block.start:
            return
        words = "".join(self.words[block.first :]).rstrip()
        kind = "caption" if block.image and block.kind == "paragraph" else block.kind
        self.blocks.append(Block(kind, block.start, block.start + len(words)))
        self.places.append(block.piece)
        self.words.append(BETWEEN)
        self.length += len(BETWEEN)

    def _begin(self, tag: str, own: str) -> None:
        """Take in a start tag with its own id, if it has one."""
        self.pieces.append(self.get_starttag_text() or "")
        self.ids.add(own)
        if self.unread:
            return
        if is_block(tag):
            self.finish()
            if tag not in LINES:
                self._begin_block(tag, carries=tag in LEAVES and not own)
        elif tag == "img" and self.open:
            self.open.image = self.stack[-1:] == [("p", "paragraph")]
        elif tag in SPACES:
            self._text(" ", keep=False)
            self._break(tag)

    def _break(self, tag: str) -> None:
        """End the block at the second of two line breaks: an empty line parts two paragraphs."""
        self.breaks += tag == "br"
        if self.breaks == LINE_BREAKS:
            self.finish()

    def _begin_block(self, tag: str, *, carries: bool) -> None:
        """Begin a block, of which the start tag, or else its first words, carry the id."""
        around = self.stack[-1][1] if self.stack else ""
        kind = KINDS.get(tag, around if around in INHERITED else "paragraph")
        self.stack.append((tag, kind))
        self.inside[tag] += 1
        self.open = _Open(kind, len(self.pieces) - 1 if carries else None, self.length, len(self.words))

    def _end(self, tag: str) -> None:
        """End a block where its element ends, with all elements in it that were left open."""
        if self.unread or not is_block(tag):
            return
        self.finish()
        while self.inside[tag]:
            last, _ = self.stack.pop()
            self.inside[last] -= 1
            if last == tag:
                return

    def _reference(self, source: str) -> None:
        self.handle_data(source if self.unread else html.unescape(source))

    def _text(self, data: str, *, keep: bool = True) -> None:
        """Add words to the block being read; white space between blocks, and at a block's start, belongs to none."""
        self.breaks *= not data.strip()
        if self.open is None and data.strip():
            kind = self.stack[-1][1] if self.stack else "paragraph"
            self.open = _Open(kind, None, self.length, len(self.words))
        taken = data.lstrip() if self.open and self.length == self.open.start else data
        blank = data[: len(data) - len(taken)]
        if keep and blank:
            self.pieces.append(blank)
        if keep and taken:
            self._run(taken)
        if self.open:
            self.words.append(taken.replace("\n", " "))
            self.length += len(taken)

    def _run(self, words: str) -> None:
        """Add a piece of words; the first of a block carries its id where no tag does."""
        block = self.open
        if block and block.piece is None:
            block.piece = len(self.pieces)
        if block and self.code:
            self._code(self.length, self.length + len(words))
        self.pieces.append(Run(words, self.length if block else None, self.links > 0))

    def _code(self, start: int, end: int) -> None:
        """Note a stretch of code, which may go on one that was noted before."""
        if self.codes and self.codes[-1].end == start:
            start = self.codes.pop().start
        self.codes.append(Span(start, end))
