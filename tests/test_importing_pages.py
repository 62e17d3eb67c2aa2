"""Importing pages: what each says of itself, and its text without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.importing.found import Found, Refused
from dateline.importing.options import Limits
from dateline.importing.page.pages import long_enough, page
from dateline.importing.sources.fragments import fragment
from dateline.importing.sources.gathering import Gathering
from dateline.importing.web.client import Client
from dateline.importing.words.charset import decode
from dateline.importing.words.escaping import bare
from dateline.site.reader import article_file

from .importing.server import HERE, Server, running
from .importing.server import page as fixture


def read(name: str, url: str = "") -> Found:
    return page(decode(fixture(name)), url)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "linked-data.html",
            {
                "title": "Minister signs the river accord", "date": "2020-05-08T10:00:00+03:00", "author": "Ann Lee, Bo Marsh",
                "source": "The Gazette", "url": "https://gazette.example/world/river-accord", "lang": "en",
                "tags": ("World", "rivers", "treaties"), "image": "https://gazette.example/pictures/accord.jpg",
                "image_credit": "Cy Reed / Agency",
            },
        ),
        (
            "open-graph.html",
            {
                "title": "Harbour workers end strike", "date": "2019-11-03T18:30:00+00:00", "author": "Dee Field",
                "source": "Coast Herald", "url": "https://herald.example/2019/harbour", "lang": "en",
                "tags": ("Business", "strikes"), "image": "https://herald.example/harbour.jpg", "image_credit": "Eve Stone",
            },
        ),
        ("banner.html", {"title": "Ferry runs aground near the lighthouse", "date": "2021-02-17", "lang": "en", "url": ""}),
        (
            "cyrillic.html",
            {"title": "Мост через реку открыт", "date": "2017-09-01T12:00:00+03:00", "source": "Вестник", "lang": "ru"},
        ),
        ("bare.html", {"title": "Council votes for a new bridge", "date": "2018-06-12", "lang": "", "source": ""}),
        ("undated.html", {"title": "Council votes for a new bridge", "date": "", "lang": "en"}),
    ],
)  # fmt: skip
def test_a_page_says_of_itself(name: str, said: dict[str, object]) -> None:
    """Title, date with zone, author, source, canonical address, language, tags and picture are the page's."""
    found = read(name)
    assert {key: getattr(found, key) for key in said} == said


def test_a_bare_page_has_its_address_and_host() -> None:
    """Without any markup the title is the page's, the source its host, the date that of its address."""
    found = read("bare.html", "https://www.valley.example/2018/06/12/bridge")
    assert (found.title, found.source, found.date) == ("Council votes for a new bridge", "valley.example", "2018-06-12")
    assert found.url == "https://www.valley.example/2018/06/12/bridge"


def test_the_text_is_markdown_and_nothing_else() -> None:
    """Headings, lists, quotes and links stay; the title is not said twice."""
    assert read("linked-data.html").text.split("\n\n") == [
        "RIVERTON (Gazette) – The minister signed the river accord on Friday in the capital, after talks that "
        "[began in March](https://gazette.example/world/talks) and went on for weeks.",
        "## What it says",
        "Officials called it the first of its kind. It ends a quarrel of many years over water between the two neighbours.",
        "-   The border posts open again in June\n-   The dam is inspected every year",
        '> "We are glad that this is done," the minister said.',
    ]


def test_what_stands_around_the_text_is_left_out() -> None:
    """Cookie banners, navigation, scripts, related stories and footers are no part of the article."""
    text = read("banner.html").text
    assert text.startswith("A ferry with ninety people")
    assert text.endswith("took the ship's log.")
    assert not any(word in text for word in ("privacy", "Front page", "Buy now", "More stories", "rights reserved"))


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "isAccessibleForFree": "http://schema.org/False"}</script>',
        '<meta itemprop="isAccessibleForFree" content="False">',
        '<meta property="article:content_tier" content="locked">',
    ],
)
def test_a_paywall_is_told(head: str) -> None:
    """schema.org or a meta tag says that the page is not free."""
    text = decode(fixture("banner.html"))
    assert page(text)
    with pytest.raises(Refused, match="paywall"):
        page(text.replace("<head>", f"<head>{head}"))


def test_a_short_text_is_told() -> None:
    """Fewer than 200 characters are no article."""
    with pytest.raises(Refused, match="9 characters, fewer than 200"):
        long_enough(Found(text=f"Only [this](https://x.example/{'a' * 300})"))


