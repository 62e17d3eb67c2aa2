"""Compressed bodies taken apart in bounded steps, so that a small one cannot fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from ..found import Refused

STEP = 1 << 16
TOO_LARGE = Refused("it is too large for an article", "import a smaller part, or the saved text")


class Unpacked:
    """Gathers a body chunk by chunk and unpacks it. Raises Refused where it is packed otherwise, or grows past ``size``."""

    def __init__(self, coding: str, size: int) -> None:
        self._size = size
        self._bytes = bytearray()
        self._coding = coding.strip().lower()
        if self._coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise Refused(f"it is compressed by {self._coding!r}, which was not asked for", "save the page and import the file")
        self._zlib: zlib._Decompress | None = None

    def add(self, chunk: bytes) -> None:
        """Take in the next chunk."""
        if self._coding in {"", "identity"}:
            self._grow(chunk)
        else:
            self._inflate(chunk)

    def done(self) -> bytes:
        """The whole body. Raises EOFError where the compressed body ends early."""
        if self._zlib is not None and not self._zlib.eof:
            raise EOFError
        return bytes(self._bytes)

    def _inflate(self, chunk: bytes) -> None:
        if self._zlib is None:
            self._zlib = zlib.decompressobj(_window(self._coding, chunk))
        while chunk and not self._zlib.eof:
            try:
                self._grow(self._zlib.decompress(chunk, STEP))
            except zlib.error as error:
                raise Refused("its compression is broken", "save the page and import the file") from error
            chunk = self._zlib.unconsumed_tail

    def _grow(self, part: bytes) -> None:
        self._bytes += part
        if len(self._bytes) > self._size:
            raise TOO_LARGE


def _window(coding: str, first: bytes) -> int:
    """What zlib is to expect: some hosts send deflate without its header."""
    if coding != "deflate":
        return 16 + zlib.MAX_WBITS
    return zlib.MAX_WBITS if first[:1] and first[0] & 0x0F == 8 else -zlib.MAX_WBITS


def bounded(read: Callable[[int], bytes], size: int) -> bytes:
    """All that ``read`` gives. Raises Refused past ``size`` bytes."""
    data = read(size + 1)
    if len(data) > size:
        raise TOO_LARGE
    return data
