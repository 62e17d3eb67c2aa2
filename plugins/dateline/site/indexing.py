"""Pagefind's own program, in a folder that is kept from one build to the next: a page for each record, and the index of them.

Pagefind writes no fragment again that is there already, since their names are digests, and to create and delete thousands of
files takes longer than all else: so an index is made where the last one lies, what belongs to it no more is deleted, and it is
looked whether each record has its fragment, as names are short enough to be the same for two.
"""

from __future__ import annotations

import errno
import gzip
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

log = logging.getLogger(__name__)
#: what Pagefind writes beside the index for pages that want its own looks
LOOKS = ("pagefind-ui.*", "pagefind-*-ui.*", "pagefind-highlight.js")
#: the few files that tell where words are: always made anew
TABLES = ("*.pf_meta", "index/*", "filter/*")
#: the first file that a reader's search asks for
ENTRY = "pagefind-entry.json"
#: where it stands of what the index was made, and in which folder it is
NOTE = "made.json"
#: what Pagefind puts before each of its files, inside the compression
MARK = b"pagefind_dcd"
VERSION = version("pagefind")
#: what a damaged index raises where it is read
DAMAGED = (OSError, ValueError, KeyError, TypeError, EOFError, zlib.error)


def made(pages: Mapping[str, str], key: str, lang: str, work: Path) -> Path | None:
    """The folder of the index of these pages, which are known by ``key``; None, and a warning, where Pagefind fails. Raises
    OSError, of a full disk too.

    The pages lie in one folder: a folder for each would take long to make.
    """
    index = of(work, VERSION, lang)
    if index and of(work, VERSION, lang, key):
        return index
    (work / NOTE).unlink(missing_ok=True)
    _lay_out(pages, work / "pages")
    if index:
        if not _ran(work, index, lang):
            return None
        if _cleared(index, pages):
            _note(work, index, lang, key)
            return index
    for old in work.glob("index-*"):
        shutil.rmtree(old, ignore_errors=True)
    index = Path(tempfile.mkdtemp(prefix="index-", dir=work))  # a killed build's Pagefind may still write to the last
    if not _ran(work, index, lang):
        return None
    _note(work, index, lang, key)
    return index


def of(work: Path, *made_of: str) -> Path | None:
    """The index in a folder, if it is whole, and was made of what begins so: Pagefind's version, the language, the key."""
    try:
        name, *noted = json.loads((work / NOTE).read_bytes())
        index = work / str(name)
        return index if tuple(noted[: len(made_of)]) == made_of and (index / ENTRY).is_file() else None
    except DAMAGED:
        return None


def _note(work: Path, index: Path, lang: str, key: str) -> None:
    (work / NOTE).write_text(json.dumps([index.name, VERSION, lang, key]), encoding="utf-8")


def _lay_out(pages: Mapping[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for gone in set(os.listdir(folder)) - pages.keys():
        (folder / gone).unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")


def _ran(work: Path, index: Path, lang: str) -> bool:
    """Run Pagefind (one by one, records take far longer), and delete what no page of Dateline asks for. Whether it worked."""
    _deleted(index, TABLES)
    done = subprocess.run(_command(work / "pages", index, lang), capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        if f"os error {errno.ENOSPC}" in said:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(index))
        log.warning("no search: Pagefind ended with %s: %s", done.returncode, said)
        return False
    _deleted(index, LOOKS)
    return True


def _command(pages: Path, index: Path, lang: str) -> list[str]:
    folders = ["--site", str(pages), "--output-path", str(index)]
    return [sys.executable, "-m", "pagefind", *folders, "--force-language", lang, "--quiet"]


def _deleted(index: Path, patterns: tuple[str, ...]) -> None:
    for path in [path for pattern in patterns for path in index.glob(pattern)]:
        path.unlink()


def _cleared(index: Path, pages: Mapping[str, str]) -> bool:
    """Delete the fragments that the index does not name. Whether those that are left are of these pages, each of one."""
    try:
        named = b"\0".join(_told(index))
        for path in list((index / "fragment").iterdir()):
            if path.stem.encode() not in named:
                path.unlink()
        return sorted(map(_page_of, (index / "fragment").iterdir())) == sorted(pages)
    except DAMAGED:
        return False


def _told(index: Path) -> Iterator[bytes]:
    """The tables of the index, one for each language, which name the fragments."""
    for language in json.loads((index / ENTRY).read_bytes())["languages"].values():
        yield gzip.decompress((index / f"pagefind.{language['hash']}.pf_meta").read_bytes())


def _page_of(fragment: Path) -> str:
    """The page that a fragment is of."""
    return str(json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(MARK))["url"]).lstrip("/")
