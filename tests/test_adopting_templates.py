"""Adopting: a blog's own templates, beside Dateline's and in their stead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .blogs import ADDRESS, BLOG, CHROME, MET, blog
from .links import broken

pytestmark = pytest.mark.slow


OVERRIDES = f"THEME_TEMPLATES_OVERRIDES = [{str(BLOG / 'overrides')!r}]"


@pytest.fixture(scope="module")
def overridden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The blog with templates of its own."""
    return blog(tmp_path_factory.mktemp("overridden"), "simple", OVERRIDES, site=ADDRESS)[0]


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


def test_a_template_of_the_blog_extends_dateline_s(overridden: Path) -> None:
    """In the blog's chrome, with Dateline's parts, and nothing escaped twice."""
    page = (overridden / "archives.html").read_text(encoding="utf-8")
    assert "<title>What the blog tells – A blog</title>" in page
    assert CHROME["simple"] in page
    assert '<h2>All of it</h2><ol class="event-list"' in page
    assert "dateline/theme/css/adopted.css" in page
    assert "&lt;" not in page


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


@pytest.mark.long
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
