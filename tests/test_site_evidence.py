"""A site of articles in HTML: each link to a sentence leads to it, and a build names what its pages will not have."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from dateline.site import links

from .conftest import ROOT, build
from .test_slugs import HEAD, said

ARTICLE = """
<main>
Angela Merkel met Erna Solberg in Oslo on Thursday.
</main>

<section>Mette Frederiksen visited Stockholm on Wednesday.<h3 id="p4">Later</h3>
Emmanuel Macron signed a treaty with Poland in Paris on Monday.</section>

<address>Kyiv</address>Volodymyr Zelensky met Angela Merkel in Berlin on Friday.

<details><summary>More</summary>Russia attacked Kharkiv on Tuesday.</details>

<button>Share</button>Erna Solberg resigned on Thursday.

    Donald Trump met Boris Johnson in London on 4 March 2021.

![A ship](ship.png) ![A quay](https://example.org/quay.png) [a draft]({filename}draft.md) [all]({tag}elbe)
"""
BROKEN = ARTICLE.strip().rpartition("\n")[2]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, with an article of HTML."""
    folder = tmp_path_factory.mktemp("html") / "content"
    shutil.copytree(ROOT / "tests/sites/tiny", folder)
    (folder / "articles/html.md").write_text(HEAD.format(title="Of HTML", more="") + ARTICLE, encoding="utf-8")
    (folder / "articles/ship.png").write_bytes(b"a ship")
    (folder / "articles/draft.md").write_text(HEAD.format(title="Soon", more="status: draft\n"), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_every_link_to_a_sentence_leads_to_it(content: Path, tmp_path: Path) -> None:
    """From the page of each event to the words that tell it; what is code tells none."""
    path = content / "articles/html.md"
    path.write_text(path.read_text(encoding="utf-8").replace(BROKEN, ""), encoding="utf-8")
    done = build(content, tmp_path / "output")
    assert (done.returncode, "WARNING" in said(done)) == (0, False), said(done)
    assert list(links.broken(tmp_path / "output", links.base(tmp_path / "output"))) == []
    pages = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "output/events").rglob("index.html"))
    places = set(re.findall(r'articles/of-html/index\.html#([^"]*)"', pages))
    page = (tmp_path / "output/articles/of-html/index.html").read_text(encoding="utf-8")
    assert len(places) >= 4
    assert {page.count(f'id="{place}"') for place in places} == {1}
    assert "Donald Trump met" in page
    assert "Donald Trump" not in pages


@pytest.mark.slow
def test_a_build_names_what_a_page_will_not_have(content: Path, tmp_path: Path) -> None:
    """Each in one line with file and line, and the rest is built."""
    path = content / "articles/html.md"
    text = path.read_text(encoding="utf-8").replace(BROKEN, "") + BROKEN
    path.write_text(text, encoding="utf-8")
    done = build(content, tmp_path / "output")
    assert done.returncode == 0
    at = f"articles/html.md:{text.count(chr(10)) + 1}: the "
    for says in (
        "picture 'ship.png'",
        "picture 'https://example.org/quay.png'",
        "link '{filename}draft.md'",
        "link '{tag}elbe'",
    ):
        assert said(done).count(at + says) == 1, said(done)
