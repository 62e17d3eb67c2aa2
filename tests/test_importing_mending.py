"""Importing text that was encoded twice: it is mended, wherever it stands, and what is right stays."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline.frontmatter import parse
from dateline.importing.found import Found
from dateline.importing.page.pages import page
from dateline.importing.sources import gathering
from dateline.importing.words.mending import mended

from .importing.pieces import articles, reader
from .importing.working import work, written

__all__ = ["reader"]

TITLE = "The mayor’s café – “open”"
BODY = "It’s the mayor’s café, said Zoë Brûlé, and “nobody’s” else; the council’s 5 £ fee for naïve guests is gone. " * 3
TABLES = ("sloppy-windows-1252", "latin-1")


def twice(text: str, table: str = TABLES[0]) -> str:
    """The text as a program leaves it that reads UTF-8 by another table."""
    import ftfy  # noqa: F401 - it knows the table

    return text.encode("utf-8").decode(table)


def named(text: str) -> str:
    """Letters beyond ASCII as HTML's numbers."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def page_of(title: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title><meta property='og:title' content='{title}'>"
        f"<meta property='article:published_time' content='2020-05-08'></head>"
        f"<body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    )


def linked(title: str, body: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2020-05-08"})
    return (
        page_of("x", body)
        .replace("<h1>x</h1>", "")
        .replace("<title>x</title><meta property='og:title' content='x'>", "")
        .replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    )


def table(title: str, body: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([["title", "text", "published"], [title, body, "2020-05-08"]])
    return out.getvalue()


def feed(title: str, body: str) -> str:
    item = f"<item><title>{title}</title><description>{html.escape(body)}</description></item>"
    return f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>"


@pytest.mark.parametrize("encoding", TABLES)
@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.html", page_of),
        ("a.html", lambda title, body: page_of(named(title), named(body))),
        ("a.html", linked),
        ("a.txt", lambda title, body: f"{title}\n2020-05-08\n\n{body}"),
        ("a.jsonl", lambda title, body: json.dumps({"title": title, "text": body})),
        ("a.csv", table),
        ("a.xml", feed),
        ("a.eml", lambda title, body: f"Subject: x\nFrom: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n{body}"),
    ],
    ids=["page", "entities", "JSON-LD", "text", "JSON", "table", "feed", "mail"],
)
def test_what_was_encoded_twice_is_mended(tmp_path: Path, encoding: str, name: str, source: Callable[[str, str], str]) -> None:
    """In every kind of source, titles too."""
    path = tmp_path / name
    path.write_text(source(twice(TITLE, encoding), twice(BODY, encoding)), encoding="utf-8")
    work([str(path)], tmp_path / "to", date="2020-05-08")
    [file] = written(tmp_path / "to")
    found = parse((tmp_path / "to" / file).read_text(encoding="utf-8"))
    assert found.body.strip() == BODY.strip()
    assert found.values["title"] in {TITLE, "x"}
    assert found.values["title"] == TITLE or name == "a.eml"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (twice("Привет мир"), "Привет мир"),
        (twice(twice("It’s")), "It’s"),
        ("She said \u00e2\u20ac\u0153go\u00e2\u20ac and left", "She said “go” and left"),
        ("It\x92s", "It’s"),
        (f"“Right” é\n{twice('wrong’s')}", "“Right” é\nwrong’s"),
        ("São Paulo, CÔTE D’AZUR, HÀ NỘI, Ⅷ ½ “x” …", "São Paulo, CÔTE D’AZUR, HÀ NỘI, Ⅷ ½ “x” …"),
        ("A â for Â", "A â for Â"),
        (twice("Île, Ìle, WEIß, Øle"), "Île, Ìle, WEIß, Øle"),
        (f"In {twice('Åland')} and {twice('Ğeyve')}", "In Åland and Ğeyve"),
        (twice("Úlfur"), "Úlfur"),
        ("IRMÃ… said NÃO, Äste", "IRMÃ… said NÃO, Äste"),
        ("plain", "plain"),
    ],
)
def test_words_are_mended_or_stay(text: str, right: str) -> None:
    """What only looks odd is not touched."""
    assert mended(text) == right


def test_a_page_that_is_right_stays() -> None:
    """Accents, quotation marks and other scripts."""
    found = page(page_of(TITLE, BODY))
    assert (found.title, found.text) == (TITLE, BODY.strip())


def test_a_record_keeps_what_is_right(tmp_path: Path, reader: gathering.Gathering) -> None:
    """A record whose title alone is broken."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": twice("Zoë’s day"), "text": BODY}), encoding="utf-8")
    [found] = articles(reader.pieces(str(path)))
    assert isinstance(found, Found)
    assert (found.title, found.text) == ("Zoë’s day", BODY.strip())
