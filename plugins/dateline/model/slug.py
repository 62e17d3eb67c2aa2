"""A name as an id: safe in a path, the same wherever it is made."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """The name as an id: lower case, ASCII where it has letters for it, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    return re.sub(r"[^\w]+", "-", plain.lower()).strip("-_") or "unnamed"
