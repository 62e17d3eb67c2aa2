"""What kind of thing bytes are: told by what they hold, and where that says nothing by the ending of their name."""

from __future__ import annotations

import gzip
import re
import zlib
from pathlib import PurePath

ENDINGS = {
    ".mht": "mhtml", ".mhtml": "mhtml",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".eml": "mail", ".txt": "text", ".text": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl", ".csv": "table", ".tsv": "table", ".tab": "table",
    ".rss": "feed", ".atom": "feed", ".warc": "warc", ".md": "markdown", ".markdown": "markdown",
}  # fmt: skip
HEAD = 65536
FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|p|div|h1)[\s>]", re.IGNORECASE)
WORDPRESS = re.compile(r"xmlns:wp=[\"']https?://wordpress\.org/export/")
MAIL = re.compile(r"(?:(?:[\w-]+:[^\n]*|[ \t][^\n]*)\r?\n)+\r?\n")
MAIL_FIELDS = re.compile(r"^(?:from|received|mime-version|return-path|message-id):", re.IGNORECASE | re.MULTILINE)

#: what only a browser writes that saves a page
SAVED = re.compile(r"^(?:snapshot-content-location:|from:\s{0,9}\"?<?saved by )", re.IGNORECASE | re.MULTILINE)


def kind(data: bytes, name: str = "") -> str:
    """html, mhtml, feed, wordpress, mail, text, jsonl, table, warc, markdown, or empty where it is none of them; ``data`` is
    the beginning.

    >>> kind(b"<!doctype html><title>x</title>"), kind(b"title;date\\n", "a.csv"), kind(b"\\x89PNG\\0", "a.txt")
    ('html', 'table', '')
    """
    ending = ENDINGS.get(PurePath(name.lower().removesuffix(".gz")).suffix, "")
    data = unzipped(data)
    if data.startswith(b"WARC/"):
        return "warc"
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    return _of_text(data[:HEAD].decode("latin-1").lstrip("\xef\xbb\xbf \t\r\n"), ending)


def unzipped(data: bytes) -> bytes:
    """The beginning of what a gzip file holds, or the data itself."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, HEAD)
    except (zlib.error, gzip.BadGzipFile):
        return b"\0"


def _of_text(text: str, ending: str) -> str:
    if ending in {"table", "markdown", "jsonl"}:
        return ending
    if text.startswith("<") and ending != "mail":
        return _of_markup(text, ending)
    if text.startswith("{") and not ending:
        return "jsonl"
    head = MAIL.match(text)
    if head and SAVED.search(head[0]):
        return "mhtml"
    if ending in {"mail", "mhtml"}:
        return ending
    if head and len(MAIL_FIELDS.findall(head[0])) > 1:
        return "mail"
    return ending or ("html" if HTML.search(text[:1000]) else "text")


def _of_markup(text: str, ending: str) -> str:
    if FEED.search(text[:4096]):
        return "wordpress" if WORDPRESS.search(text[:4096]) else "feed"
    return "html" if HTML.search(text) or ending == "html" else ""
