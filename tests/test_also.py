"""Further sources of an article, which its front matter names under `also`: shown, linked to the web alone, counted nowhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from dateline.importing import heads
from dateline.site.also import Also, further

from .conftest import ROOT, build
from .links import broken

HERALD = {"url": "https://www.herald.example/2", "source": "The Herald", "title": "Solberg in Oslo", "date": "2021-06-18"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, []),
        ("The Herald", []),
        ([1, None, {}, {"title": "No name"}, ["x"]], []),
        ([HERALD, HERALD], [Also("The Herald", HERALD["url"])]),
        ([{"url": HERALD["url"]}], [Also("herald.example", HERALD["url"])]),
        ([{"source": "The  Wire\n"}], [Also("The Wire")]),
        ([{"source": "A", "url": "javascript:alert(1)"}, {"url": "file:///etc/passwd"}], [Also("A")]),
        ([{"source": "A", "url": "http://[x"}, {"source": "B", "url": "//b.example/1"}], [Also("A"), Also("B")]),
        ([{"source": "Gazette", "url": "https://own.example/1"}], []),
        ([{"source": False, "url": 7}], []),
    ],
)
def test_who_else_published_it(given: object, found: list[Also]) -> None:
    """Each once, by name or host; what is no further source is passed over."""
    assert list(further(given, "https://own.example/1")) == found


@pytest.mark.slow
def test_further_sources_stand_on_the_pages(tmp_path: Path) -> None:
    """On the article's as import wrote them, and shortly below its sentences; the event still has one source."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    harbour = tmp_path / "content/articles/harbour.md"
    text = harbour.read_text(encoding="utf-8")
    for n, name in enumerate(("The Herald", "The <Wire>", "B", "C")):
        text = heads.linked(text, {**HERALD, "source": name, "url": f"{HERALD['url']}{n}" if n else "javascript:x"})
    harbour.write_text(text, encoding="utf-8")
    assert build(tmp_path / "content", tmp_path / "output").returncode == 0
    article = (tmp_path / "output/articles/norway-and-denmark-sign-harbour-treaty/index.html").read_text(encoding="utf-8")
    others = [f'<a rel="external" href="{HERALD["url"]}{n}">{name}</a>' for n, name in ((1, "The &lt;Wire&gt;"), (2, "B"))]
    last = f'<a rel="external" href="{HERALD["url"]}3">C</a>'
    said = re.sub(r"\s+", " ", article)
    assert f"<span>Also published by The Herald, {', '.join([*others, last])}</span>" in said
    events = json.loads((tmp_path / "output/data/events.json").read_text(encoding="utf-8"))["events"]
    [attack] = [e for e in events if e["type"] == "FIGHT"]
    page = re.sub(r"\s+", " ", (tmp_path / "output" / attack["url"] / "index.html").read_text(encoding="utf-8"))
    assert f'<span data-slot="also">Also in The Herald, {", ".join(others)} and 1 more</span>' in page
    assert '<dt>Told in</dt><dd><span class="count">1 article</span>' in page
    assert not [p for p in (tmp_path / "output/data").rglob("*.js*") if "The Herald" in p.read_text(encoding="utf-8")]
    assert broken(tmp_path / "output", "file:///") == []
