"""What stands in the environment of a build stays there: no token gets into a page, a file, the cache or a log."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = pytest.mark.slow
NAMES = ("GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "NETLIFY_AUTH_TOKEN", "DATELINE_TOKEN", "PELICAN_PASSWORD", "HTTPS_PROXY")
SECRETS = {name: f"s3cret-{number}-zq" for number, name in enumerate(NAMES)}
MARK = b"s3cret-"
BROKEN = "---\ntitle: [T\ndate: ${GITHUB_TOKEN}\n---\n\n$GITHUB_TOKEN {{ GITHUB_TOKEN }} %(GITHUB_TOKEN)s\n"
SOUND = "---\ntitle: T $GITHUB_TOKEN ${GITHUB_TOKEN}\ndate: 2021-06-18\nsource: '{{ environ }}'\n---\n\nA {GITHUB_TOKEN}.\n"


def ran(at: Path, *command: str, cache: Path) -> tuple[int, str]:
    """How a program ends in this folder, and all that it prints."""
    own = {"PYTHONPATH": str(ROOT / "plugins"), "SITEURL": "https://example.org", "DATELINE_CACHE": str(cache)}
    env = {**os.environ, **SECRETS, **own}
    done = subprocess.run([sys.executable, "-m", *command], cwd=at, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def built(at: Path, *flags: str) -> tuple[int, str]:
    """How a build of the content in this folder ends, and all that it prints."""
    command = ["pelican", str(at / "content"), "-o", str(at / "output"), "-s", "publishconf.py"]
    return ran(ROOT, *command, *flags, cache=at / "cache")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with an article that would like to know."""
    at = tmp_path_factory.mktemp("secrets")
    shutil.copytree(ROOT / "tests/sites/tiny", at / "content")
    (at / "content/articles/sound.md").write_text(SOUND, encoding="utf-8")
    return at


def opened(path: Path) -> bytes:
    """The bytes of a file, unpacked where it is packed, with all values of a database."""
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        return content + gzip.decompress(content)
    if content.startswith(b"SQLite format 3\0"):
        with closing(sqlite3.connect(path)) as database:
            return content + "\n".join(database.iterdump()).encode()
    return content


@pytest.mark.long
def test_a_build_tells_no_secret(folder: Path) -> None:
    """Not in what it writes, nor in what it says with --debug, whatever an article asks for."""
    status, said = built(folder, "--debug")
    assert status == 0, said
    assert MARK.decode() not in said
    files = [path for name in ("output", "cache") for path in (folder / name).rglob("*") if path.is_file()]
    assert {p.suffix for p in files} >= {".html", ".sqlite", ".pf_fragment", ".png", ".json"}
    assert [path for path in files if MARK in opened(path)] == []


@pytest.mark.long
@pytest.mark.parametrize("flags", [(), ("--debug",)])
def test_a_build_that_fails_tells_no_secret(folder: Path, tmp_path: Path, flags: tuple[str, ...]) -> None:
    """Neither one that ends at a broken article, nor one that ends with an error of the program."""
    shutil.copytree(folder / "content", tmp_path / "content")
    (tmp_path / "content/articles/broken.md").write_text(BROKEN, encoding="utf-8")
    status, said = built(tmp_path, *flags)
    assert (status, MARK.decode() in said) == (2, False)
    (tmp_path / "content/articles/broken.md").unlink()
    status, said = built(tmp_path, *flags, "-e", "JINJA_FILTERS=5")
    assert (status != 0, "TypeError" in said, MARK.decode() in said) == (True, True, False)


@pytest.mark.long
@pytest.mark.parametrize(
    "command", [("annotate", "content/articles/sound.md"), ("check",), ("annotate", "none.md"), ("why", "zzz")]
)
def test_a_command_tells_no_secret(folder: Path, command: tuple[str, ...]) -> None:
    """Nor where it fails, with where in the program it did."""
    assert MARK.decode() not in ran(folder, "dateline.cli", "--debug", *command, cache=folder / "cache")[1]
