"""Doubles: several articles or pages that ask for one address, of which a site can show one alone."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from typing import Any

from .addresses import folder

log = logging.getLogger(__name__)


def single(contents: Iterable[Any], *, strict: bool) -> list[Any]:
    """Pelican's articles or pages, of those at one address the first; each other is named with what to do about it.

    Raises SystemExit where there is any, and a build is to be strict.
    """
    found: dict[str, Any] = {}
    doubles = [one for one in contents if found.setdefault(folder(one.slug), one) is not one]
    for double in doubles:
        path, other = (os.path.relpath(one.source_path or "") for one in (double, found[folder(double.slug)]))
        says = f"its address {double.slug!r} is that of {other}, too: give it a 'slug:' of its own"
        log.log(logging.ERROR if strict else logging.WARNING, "%s:1: %s%s", path, says, "" if strict else " (left out)")
    if doubles and strict:
        raise SystemExit(2)
    return list(found.values())
