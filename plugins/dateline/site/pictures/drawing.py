"""Drawing: a card as a PNG of sixteen colours, which keeps it small.

Each ink is drawn on a grey layer of its own; the layers then become shades of that ink on paper, in one palette.
"""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw

from .cards import Card
from .letters import Block, drawable, fitted, font, line_height
from .shapes import SIDE, shape

SIZE = (1200, 630)
MARGIN = 72
WIDTH = SIZE[0] - 2 * MARGIN
#: where the content begins and ends, and the bars, from above
TOP, BOTTOM, BARS_BOTTOM, BARS_HEIGHT, BARS_ALONE = 58, 502, 450, 130, 190
#: where the site's name stands, and the two rules below it with their heights
FOOT, RULES = 524, ((578, 4), (588, 1))
TITLE_SIZES, TEXT_SIZES, LABEL, FOOT_SIZE, SMALL = (92, 80, 68, 58, 48), (60, 54, 48, 42, 36), 36, 34, 26
TITLE_HEIGHT, WIDEST_BAR = 140, 44

Colour = tuple[int, int, int]
PAPER: Colour = (255, 254, 251)
#: the inks, how many shades of each there are, and in what colours; "kind" is that of the card's label
SHADES = {"ink": 5, "quiet": 4, "accent": 1, "kind": 5}
INKS: dict[str, Colour] = {"ink": (28, 26, 23), "quiet": (90, 85, 77), "accent": (134, 37, 26)}
#: the colours of kinds of event, as the theme has them on paper
KINDS: dict[str, Colour] = {
    "green": (29, 95, 76), "teal": (15, 92, 110), "blue": (31, 78, 156), "violet": (106, 58, 143), "red": (156, 31, 22),
    "rust": (138, 74, 16), "amber": (122, 90, 0), "grey": (90, 85, 77),
}  # fmt: skip

Layers = dict[str, Image.Image]


def picture(card: Card) -> bytes:
    """The card as a PNG; the same card gives the same bytes, with the same Pillow."""
    layers = {ink: Image.new("L", SIZE) for ink in SHADES}
    below = _title(layers, card.title)
    below = _label(layers, card, below)
    _text(layers, card, below)
    _bars(layers, card)
    _foot(layers, card.site)
    return _png(layers, KINDS.get(card.colour, INKS["accent"]))


def _title(layers: Layers, title: str) -> int:
    if not (words := drawable(title)):
        return TOP
    return _write(layers["ink"], TOP, fitted(words, TITLE_SIZES, WIDTH, TITLE_HEIGHT))


def _label(layers: Layers, card: Card, top: int) -> int:
    if not (words := drawable(card.label)):
        return top
    indent = 0
    if card.shape:
        layers["kind"].paste(shape(card.shape), (MARGIN, top + 21))
        indent = SIDE + 14
    return _write(layers["kind"], top + 16, fitted(words, (LABEL,), WIDTH - indent, line_height(LABEL)), indent)


def _text(layers: Layers, card: Card, top: int) -> None:
    if words := drawable(card.text):
        bottom = BARS_BOTTOM - BARS_HEIGHT - 20 if card.bars else BOTTOM
        _write(layers["ink"], top + 20, fitted(words, TEXT_SIZES, WIDTH, bottom - top - 20))


def _bars(layers: Layers, card: Card) -> None:
    if not card.bars:
        return
    step = min(WIDTH / len(card.bars), WIDEST_BAR * 1.25)
    draw, most, tall = ImageDraw.Draw(layers["accent"]), max(card.bars), BARS_HEIGHT if card.text else BARS_ALONE
    for number, count in enumerate(card.bars):
        left, height = MARGIN + round(number * step), round(tall * count / most)
        if count:
            draw.rectangle(
                (left, BARS_BOTTOM - max(height, 3), left + max(round(step * 0.8), 2) - 1, BARS_BOTTOM - 1), fill=255
            )
    right = MARGIN + round(step * len(card.bars))
    ImageDraw.Draw(layers["quiet"]).line((MARGIN, BARS_BOTTOM + 1, right, BARS_BOTTOM + 1), fill=255)
    _ends(layers["quiet"], card.ends, right)


def _ends(layer: Image.Image, ends: tuple[str, str], right: int) -> None:
    """The words below the first bar and below the last, if there is room between them."""
    face, draw = font(SMALL), ImageDraw.Draw(layer)
    first, last = (drawable(end) for end in ends)
    draw.text((MARGIN, BARS_BOTTOM + 8), first, fill=255, font=face)
    beside = MARGIN + face.getlength(first) + SMALL
    draw.text((max(right - face.getlength(last), beside), BARS_BOTTOM + 8), last, fill=255, font=face)


def _foot(layers: Layers, site: str) -> None:
    if words := drawable(site):
        _write(layers["quiet"], FOOT, fitted(words, (FOOT_SIZE,), WIDTH, line_height(FOOT_SIZE)))
    draw = ImageDraw.Draw(layers["accent"])
    for top, height in RULES:
        draw.rectangle((MARGIN, top, SIZE[0] - MARGIN - 1, top + height - 1), fill=255)


def _write(layer: Image.Image, top: int, block: Block, indent: int = 0) -> int:
    """Draw the lines; the answer is where the next ones may begin."""
    draw, face = ImageDraw.Draw(layer), font(block.size)
    for number, line in enumerate(block.lines):
        draw.text((MARGIN + indent, top + number * block.height // len(block.lines)), line, fill=255, font=face)
    return top + block.height


def _png(layers: Layers, kind: Colour) -> bytes:
    sheet, first = Image.new("P", SIZE), 1
    palette = [*PAPER]
    for ink, shades in SHADES.items():
        if box := layers[ink].getbbox():
            layer = layers[ink].crop(box)
            sheet.paste(layer.point(_numbers(first, shades)), box, layer.point(_numbers(255, shades, step=0)))
        palette += [part for n in range(1, shades + 1) for part in _mixed(INKS.get(ink, kind), n / shades)]
        first += shades
    sheet.putpalette(palette)
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


@cache
def _numbers(first: int, shades: int, *, step: int = 1) -> list[int]:
    """For each grey of a layer, the number of its shade in the palette, 0 for paper."""
    found = (round(grey * shades / 255) for grey in range(256))
    return [first + (n - 1) * step if n else 0 for n in found]


def _mixed(ink: Colour, share: float) -> Colour:
    """The ink over paper, covering this share of it."""
    red, green, blue = (round(p + (i - p) * share) for p, i in zip(PAPER, ink, strict=True))
    return red, green, blue
