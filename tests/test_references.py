"""Links and pictures of articles: which lead nowhere, where they stand, and what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dateline.site.checks import articles
from dateline.site.conventions import Conventions

from .test_check import BODY, TODAY, found, written


@pytest.mark.parametrize(
    "link",
    ["{filename}b.md", "|filename|b.md#part", "{static}a%20map.png", "{static}/a map.png", "https://example.org/", "#part",
     "mailto:a@b.org", "{index}", "/feeds/", "../another/", "../another/index.html#part", "tel:112", "/sitemap.xml",
     "/events/x.html", "/articles/", "/articles/years/1945/", "/feeds/all.xml", "../../about/"],
)  # fmt: skip
def test_links_that_hold_are_none(tmp_path: Path, link: str) -> None:
    """Files that are published, other hosts, and places of the site."""
    other = written(tmp_path, "b.md", title="Another")
    (tmp_path / "a map.png").touch()
    assert found(tmp_path, written(tmp_path, body=f"{BODY}\n\n[x](<{link}>)"), other) == []


@pytest.mark.parametrize(
    ("link", "says", "error"),
    [
        ("![x](map.png)", "the picture 'map.png' leads nowhere once the site is built: write '{static}map.png'", True),
        ("[x][1]\n\n[1]: map.png", "the link 'map.png' leads nowhere once the site is built: write '{static}map.png'", True),
        ("![x]({filename}map.png)", "write '{static}map.png'", True),
        ("[x](/map.png)", "only where the site is alone on its host: write '{static}/map.png'", True),
        ("[x](b.md#part)", "the link 'b.md#part' leads nowhere once the site is built: write '{filename}b.md'", True),
        ("[x]({static}b.md)", "write '{filename}b.md'", True),
        ("[x]({filename}draft.md)", "leads to what is not published (yet): publish that, or take the link out", True),
        ("[x](../nope/)", "leads to no article that is published here", True),
        ("[x](../draft/)", "leads to no article that is published here", True),
        ("[x](/articles/nope/)", "leads to no article that is published here", True),
        ("[x](/articles/another/)", "only where the site is alone on its host: write '{filename}/b.md'", True),
        ("![x](/images/gone.png)", "leads to no file (", True),
        ("[x](www.example.org/a)", "write 'https://www.example.org/a', if that is meant", True),
        ("[x](example.co.uk/a)", "write 'https://example.co.uk/a'", True),
        ("[x](example.org?a)", "write 'https://example.org?a'", True),
        ("[x](ann@example.org)", "write 'mailto:ann@example.org'", True),
        ("![x](file:///C:/Users/Ann/My%20map.png)", "the picture 'file:///C:/Users/Ann/My%20map.png' lies on your computer, "
         "where no reader can open it: save it as a file beside the article and write '{static}My map.png'", True),
        ("<img src='cid:map.png@01D6'>", "lies on your computer, where no reader can open it: save it as a file beside the "
         "article and write '{static}map.png'", True),
        ("<a href='C:\\Texts\\a plan.doc'>x</a>", "write '{static}a plan.doc'", True),
        ("<a href='\\\\server\\plan.doc'>x</a>", "write '{static}plan.doc'", True),
        ("<a href='ftp://example.org/a'>x</a>", "the link 'ftp://example.org/a' is not kept", False),
        ("[x]({tag}elbe)", "this site has no pages of tags: take it out", True),
        ("[x]({category}elbe)", "this site has no pages of categories: take it out", True),
        ("[x](|author|ann)", "this site has no pages of authors: take it out", True),
        (f"[x]({'long' * 100})", "leads to no file", True),
        ("[x](gone.md)", "leads to no file", True),
        ("[x](gone/index.html.md)", "leads to no file", True),
        ("![x](https://example.org/a/map%201.png?w=5)", "is not shown, since pages load files of the site alone: save it as a "
         "file beside the article and write '{static}map 1.png'", False),
        ("<img src=//example.org/map.png>", "the picture '//example.org/map.png' is not shown", False),
        ("![x](data:image/png;base64,AAAA)", "save it as a file beside the article and write '{static}NAME'", False),
        ("<img data-src=map.png>", "the picture '' is not shown", False),
        ("<iframe src=https://example.org/v></iframe>", "<iframe> is not shown, since pages hold no frames and players: write "
         "a link to https://example.org/v", False),
        ("<video><source src=map.mp4></video>", "<video> is not shown", False),
    ],
)  # fmt: skip
def test_what_a_page_will_not_have_is_named(tmp_path: Path, link: str, says: str, *, error: bool) -> None:
    """With its line, and what to do; a blog has its own pages, pictures and players."""
    others = [written(tmp_path, "b.md", title="Another"), written(tmp_path, "draft.md", title="Draft", status="draft")]
    (tmp_path / "map.png").touch()
    path = written(tmp_path, body=f"{BODY}\n\n{link}")
    [one] = found(tmp_path, path, *others)
    assert says in one.message
    assert (one.line, one.error) == (11 if "[1]" in link else 9, error)
    alone = articles([path], tmp_path, TODAY, {}, {}, Conventions(adopted=True))
    kept = "lies on your computer" in one.message or ("no file" in one.message and "/images" not in link)
    assert [one.message for one in alone] == ([one.message] if kept else [])


@pytest.mark.parametrize("link", ["other.html", "../2020/other/", "{filename}/b.md", "ftp://example.org/"])
def test_pages_of_a_blog_are_its_own(tmp_path: Path, link: str) -> None:
    """What it calls them is not known here."""
    path = written(tmp_path, body=f"{BODY}\n\n[x]({link})")
    written(tmp_path, "b.md")
    assert list(articles([path], tmp_path, TODAY, {}, {}, Conventions(adopted=True))) == []


@pytest.mark.parametrize(
    ("own", "other", "error"),
    [
        ("2021-06-18", "2999-01-01", True), ("2021-06-18", "draft", True), ("2999-01-01", "2999-01-01", None),
        ("2999-01-02", "2999-01-01", None), ("2999-01-01", "2999-01-02", False), ("2999-01-01", "draft", False),
        ("draft", "draft", None), ("draft", "2999-01-01", None), ("2999-01-01", "2021-06-18", None),
        ("2999-01-01T09:00", "2999-01-01T10:00", False),
    ],
)  # fmt: skip
def test_a_link_holds_where_its_end_is_published_no_later(tmp_path: Path, own: str, other: str, *, error: bool | None) -> None:
    """Of what is published it is an error, of what waits a warning; a draft waits for no day."""
    days = {name: {"status": "draft"} if day == "draft" else {"date": day} for name, day in (("a", own), ("b", other))}
    path = written(tmp_path, body=f"{BODY}\n\n[x]({{filename}}b.md)", **days["a"])
    written(tmp_path, "b.md", title="Another", **days["b"])
    said = list(articles([path], tmp_path, date(2999, 1, 1), {}, {}, Conventions(future=False)))
    assert [one.error for one in said if "not published" in one.message] == ([] if error is None else [error])


def test_links_in_code_are_none(tmp_path: Path) -> None:
    """In a line and by themselves."""
    assert found(tmp_path, written(tmp_path, body=f"{BODY}\n\n`[x](gone.md)`\n\n    [x](gone.md)")) == []


def test_each_of_two_links_has_its_line(tmp_path: Path) -> None:
    """Two that are alike, and one that is a part of another."""
    body = f"{BODY}\n\n[x](so-gone.md)\n\n[x](gone.md)\n\n[x](gone.md)"
    assert [one.line for one in found(tmp_path, written(tmp_path, body=body, url="gone.md"))] == [10, 12, 14]


@pytest.mark.parametrize(
    "bare", ["<img srcset=map.png>", "<IMG alt='a > b'>", "<img\ndata-src=map.png>", "<iframe srcdoc=a></iframe>"]
)
def test_an_element_without_address_has_its_line(tmp_path: Path, bare: str) -> None:
    """Not that of a sound one of its kind before it."""
    (tmp_path / "map.png").touch()
    sound = "<img alt='a > b' src='{static}map.png'>"
    [one] = found(tmp_path, written(tmp_path, body=f"{BODY}\n\n{sound}\n\n{bare}\n\n{sound}"))
    assert (one.line, one.error) == (11, False)
