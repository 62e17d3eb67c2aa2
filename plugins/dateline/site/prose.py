"""Prose: an article's HTML as plain text in blocks, and that HTML again with places in the text marked.

Both come from one walk over the HTML, so that an offset in the text is always a place on the page.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from ..model import Span
from .walk import HtmlWalk, Run


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text (string indices) and the tags to put around it."""

    start: int
    end: int
    before: str
    after: str


class Prose:
    """``text`` is the article's plain text, ``blocks`` what it is made of; ``anchors`` the id of each block on the page, and
    ``code`` what of the text is code."""

    def __init__(self, source: str) -> None:
        walk = HtmlWalk()
        walk.feed(source)
        walk.close()
        walk.finish()
        self.text = "".join(walk.words).rstrip()
        self.blocks = tuple(walk.blocks)
        self.anchors = tuple(_free(number, walk.ids) for number in range(1, len(self.blocks) + 1))
        self.code = tuple(Span(code.start, min(code.end, len(self.text))) for code in walk.codes)
        self._pieces = walk.pieces
        self._ids = dict(zip(walk.places, self.anchors, strict=True))

    def anchor(self, offset: int) -> str:
        """The id of the block that holds this offset of the text."""
        inside = (a for b, a in zip(self.blocks, self.anchors, strict=True) if b.start <= offset < b.end)
        return next(inside, "")

    def marked(self, marks: Sequence[Mark] = ()) -> Markup:
        """The HTML with the blocks' ids and the marks' tags; a mark that overlaps an earlier one is left out."""
        apart = list(_apart(marks))
        return Markup("".join(self._piece(i, piece, apart) for i, piece in enumerate(self._pieces)))

    def _piece(self, number: int, piece: str | Run, marks: Sequence[Mark]) -> str:
        anchor = self._ids.get(number)
        if isinstance(piece, str):
            return _with_id(piece, anchor) if anchor else piece
        words = _words(piece, marks)
        return f'<span id="{anchor}">{words}</span>' if anchor else words


def _free(number: int, taken: Set[str]) -> str:
    """The id of the block of this number, which nothing in the article has already."""
    names = (f"p{number}{'-' * times}" for times in count())
    return next(name for name in names if name not in taken)


def _words(run: Run, marks: Sequence[Mark]) -> str:
    """The run as HTML, with the marks that fall into it; there are none in links."""
    if run.at is None or run.in_link:
        return html.escape(run.text, quote=False)
    return "".join(_cut(run.text, run.at, marks))


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
    """The start tag, which has no id, with this one."""
    cut = len(tag) - (2 if tag.endswith("/>") else 1)
    return f'{tag[:cut]} id="{anchor}"{tag[cut:]}'
