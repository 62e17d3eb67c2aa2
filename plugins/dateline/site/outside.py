"""Nothing outside: no file is taken from outside the content folder, and none is put outside the output, whatever a link in an
article or a link of the file system asks for: both may come from strangers."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican.contents import Static
from pelican.generators import StaticGenerator

log = logging.getLogger(__name__)
FOLDERS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS")


def strays(settings: Mapping[str, Any]) -> list[Path]:
    """The symbolic links to files and folders outside the content, among what a site is made of."""
    root = Path(settings["PATH"])
    whole = root.resolve()
    folders = dict.fromkeys(root / folder for key in FOLDERS for folder in settings[key])
    return [link for folder in folders for link in _links(folder) if not link.resolve().is_relative_to(whole)]


def _links(path: Path) -> Iterator[Path]:
    """The symbolic links at and below a path, in order; none is followed."""
    if path.is_symlink():
        yield path
    elif path.is_dir():
        with os.scandir(path) as entries:
            found = sorted(e.name for e in entries if e.is_symlink() or e.is_dir())
        for name in found:
            yield from _links(path / name)


def leave_out_strays(generator: StaticGenerator) -> None:
    """Copy no file to which an article links outside: it could be anything on the machine that builds. And no article: what may
    be published of one is on its page."""
    root = Path(generator.path).resolve()
    for static in list(generator.staticfiles):
        if not _stays(static, root, generator.context["generated_content"]):
            log.warning("%s lies outside %s, or is an article: no link can lead to it (left out)", static.source_path, root)
            generator.staticfiles.remove(static)
            known = generator.context["static_content"]
            for name in [name for name, one in known.items() if one is static]:
                del known[name]


def _stays(static: Static, root: Path, articles: Collection[str]) -> bool:
    kept, file = os.path.normpath(static.save_as), Path(static.source_path).resolve()
    goes_out = os.path.isabs(kept) or kept.split(os.sep)[0] == os.pardir
    return not goes_out and file.is_relative_to(root) and str(file.relative_to(root)) not in articles
