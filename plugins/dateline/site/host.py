"""Whose site it is, Dateline's own or a blog with a theme of its own that has taken Dateline in; and where its pages stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

from ..layout import THEME

#: where Dateline's pages stand in a blog that names no other folder
FOLDER = "dateline"
#: the template by which a copy of Dateline's theme is known
KNOWN_BY = "templates/span.html"


@dataclass(frozen=True, slots=True)
class Host:
    """``adopted`` says that the site is a blog's; ``theme`` is the folder of Dateline's theme, or of the site's copy of it.

    ``folder`` is where Dateline's pages stand, below the site's root: empty, or ending in "/". Paths of pages, files and links
    count from there; "../" leads to what is the blog's.
    """

    adopted: bool
    folder: str
    theme: Path

    def to_blog(self, path: str) -> str:
        """The path of a page of the blog, from Dateline's folder."""
        return "../" * self.folder.count("/") + path

    def settings(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """The site's settings as Dateline's files need them: their root is the folder, and a name is plain text."""
        if not self.adopted:
            return dict(settings)
        site, name = settings["SITEURL"], Markup(settings["SITENAME"]).striptags()
        return {**settings, "SITEURL": f"{site}/{self.folder}".rstrip("/") if site else site, "SITENAME": name}


def host(settings: Mapping[str, Any]) -> Host:
    """The host that the settings of a site make."""
    theme = Path(settings["THEME"])
    if is_ours(theme):
        return Host(False, "", theme)
    folder = str(settings.get("DATELINE_PATH") or "").strip("/") or FOLDER
    return Host(True, f"{folder}/", THEME)


def is_blog(folder: Path) -> bool:
    """Whether the site in a folder is a blog with a theme of its own; a folder without settings is none."""
    path = folder / "pelicanconf.py"
    return path.is_file() and host({**DEFAULT_CONFIG, **get_settings_from_file(str(path))}).adopted


@cache
def is_ours(theme: Path) -> bool:
    """Whether a theme is Dateline's, or a copy of it; looked at again with each Pelican that is begun."""
    return theme.resolve() == THEME.resolve() or (theme / KNOWN_BY).is_file()


def below(root: str, path: str) -> str:
    """A path from a root, as an address; each "../" that it begins with leads a folder up.

    >>> below("https://example.org/blog/dateline", "../treaty.html")
    'https://example.org/blog/treaty.html'
    """
    while path.startswith("../"):
        root, path = root.rpartition("/")[0], path[3:]
    return f"{root}/{path}"
