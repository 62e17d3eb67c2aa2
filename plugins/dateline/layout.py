"""Where the theme lies: in the installed package, or beside ``plugins/`` in the project's own repository."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
_PACKAGED = HERE / "theme"
#: the folder of Dateline's theme, for Pelican's THEME
THEME = _PACKAGED if _PACKAGED.is_dir() else HERE.parents[1] / "theme"
#: the files of a new site
SCAFFOLD = HERE / "scaffold"
