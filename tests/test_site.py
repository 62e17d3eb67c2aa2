"""The site: the tiny site, built once for reading from disk and once for publishing under a sub-path."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import feedparser
import icalendar
import pytest

from .conftest import ROOT, build
from .links import broken, pages

pytestmark = pytest.mark.slow


def every(output: Path) -> list[dict]:
    """The events of the site, listed or not."""
    found: list[dict] = json.loads((output / "data/events.json").read_text(encoding="utf-8"))["events"]
    return found


def events(output: Path) -> list[dict]:
    """The events that the site lists."""
    return [event for event in every(output) if event["listed"]]


def test_no_link_is_broken_from_disk(site: Path) -> None:
    """Read from disk, every link leads to a file, without a server to find index.html."""
    assert len(pages(site)) > 10
    assert broken(site, "file:///") == []


def test_no_link_is_broken_under_a_sub_path(published: Path) -> None:
    """Published under /repo/, every link holds, and none leaves it."""
    assert broken(published, "https://example.org/repo/") == []


def test_the_same_files_hold_at_the_root_of_a_host(site: Path) -> None:
    """The site built without an address holds under / and under /repo/ of any host."""
    assert broken(site, "https://example.org/") == []
    assert broken(site, "https://example.org/repo/") == []


def test_no_page_asks_another_host(site: Path) -> None:
    """No asset comes from elsewhere."""
    for name, page in pages(site).items():
        assert not [link for link in page.links if link.startswith(("http", "//"))], name


def test_a_call_told_twice_is_one_event(site: Path) -> None:
    """Two articles that tell of one meeting make one event with two sources."""
    [meeting] = [e for e in events(site) if e["type"] == "CONSULT" and e["when"] and e["when"]["value"] == "2021-06-17"]
    assert {r["article"] for r in meeting["reports"]} == {"norway-and-denmark-sign-harbour-treaty", "ferry-talks-go-on"}
    page = (site / meeting["url"] / "index.html").read_text(encoding="utf-8")
    assert page.count("<mark>met</mark>") == 2


def test_evidence_leads_to_its_paragraph(site: Path) -> None:
    """The link below a sentence leads to the paragraph that holds it."""
    [attack] = [e for e in events(site) if e["type"] == "FIGHT"]
    assert attack["when"]["value"] == "1807"
    article = (site / f"articles/{attack['reports'][0]['article']}/index.html").read_text(encoding="utf-8")
    link = f"articles/{attack['reports'][0]['article']}/index.html#p3"
    assert link in (site / attack["url"] / "index.html").read_text(encoding="utf-8")
    assert 'id="p3"' in article


def test_furniture_names_nobody(site: Path) -> None:
    """The credits line makes no actor."""
    names = {a["name"] for a in json.loads((site / "data/actors.json").read_text(encoding="utf-8"))["actors"]}
    assert "Erna Solberg" in names
    assert not names & {"Kari Nordmann", "Lars Hansen", "Anne Berg"}


def test_csv_equals_json_row_for_row(site: Path) -> None:
    """Both exports tell the same events in the same order."""
    rows = list(csv.DictReader(io.StringIO((site / "data/events.csv").read_text(encoding="utf-8"))))
    assert [(r["id"], r["type"], r["summary"]) for r in rows] == [(e["id"], e["type"], e["summary"]) for e in events(site)]


def test_the_calendar_reads_back(site: Path) -> None:
    """events.ics holds every dated event, with its days."""
    calendar = icalendar.Calendar.from_ical((site / "data/events.ics").read_bytes())
    found = {str(e["uid"]): e.decoded("dtstart").isoformat() for e in calendar.walk("VEVENT")}
    assert found == {f"{e['id']}@dateline": e["when"]["from"] for e in events(site) if e["when"]}


def test_the_feed_reads_back(published: Path) -> None:
    """The Atom feed is well-formed, and its links are absolute."""
    feed = feedparser.parse((published / "feeds/all.atom.xml").read_bytes())
    assert not feed.bozo
    assert feed.entries
    assert all(e.link.startswith("https://example.org/repo/events/") for e in feed.entries)


def test_a_broken_article_is_left_out_and_named(tmp_path: Path) -> None:
    """The build goes on without the broken articles, and says of each what is wrong and where."""
    done = build(ROOT / "tests/sites/broken", tmp_path / "output")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    for place in ("no-date.md:1: no date", "bad-date.md:3: the date", "bad-yaml.md:3: front matter is not valid YAML"):
        assert place in said
    assert sorted(p.name for p in (tmp_path / "output/articles").iterdir()) == ["ferry-talks-go-on", "index.html"]


def test_publishing_refuses_broken_articles(tmp_path: Path) -> None:
    """A strict build ends before it writes anything."""
    done = build(ROOT / "tests/sites/broken", tmp_path / "output", settings="publishconf.py")
    assert done.returncode == 2
    assert "no-date.md:1: no date" in done.stdout + done.stderr
    assert not (tmp_path / "output/index.html").exists()


def test_a_missing_model_ends_the_build_with_one_line(tmp_path: Path) -> None:
    """The line says what to install."""
    done = build(ROOT / "tests/sites/tiny", tmp_path / "output", DATELINE_MODEL="xx_no_such_model")
    said = done.stdout + done.stderr
    assert done.returncode == 2
    assert "python -m spacy download xx_no_such_model" in said
    assert "Traceback" not in said


@pytest.mark.long
def test_a_site_in_another_language_than_its_articles(tmp_path: Path) -> None:
    """Links hold, a draft is passed over, and a wrong `publish:` is named."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    head = "---\ntitle: {}\ndate: 2021-06-18\n{}\n---\n\nErna Solberg met Mette Frederiksen.\n"
    (tmp_path / "content/articles/draft.md").write_text(head.format("Draft", "status: draft"), encoding="utf-8")
    (tmp_path / "content/articles/wrong.md").write_text(head.format("Wrong", "publish: evidnce"), encoding="utf-8")
    settings = tmp_path / "conf.py"
    own = f"THEME = {str(ROOT / 'theme')!r}\nPLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nDEFAULT_LANG = 'de'\n"
    settings.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n{own}", encoding="utf-8")
    done = build(tmp_path / "content", tmp_path / "output", settings=str(settings))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wrong.md:4: publish is 'evidnce': write one of all, evidence, none" in done.stdout + done.stderr
    assert broken(tmp_path / "output", "file:///") == []
    assert not (tmp_path / "output/articles/draft").exists()


