"""`dateline check`: what is wrong with articles and desk, with file, line and what to do."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from dateline import cli
from dateline.commands import check as command
from dateline.desk.sources import sources
from dateline.site import links
from dateline.site.broken import find_problems
from dateline.site.checks import articles
from dateline.site.findings import Finding
from dateline.site.problems import check
from dateline.site.reader import claim
from dateline.site.slugs import resolve_slugs
from pelican.settings import DEFAULT_CONFIG

from .conftest import ROOT

TODAY = date(2021, 6, 20)
BODY = "Erna Solberg met Mette Frederiksen in Oslo on Thursday, and the two signed a treaty about harbours. " * 4
GERMAN = "Der Präsident sprach am Donnerstag mit der Kanzlerin über die Lage der Häfen und den Vertrag, den beide wollen. " * 4


def written(folder: Path, name: str = "a.md", *, body: str = BODY, **head: str) -> Path:
    """An article with this front matter beside what is sound; an empty value leaves a key out."""
    keys = {"title": "What happened", "date": "2021-06-18", "source": "Gazette", **head}
    lines = [f"{key}: {value}" for key, value in keys.items() if value]
    path = folder / name
    path.write_text("\n".join(["---", *lines, "---", "", body, ""]), encoding="utf-8")
    return path


def found(folder: Path, *paths: Path, since: dict[str, str] | None = None) -> list[Finding]:
    slugs = resolve_slugs(claim(path) for path in paths if not check(path, path.name))
    return list(articles(paths, folder, TODAY, since or {}, slugs))


def test_a_sound_article_has_nothing(tmp_path: Path) -> None:
    """No finding."""
    assert found(tmp_path, written(tmp_path)) == []


@pytest.mark.parametrize(
    ("head", "body", "line", "says", "error"),
    [
        ({"date": "2021-06-30"}, BODY, 3, "is yet to come", False),
        ({"date": "1021-06-18"}, BODY, 3, "before there was news", False),
        ({"date": "1900-06-18"}, BODY, 3, "Gazette began in 1922", False),
        ({"source": ""}, BODY, 1, "no source: add a line", False),
        ({}, "Short.", 7, "is it the whole article?", False),
        ({}, GERMAN, 2, "the text looks like 'de', not 'en': add a line 'lang: de'", False),
        ({}, f"{BODY}\n\n[more]({{filename}}gone.md)", 9, "leads to no file", True),
        ({"title": ""}, BODY, 1, "no title", True),
        ({"date": "soon"}, BODY, 3, "cannot be read", True),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, head: dict[str, str], body: str, line: int, says: str, *, error: bool) -> None:
    """With its line, what to do, and whether the site can be published with it."""
    [one] = found(tmp_path, written(tmp_path, body=body, **head), since={"Gazette": "1922"})
    assert (one.line, one.error) == (line, error)
    assert says in one.message


def test_two_articles_at_one_address(tmp_path: Path) -> None:
    """The second is named, with the first: where both were written by hand, neither can be published."""
    for more, says in (({}, "has the address 'what-happened', too"), ({"slug": "x"}, "its address 'x' is that of")):
        [one] = found(tmp_path, written(tmp_path, **more), written(tmp_path, "b.md", **more))
        assert one.path.endswith("b.md")
        assert says in one.message
        assert one.error is bool(more)


def settings(folder: Path, **own: object) -> dict[str, object]:
    """The settings of a site in a folder."""
    base = {**DEFAULT_CONFIG, "PATH": "content", "ARTICLE_PATHS": ["articles"], "THEME": str(ROOT / "theme"), **own}
    lines = [f"{key} = {value!r}" for key, value in base.items() if key in {"PATH", "ARTICLE_PATHS", "THEME", *own}]
    (folder / "pelicanconf.py").write_text("\n".join(lines), encoding="utf-8")
    return base


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site with an article, in which the test stands."""
    for name in ("articles", "pages"):
        (tmp_path / "content" / name).mkdir(parents=True)
    settings(tmp_path)
    written(tmp_path / "content/articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *names: str) -> list[str]:
    """What the command says, line by line, but for the sum."""
    assert cli.main(["check", "--quick", *names]) in {0, 1}
    return capsys.readouterr().out.splitlines()[:-1]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pages/a.md", "---\ntitle: T\ndate: soon\n---\nx", "content/pages/a.md:3: the date 'soon' cannot be read"),
        ("pages/a.md", "---\ntitle: a: b\n---\nx", "content/pages/a.md:2: front matter is not valid YAML"),
        ("pages/a.md", "x", "content/pages/a.md:1: no title"),
        ("pages/a.md", "---\ntitle: T\n---\n\n[x](gone.md)", "content/pages/a.md:5: the link 'gone.md' leads to no file"),
        ("pages/a.md", "---\ntitle: T\n---\n\nx", ""),
        (
            "pages/a.htm",
            "<title>T</title>",
            "content/pages/a.htm:1: articles and pages are Markdown here: run 'dateline ",
        ),
        ("articles/deep/a.HTML", "<title>T</title>", ""),
        ("articles/deep/a.html", "<title>T</title>", "content/articles/deep/a.html:1: articles and pages are Markdown here"),
        ("files/a.html", "<title>T</title>", ""),
    ],
)
def test_pages_and_files_that_are_not_read_are_named(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, says: str
) -> None:
    """By `check` alone or with the file's name, and by the build, which leaves them out."""
    path = site / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for names in ((), (f"content/{name}",) if name.startswith("pages") else ()):
        said = checked(capsys, *names)
        assert len(said) == bool(says)
        assert says in "".join(said)
    built = [str(one) for one in find_problems(settings(site))]
    assert [one for one in built if says in one] == ([] if "leads to" in says else built)


