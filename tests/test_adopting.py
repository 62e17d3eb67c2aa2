"""Adopting: a blog with a theme of its own gets Dateline's pages, and its texts what Dateline knows."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import feedparser
import pytest

from .blogs import ADDRESS, BLOG, CHROME, MET, blog
from .conftest import ROOT, build
from .links import broken, pages, texts

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["simple", "notmyidea"])
def adopted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str]:
    """The theme's name, the published blog with it, and what the build said."""
    output, done = blog(tmp_path_factory.mktemp(request.param), request.param, site=ADDRESS)
    return request.param, output, done.stdout + done.stderr


def test_pages_stand_in_the_blog_s_own_chrome(adopted: tuple[str, Path, str]) -> None:
    """With their own title, address, data and scripts, and one stylesheet."""
    theme, output, _ = adopted
    for name in ("timeline", "timeline/2021", "actors/erna-solberg", "storylines", "search", "data", "about/method"):
        page = (output / "dateline" / name / "index.html").read_text(encoding="utf-8")
        assert CHROME[theme] in page, name
        head, body = page.split("</head>")
        assert head.count("<title>") == body.count("</html>") == body.count('class="dateline body"') == 1
        assert f'<link rel="canonical" href="{ADDRESS}/dateline/{name}/">' in page
        assert re.findall(r"dateline/theme/css/(\w+)", page) == ["adopted"]
    [event_page] = (output / "dateline/events").glob("*-solberg-criticised-*/index.html")
    told = event_page.read_text(encoding="utf-8")
    assert "<title>Solberg criticised Denmark on 3 March 2019 – A blog</title>" in told
    assert f'"url":"{ADDRESS}/treaty.html"' in told


def test_no_link_of_the_blog_is_broken(adopted: tuple[str, Path, str]) -> None:
    """Neither the blog's nor Dateline's; sentences lead to the blog's own articles."""
    _, output, _ = adopted
    assert broken(output, f"{ADDRESS}/") == []
    found = pages(output)
    assert any(f"{ADDRESS}/treaty.html" in page.links for name, page in found.items() if name.startswith("dateline/events/"))
    assert not any("/dateline/../" in link for page in found.values() for link in page.links)


def test_what_the_blog_has_itself_is_not_written(adopted: tuple[str, Path, str]) -> None:
    """No articles, no page that is not there, no page for editors; nothing outside the folder."""
    _, output, _ = adopted
    ours = {p.relative_to(output / "dateline").as_posix() for p in (output / "dateline").rglob("*.html")}
    assert {"index.html", "timeline/index.html", "embed/index.html"} <= ours
    assert not ours & {"404.html", "articles/index.html", "review/index.html"}
    assert {p.name for p in output.iterdir()} - {"theme"} == {
        "archives.html", "authors.html", "categories.html", "category", "dateline", "feeds", "index.html", "pages", "tag",
        "tags.html", "talks.html", "the-garden-in-spring.html", "treaty.html",
    }  # fmt: skip


def test_the_folder_has_an_overview(adopted: tuple[str, Path, str]) -> None:
    """With the band, the key dates, the newest events and who is in them; every page of Dateline's leads to it."""
    theme, output, _ = adopted
    page = (output / "dateline/index.html").read_text(encoding="utf-8")
    assert CHROME[theme] in page
    assert "<title>Overview – A blog</title>" in page
    assert f'<link rel="canonical" href="{ADDRESS}/dateline/">' in page
    for part in ('<svg data-slot="all"', '<ol class="key-dates">', '<h2 id="newest">', '<h2 id="actors">', 'role="search"'):
        assert part in page, part
    assert f'<a href="{ADDRESS}/dateline/" aria-current="true">Overview</a>' in page
    assert page.count('aria-current="true"') == 1
    assert f'<a href="{ADDRESS}/dateline/">Overview</a>' in (output / "dateline/data/index.html").read_text(encoding="utf-8")


def test_the_blog_stays_as_it_was(adopted: tuple[str, Path, str], tmp_path: Path) -> None:
    """Every page that has no directive is the same as without Dateline; an article that has its date from its name stays."""
    theme, output, _ = adopted
    plain, _ = blog(tmp_path, theme, site=ADDRESS, plugins='"yaml_metadata"')
    same = {"the-garden-in-spring.html", "categories.html", "tags.html", "archives.html", "category/garden.html"}
    for name in same:
        assert (output / name).read_bytes() == (plain / name).read_bytes(), name
    assert {p.relative_to(plain) for p in plain.rglob("*")} <= {p.relative_to(output) for p in output.rglob("*")}


