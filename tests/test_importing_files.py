"""Importing files: each kind is told by what it holds, and read."""

from __future__ import annotations

import gzip
import io
import json
import shutil
from pathlib import Path

import pytest
from dateline.importing.found import Found
from dateline.importing.sources import gathering, records
from dateline.importing.sources.sniff import kind
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .importing.pieces import TEXT, articles, reader, titles
from .importing.server import HERE, page

__all__ = ["reader"]


RECORD = {
    "id": "1", "text": TEXT, "published": "2020-05-08T10:00:00Z", "title": "Grain talks", "source": "Gazette",
    "url": "https://a.example/1", "lang": "en",
}  # fmt: skip


def warc(*pages: tuple[str, bytes, str, str], packed: bool = True) -> bytes:
    """A web archive of pages: address, body, status, content type."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body, status, form in pages:
        head = StatusAndHeaders(status, [("Content-Type", form)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=head))
    return out.getvalue()


ARCHIVE = (
    ("https://a.example/banner", page("banner.html"), "200 OK", "text/html; charset=utf-8"),
    ("https://a.example/picture", b"\x89PNG", "200 OK", "image/png"),
    ("https://a.example/gone", page("banner.html"), "404 Not Found", "text/html"),
    ("https://a.example/og", page("open-graph.html"), "200 OK", "text/html"),
)


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (page("banner.html"), "x", "html"),
        (b"<p>some <b>words</b>", "x", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "x.txt", "html"),
        (page("rss.xml"), "x.html", "feed"),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "x", "feed"),
        (b"<svg>", "x.svg", ""),
        (page("message.eml"), "x", "mail"),
        (b"Title: x\n\nDate: y\n", "x.txt", "text"),
        (b"Words.\n", "x.txt", "text"),
        (b'{"id": 1}\n', "x", "jsonl"),
        (b"a;b\n", "x.csv", "table"),
        (b"a\tb\n", "x.tsv", "table"),
        (gzip.compress(b"a,b\n", mtime=0), "x.csv.gz", "table"),
        (warc(*ARCHIVE), "x", "warc"),
        (warc(*ARCHIVE, packed=False), "x", "warc"),
        (b"---\ntitle: x\n---\n", "x.md", "markdown"),
        (b"\x89PNG\r\n\x1a\n\0\0", "x.txt", ""),
        (b"\x1f\x8bbroken", "x.gz", ""),
    ],
)
def test_a_kind_is_told(data: bytes, name: str, found: str) -> None:
    """What it holds goes before what it is called."""
    assert kind(data, name) == found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", page("banner.html")),
        ("a.html.gz", gzip.compress(page("banner.html"), mtime=0)),
        ("a.eml", page("message.eml")),
        ("2020-05-08-grain.txt", f"Grain talks\n\n{TEXT}".encode()),
        ("a.jsonl", json.dumps(RECORD).encode() + b"\n\n"),
        ("a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode(), mtime=0)),
        ("a.csv", "Headline,Body,PubDate\nGrain talks,\"{}\",2020-05-08\n".format(TEXT.replace("\n\n", " ")).encode()),
        ("b.csv", f'\ufeffheadline;content;date\r\nGrain talks;"{TEXT}";8.5.2020\r\n'.encode()),
        ("c.tsv", "title\ttext\tpublished\nGrain talks\t{}\t2020-05-08\n".format(TEXT.replace("\n\n", " ")).encode()),
        ("a.warc.gz", warc(ARCHIVE[0])),
    ],
)  # fmt: skip
def test_a_file_of_each_kind_is_read(tmp_path: Path, reader: gathering.Gathering, name: str, data: bytes) -> None:
    """Title, date and text come out of it."""
    path = tmp_path / name
    path.write_bytes(data)
    [found] = articles(reader.pieces(str(path)))
    assert isinstance(found, Found)
    assert found.title in {"Grain talks", "Ferry runs aground near the lighthouse", "Ministers meet in Zürich"}
    assert found.date[:10] in {"2020-05-08", "2021-02-17"}
    assert len(found.text) > 200


def test_a_message_is_read() -> None:
    """Subject, sender, date and text; quotes stay, the signature goes."""
    found = gathering._article("mail", page("message.eml"), "a.eml")
    assert (found.title, found.author, found.source) == ("Ministers meet in Zürich", "März Letter", "letter.example")
    assert found.date == "2020-05-08T09:30:00+02:00"
    assert "\n\n> We need a common store, one of them said.\n\n" in found.text
    assert "letter's desk" not in found.text


def test_a_record_has_all_fields() -> None:
    """JSON lines as the commands read them."""
    found = records.article(RECORD)
    assert (found.title, found.date, found.source, found.url, found.lang) == (
        "Grain talks", "2020-05-08T10:00:00+00:00", "Gazette", "https://a.example/1", "en",
    )  # fmt: skip
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"body": "<p>a</p><p>b &amp; c</p>"}, "text", "a\n\nb & c"),
        ({"articleBody": "x < y"}, "text", "x &lt; y"),
        ({"text": "x", "byline": ["Ann", {"name": "Bo"}]}, "author", "Ann, Bo"),
        ({"text": "x", "keywords": "a; b|c"}, "tags", ("a", "b", "c")),
        ({"text": "x", "published": "2020-05"}, "date", "2020-05-01"),
        ({"text": "x", "published": "05/08/2020"}, "date", ""),
        ({"text": "x", "link": "javascript:x"}, "url", ""),
        ({"text": "x", "title": None}, "title", ""),
        ({"text": "x", "URL": "https://x.example/a", "Link": "https://y.example/"}, "url", "https://x.example/a"),
    ],
)
def test_a_field_is_read(record: dict[str, object], field: str, value: object) -> None:
    """Fields by their usual names, as text or HTML."""
    assert getattr(records.article(record), field) == value


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jsonl", b"[1]\n{", ["it is no JSON object", "it is no JSON (", ]),
        ("a.jsonl", b'{"id": "1", "published": "2020"}', ["it has no text"]),
        ("a.csv", b"a,b\n1,2\n", ["no column is named text"]),
        ("a.xml", b"<rss><channel></channel></rss>", ["the feed has no entries"]),
        ("a.md", b"---\n", ["it is Markdown already"]),
        ("a.png", b"\x89PNG\0", ["it is of no kind"]),
        ("a.warc.gz", warc(*ARCHIVE)[:-40], ["Ferry", "the archive holds only a part"]),
        ("a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode(), mtime=0)[:-30], ["it cannot be read"]),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\n", ["the message has no text"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, reader: gathering.Gathering, name: str, data: bytes, says: list[str]) -> None:
    """Each failure says why; what could be read before it is read."""
    path = tmp_path / name
    path.write_bytes(data)
    found = titles(reader.pieces(str(path)))
    assert [got[: len(want)] for got, want in zip(found, says, strict=True)] == says


def test_every_page_of_a_web_archive_is_read(tmp_path: Path, reader: gathering.Gathering) -> None:
    """Those that a host gave; pictures and failures are none. Each is named by its address."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(*ARCHIVE))
    assert [piece.name.rpartition("#")[2] for piece in reader.pieces(str(path))] == [ARCHIVE[0][0], ARCHIVE[3][0]]
    [banner, herald] = articles(reader.pieces(str(path)))
    assert isinstance(banner, Found)
    assert banner.url == "https://a.example/banner"
    assert isinstance(herald, Found)
    assert herald.url == "https://herald.example/2019/harbour"


def test_a_folder_is_walked(tmp_path: Path, reader: gathering.Gathering) -> None:
    """In order, all levels; what is hidden, of another kind, or part of a saved page is passed over."""
    for name in ("b.html", "a/deep.html", "b_files/ad.html", ".hidden.html", "a/link.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(HERE / "banner.html", tmp_path / name)
    (tmp_path / "style.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "old.md").write_text("---\n", encoding="utf-8")
    names = [piece.name.removeprefix(f"{tmp_path}/") for piece in reader.pieces(str(tmp_path))]
    assert names == ["a/deep.html", "a/link.html", "b.html"]
