"""From an argument of the command line to the pieces it is made of: pages and feeds of the web, files, folders."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, cast

from ..found import LARGEST, Found, Piece, Refused, refused
from ..page.pages import long_enough, page
from ..web.client import Client, Fetched
from ..web.unpacking import bounded
from ..web.urls import absolute, is_url
from ..words.charset import decode
from . import archives, feeds, mail, mhtml, plain, rows, wordpress
from .sniff import HEAD, kind

STREAMS = {"jsonl": rows.lines, "table": rows.table, "wordpress": wordpress.posts}
#: bytes of the largest file of a kind; pictures are in the same file as the page
LARGER = {"mhtml": 10 * LARGEST}
UNKNOWN = Refused("it is of no kind that can be read", "give HTML, MHTML, .eml, .txt, JSON lines, CSV, WARC, or a feed")
OWN = Refused("it says that it is not free to read", "import it with --paywalled, if you have the right to it")
MARKDOWN = Refused("it is Markdown already", "copy it to content/articles/ and see that its front matter is right")


class Gathering:
    """Makes pieces of arguments; pages are read by the client, ``limit`` is how many entries of a feed are taken, ``paywalled``
    whether files are taken that say they are not free."""

    def __init__(self, client: Client, limit: int | None = None, *, paywalled: bool = False) -> None:
        self._client = client
        self._limit = limit
        self._closed = None if paywalled else OWN

    def pieces(self, argument: str) -> Iterator[Piece]:
        """The pieces of an address, a file or a folder, in a fixed order."""
        path = Path(argument)
        if is_url(argument):
            yield Piece(argument, "", partial(self._web, argument, Found()))
        elif path.is_dir():
            yield from self._folder(path)
        elif path.is_file():
            yield from self._file(path, named=True)
        else:
            yield refused(argument, Refused("there is no such file", "check the name; addresses begin with https://"))

    def _folder(self, folder: Path) -> Iterator[Piece]:
        """The pieces of a folder's files; other kinds, hidden files, and what belongs to a saved page are passed over."""
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.is_symlink():
                continue
            if path.is_dir() and not path.name.endswith("_files"):
                yield from self._folder(path)
            elif path.is_file():
                yield from self._file(path, named=False)

    def _file(self, path: Path, *, named: bool) -> Iterator[Piece]:
        """The pieces of one file; one of another kind is told only where it was named."""
        name = path.as_posix()
        try:
            with path.open("rb") as file:
                found = kind(file.read(HEAD), name)
            known = found not in {"", "markdown"} and (named or found != "text" or ".txt" in path.suffixes)
            if known:
                yield from self._read(path, name, found)
            elif named:
                yield refused(name, MARKDOWN if found else UNKNOWN)
        except (OSError, EOFError, zlib.error) as error:
            yield refused(name, Refused(f"it cannot be read ({error})", "check the file"))
        except Refused as error:
            yield refused(name, error)

    def _read(self, path: Path, name: str, found: str) -> Iterator[Piece]:
        with _opened(path, found) as stream:
            if found == "warc":
                yield from archives.pages(name, stream, self._closed)
                return
            if found in STREAMS:
                yield from STREAMS[found](name, stream)
                return
            data = bounded(stream.read, LARGER.get(found, LARGEST))
        if found == "feed":
            yield from self._entries(data, name, "", "")
        else:
            yield Piece(name, rows.digest(data), partial(_article, found, data, name, self._closed))

    def _web(self, url: str, known: Found) -> Found | Iterator[Piece]:
        """The article at an address, or the entries of the feed there; ``known`` is what a feed says of it."""
        address = absolute(url)
        if not address:
            raise Refused("it is no address", "check it")
        fetched = self._client.get(address)
        found = kind(fetched.body[:HEAD])
        if found == "feed":
            return self._entries(fetched.body, url, fetched.url, fetched.charset)
        if found == "wordpress":
            return wordpress.posts(url, io.BytesIO(fetched.body))
        article = _of_page(fetched, found)
        return replace(article.completed(known), urls=(*article.urls, address))

    def _entries(self, data: bytes, name: str, url: str, charset: str) -> Iterator[Piece]:
        """The entries of a feed as pieces, named by the addresses of their pages."""
        for number, entry in enumerate(islice(feeds.entries(data, url, charset), self._limit), 1):
            own = "" if entry.url else rows.digest(entry.text.encode())
            yield Piece(entry.url or f"{name}#{number}", own, partial(self._entry, entry))

    def _entry(self, entry: Found) -> Found:
        """The page of an entry, or where it cannot be had the entry's own text, if that is long enough."""
        try:
            found = self._web(entry.url, replace(entry, text="", left_out=())) if entry.url else entry
            return long_enough(found if isinstance(found, Found) else entry)
        except Refused as error:
            try:
                return long_enough(entry)
            except Refused:
                raise error from None


def _of_page(fetched: Fetched, found: str) -> Found:
    text = decode(fetched.body, fetched.charset)
    if found == "html":
        return page(text, fetched.url)
    if found == "text" and fetched.kind in {"", "text/plain"}:
        return replace(plain.article(text), url=fetched.url)
    raise UNKNOWN


def _article(found: str, data: bytes, name: str, closed: Refused | None = OWN) -> Found:
    """The article in the bytes of a file; ``closed`` as for a page."""
    if found == "mail":
        return mail.article(data)
    if found == "mhtml":
        article = mhtml.article(data, closed)
    elif found == "html":
        article = page(decode(data), closed=closed)
    else:
        article = plain.article(decode(data), name)
    return article.completed(Found(date=plain.named(name)))


@contextmanager
def _opened(path: Path, found: str) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked where it is gzip; WARC files are unpacked by their own reader."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b" and found != "warc"
        file.seek(0)
        yield cast(IO[bytes], gzip.GzipFile(fileobj=file)) if packed else file