def test_a_directive_shows_in_articles_pages_and_feeds(adopted: tuple[str, Path, str]) -> None:
    """As a list that leads to the events; a wrong one shows nothing, and is named once with its file."""
    _, output, said = adopted
    for name in ("treaty.html", "pages/north.html"):
        page = (output / name).read_text(encoding="utf-8")
        assert page.count('<ol class="small-timeline">') == 1
        assert re.search(rf'<a href="{ADDRESS}/dateline/events/\w+-[\w-]+/">{MET}</a>', page)
    feed = feedparser.parse((output / "feeds/all.atom.xml").read_bytes())
    [treaty] = [e for e in feed.entries if e.link.endswith("treaty.html")]
    assert f"{ADDRESS}/dateline/events/" in treaty.content[0].value
    talks = (output / "talks.html").read_text(encoding="utf-8")
    assert "timeline" not in talks
    assert said.count("content/posts/2021-06-21-talks.md: [timeline") == 2
    assert "no actor is called 'Erna Solburg': did you mean 'Erna Solberg'?" in said
    assert "there is no 'actr' to choose by: did you mean 'actor'?" in said
    assert not [name for name, text in texts(output).items() if "[timeline" in text]


def test_files_and_feeds_name_the_folder(adopted: tuple[str, Path, str]) -> None:
    """The sitemap, the feed, the calendar and the data lead to pages that are there."""
    _, output, _ = adopted
    ours = output / "dateline"
    addresses = re.findall(r"<loc>(.*?)</loc>", (ours / "sitemap.xml").read_text(encoding="utf-8"))
    addresses += [e.link for e in feedparser.parse((ours / "feeds/all.atom.xml").read_bytes()).entries]
    assert len(addresses) > 20
    for address in addresses:
        assert (output / address.removeprefix(f"{ADDRESS}/") / "index.html").is_file(), address
    assert any('"to":"../treaty.html"' in text for name, text in texts(ours).items() if name.endswith(".pf_fragment"))
    assert (ours / "theme/js/filters.js").is_file()


@pytest.mark.long
def test_a_blog_read_from_disk_and_in_another_folder(tmp_path: Path) -> None:
    """Links are relative, from deeper folders, too; the editors' page is there."""
    output, _ = blog(tmp_path, "simple", 'DATELINE_PATH = "news/then"', "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None")
    assert broken(output, "https://example.org/") == []
    assert broken(output, "https://example.org/repo/") == []
    assert (output / "news/then/review/index.html").is_file()
    assert not (output / "dateline").exists()


@pytest.mark.long
def test_an_article_that_dateline_cannot_read_stays_in_the_blog(tmp_path: Path) -> None:
    """It is named, and passed over."""
    shutil.copytree(BLOG / "content", tmp_path / "content")
    garden = tmp_path / "content/posts/garden.md"
    garden.write_text(garden.read_text(encoding="utf-8").replace("category: Garden", "events: [{hid: 1}]"), encoding="utf-8")
    output, done = blog(tmp_path, "simple", site=ADDRESS, content=tmp_path / "content")
    assert (output / "the-garden-in-spring.html").is_file()
    assert "posts/garden.md:4: " in done.stdout + done.stderr
    with closing(sqlite3.connect(output / "dateline/data/timeline.sqlite")) as data:
        assert sorted(data.execute("SELECT page FROM articles")) == [("../talks.html",), ("../treaty.html",)]


@pytest.mark.long
def test_translations_stay_pelican_s(tmp_path: Path) -> None:
    """Though YAML reads their mark as a truth value; their events are not told twice."""
    shutil.copytree(BLOG / "content", tmp_path / "content")
    head = "---\ntitle: Vertrag\nslug: treaty\ndate: 2021-06-18\nlang: de\ntranslation: true\n---\n\nDer Vertrag.\n"
    (tmp_path / "content/posts/vertrag.md").write_text(head, encoding="utf-8")
    output, _ = blog(tmp_path, "simple", site=ADDRESS, content=tmp_path / "content")
    assert "treaty-de.html" in (output / "treaty.html").read_text(encoding="utf-8")
    assert (output / "treaty-de.html").is_file()
    with closing(sqlite3.connect(output / "dateline/data/timeline.sqlite")) as data:
        assert data.execute("SELECT count(*) FROM articles WHERE page LIKE '%treaty%'").fetchall() == [(1,)]


# Dateline's own theme


@pytest.mark.long
def test_a_directive_in_dateline_s_own_theme(tmp_path: Path) -> None:
    """In an article, whose marks stay where they were, and in a page; read from disk."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests/sites/tiny", content)
    for path in (content / "articles/ferry.md", content / "pages/about.md"):
        with path.open("a", encoding="utf-8") as file:
            file.write('\n[timeline actor="Erna Solberg" type=CONSULT]\n\nFinland thanked Sweden on 3 May 2019.\n')
    assert build(content, tmp_path / "output").returncode == 0
    output = tmp_path / "output"
    assert broken(output, "file:///") == []
    article = (output / "articles/ferry-talks-go-on/index.html").read_text(encoding="utf-8")
    body = article[article.index("data-marked") : article.index("<aside")]
    assert body.count('<ol class="small-timeline">') == 1
    assert re.search(rf'<a href="../../events/[\w-]+/index.html">{MET}</a>', body)
    assert re.search(r'<p id="p3"><a class="m-actor"[^>]*>Finland</a> <a class="m-event"[^>]*>thanked</a>', body)
    about = (output / "about/index.html").read_text(encoding="utf-8")
    assert re.search(rf'<a href="../events/[\w-]+/index.html">{MET}</a>', about)
    assert not [name for name, text in texts(output).items() if "[timeline" in text]