@pytest.mark.long
def test_ids_outlast_edits_elsewhere(site: Path, tmp_path: Path) -> None:
    """Another paragraph and another article leave every event as it was, and its address where it is still listed."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests/sites/tiny", content)
    harbour = content / "articles/harbour.md"
    harbour.write_text(
        harbour.read_text(encoding="utf-8").replace("## What", "Sweden praised Finland on Monday.\n\n## What"), encoding="utf-8"
    )
    (content / "articles/new.md").write_text(
        "---\ntitle: New\ndate: 2021-06-22\n---\nIceland sued Norway on Monday.\n", encoding="utf-8"
    )
    assert build(content, tmp_path / "output").returncode == 0
    before, after = ({e["id"]: e for e in every(output)} for output in (site, tmp_path / "output"))
    assert before.keys() < after.keys()
    both = [id for id in before if before[id]["listed"] and after[id]["listed"]]
    assert both
    assert [before[id]["url"] for id in both] == [after[id]["url"] for id in both]


def test_the_same_articles_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """A second build, without the cache of the first, writes the same site."""
    assert build(ROOT / "tests/sites/tiny", tmp_path / "output").returncode == 0
    files = {p.relative_to(site) for p in site.rglob("*") if p.is_file()}
    assert files == {p.relative_to(tmp_path / "output") for p in (tmp_path / "output").rglob("*") if p.is_file()}
    assert [f for f in sorted(files) if (site / f).read_bytes() != (tmp_path / "output" / f).read_bytes()] == []


def test_nothing_changed_loads_no_model(tmp_path: Path) -> None:
    """A rebuild reads everything from the cache: it works though the model could not be loaded."""
    assert build(ROOT / "tests/sites/tiny", tmp_path / "output").returncode == 0
    blocker = tmp_path / "blocked"
    blocker.mkdir()
    (blocker / "spacy.py").write_text("raise RuntimeError('spaCy was loaded')", encoding="utf-8")
    again = tmp_path / "again"
    done = build(ROOT / "tests/sites/tiny", again, PYTHONPATH=f"{blocker}:{ROOT / 'plugins'}")
    assert done.returncode == 0, done.stderr
    assert (again / "data/events.json").read_bytes() == (tmp_path / "output/data/events.json").read_bytes()
