"""Files of strangers: links that lead outside, names that file systems read differently, front matter of every kind."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from dateline.site.addresses import folder as same
from dateline.site.addresses import is_slug
from dateline.site.problems import check

from .conftest import ROOT, build
from .test_slugs import HEAD, said

pytestmark = pytest.mark.slow
HIDDEN = "s3cret of this machine"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The tiny site, beside which lies a file that is nobody's business."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    (tmp_path / "token.txt").write_text(HIDDEN, encoding="utf-8")
    return tmp_path / "content"


def holds(folder: Path) -> list[Path]:
    """The files in a folder that have the words of the one that nobody should see."""
    return [p for p in folder.rglob("*") if p.is_file() and HIDDEN.encode() in p.read_bytes()]


LINKS = [
    "[a]({static}/../token.txt)", "[a]({attach}../../token.txt)", "![a]({static}../../token.txt)",
    "[a]({static}/articles/../../token.txt)", '<img src="{attach}/../token.txt">', "[a]({filename}/../token.txt)",
    "[a]({static}/articles/../../content/articles/ferry.md)",
]  # fmt: skip


def test_no_link_takes_a_file_from_outside(content: Path) -> None:
    """It is named, the rest is built, and nothing is written beside the output."""
    for number, link in enumerate(LINKS):
        (content / f"articles/l{number}.md").write_text(HEAD.format(title=f"L {number}", more="") + link, encoding="utf-8")
    done = build(content, content.parent / "site/output")
    assert done.returncode == 0, done.stderr
    assert "token.txt lies outside" in said(done)
    assert (holds(content.parent / "site"), os.listdir(content.parent / "site")) == ([], ["output"])
    assert not list((content.parent / "site").rglob("*.md"))
    assert len(list((content.parent / "site/output/articles").glob("l-*/index.html"))) == len(LINKS)


def test_no_symbolic_link_takes_one(content: Path) -> None:
    """To an article, a page, a picture or a folder: each is named once, and the rest is built."""
    text = f"---\ntitle: T\ndate: 2021-06-18\n---\n\n{HIDDEN}\n"
    beside = content.parent / "beside"
    beside.mkdir()
    (beside / "hidden.md").write_text(text, encoding="utf-8")
    (content / "images").mkdir()
    links = {"articles/a.md": beside / "hidden.md", "pages/b.md": beside / "hidden.md", "articles/c": beside}
    links |= {"images/d.txt": content.parent / "token.txt", "images/e": content.parent}
    for name, target in links.items():
        (content / name).symlink_to(target)
    done = build(content, content.parent / "output")
    assert done.returncode == 0, done.stderr
    for name in links:
        assert said(done).count(f"{name}:1: a link that leads out of") == 1, name
    assert holds(content.parent / "output") == []
    assert (content.parent / "output/articles/ferry-talks-go-on/index.html").is_file()
    strict = build(content, content.parent / "output", settings="publishconf.py", SITEURL="https://example.org")
    assert strict.returncode == 2


@pytest.mark.long
def test_a_link_within_the_content_is_followed(content: Path) -> None:
    """Pictures that stand beside articles, and links from one folder to another."""
    (content / "images").mkdir()
    (content / "articles/map.txt").write_text("A map", encoding="utf-8")
    (content / "images/map.txt").symlink_to(content / "articles/map.txt")
    with (content / "articles/ferry.md").open("a", encoding="utf-8") as article:
        article.write("\n[a]({static}/images/map.txt) [b]({static}map.txt)\n")
    done = build(content, content.parent / "output")
    assert (done.returncode, "WARNING" in said(done)) == (0, False), said(done)
    assert (content.parent / "output/images/map.txt").read_text(encoding="utf-8") == "A map"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Treaty", "treaty", True), ("\u00e9t\u00e9", "e\u0301te\u0301", True), ("stra\u00dfe", "strasse", True),
        ("\u03bf\u03b4\u03cc\u03c2", "\u03bf\u03b4\u03cc\u03c3", True),
        ("\ufb01ne", "fine", True), ("treaty", "treaties", False),
    ],
)  # fmt: skip
def test_addresses_that_are_one_folder(one: str, other: str, *, alike: bool) -> None:
    """To a file system that tells no capitals from small letters, as those of Windows and macOS."""
    assert (same(one) == same(other)) is alike


@pytest.mark.long
def test_two_addresses_of_one_folder_are_told(content: Path) -> None:
    """On every system: a site that is built on one is read on another."""
    for name, slug in (("a", "stra\u00dfe"), ("b", "strasse"), ("c", "Capital"), ("d", "e\u0301t")):
        (content / f"articles/{name}.md").write_text(HEAD.format(title="T", more=f"slug: {slug}\n"), encoding="utf-8")
    done = build(content, content.parent / "output")
    assert done.returncode == 0, done.stderr
    assert re.search(
        r"a.md:1: its address 'stra\u00dfe' is that of \S+b.md|b.md:1: its address 'strasse' is that of \S+a.md", said(done)
    )
    assert "c.md:4: the slug 'Capital' makes no address" in said(done)
    assert "d.md:4: the slug" in said(done)


NAMES = [
    "con",
    "nul.x",
    "..md",
    "...md",
    "\u202egnp.evil",
    "\u05d0\u05d1",
    "a b",
    "x" * 240,
    "$(id)",
    "a;b",
    "-rf",
    "%2e%2e",
    "{slug}",
]


@pytest.mark.long
def test_articles_of_any_name_are_built(content: Path) -> None:
    """Names of devices, right-to-left, of 243 characters, and such as shells read: the title gives the address."""
    for number, name in enumerate(NAMES):
        (content / f"articles/{name}.md").write_text(HEAD.format(title=f"N {number}", more=""), encoding="utf-8")
    done = build(content, content.parent / "output")
    assert (done.returncode, "WARNING" in said(done)) == (0, False), said(done)
    built = {p.name for p in (content.parent / "output/articles").iterdir()}
    assert built >= {f"n-{number}" for number in range(len(NAMES))}


TITLES = ["CON", "nul", "../../x", "/etc/passwd", "\u202egnp.evil", "x" * 300, "\u05d0\u05d1", "B\\..\\c", "~root", "years"]


@pytest.mark.long
def test_an_address_stays_in_its_folder(content: Path) -> None:
    """Whatever the title."""
    for number, title in enumerate(TITLES):
        (content / f"articles/t{number}.md").write_text(HEAD.format(title=f"'{title}'", more=""), encoding="utf-8")
    done = build(content, content.parent / "site/output")
    assert (done.returncode, "WARNING" in said(done)) == (0, False), said(done)
    assert os.listdir(content.parent / "site") == ["output"]
    pages = {p.parent.name for p in (content.parent / "site/output/articles").glob("*/index.html")} - {"years"}
    assert len(pages) == len(TITLES) + 2
    assert all(is_slug(name) for name in pages)


#: values that YAML can give a key, and that are not what the key is for
VALUES = ["5", "true", "~", "2020-05-08", "[a, b]", "[[a]]", "{a: b}", "[{a: b}]", "''", "1e999", "!!binary aGk="]
KEYS = ["title", "author", "authors", "source", "url", "tags", "category", "location", "summary", "keywords", "also", "lang",
        "translation", "publish", "status", "modified", "slug", "events", "image", "description"]  # fmt: skip
WHOLE = ["save_as: index.html", "save_as: ../../out.html", "template: base", "lang: ../../x", "category: ../../x", "url: x:y",
         "locale_date: '<x>'", "in_default_lang: x", "dateline: 5", "source_path: /etc/passwd", "default: [a]"]  # fmt: skip


@pytest.mark.long
def test_front_matter_of_any_kind_is_built_or_named(content: Path) -> None:
    """There is a page of each, or a line that says what is wrong with it; no page of another is written over."""
    lines = [*WHOLE, *(f"{key}: {value}" for key in KEYS for value in VALUES)]
    for number, line in enumerate(lines):
        slug = "" if line.startswith("slug") else f"slug: f{number}\n"
        title = "" if line.startswith("title") else "title: T\n"
        head = f"---\n{title}{line}\n{slug}date: 2021-06-18\n---\n\nMerkel met Solberg.\n"
        (content / f"articles/f{number}.md").write_text(head, encoding="utf-8")
    done = build(content, content.parent / "output")
    assert (done.returncode, "Traceback" in said(done), "Could not process" in said(done)) == (0, False, False), said(done)
    articles = content.parent / "output/articles"
    left = [(n, line) for n, line in enumerate(lines) if not (articles / f"f{n}/index.html").is_file()]
    silent = [line for n, line in left if f"/f{n}.md:" not in said(done) and not line.startswith(("slug", "status"))]
    assert silent == []
    assert "<title>The Elbe and after" in (content.parent / "output/index.html").read_text(encoding="utf-8")
    assert sorted(os.listdir(content.parent)) == ["content", "output", "token.txt"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("content: x", "no key can be called 'content'"), ("settings: {a: b}", "no key can be called 'settings'"),
        ("_context: {}", "no key can be called '_context'"), ("get_content: 5", "no key can be called 'get_content'"),
        ("timezone: X/Y", "no key can be called 'timezone'"), ("lang: [a]", "lang is ['a']"),
        ("status: [a]", "write one of published, draft"), ("summary: {a: b}", "summary is {'a': 'b'}"),
        ("modified: x", "the date modified 'x' cannot be read"),
    ],
)  # fmt: skip
def test_what_pelican_cannot_read_is_named(tmp_path: Path, line: str, says: str) -> None:
    """Pelican would leave the article out, or end."""
    (tmp_path / "a.md").write_text(f"---\ntitle: T\n{line}\ndate: 2021-06-18\n---\n\nx\n", encoding="utf-8")
    [problem] = check(tmp_path / "a.md", "a.md")
    assert says in problem.message
