"""Pagefind's own program, in a folder that is kept from one build to the next: a page for each record, and the index of them.

Pagefind writes no file again that is there already, since their names are digests, and to create and delete thousands of files
takes longer than all else: so an index is made where the last one lies, and what belongs to it no more is deleted.
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
import zlib
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

log = logging.getLogger(__name__)
#: what Pagefind writes beside the index for pages that want its own looks
LOOKS = ("pagefind-ui.*", "pagefind-*-ui.*", "pagefind-highlight.js")
#: files whose names are digests, which the index names
NAMED = ("*.pf_meta", "fragment/*", "index/*", "filter/*")
#: where the fingerprint of the pages stands of which the index was made
KEY = "key"
#: the first file that a reader's search asks for
ENTRY = "pagefind-entry.json"
VERSION = version("pagefind")
#: what a damaged index raises where it is read
DAMAGED = (OSError, ValueError, KeyError, EOFError, zlib.error)


def made(pages: Mapping[str, str], key: str, lang: str, work: Path) -> Path | None:
    """The folder of the index of these pages, which are known by ``key``; None, and a warning, where Pagefind fails. Raises
    OSError where the disk is full.

    The pages lie in one folder: a folder for each would take long to make.
    """
    index, known = work / "index", work / KEY
    if of(work) == f"{VERSION} {key}":
        return index
    if not of(work).startswith(f"{VERSION} "):  # the last one was left half done, or is another Pagefind's
        shutil.rmtree(index, ignore_errors=True)
    known.unlink(missing_ok=True)
    _lay_out(pages, work / "pages")
    if not _ran(work, lang):
        return None
    if not _cleared(index):
        shutil.rmtree(index)
        if not _ran(work, lang):
            return None
    known.write_text(f"{VERSION} {key}", encoding="utf-8")
    return index


def of(work: Path) -> str:
    """Of what the index in a folder was made; empty where there is none that is whole."""
    known = work / KEY
    return known.read_text(encoding="utf-8", errors="replace") if known.is_file() and (work / "index" / ENTRY).is_file() else ""


def _lay_out(pages: Mapping[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for gone in set(os.listdir(folder)) - pages.keys():
        (folder / gone).unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")


def _ran(work: Path, lang: str) -> bool:
    """Run Pagefind (one by one, records take far longer), and delete what no page of Dateline asks for. Whether it worked."""
    done = subprocess.run(_command(work, lang), capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        if f"os error {errno.ENOSPC}" in said:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(work))
        log.warning("no search: Pagefind ended with %s: %s", done.returncode, said)
        return False
    for path in [path for pattern in LOOKS for path in (work / "index").glob(pattern)]:
        path.unlink()
    return True


def _command(work: Path, lang: str) -> list[str]:
    folders = ["--site", str(work / "pages"), "--output-path", str(work / "index")]
    return [sys.executable, "-m", "pagefind", *folders, "--force-language", lang, "--quiet"]


def _cleared(index: Path) -> bool:
    """Delete what the index does not name. Whether it names anything."""
    try:
        named = b"\0".join(_told(index))
    except DAMAGED:
        return False
    stale = [path for pattern in NAMED for path in index.glob(pattern) if _digest(path).encode() not in named]
    for path in stale:
        path.unlink()
    return any(index.glob("fragment/*"))


def _told(index: Path) -> Iterator[bytes]:
    """What the index says of itself: the languages with the digests of their tables, and the tables, which name the rest."""
    languages = json.loads((index / ENTRY).read_bytes())["languages"]
    for language in languages.values():
        yield language["hash"].encode()
        yield gzip.decompress((index / f"pagefind.{language['hash']}.pf_meta").read_bytes())


def _digest(path: Path) -> str:
    """The digest in a file's name: "en_1a2b3c4" of "fragment/en_1a2b3c4.pf_fragment" and "pagefind.en_1a2b3c4.pf_meta"."""
    return path.stem.rpartition(".")[2]
