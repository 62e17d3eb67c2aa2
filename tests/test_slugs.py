"""Two articles or pages at one address, in one language or two, and what calls itself a translation."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT, build

pytestmark = pytest.mark.slow
HEAD = "---\ntitle: {title}\ndate: 2021-06-19\n{more}---\n\nErna Solberg met Angela Merkel.\n"


def content(folder: Path, files: dict[str, str]) -> Path:
    """The tiny site with these files, each with more lines of front matter."""
    shutil.copytree(ROOT / "tests/sites/tiny", folder / "content")
    for name, more in files.items():
        text = HEAD.format(title=Path(name).stem.capitalize(), more=more)
        (folder / "content" / name).write_text(text, encoding="utf-8")
    return folder / "content"


def said(done: subprocess.CompletedProcess[str]) -> str:
    """What a build printed, in one line."""
    return re.sub(r"\s+", " ", done.stdout + done.stderr)


@pytest.mark.parametrize(
    ("files", "first", "second", "address"),
    [
        ({"articles/a.md": "slug: ferry-talks-go-on\nlang: de\n"}, "ferry.md", "a.md", "articles/ferry-talks-go-on"),
        ({"articles/a.md": "slug: x\n", "articles/b.md": "slug: x\ntranslation: true\n"}, "a.md", "b.md", "articles/x"),
        ({"pages/a.md": "slug: x\nlang: de\n", "pages/b.md": "slug: x\n"}, "a.md", "b.md", "x"),
    ],
)
def test_of_two_at_one_address_the_second_is_named(
    tmp_path: Path, files: dict[str, str], first: str, second: str, address: str
) -> None:
    """With the first, and what to do; it is left out, and publishing refuses."""
    at = content(tmp_path, files)
    done = build(at, tmp_path / "output")
    assert done.returncode == 0, said(done)
    pattern = rf"{second}:1: its address \S+ is that of \S*{first}, too: give it a 'slug:' of its own \(left out\)"
    assert len(re.findall(pattern, said(done))) == 1, said(done)
    assert (tmp_path / "output" / address / "index.html").is_file()
    refused = build(at, tmp_path / "published", settings="publishconf.py")
    assert refused.returncode == 2
    assert "give it a 'slug:' of its own" in said(refused)
    assert not (tmp_path / "published/index.html").exists()


@pytest.mark.parametrize("value", ["true", "false", "'true'", "de"])
def test_a_translation_is_an_article(tmp_path: Path, value: str) -> None:
    """Whatever it calls itself, as a page and in a draft; nobody is warned."""
    names = ("articles/one.md", "pages/imprint.md")
    draft = {"articles/draft.md": f"translation: {value}\nstatus: draft\n"}
    at = content(tmp_path, {**dict.fromkeys(names, f"translation: {value}\n"), **draft})
    done = build(at, tmp_path / "output")
    assert done.returncode == 0, said(done)
    assert "WARNING" not in said(done)
    assert (tmp_path / "output/articles/one/index.html").is_file()
    assert (tmp_path / "output/imprint/index.html").is_file()
    assert not (tmp_path / "output/articles/draft").exists()
