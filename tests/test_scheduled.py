"""Articles that wait for their day: what is not published before it, and when a site is built again."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from dateline.commands.inputs import of_site
from dateline.site import checks, conventions, scheduled
from dateline.site.building import inputs
from dateline.site.reader import Reader, claim
from pelican.settings import DEFAULT_CONFIG

from .conftest import ROOT, build

HEAD = "---\ntitle: {}\ndate: {}\nsource: Gazette\n{}---\n\n{}\n"
TOLD = "Erna Solberg met Mette Frederiksen in Oslo on 4 May 2020."
#: files of a site, each with its date and what else its front matter says
FILES = (
    ("articles/past", "2020-05-07", ""),
    ("articles/soon", "2999-05-07T10:00", ""),
    ("articles/idea", "2998-05-07", "draft: true\nlang: de\n"),
    ("articles/changed", "2020-05-07", "modified: 2999-01-01\n"),
    ("pages/past", "2020-05-07", ""),
    ("pages/later", "01/02/2999", ""),
    ("pages/sketch", "2020-05-07", "status: draft\n"),
    ("pages/skizze", "2020-05-07", "status: draft\nlang: de\n"),
)


def site(folder: Path, **settings: Any) -> dict[str, Any]:
    """The settings of a site with an article and a page of the past, one of each that are yet to come, and a draft."""
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "pages").mkdir(exist_ok=True)
    for name, day, more in FILES:
        (folder / f"{name}.md").write_text(HEAD.format(Path(name).name.title(), day, more, TOLD), encoding="utf-8")
    own = {"PATH": str(folder), "ARTICLE_PATHS": ["articles"], "THEME": str(ROOT / "theme"), "DATELINE_LOCALE": "en_GB"}
    return {**DEFAULT_CONFIG, **own, "WITH_FUTURE_DATES": False, **settings}


def test_what_is_yet_to_come_is_known(tmp_path: Path) -> None:
    """Articles, pages and changes; drafts come whenever they come."""
    found = scheduled.coming(site(tmp_path))
    assert [(file.stem, key, str(day.date())) for file, key, day in found] == [
        ("changed", "modified", "2999-01-01"), ("soon", "date", "2999-05-07"), ("later", "date", "2999-02-01"),
    ]  # fmt: skip


def test_what_waits_is_told_in_a_line(tmp_path: Path) -> None:
    """How many, and the first; where future dates are published, nothing waits."""
    assert re.fullmatch(r"2 files wait for their day, the first .*later.md \(2999-02-01\)", scheduled.told(site(tmp_path)))
    assert scheduled.told(site(tmp_path, WITH_FUTURE_DATES=True)) == ""


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("01/12/2030", ""), ("12/01/2030", "a.md (2030-12-01) waits"), ("2030-06-02", "a.md (2030-06-02) waits"),
        ("13/06/2030", "a.md (2030-06-13) waits"),
    ],
)  # fmt: skip
def test_what_waits_in_a_blog_is_what_pelican_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, says: str
) -> None:
    """By the day that Pelican reads, whatever the country; and no pages."""
    settings = site(tmp_path, THEME="simple")
    for path in tmp_path.glob("articles/*.md"):
        path.unlink()
    (tmp_path / "articles/a.md").write_text(HEAD.format("T", day, "", TOLD), encoding="utf-8")
    monkeypatch.setattr(conventions, "now", lambda: datetime(2030, 6, 1, tzinfo=UTC))
    assert says in scheduled.told(settings)
    assert bool(says) is bool(scheduled.told(settings))
    at = conventions.conventions(settings)
    assert claim(tmp_path / "articles/a.md", at).draft is bool(says)


@pytest.mark.parametrize("future", [True, False])
@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("articles/past", ""),
        ("articles/soon", "draft"),
        ("articles/idea", "draft"),
        ("pages/past", ""),
        ("pages/later", "draft"),
    ],
)
def test_what_waits_is_a_draft_to_pelican(tmp_path: Path, name: str, status: str, *, future: bool) -> None:
    """Pages, too, of which Pelican asks no day."""
    settings = site(tmp_path, WITH_FUTURE_DATES=future)
    _, metadata = Reader(settings).read(str(tmp_path / f"{name}.md"))
    assert metadata.get("status", "") == ("" if future and name != "articles/idea" else status)


@pytest.mark.parametrize("future", [True, False])
def test_the_digest_of_a_site_is_another_when_a_day_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, future: bool
) -> None:
    """And the same on all other days."""
    settings = site(tmp_path, WITH_FUTURE_DATES=future)
    days = ("2021-01-01", "2990-01-01", "2999-01-02", "2999-03-01", "2999-05-07T09:59", "2999-05-07T10:01", "3001-01-01")
    found = []
    for day in days:
        monkeypatch.setattr(conventions, "now", lambda day=day: datetime.fromisoformat(day).replace(tzinfo=UTC))
        monkeypatch.setattr(scheduled, "now", conventions.now)
        found.append(inputs.digest_scheduled(settings))
    assert [found.index(one) for one in found] == [0, 0, 2, 3, 3, 5, 5]


@pytest.mark.parametrize(("day", "says"), [("2021-07-30", ""), ("2061-07-30", "waits until 2061-07-30, more than a year")])
def test_check_calls_what_waits_no_mistake(tmp_path: Path, day: str, says: str) -> None:
    """Unless it waits for so long that its year is doubtful."""
    path = tmp_path / "a.md"
    path.write_text(HEAD.format("T", day, "", f"{TOLD} " * 8), encoding="utf-8")
    at = conventions.Conventions(future=False)
    found = checks.articles([path], tmp_path, date(2021, 6, 20), {}, {}, at)
    said = [one.message for one in found if one.line == 3]
    assert [says in one for one in said] == [True] * bool(says)


def test_what_waits_takes_no_address(tmp_path: Path) -> None:
    """As a draft does not."""
    site(tmp_path)
    at = conventions.Conventions(future=False)
    assert [claim(tmp_path / f"articles/{name}.md", at).draft for name in ("past", "soon", "idea")] == [False, True, True]


@pytest.mark.slow
@pytest.mark.parametrize("future", [False, True])
def test_a_site_publishes_an_article_on_its_day(tmp_path: Path, *, future: bool) -> None:
    """Before, only where it is told to; and no feed names a day that is yet to come. Its change is in the sitemap."""
    site(tmp_path)
    path = tmp_path / "articles/changed.md"
    path.write_text(HEAD.format("Changed", "2020-05-07", "modified: 08/05/2020\n", TOLD), encoding="utf-8")
    conf = tmp_path / "conf.py"
    own = f"THEME = {str(ROOT / 'theme')!r}\nPLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nWITH_FUTURE_DATES = {future}"
    published = "SITEURL, RELATIVE_URLS = 'https://example.org', False"
    conf.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n{own}\n{published}\n", "utf-8")
    done = build(tmp_path, tmp_path / "output", settings=str(conf))
    assert done.returncode == 0, done.stdout + done.stderr
    assert ("2 files wait for their day" in done.stdout) is not future
    assert (tmp_path / "output/articles/soon").exists() is future
    assert (tmp_path / "output/later").exists() is future
    written = {path.parent.name for path in (tmp_path / "output").rglob("*.html")}
    assert not written & {"idea", "sketch", "skizze", "drafts"}
    assert not [path for path in (tmp_path / "output").rglob("*") if path.name.startswith("drafts")]
    [entry] = feedparser.parse((tmp_path / "output/feeds/all.atom.xml").read_bytes()).entries
    assert entry.updated == "2020-05-08T00:00:00+00:00"
    pages = (tmp_path / "output/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/articles/changed/</loc><lastmod>2020-05-08</lastmod>" in pages


def test_commands_read_what_the_site_publishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither drafts nor what waits, but where a file is named."""
    (tmp_path / "content").mkdir()
    site(tmp_path / "content")
    (tmp_path / "pelicanconf.py").write_text(f"THEME = {str(ROOT / 'theme')!r}\nWITH_FUTURE_DATES = False\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dateline.commands.inputs.readings", lambda names: names)
    assert [Path(str(name)).stem for name in of_site([])] == ["changed", "past"]
    assert of_site(["content/articles/idea.md"]) == ["content/articles/idea.md"]
