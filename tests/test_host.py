"""Whose site it is, where its pages stand, and what their stylesheet touches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dateline.layout import THEME
from dateline.site import looks
from dateline.site.host import Host, below, host

from .blogs import ADDRESS


def settings(theme: Path | str, **more: str) -> dict[str, str]:
    return {"THEME": str(theme), "SITEURL": "", "SITENAME": "A blog", **more}


def test_dateline_s_own_theme_makes_no_blog(tmp_path: Path) -> None:
    """Nor does a copy of it, wherever it lies: pages stand at the root."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/span.html").touch()
    assert host(settings(THEME)) == Host(False, "", THEME)
    assert host(settings(tmp_path, DATELINE_PATH="news")) == Host(False, "", tmp_path)


@pytest.mark.parametrize(
    ("path", "folder", "up"), [("", "dateline/", "../"), ("/a/b/", "a/b/", "../../"), ("dateline/", "dateline/", "../")]
)
def test_a_blog_s_pages_stand_in_a_folder(tmp_path: Path, path: str, folder: str, up: str) -> None:
    """It has a default, and links to the blog's own pages lead out of it."""
    at = host(settings(tmp_path, DATELINE_PATH=path))
    assert (at.adopted, at.folder, at.to_blog("x.html")) == (True, folder, f"{up}x.html")
    assert at.settings(settings(tmp_path, SITEURL=ADDRESS))["SITEURL"] == f"{ADDRESS}/{folder}".rstrip("/")
    assert at.settings(settings(tmp_path))["SITEURL"] == ""


@pytest.mark.parametrize(
    ("root", "path", "whole"),
    [
        ("https://a.org/b/dateline", "../x.html", "https://a.org/b/x.html"),
        ("../../dateline", "../x/#p1", "../../x/#p1"),
        ("/dateline", "../x.html", "/x.html"),
        ("", "timeline/", "/timeline/"),
        ("..", "", "../"),
    ],
)
def test_a_path_from_a_root(root: str, path: str, whole: str) -> None:
    """Each "../" leads a folder up."""
    assert below(root, path) == whole


def test_the_stylesheet_touches_nothing_outside_its_block() -> None:
    """Every rule names the block or stands in it; every colour and size that the rules ask for is there."""
    sheet = re.sub(r"/\*.*?\*/", "", looks.stylesheet(), flags=re.DOTALL)
    own, _, nested = sheet.rpartition("\n.dateline {\n")
    selectors = re.findall(r"([^{}]+)\{", own)
    assert len(selectors) > 5
    assert all(one.strip().startswith(".dateline") for selector in selectors for one in re.split(r", (?=\.)", selector))
    assert nested.count("{") + 1 == nested.count("}")
    assert not re.search(r":root|\bhtml\b|\bbody\b", nested)
    assert set(re.findall(r"var\((--[\w-]+)\)", sheet)) <= set(re.findall(r"(--[\w-]+):", own))