@pytest.mark.parametrize("path", ["/wrong-charset", "/no-charset"])
def test_a_wrong_charset_does_no_harm(server: Server, path: str) -> None:
    """The host names another charset than the page has, or neither names one."""
    with Client(Limits(), pause=0, allow_loopback=True) as client:
        [piece] = Gathering(client).pieces(server.url + path)
        found = piece.read()
    assert isinstance(found, Found)
    assert found.title == "Мост через реку открыт"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"\xef\xbb\xbfa", "cp1251", "a"),
        ("é".encode(), "iso-8859-1", "é"),
        ("Новый мост через реку открыли в пятницу.".encode("cp1251"), "utf-8", "Новый мост через реку открыли в пятницу."),
        ("“é”".encode("cp1252"), "iso-8859-1", "“é”"),
        ('<meta charset="shift_jis">日本'.encode("cp932"), "", '<meta charset="shift_jis">日本'),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        ("日".encode("utf-16"), "", "日"),
        (b'<?xml version="1.0" encoding="koi8-r"?>\xf0', "", '<?xml version="1.0" encoding="koi8-r"?>П'),
        (b"a", "no-such-charset", "a"),
    ],
)
def test_bytes_are_read(data: bytes, declared: str, text: str) -> None:
    """A mark, sound UTF-8, the header, the page, a guess."""
    assert decode(data, declared) == text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One<br>line</p>", "One line"),
        ("One<br><br>Two", "One\n\nTwo"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<ol><li>a<li>b<ul><li>c</ul></ol>", "1.  a\n2.  b\n\n    -   c"),
        ("<h1>T #</h1>", "## T \\#"),
        ('<a href="javascript:x()">x</a> <a href="/y?a=(1)">y</a>', "x [y](https://x.example/y?a=%281%29)"),
        ('<a href="https://x.example/"><p>Whole</p></a>', "Whole"),
        ("<p>&lt;script&gt;x&lt;/script&gt; &amp;lt;</p>", "&lt;script>x&lt;/script> &amp;lt;"),
        ("<script>x</script><style>y</style><iframe>z</iframe><p onclick=x>ok</p>", "ok"),
        ("<table><tr><td>a<td>b</table>", "a – b"),
        ("<blockquote>a<p>b</p></blockquote>", "> a\n>\n> b"),
        ('<p>It broke!<a href="/b">It was old</a></p>', "It broke\\![It was old](https://x.example/b)"),
        ("<p>Thurs&shy;day&ZeroWidthSpace;, \u2066Ada\u2069</p>", "Thursday, Ada"),
        ("<p>می&zwnj;شود</p>", "می\u200cشود"),
        ("<p>Ada\u3164Moor, we\u180eir, \u182e\u180e\u182e</p>", "Ada Moor, weir, \u182e\u180e\u182e"),
        ("<ul><!-- item --><li>a</li><!-- /item --><!-- item --><li>b</li></ul>", "-   a\n-   b"),
        ("<ol><?php each() ?><li>a</li></ol>", "1.  a"),
        ("<table><!-- row --><tr><!-- cell --><td>a<td>b</table>", "a – b"),
        ("<blockquote><!-- x --><p>a<!--more-->b</p></blockquote>", "> ab"),
        ("<dl><!-- x --><dt>a<dd>b<?x?></dl><!-- end", "a\n\nb"),
        ("<p>It fell on <time>2 May</time>, <output>at</output> noon</p>", "It fell on 2 May, at noon"),
        ("", ""),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    """No HTML is left, and links lead to the web."""
    assert fragment(html, "https://x.example/a").text == markdown


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The weir fell on <time datetime=2017-03-05>5 March</time> in the flood.", "The weir fell on 5 March in the flood."),
        ("<b>On <time>Sunday</time></b> it was still there.", "On Sunday it was still there."),
        ("<time>10:40</time> The first boats reach the mill.", "10:40 The first boats reach the mill."),
        ("The gauge shows <output>3.20 m</output> at the mill.", "The gauge shows 3.20 m at the mill."),
        ("It was <?php x ?>dry <!-- note -->again by noon.", "It was dry again by noon."),
    ],
)
def test_a_sentence_keeps_its_words(sentence: str, words: str) -> None:
    """Times among them, which trafilatura drops."""
    text = decode(fixture("banner.html")).replace("<p>Nobody", f"<p>{sentence}</p><p>Nobody")
    assert words in bare(page(text).text)


def test_a_time_that_stands_alone_is_no_paragraph() -> None:
    """It tells the day, and is no part of the text."""
    text = decode(fixture("banner.html")).replace("<p>Nobody", "<p><time>17 February 2021</time></p><p>Nobody")
    assert "17 February" not in page(text).text


def test_a_link_behind_an_exclamation_mark_is_no_picture(tmp_path: Path) -> None:
    """On the site its words are text, and it leads where it led."""
    found = fragment(
        '<p>The dam held!<a href="https://x.example/dam">See how</a></p><h2>No!<a href="/a">Yes</a></h2>', "https://x.example"
    )
    text = found.text
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: T\ndate: 2020-05-08\n---\n\n{text}\n", encoding="utf-8")
    assert article_file(path).text == "The dam held!See how\n\nNo!Yes"
    assert bare(text) == "The dam held!See how\n\nNo!Yes"


def test_every_page_here_is_one(tmp_path: Path) -> None:
    """All fixtures but those that must fail are long enough."""
    for path in sorted(HERE.glob("*.html")):
        if path.name != "closed.html":
            long_enough(read(path.name))
