"""Adopting: a blog with a theme of its own gets Dateline's pages, and its templates and texts what Dateline knows."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import feedparser
import pytest
from dateline.layout import THEME
from dateline.site import looks
from dateline.site.host import Host, below, host

from .conftest import ROOT, build
from .links import broken, pages, texts

BLOG = ROOT / "tests/sites/blog"
#: what only a theme's own chrome has, by theme
CHROME = {"simple": "<hgroup><h1><a href=", "notmyidea": '<header id="banner" class="body">'}
MET = "Erna Solberg met Mette Frederiksen"
ADDRESS = "https://example.org/repo"

# --- where pages stand ---


def settings(theme: Path | str, **more: str) -> dict[str, str]:
    return {"THEME": str(theme), "SITEURL": "", "SITENAME": "A blog", **more}


def test_dateline_s_own_theme_makes_no_blog(tmp_path: Path) -> None:
    """Nor does a copy of it, wherever it lies: pages stand at the root."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/span.html").touch()
    assert host(settings(THEME)) == Host(False, "", THEME)
    assert host(settings(tmp_path, DATELINE_PATH="news")) == Host(False, "", tmp_path)


@pytest.mark.parametrize(
    ("path", "folder", "up"), [("", "dateline/", "../"), ("/a/b/", "a/b/", "../../"), ("dateline/", "dateline/", "../")]
)
def test_a_blog_s_pages_stand_in_a_folder(tmp_path: Path, path: str, folder: str, up: str) -> None:
    """It has a default, and links to the blog's own pages lead out of it."""
    at = host(settings(tmp_path, DATELINE_PATH=path))
    assert (at.adopted, at.folder, at.to_blog("x.html")) == (True, folder, f"{up}x.html")
    assert at.settings(settings(tmp_path, SITEURL=ADDRESS))["SITEURL"] == f"{ADDRESS}/{folder}".rstrip("/")
    assert at.settings(settings(tmp_path))["SITEURL"] == ""


@pytest.mark.parametrize(
    ("root", "path", "whole"),
    [
        ("https://a.org/b/dateline", "../x.html", "https://a.org/b/x.html"),
        ("../../dateline", "../x/#p1", "../../x/#p1"),
        ("/dateline", "../x.html", "/x.html"),
        ("", "timeline/", "/timeline/"),
        ("..", "", "../"),
    ],
)
def test_a_path_from_a_root(root: str, path: str, whole: str) -> None:
    """Each "../" leads a folder up."""
    assert below(root, path) == whole


def test_the_stylesheet_touches_nothing_outside_its_block() -> None:
    """Every rule names the block or stands in it; every colour and size that the rules ask for is there."""
    sheet = re.sub(r"/\*.*?\*/", "", looks.stylesheet(), flags=re.DOTALL)
    own, _, nested = sheet.rpartition("\n.dateline {\n")
    selectors = re.findall(r"([^{}]+)\{", own)
    assert len(selectors) > 5
    assert all(one.strip().startswith(".dateline") for selector in selectors for one in re.split(r", (?=\.)", selector))
    assert nested.count("{") + 1 == nested.count("}")
    assert not re.search(r":root|\bhtml\b|\bbody\b", nested)
    assert set(re.findall(r"var\((--[\w-]+)\)", sheet)) <= set(re.findall(r"(--[\w-]+):", own))


# --- blogs ---


