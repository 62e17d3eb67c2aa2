"""A page of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: where (a path that ends in "/", or a file), by which template, with what."""

    path: str
    template: str
    context: dict[str, Any]
