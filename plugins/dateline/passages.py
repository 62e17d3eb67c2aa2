"""Passages: an article's text cut into blocks, with newspaper furniture (captions, credits, the place line) told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .model import FURNITURE, Article, Block

PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
PLACE_LINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+)*(?:, [A-Z][\w.]+(?: \d{1,2})?)?) "
    r"\((?P<agency>[A-Z][\w. ]{1,30})\)\s*[–—-]{1,2}\s+"
)
TERMINAL = re.compile(r"[.!?…:;][\"'”’)\]]*$")


def with_blocks(article: Article, cues: Mapping[str, Sequence[str]]) -> Article:
    """The article with its blocks, furniture marked; place and agency from the place line where they were not given."""
    blocks = article.blocks or tuple(paragraphs(article.text))
    line = place_line(article.text, blocks)
    kinds = (_kind(article.text, b, cues, b.end <= line.start() if line else False) for b in blocks)
    marked = [replace(block, kind=kind) for block, kind in zip(blocks, kinds, strict=True)]
    if line is None:
        return replace(article, blocks=tuple(marked))
    return replace(
        article,
        blocks=tuple(_cut(marked, line.end())),
        location=article.location or line["place"],
        source=article.source or line["agency"],
    )


def paragraphs(text: str) -> Iterator[Block]:
    """The paragraphs of plain text: what blank lines part."""
    for found in PARAGRAPH.finditer(text):
        yield Block("paragraph", *found.span())


def place_line(text: str, blocks: Sequence[Block]) -> re.Match[str] | None:
    """The place line ("MOSCOW (Reuters) - ") that opens one of the first blocks."""
    heads = (PLACE_LINE.match(text, b.start, b.end) for b in blocks[:6])
    return next((h for h in heads if h), None)


def _kind(text: str, block: Block, cues: Mapping[str, Sequence[str]], before_line: bool) -> str:
    words = text[block.start : block.end]
    for kind in sorted(FURNITURE & cues.keys()):
        if any(re.match(cue, words) for cue in cues[kind]):
            return kind
    if before_line and block.kind == "paragraph" and not any(TERMINAL.search(line) for line in words.splitlines()):
        return "caption"
    return block.kind


def _cut(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The blocks, the one that opens with the place line cut behind it."""
    for block in blocks:
        if block.start < at < block.end:
            yield Block("placeline", block.start, at)
            yield replace(block, start=at)
        else:
            yield block
