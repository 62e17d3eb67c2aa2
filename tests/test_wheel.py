"""The wheel: what is in it, and a site that is made and built with nothing of this repository but it."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from dateline.layout import SCAFFOLD, THEME

from .conftest import ROOT

pytestmark = pytest.mark.slow
#: what a wheel is made of
PARTS = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "plugins", "theme")
LEFT = shutil.ignore_patterns("__pycache__", "*.egg-info")
ARTICLE = """---
title: A treaty
date: 2021-06-18
source: Gazette
---

Erna Solberg met Mette Frederiksen in Oslo on Thursday and signed a treaty about harbours.
"""
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Talks</title><meta property="article:published_time" content="2021-06-21"></head>
<body><article><h1>Talks</h1>
<p>{"Erna Solberg met Mette Frederiksen in Oslo on Thursday to speak about harbours. " * 9}</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, in which nothing of an earlier build lies."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=LEFT)
        else:
            shutil.copy(ROOT / name, folder / name)
    ran(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist", ".", at=folder)
    [found] = (folder / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel."""
    folder = environment(tmp_path_factory.mktemp("installed") / "venv")
    command = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install", "-q", "--no-deps", "--no-index"]
    ran(*command, str(wheel), at=folder)
    return folder / "bin"


def environment(folder: Path, *, with_pip: bool = False) -> Path:
    """An environment that finds all packages but Dateline in the one that runs the tests."""
    venv.create(folder, symlinks=True, with_pip=with_pip)
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    return folder


def ran(*command: str, at: Path, **more: str) -> str:
    """What a command prints that goes well; it knows no path of this repository."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHONPATH", "DATELINE_", "VIRTUAL_ENV", "MAKE"))} | more
    done = subprocess.run(command, cwd=at, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_wheel_holds_theme_and_words(wheel: Path) -> None:
    """Every file of theme, scaffold, words and schemas is in it, and nothing that is gone."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"dateline/theme/{p.relative_to(THEME).as_posix()}" for p in THEME.rglob("*") if p.is_file()}
    package = ROOT / "plugins/dateline"
    wanted |= {
        f"dateline/{p.relative_to(package).as_posix()}" for p in package.rglob("*") if p.suffix in {".py", ".yaml", ".json"}
    }
    wanted |= {f"dateline/lang/en/encoder/{name}" for name in ("encoder.onnx", "vocab.txt")}
    wanted |= {f"dateline/scaffold/{p.relative_to(SCAFFOLD).as_posix()}" for p in SCAFFOLD.rglob("*.txt")}
    assert {name for name in names if not name.partition("/")[0].endswith(".dist-info")} == wanted
    ran(sys.executable, "-m", "twine", "check", str(wheel), at=wheel.parent)


@pytest.mark.long
def test_a_site_is_made_and_built_with_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    """Theme, words and rules are those of the wheel; the page of an event tells it."""
    where = ran(str(installed / "python"), "-c", "import dateline; print(dateline.__file__)", at=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    ran(str(installed / "dateline"), "new", "news", "--title", "The news", "--yes", "--no-git", at=tmp_path)
    (tmp_path / "news/content/articles/treaty.md").write_text(ARTICLE, encoding="utf-8")
    said = ran(str(installed / "python"), "-m", "pelican", "content", "-s", "pelicanconf.py", at=tmp_path / "news")
    assert "WARNING" not in said
    output = tmp_path / "news/output"
    events = json.loads((output / "data/events.json").read_text(encoding="utf-8"))["events"]
    assert {"CONSULT"} <= {event["type"] for event in events}
    page = (output / events[0]["url"] / "index.html").read_text(encoding="utf-8")
    assert "<mark>" in page
    assert "The news</title>" in page
    for name in ("index.html", "theme/site.css", "theme/js/filters.js", "theme/icon.svg", "pagefind/pagefind.js"):
        assert (output / name).is_file(), name
    assert ran(str(installed / "dateline"), "check", "--site", "output", at=tmp_path / "news").startswith("output: 0 errors")


@pytest.mark.long
def test_a_new_site_is_built_where_no_index_knows_dateline(installed: Path, wheel: Path, tmp_path: Path) -> None:
    """By its own Makefile, with the wheel that it came from; a saved page can be imported."""
    ran(str(installed / "dateline"), "new", "tl", "--yes", "--no-git", at=tmp_path)
    folder = tmp_path / "tl"
    assert (folder / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    environment(folder / ".venv", with_pip=True)
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_WARN_CONFLICTS": "1"}
    said = ran("make", "html", at=folder, **offline)
    assert "Read it: open output/index.html" in said
    assert "does not provide the extra" not in said
    events = json.loads((folder / "output/data/events.json").read_text(encoding="utf-8"))["events"]
    assert {"1909-07-25", "1927-06-11", "1969-07-20"} <= {event["when"]["value"] for event in events if event["when"]}
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    assert "1 imported" in ran("make", "import", "FROM=a.html", at=folder, **offline)