@pytest.mark.parametrize(
    ("own", "where"),
    [
        ({"FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)"}, "articles"),
        ({"PATH": "posts", "ARTICLE_PATHS": [""]}, ""), ({"ARTICLE_PATHS": ["news", "blog"]}, "blog"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", [{}, {"date": ""}, {"title": "", "date": ""}])
def test_sound_articles_of_a_blog_have_nothing(
    site: Path, capsys: pytest.CaptureFixture[str], own: dict[str, object], where: str, head: dict[str, str]
) -> None:
    """Wherever they stand, and wherever title and date are from; of links it is said where they lead to no file."""
    shutil.rmtree(site / "content/articles")
    conf = settings(site, THEME="simple", **own)
    folder = site / str(conf["PATH"]) / where
    folder.mkdir(parents=True, exist_ok=True)
    path = written(folder, "2020-05-09_noti.md", **head)
    assert checked(capsys) == []
    path.write_text(path.read_text(encoding="utf-8") + "\n[x](gone.md)\n", encoding="utf-8")
    [said] = checked(capsys)
    assert "leads to no file" in said


def test_github_is_told_in_its_own_way() -> None:
    """A workflow command with file and line; what could end it is written otherwise."""
    assert command._github(Finding("a.md", 3, "50 %\nmore", error=False)) == "::warning file=a.md,line=3::50 %25%0Amore"
    assert command._github(Finding("a.md", 3, "x")).startswith("::error ")


def test_sources_of_the_desk_are_checked(tmp_path: Path) -> None:
    """A wrong entry is named with its line and left out."""
    path = tmp_path / "sources.yaml"
    path.write_text("- {name: Gazette, since: 1922}\n- {name: Other, since: long ago}\n", encoding="utf-8")
    known, wrong = sources(path)
    assert [(s.name, s.since) for s in known] == [("Gazette", "1922")]
    assert wrong == (f"{path}:2: since: give the year, month or day in which it began, such as 1922 or 1922-05",)


def test_links_of_a_built_site(tmp_path: Path) -> None:
    """A page that is not there, and a place on one that is not."""
    (tmp_path / "index.html").write_text('<a href="a.html">x</a><a href="b.html#y">y</a>', encoding="utf-8")
    (tmp_path / "b.html").write_text("<p id=z>", encoding="utf-8")
    assert list(links.broken(tmp_path, links.base(tmp_path))) == [
        ("index.html", "the link 'a.html' is not there"),
        ("index.html", "the link 'b.html#y' has no such place"),
    ]
