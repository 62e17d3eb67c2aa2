"""Shapes: the marks of kinds of event, as the theme has them beside their labels."""

from __future__ import annotations

import math
from functools import cache

from PIL import Image, ImageDraw

#: pixels of a side, and how much larger a shape is drawn before it is made small, which smooths its edges
SIDE, SCALE = 30, 4

#: corners, in shares of the side
CORNERS: dict[str, list[tuple[float, float]]] = {
    "square": [(0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)],
    "diamond": [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
    "triangle": [(0.5, 0.05), (1, 0.93), (0, 0.93)],
    "bar": [(0, 0.32), (1, 0.32), (1, 0.68), (0, 0.68)],
    "star": [
        (0.5 + r * math.sin(n * math.pi / 5), 0.53 - r * math.cos(n * math.pi / 5))
        for n in range(10)
        for r in [0.22 if n % 2 else 0.53]
    ],
}


@cache
def shape(name: str) -> Image.Image:
    """The shape in greys, SIDE pixels wide and high; of a name that is not known, nothing is drawn."""
    side = SIDE * SCALE
    image = Image.new("L", (side, side))
    draw = ImageDraw.Draw(image)
    if name in CORNERS:
        draw.polygon([(x * (side - 1), y * (side - 1)) for x, y in CORNERS[name]], fill=255)
    elif name in {"circle", "ring"}:
        box = (side // 16, side // 16, side - side // 16 - 1, side - side // 16 - 1)
        draw.ellipse(box, fill=255 if name == "circle" else 0, outline=255, width=side // 7)
    elif name == "cross":
        ends = (side // 8, side - side // 8 - 1)
        draw.line((ends[0], ends[0], ends[1], ends[1]), fill=255, width=side // 6)
        draw.line((ends[0], ends[1], ends[1], ends[0]), fill=255, width=side // 6)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
