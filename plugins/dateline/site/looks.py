"""The looks of Dateline's pages in a blog: its static files, and one stylesheet that touches nothing else of the blog."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..layout import THEME

#: where templates look for them, below Dateline's folder
STATIC = "theme"
#: what stands in the one stylesheet; the looks of plain elements are the blog's
SHEETS = ("layout", "parts", "tools")


def whole(theme: Path) -> bytes:
    """The stylesheets of Dateline's own theme in one file, which a browser fetches sooner than four."""
    return b"".join((theme / "static/css" / f"{name}.css").read_bytes() for name in ("tokens", *SHEETS))


def write(root: Path) -> None:
    """Put the static files where the pages look for them, below Dateline's folder in a blog."""
    to = root / STATIC
    shutil.copytree(THEME / "static", to, dirs_exist_ok=True)
    (to / "css/adopted.css").write_text(stylesheet(), encoding="utf-8")
    (to / "site.css").write_bytes(whole(THEME))


def stylesheet() -> str:
    """The theme's stylesheets, nested in the block that holds Dateline's part of a page, after its colours and sizes there."""
    inside = "\n".join((THEME / "static/css" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
    return (THEME / "adopted/adopted.css").read_text(encoding="utf-8") + f"\n.dateline {{\n{inside}}}\n"
