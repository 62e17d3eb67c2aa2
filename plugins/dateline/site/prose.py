"""Prose: an article's HTML as plain text in blocks, and that HTML again with places in the text marked.

Both come from one walk over the HTML, so that an offset in the text is always a place on the page.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup

from ..model import Block
from ..model.invisible import visible

KINDS = {
    "p": "paragraph", "div": "paragraph", "li": "item", "dt": "item", "dd": "item", "pre": "code", "td": "cell", "th": "cell",
    "figcaption": "caption", "caption": "caption", **{f"h{n}": "heading" for n in range(1, 7)},
}  # fmt: skip
CONTAINERS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tr", "blockquote", "figure", "section", "hr"})
UNREAD = frozenset({"script", "style", "template", "svg", "math"})
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text (string indices) and the tags to put around it."""

    start: int
    end: int
    before: str
    after: str


@dataclass(slots=True)
class _Run:
    """Text as it stands in the HTML; ``at`` is its offset in the article's text, None where it is not part of it."""

    text: str
    at: int | None
    in_link: bool


@dataclass(slots=True)
class _Open:
    """The block being read: its kind, where its start tag stands among the pieces, and where its text begins."""

    kind: str
    piece: int | None
    start: int
    first: int
    image: bool = False


class Prose:
    """``text`` is the article's plain text, ``blocks`` what it is made of; ``anchors`` the id of each block on the page."""

    def __init__(self, source: str) -> None:
        walk = _Walk()
        walk.feed(source)
        walk.close()
        walk.finish()
        self.text = "".join(walk.words).rstrip()
        self.blocks = tuple(walk.blocks)
        self.anchors = tuple(f"p{n}" for n in range(1, len(self.blocks) + 1))
        self._pieces = walk.pieces
        self._ids = {piece: anchor for piece, anchor in zip(walk.tags, self.anchors, strict=True) if piece is not None}

    def anchor(self, offset: int) -> str:
        """The id of the block that holds this offset of the text."""
        inside = (a for b, a in zip(self.blocks, self.anchors, strict=True) if b.start <= offset < b.end)
        return next(inside, "")

    def marked(self, marks: Sequence[Mark] = ()) -> Markup:
        """The HTML with the blocks' ids and the marks' tags; a mark that overlaps an earlier one is left out."""
        apart = list(_apart(marks))
        return Markup("".join(self._piece(i, piece, apart) for i, piece in enumerate(self._pieces)))

    def _piece(self, number: int, piece: str | _Run, marks: Sequence[Mark]) -> str:
        if isinstance(piece, str):
            anchor = self._ids.get(number)
            return _with_id(piece, anchor) if anchor else piece
        if piece.at is None or piece.in_link:
            return html.escape(piece.text, quote=False)
        return "".join(_cut(piece.text, piece.at, marks))


def _cut(text: str, at: int, marks: Sequence[Mark]) -> Iterator[str]:
    """The run's words with the marks that fall into it."""
    done = 0
    for mark in marks:
        start, end = max(mark.start - at, 0), min(mark.end - at, len(text))
        if start < end:
            yield html.escape(text[done:start], quote=False)
            yield mark.before + html.escape(text[start:end], quote=False) + mark.after
            done = end
    yield html.escape(text[done:], quote=False)


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    end = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start >= end:
            yield mark
            end = mark.end


def _with_id(tag: str, anchor: str) -> str:
    """The start tag with this id; one that has an id keeps it, and an empty target is put before its words."""
    if " id=" in tag:
        return f'{tag}<a id="{anchor}"></a>'
    cut = len(tag) - (2 if tag.endswith("/>") else 1)
    return f'{tag[:cut]} id="{anchor}"{tag[cut:]}'


class _Walk(HTMLParser):
    """Takes the HTML apart into pieces: tags as they are, and runs of text with their offsets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str | _Run] = []
        self.words: list[str] = []
        self.blocks: list[Block] = []
        self.tags: list[int | None] = []
        self.length = 0
        self.stack: list[tuple[str, str]] = []
        self.links = 0
        self.unread = 0
        self.open: _Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text() or "")
        self.links += tag == "a"
        self.unread += tag in UNREAD
        if tag in KINDS or tag in CONTAINERS:
            self.finish()
        if tag in KINDS:
            quoted = any(t == "blockquote" for t, _ in self.stack)
            kind = "quote" if quoted and KINDS[tag] == "paragraph" else KINDS[tag]
            self.open = self._begin(kind, len(self.pieces) - 1)
        if tag == "img" and self.open:
            self.open.image = True
        if tag == "br":
            self._text(" ", keep=False)
        if tag in KINDS or tag == "blockquote":
            self.stack.append((tag, KINDS.get(tag, "quote")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(self.get_starttag_text() or "")
        if tag == "img" and self.open:
            self.open.image = True
        if tag == "br":
            self._text(" ", keep=False)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        self.links -= tag == "a" and self.links > 0
        self.unread -= tag in UNREAD and self.unread > 0
        if tag in KINDS or tag in CONTAINERS:
            self.finish()
        if self.stack and self.stack[-1][0] == tag:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if self.unread:
            self.pieces.append(data)
        else:
            self._text(visible(data))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(html.unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(f"<!--{data}-->")

    def finish(self) -> None:
        """End the block being read, if it holds words."""
        block, self.open = self.open, None
        if block is None or self.length == block.start:
            return
        words = "".join(self.words[block.first :]).rstrip()
        kind = "caption" if block.image and block.kind == "paragraph" else block.kind
        self.blocks.append(Block(kind, block.start, block.start + len(words)))
        self.tags.append(block.piece)
        self.words.append(BETWEEN)
        self.length += len(BETWEEN)

    def _begin(self, kind: str, piece: int | None) -> _Open:
        return _Open(kind, piece, self.length, len(self.words))

    def _text(self, data: str, *, keep: bool = True) -> None:
        """Add words to the block being read; white space between blocks, and at a block's start, belongs to none."""
        if self.open is None and data.strip():
            self.open = self._begin(self.stack[-1][1] if self.stack else "paragraph", None)
        taken = data.lstrip() if self.open and self.length == self.open.start else data
        blank = data[: len(data) - len(taken)]
        if keep and blank:
            self.pieces.append(blank)
        if keep and taken:
            self.pieces.append(_Run(taken, self.length if self.open else None, self.links > 0))
        if self.open:
            self.words.append(taken.replace("\n", " ") if self.open.kind != "code" else taken)
            self.length += len(taken)
