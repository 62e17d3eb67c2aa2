"""Articles come from strangers: nothing in them runs in a browser, and no page leaves the folder of the site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from dateline.site.addresses import fitted, is_slug
from dateline.site.clean import clean
from playwright.sync_api import Browser

from .conftest import ROOT, build

#: what would set a trap off, as Markdown; each is also put into titles, authors and sources
VECTORS = [
    "<script>window.trap = 1</script>",
    '<img src="x.png" onerror="window.trap = 1">',
    '<svg onload="window.trap = 1"><script>window.trap = 1</script></svg>',
    '<a href="javascript:window.trap = 1">click</a>',
    "[click](javascript:window.trap=1)",
    '<a href="data:text/html,<script>window.trap=1</script>">click</a>',
    '<iframe srcdoc="<script>parent.trap = 1</script>"></iframe>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror="window.trap = 1">',
    '<p style="background:url(javascript:window.trap=1)">x</p>',
    '<form action="javascript:window.trap = 1"><button>click</button></form>',
    '<object data="data:text/html,<script>parent.trap=1</script>"></object>',
    '<base href="https://example.com/">',
    '<meta http-equiv="refresh" content="0; url=javascript:window.trap=1">',
    '<noscript><p title="</noscript><img src=x onerror=window.trap=1>">',
    "<!--><img src=x onerror=window.trap=1>-->",
    "</article></main><script>window.trap = 1</script>",
]


@pytest.mark.parametrize("vector", VECTORS)
def test_cleaned_html_can_do_nothing(vector: str) -> None:
    """No element, handler, address or style of those that run."""
    left = clean(vector).lower()
    for word in ("<script", "onerror=", "onload=", "<iframe", "<object", "<svg", "<form", "<style", "style=", "<base", "<meta"):
        assert word not in left.replace("&lt;", "")
    assert 'href="javascript:' not in left
    assert 'href="data:' not in left


@pytest.mark.parametrize(
    "sound", ["<p>a <em>b</em></p>", '<a href="{filename}b.md">x</a>', '<h2 id="x">y</h2>', "<!--dateline: x-->"]
)
def test_what_is_sound_stays(sound: str) -> None:
    """Words, links of the site, headings, and Dateline's own comments."""
    assert clean(sound) == sound


@pytest.mark.parametrize(
    ("slug", "sound"),
    [
        ("a-call", True), ("2020.5", True), ("é", True), ("../x", False), ("/x", False), ("a/b", False), ("A", False),
        ("con", False), ("nul.txt", False), ("", False), ("-x", False), ("x" * 200, False), ("a b", False), ("a\0", False),
        (".x", False), ("x.", False), ("हिन्दी-समाचार", True), ("e\u0301", False), ("क" + "ि" * 200, False),
    ],
)  # fmt: skip
def test_an_address_that_may_stand(slug: str, *, sound: bool) -> None:
    """Nothing that leaves its folder, that a file system refuses, or that two file systems read differently."""
    assert is_slug(slug) is sound


def test_an_address_that_is_made_fits() -> None:
    """Whatever the title."""
    assert (fitted("x" * 300), fitted(""), fitted("con"), fitted("years")) == ("x" * 100, "article", "con-1", "years-1")


def content(folder: Path) -> Path:
    """Articles that hold every vector in body, title, author, source, location and tags."""
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    for number, vector in enumerate(VECTORS):
        quoted = vector.replace("'", "''")
        heads = "\n".join(f"{key}: '{quoted}'" for key in ("author", "source", "location", "url"))
        head = f"---\ntitle: 'A {quoted} {number}'\ndate: 2021-06-18\n{heads}\ntags: ['{quoted}']\n---\n\n"
        body = f"Erna Solberg met Mette Frederiksen on Thursday.\n\n{vector}\n\nDenmark attacked Norway {vector} in 1807.\n"
        (articles / f"a{number}.md").write_text(head + body, encoding="utf-8")
    return folder / "content"


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.browser
def test_no_trap_goes_off(tmp_path: Path, browser: Browser) -> None:
    """On every kind of page, as they are and after every link that reads "click" is clicked; the policy would stop it, too."""
    done = build(content(tmp_path), tmp_path / "output")
    assert done.returncode == 0, done.stderr
    page = browser.new_page()
    output = tmp_path / "output"
    pages = [
        *output.glob("*.html"),
        *output.glob("articles/**/*.html"),
        *output.glob("events/*/*.html"),
        *output.glob("search/*.html"),
    ]
    assert len(pages) > len(VECTORS)
    for path in pages:
        page.goto(path.as_uri())
        for link in page.get_by_text("click", exact=True).all():
            if link.is_visible():
                link.click(no_wait_after=True, timeout=2000)
        assert page.evaluate("window.trap") is None, path
        assert "Content-Security-Policy" in path.read_text(encoding="utf-8")
    page.close()


@pytest.mark.slow
@pytest.mark.browser
def test_the_policy_holds(site: Path, tmp_path: Path, browser: Browser) -> None:
    """Were a script to get into a page after all, it would not run, and nothing of another host would be fetched."""
    shutil.copytree(site, tmp_path / "site")
    home = tmp_path / "site/index.html"
    planted = "<script>window.trap = 1</script><img src='https://example.com/x.png' onerror='window.trap = 1'></body>"
    home.write_text(home.read_text(encoding="utf-8").replace("</body>", planted), encoding="utf-8")
    page = browser.new_page()
    stopped: list[str] = []
    page.on("requestfailed", lambda request: stopped.append(f"{request.url} {request.failure}"))
    page.goto(home.as_uri())
    assert page.evaluate("window.trap") is None
    assert stopped == ["https://example.com/x.png csp"]
    page.close()


@pytest.mark.slow
def test_no_page_takes_anothers_place(tmp_path: Path) -> None:
    """A slug that leaves the folder, a page at an address of Dateline, another's title: each is named, the rest built."""
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    head = "---\ntitle: {}\ndate: 2021-06-18\nslug: {}\n---\n\nErna Solberg met Mette Frederiksen on Thursday.\n"
    (tmp_path / "content/articles/out.md").write_text(head.format("Out", "../../out"), encoding="utf-8")
    (tmp_path / "content/articles/twice.md").write_text(head.format("Twice", "ferry-talks-go-on"), encoding="utf-8")
    (tmp_path / "content/articles/long.md").write_text(head.format("x " * 200, "''"), encoding="utf-8")
    (tmp_path / "content/pages/own.md").write_text("---\ntitle: Timeline\nslug: timeline\n---\n\nMine.\n", encoding="utf-8")
    done = build(tmp_path / "content", tmp_path / "output")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "out.md:4: the slug '../../out' makes no address" in said
    assert "no page can stand at /timeline/" in said
    assert "twice.md has the address 'ferry-talks-go-on', too" in said
    assert not (tmp_path / "out").exists()
    assert "Mine." not in (tmp_path / "output/timeline/index.html").read_text(encoding="utf-8")
