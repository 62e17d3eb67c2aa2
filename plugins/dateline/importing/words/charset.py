"""Bytes as text: what the header says, what the page says, a byte order mark, or a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NAMED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
#: names that mean more on the web than they say (WHATWG Encoding Standard)
WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "johab": "cp949",
}  # fmt: skip
#: encodings that write other alphabets in bytes of ASCII
SEVEN_BIT = re.compile(r"iso2022|hz|utf-7|utf-16|utf-32")
HEAD = 4096
SAMPLE = 200_000


def decode(data: bytes, declared: str = "") -> str:
    """The text in these bytes; ``declared`` is the charset that HTTP or mail names. What cannot be read becomes U+FFFD."""
    for name in _names(data, declared):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode(_known(declared) or "utf-8", errors="replace")


def _names(data: bytes, declared: str) -> Iterator[str]:
    """The encodings to try, the most trusted first.

    Bytes beyond ASCII that are sound UTF-8 are UTF-8, whatever a host says of all its pages alike.
    """
    yield from (name for mark, name in MARKS if data.startswith(mark))
    named = NAMED.search(data[:HEAD])
    claims = [_known(declared), _known(named[1].decode("ascii")) if named else ""]
    yield from (name for name in claims if SEVEN_BIT.match(name))
    if b"\0" not in data[:HEAD]:
        yield "utf-8"
    yield from filter(None, claims)
    yield from _guess(data)


def _known(name: str) -> str:
    """Python's name of this encoding, or of the wider one that is meant; empty where there is none."""
    try:
        found = codecs.lookup(name.strip().removeprefix("x-")).name
    except (LookupError, ValueError):
        return ""
    return WIDER.get(found, found)


def _guess(data: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is not None:
        yield best.encoding
