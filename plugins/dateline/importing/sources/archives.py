"""Web archives (WARC): each page that a host gave, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from ..found import LARGEST, Found, Piece, Refused, refused
from ..page.pages import CLOSED, page
from ..web.unpacking import STEP, bounded
from ..web.urls import absolute
from ..words.charset import decode
from .rows import digest

PAGES = ("text/html", "application/xhtml+xml")
PART = Refused("the archive holds only a part of it", "import its address")
BROKEN = "import what was read, and get the archive anew"


def pages(name: str, stream: IO[bytes], closed: Refused | None = CLOSED) -> Iterator[Piece]:
    """The pages of an archive; ``closed`` as for a page."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                yield _piece(name, record, closed)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        yield refused(name, Refused(f"the archive breaks off ({str(error).strip() or type(error).__name__})", BROKEN))


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and kind in PAGES


def _piece(name: str, record: Any, closed: Refused | None) -> Piece:
    """The record as a piece; its bytes are read now, since the next record comes after them."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    called = f"{name}#{url}"
    try:
        body = bounded(record.content_stream().read, LARGEST)
    except Refused as error:
        return refused(called, error)
    if record.rec_headers.get_header("WARC-Truncated") or _breaks_off(record):
        return refused(called, PART)
    charset = (record.http_headers.get_header("Content-Type") or "").partition("charset=")[2].split(";")[0].strip("\"' ")
    return Piece(called, digest(body), partial(_page, body, charset, url.strip("<>"), closed))


def _breaks_off(record: Any) -> bool:
    """Whether the archive ends before the record does."""
    while record.raw_stream.read(STEP):
        pass
    return bool(record.raw_stream.limit > 0)


def _page(body: bytes, charset: str, url: str, closed: Refused | None) -> Found:
    return page(decode(body, charset), absolute(url), closed=closed)
