"""What is in a built site: links that lead nowhere, and the words of all its files."""

from __future__ import annotations

import zlib
from pathlib import Path

from dateline.site import links
from dateline.site.links import pages

__all__ = ["broken", "pages", "texts"]


def broken(output: Path, base: str) -> list[str]:
    """Links that lead nowhere, where the site's root stands at ``base``."""
    return [f"{page}: {why}" for page, why in links.broken(output, base)]


def texts(output: Path) -> dict[str, str]:
    """Every file of a site as text, what is packed unpacked."""
    found = {}
    for path in sorted(p for p in output.rglob("*") if p.is_file()):
        content = path.read_bytes()
        if path.name.endswith((".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter")):
            content = zlib.decompress(content, wbits=zlib.MAX_WBITS | 16)
        found[path.relative_to(output).as_posix()] = (
            content.decode("utf-8", "replace").replace("<mark>", "").replace("</mark>", "")
        )
    return found