def blog(
    tmp_path: Path,
    theme: str,
    *more: str,
    site: str = "",
    plugins: str = '"yaml_metadata", "dateline"',
    content: Path = BLOG / "content",
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The blog with this theme, read from disk or published."""
    conf = tmp_path / "conf.py"
    lines = [
        'SITENAME, TIMEZONE, DEFAULT_LANG = "A blog", "UTC", "en"',
        f"SITEURL, RELATIVE_URLS, THEME = {site!r}, {not site}, {theme!r}",
        f"PLUGIN_PATHS, PLUGINS = [{str(ROOT / 'plugins')!r}], [{plugins}]",
        *more,
    ]
    conf.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = build(content, tmp_path / "output", settings=str(conf))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return tmp_path / "output", done


@pytest.fixture(scope="module", params=["simple", "notmyidea"])
def adopted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, str]:
    """The theme's name, the published blog with it, and what the build said."""
    output, done = blog(tmp_path_factory.mktemp(request.param), request.param, site=ADDRESS)
    return request.param, output, done.stdout + done.stderr


@pytest.mark.slow
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
    assert "<title>Solberg criticised Denmark – A blog</title>" in told
    assert f'"url":"{ADDRESS}/treaty.html"' in told


@pytest.mark.slow
def test_no_link_of_the_blog_is_broken(adopted: tuple[str, Path, str]) -> None:
    """Neither the blog's nor Dateline's; sentences lead to the blog's own articles."""
    _, output, _ = adopted
    assert broken(output, f"{ADDRESS}/") == []
    found = pages(output)
    assert any(f"{ADDRESS}/treaty.html" in page.links for name, page in found.items() if name.startswith("dateline/events/"))
    assert not any("/dateline/../" in link for page in found.values() for link in page.links)


@pytest.mark.slow
def test_what_the_blog_has_itself_is_not_written(adopted: tuple[str, Path, str]) -> None:
    """No home, no articles, no page that is not there, no page for editors; nothing outside the folder."""
    _, output, _ = adopted
    ours = {p.relative_to(output / "dateline").as_posix() for p in (output / "dateline").rglob("*.html")}
    assert {"timeline/index.html", "embed/index.html"} <= ours
    assert not ours & {"index.html", "404.html", "articles/index.html", "review/index.html"}
    assert {p.name for p in output.iterdir()} - {"theme"} == {
        "archives.html", "authors.html", "categories.html", "category", "dateline", "feeds", "index.html", "pages", "tag",
        "tags.html", "talks.html", "the-garden-in-spring.html", "treaty.html",
    }  # fmt: skip


@pytest.mark.slow
def test_the_blog_stays_as_it_was(adopted: tuple[str, Path, str], tmp_path: Path) -> None:
    """Every page that has no directive is the same as without Dateline; an article that has its date from its name stays."""
    theme, output, _ = adopted
    plain, _ = blog(tmp_path, theme, site=ADDRESS, plugins='"yaml_metadata"')
    same = {"the-garden-in-spring.html", "categories.html", "tags.html", "archives.html", "category/garden.html"}
    for name in same:
        assert (output / name).read_bytes() == (plain / name).read_bytes(), name
    assert {p.relative_to(plain) for p in plain.rglob("*")} <= {p.relative_to(output) for p in output.rglob("*")}


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_blog_read_from_disk_and_in_another_folder(tmp_path: Path) -> None:
    """Links are relative, from deeper folders, too; the editors' page is there."""
    output, _ = blog(tmp_path, "simple", 'DATELINE_PATH = "news/then"', "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None")
    assert broken(output, "https://example.org/") == []
    assert broken(output, "https://example.org/repo/") == []
    assert (output / "news/then/review/index.html").is_file()
    assert not (output / "dateline").exists()


OVERRIDES = f"THEME_TEMPLATES_OVERRIDES = [{str(BLOG / 'overrides')!r}]"


@pytest.fixture(scope="module")
def overridden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blog with templates of its own."""
    return blog(tmp_path_factory.mktemp("overridden"), "simple", OVERRIDES, site=ADDRESS)[0]


@pytest.mark.slow
def test_templates_of_the_blog_know_what_articles_tell(overridden: Path) -> None:
    """`article.dateline`, `timeline()`, and the filters."""
    treaty = (overridden / "treaty.html").read_text(encoding="utf-8")
    told = re.search(r'<ul id="told">(.*?)</ul>', treaty, re.DOTALL)
    assert told
    assert re.search(rf'<a href="{ADDRESS}/dateline/events/[\w-]+/">{MET}</a>', told[1])
    assert '<p id="named">Erna Solberg, ' in treaty
    assert "<li>2021-06-17 June 17, 2021</li>" in treaty
    garden = (overridden / "the-garden-in-spring.html").read_text(encoding="utf-8")
    assert re.search(r'<ul id="told">\s*</ul>\s*<p id="named"></p>', garden)


@pytest.mark.slow
def test_a_template_of_the_blog_extends_dateline_s(overridden: Path) -> None:
    """In the blog's chrome, with Dateline's parts, and nothing escaped twice."""
    page = (overridden / "archives.html").read_text(encoding="utf-8")
    assert "<title>What the blog tells – A blog</title>" in page
    assert CHROME["simple"] in page
    assert '<h2>All of it</h2><ol class="event-list"' in page
    assert "dateline/theme/css/adopted.css" in page
    assert "&lt;" not in page


@pytest.mark.slow
def test_templates_of_the_blog_replace_dateline_s(overridden: Path) -> None:
    """In its folder "dateline", or beside the blog's own where the theme has none of that name; its base holds for all."""
    for name, words in (("storylines", "The blog's own words."), ("places", "The blog's own places.")):
        page = (overridden / "dateline" / name / "index.html").read_text(encoding="utf-8")
        assert f"<p>{words}</p>" in page
        assert '<div class="page-head">' in page
        assert '<meta name="blog" content="a<b">' in page
    assert broken(overridden, f"{ADDRESS}/") == []


BARE = """<html><head><title>{% block title %}{% endblock %}</title></head>
<body>{% include "search.html" %}{% block content %}{% endblock %}</body></html>"""


@pytest.mark.slow
def test_a_theme_of_few_blocks_and_like_names(tmp_path: Path) -> None:
    """A theme whose head is closed gets the stylesheet at the head of the content; its own `search.html` stays its own."""
    theme = tmp_path / "theme/templates"
    theme.mkdir(parents=True)
    (tmp_path / "theme/static").mkdir()
    (theme / "base.html").write_text(BARE, encoding="utf-8")
    (theme / "search.html").write_text('<form id="theirs">{{ "<i>" }}</form>', encoding="utf-8")
    output, _ = blog(tmp_path, str(theme.parent), site=ADDRESS)
    page = (output / "dateline/search/index.html").read_text(encoding="utf-8")
    assert '<form id="theirs"><i></form>' in page
    assert page.count("css/adopted.css") == page.count("data-search ") == page.count("start.js") == 1
    assert page.index("</head>") < page.index("css/adopted.css") < page.index('class="dateline body"')


@pytest.mark.slow
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


# --- Dateline's own theme ---


@pytest.mark.slow
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
