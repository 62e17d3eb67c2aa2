"""A blog that takes Dateline in, built with a theme of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .conftest import ROOT, build

BLOG = ROOT / "tests/sites/blog"
#: what only a theme's own chrome has, by theme
CHROME = {"simple": "<hgroup><h1><a href=", "notmyidea": '<header id="banner" class="body">'}
MET = "[^<]*Erna Solberg met Mette Frederiksen[^<]*"
ADDRESS = "https://example.org/repo"


def blog(
    tmp_path: Path,
    theme: str,
    *more: str,
    site: str = "",
    plugins: str = '"yaml_metadata", "dateline"',
    content: Path = BLOG / "content",
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The blog with this theme, read from disk or published."""
    conf = tmp_path / "conf.py"
    lines = [
        'SITENAME, TIMEZONE, DEFAULT_LANG = "A blog", "UTC", "en"',
        f"SITEURL, RELATIVE_URLS, THEME = {site!r}, {not site}, {theme!r}",
        f"PLUGIN_PATHS, PLUGINS = [{str(ROOT / 'plugins')!r}], [{plugins}]",
        *more,
    ]
    conf.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = build(content, tmp_path / "output", settings=str(conf))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return tmp_path / "output", done
